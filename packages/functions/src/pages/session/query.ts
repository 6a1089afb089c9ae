import type { Locale } from "@quorate/core/i18n";
import type { Context } from "hono";

/** Keeps the language that was chosen in the address from page to page; nothing where none was. */
export function languageQuery(c: Context, locale: Locale): string {
  return c.req.query("lang") === undefined ? "" : `?lang=${locale}`;
}
