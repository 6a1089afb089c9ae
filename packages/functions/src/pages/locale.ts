import { type Locale, readLocale } from "@quorate/core/i18n";
import type { Context } from "hono";

/** The reader's language: asked for in the address, else what is known of her, else what her browser prefers. */
export function localeOf(c: Context, known?: Locale): Locale {
  const asked = c.req.query("lang");
  if (asked !== undefined) return readLocale(asked, known ?? readLocale(c.req.header("Accept-Language")));
  return known ?? readLocale(c.req.header("Accept-Language"));
}
