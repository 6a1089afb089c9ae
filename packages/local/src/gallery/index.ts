import { Locale } from "@quorate/core/i18n";
import { isLetterKind } from "@quorate/emails/render";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { inScheme, letterKinds, schemes, specimen, specimens, turns } from "./letters.ts";
import { galleryPage, type Look, letterLookPage } from "./pages.tsx";

export * from "./letters.ts";

/** A specimen brings its styles along, loads nothing, runs nothing, and its links lead nowhere. */
const SPECIMEN_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

const Turn = v.fallback(v.picklist(turns), "first");
const Scheme = v.fallback(v.picklist(schemes), "light");

/** Every letter that Quorate writes, to be looked through: one at a time, in all languages, in light and in dark. */
export function galleryPages(): Hono {
  return new Hono()
    .get("/", async (c) => {
      const letters = letterKinds.map(async (kind) => ({
        kind,
        subject: (await specimen(kind, "en", "first")).subject,
      }));
      return c.html(galleryPage(await Promise.all(letters)));
    })
    .get("/:kind", async (c) => {
      const look = lookOf(c);
      return look ? c.html(letterLookPage(look, await specimens(look.kind, look.turn))) : c.notFound();
    })
    .get("/:kind/:locale", async (c) => {
      const [look, locale] = [lookOf(c), v.safeParse(Locale, c.req.param("locale"))];
      if (!look || !locale.success) return c.notFound();
      const { html } = await specimen(look.kind, locale.output, look.turn);
      c.header("content-security-policy", SPECIMEN_POLICY);
      return c.html(inScheme(html, look.scheme));
    });
}

function lookOf(c: Context): Look | undefined {
  const { kind = "" } = c.req.param();
  if (!isLetterKind(kind)) return undefined;
  return { kind, turn: v.parse(Turn, c.req.query("turn")), scheme: v.parse(Scheme, c.req.query("scheme")) };
}
