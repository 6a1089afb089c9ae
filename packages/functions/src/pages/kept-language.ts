import { Locale } from "@quorate/core/i18n";
import type { MiddlewareHandler } from "hono";
import * as v from "valibot";

/** Where a page's own links and forms lead: a path of this site, without what stands behind a `#`. */
const OWN_PATH = /(<(?:a|form|button)\s(?:[^>]*\s)?(?:href|action|formaction)=")(\/(?!\/)[^"#]*)/g;

/**
 * A language that was asked for in the address stays: every link and form of the page leads on in it, and so does the place
 * where somebody is sent on to. It is kept in addresses only, for the next one at this computer may read another language.
 */
export const keepsLanguage: MiddlewareHandler = async (c, next) => {
  await next();
  const asked = v.safeParse(Locale, c.req.query("lang"));
  if (!asked.success) return;
  const { headers } = c.res;
  const to = headers.get("Location");
  if (to?.startsWith("/"))
    headers.set(
      "Location",
      to.replace(/^[^#]*/, (path) => inLanguage(path, asked.output, "&")),
    );
  if (!headers.get("Content-Type")?.startsWith("text/html")) return;
  const page = await c.res.text();
  const led = page.replace(OWN_PATH, (_, opening, path) => `${opening}${inLanguage(path, asked.output, "&amp;")}`);
  c.res = new Response(led, c.res);
};

function inLanguage(path: string, locale: Locale, and: "&" | "&amp;"): string {
  if (/[?&;]lang=/.test(path)) return path;
  return `${path}${path.includes("?") ? and : "?"}lang=${locale}`;
}
