import { readLocale } from "@quorate/core/i18n";
import { newId, Refusal, Transient, type World } from "@quorate/core/kit";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { askPages } from "./pages/ask/index.ts";
import { digestPages } from "./pages/digest/index.ts";
import { displayPages, shownAsSet } from "./pages/display/index.ts";
import { electionPages } from "./pages/election/index.ts";
import { DownPage, FaultPage, RefusalPage } from "./pages/failure.tsx";
import { keepsLanguage } from "./pages/kept-language.ts";
import { letterPages } from "./pages/letters/index.ts";
import { localeOf } from "./pages/locale.ts";
import { formScript, markSvg, PrivacyPage, stylesheet } from "./pages/look/index.ts";
import { officePages } from "./pages/offices/index.ts";
import { peoplePages } from "./pages/people/index.ts";
import { planPages } from "./pages/plan/index.ts";
import { pagePolicy } from "./pages/policy.ts";
import { rehearsalPages } from "./pages/rehearsal/index.ts";
import { rulesPages } from "./pages/rules/index.ts";
import { sessionPages } from "./pages/session/index.ts";
import { mailWebhook } from "./webhook.ts";

const MOST_BYTES = 4 * 1024 * 1024;
const FORMS = ["application/x-www-form-urlencoded", "multipart/form-data"];

const headers = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": pagePolicy,
  "Referrer-Policy": "strict-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Robots-Tag": "noindex",
};

export type AppOptions = {
  /** The secret that the mail service signs its webhooks with; without it none are taken. */
  webhookSecret?: string | undefined;
};

/** Every page of an installation, and its webhook. */
export function createApp(world: World, { webhookSecret }: AppOptions = {}): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    const sent = c.res.headers;
    for (const [name, value] of Object.entries(headers)) if (!sent.has(name)) sent.set(name, value);
  });
  app.use(shownAsSet);
  app.use(keepsLanguage);
  app.use(
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: () => {
        throw new Refusal("body.too-large");
      },
    }),
  );
  if (webhookSecret) app.route("/", mailWebhook(world, webhookSecret));
  app.use(async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD" || c.req.method === "OPTIONS") return next();
    refuseCrossSite(c, world.url);
    const type = c.req.header("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? "";
    if (!FORMS.includes(type) && c.req.header("Content-Length") !== "0") throw new Refusal("body.wrong-type");
    return next();
  });
  app.get("/look.css", (c) => kept(c, stylesheet, "text/css; charset=utf-8"));
  app.get("/form.js", (c) => kept(c, formScript, "text/javascript; charset=utf-8"));
  app.get("/mark.svg", (c) => kept(c, markSvg, "image/svg+xml"));
  app.get("/robots.txt", (c) => c.text("User-agent: *\nDisallow: /\n"));
  app.get("/privacy", (c) => c.html(PrivacyPage({ locale: localeOf(c) })));
  app.route("/", displayPages(world));
  app.route("/", askPages(world));
  app.route("/", digestPages(world));
  app.route("/", peoplePages(world));
  app.route("/", letterPages(world));
  app.route("/", officePages(world));
  app.route("/", sessionPages(world));
  app.route("/", electionPages(world));
  app.route("/", rehearsalPages(world));
  app.route("/", rulesPages(world));
  app.route("/", planPages(world));
  app.notFound((c) => refusalPage(c, new Refusal("not-found")));
  app.onError((error, c) => {
    if (error instanceof Refusal) return refusalPage(c, error);
    const id = newId(world.random, "fault");
    world.log.error("http.fault", error, { id, method: c.req.method, route: c.req.routePath });
    const locale = localeOf(c);
    if (error instanceof Transient) {
      c.header("Retry-After", "5");
      return c.html(DownPage({ locale }), 503);
    }
    return c.html(FaultPage({ locale, id }), 500);
  });
  return app;
}

function refusalPage(c: Context, refusal: Refusal) {
  if (refusal.code === "too-many") c.header("Retry-After", String(refusal.details.retryAfter ?? 60));
  const known = refusal.details.locale;
  const locale = localeOf(c, known === undefined ? undefined : readLocale(String(known)));
  return c.html(RefusalPage({ locale, refusal }), refusal.status);
}

/** A change comes from our own page: decided on `Sec-Fetch-Site`, then on `Origin`; who sends neither is no browser. */
function refuseCrossSite(c: Context, url: string): void {
  const site = c.req.header("Sec-Fetch-Site");
  if (site !== undefined) {
    if (site !== "same-origin" && site !== "none") throw new Refusal("cross-site");
    return;
  }
  const origin = c.req.header("Origin");
  if (origin !== undefined && origin !== new URL(url).origin) throw new Refusal("cross-site");
}

function kept(c: Context, body: string, type: string) {
  return c.body(body, 200, { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" });
}
