import type { AskView, Raw } from "@quorate/core/ask";
import type { Context } from "hono";

/** Counts one POST that came to nothing: for its link, and for the address that this was mailed to where it is known (asks 13). */
export type CountTry = (token: string, view?: Pick<AskView, "person">) => Promise<void>;

/** The one text of a field; the first where it was sent several times. */
export const one = (value: string | string[] | undefined) => [value ?? []].flat()[0] ?? "";

/** The fields of a form as text; a file is not an answer. */
export async function rawFields({ req }: Context): Promise<Raw> {
  const isMultipart = req.header("Content-Type")?.trim().toLowerCase().startsWith("multipart/");
  const fields = isMultipart ? await req.formData() : new URLSearchParams(await req.text());
  const texts = [...fields].filter((field): field is [string, string] => typeof field[1] === "string");
  const byName = Map.groupBy(texts, ([name]) => name);
  return Object.fromEntries([...byName].map(([name, group]) => [name, group.map(([, text]) => text)]));
}
