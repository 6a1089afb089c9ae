import type { Context } from "hono";

/** The text fields of a form that was sent, as they were typed. */
export type TypedText = Readonly<Record<string, string>>;

export async function typedText(c: Context): Promise<TypedText> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
