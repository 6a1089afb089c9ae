import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import * as v from "valibot";

const COOKIE = "display";
const DAYS = 365;

/** What may be set, and to what; the first of each is how a page is where nothing is set. The tokens of the look know the others. */
export const settings = {
  contrast: ["device", "more"],
  text: ["usual", "large", "larger"],
  space: ["usual", "wide"],
  motion: ["device", "less"],
} as const;

/** How somebody wants her pages shown (asks 9); what she left as it is is not there. */
export const Display = v.object({
  contrast: v.fallback(v.optional(v.picklist(["more"])), undefined),
  text: v.fallback(v.optional(v.picklist(["large", "larger"])), undefined),
  space: v.fallback(v.optional(v.picklist(["wide"])), undefined),
  motion: v.fallback(v.optional(v.picklist(["less"])), undefined),
});
export type Display = v.InferOutput<typeof Display>;

/** The settings of this browser. They are in a cookie of their own, not in the store: no account is needed, and nobody is known by them. */
export function displayOf(c: Context): Display {
  return v.parse(Display, Object.fromEntries(new URLSearchParams(getCookie(c, COOKIE))));
}

/** From now on this browser's pages are shown so, for a year. */
export function keepDisplay(c: Context, display: Display, isSecure: boolean): void {
  setCookie(c, COOKIE, new URLSearchParams(setIn(display)).toString(), {
    ...{ path: "/", httpOnly: true, sameSite: "Lax", secure: isSecure, maxAge: DAYS * 24 * 3600 },
  });
}

/** Every page that follows is shown as its reader has set it: her settings are on its root element, where the tokens look for them. */
export const shownAsSet: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.get("Content-Type")?.startsWith("text/html")) return;
  const marks = setIn(displayOf(c)).map(([name, value]) => ` data-${name}="${value}"`);
  if (marks.length === 0) return;
  const page = await c.res.text();
  c.res = new Response(page.replace("<html", `<html${marks.join("")}`), c.res);
};

function setIn(display: Display): [name: string, value: string][] {
  return Object.entries(display).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
