import { type Locale, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import type { Context } from "hono";

/** The text fields of a form that was sent, as they were typed. */
export type TypedText = Readonly<Record<string, string>>;

export async function typedText(c: Context): Promise<TypedText> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

/** What is wrong with a field, in words; `actual` is how long the text is now. */
export function problemText(locale: Locale, problem: Problem, of: { limit: number; actual: number }): string {
  switch (problem.code) {
    case "max_length":
    case "max_graphemes":
      return say(locale, "form.tooLong", of);
    case "regex":
      return say(locale, "form.notEmail");
    case "picklist":
      return say(locale, "form.choose");
    case "check":
      return say(locale, "form.notZone");
    default:
      return say(locale, "form.required");
  }
}
