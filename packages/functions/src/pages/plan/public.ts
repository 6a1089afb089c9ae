import type { World } from "@quorate/core/kit";
import { PlanReview, readPublicPlan } from "@quorate/core/plan";
import { type Context, Hono } from "hono";
import { localeOf } from "../locale.ts";
import { commentList } from "./consolidated.tsx";
import { sendPlanFile } from "./files.ts";
import { PublicAnswersPage, PublicChangesPage, PublicPlanPage } from "./public-pages.tsx";

/** What everybody may read of a plan, without signing in: its last public version, the earlier ones, and what changed between. */
export function publicPages(world: World): Hono {
  return new Hono()
    .get("/plans/:plan", async (c) => {
      const shown = await readPublicPlan(world, c.req.param("plan"));
      return c.html(PublicPlanPage({ ...shown, locale: localeOf(c, shown.network.locale) }));
    })
    .get("/plans/:plan/:number{[0-9]+}", async (c) => {
      const shown = await publicVersion(world, c);
      return c.html(PublicPlanPage({ ...shown, locale: localeOf(c, shown.network.locale) }));
    })
    .get("/plans/:plan/:number{[0-9]+}/changes", async (c) => {
      const shown = await publicVersion(world, c);
      if (!shown.before) return c.notFound();
      const locale = localeOf(c, shown.network.locale);
      return c.html(PublicChangesPage({ ...shown, before: shown.before, locale }));
    })
    .get("/plans/:plan/:number{[0-9]+}/answers", async (c) => {
      const shown = await publicVersion(world, c);
      const review = await world.table.get(PlanReview, { id: shown.plan.id });
      if (!review || shown.rounds.length === 0) return c.notFound();
      const told = shown.rounds.map(async (round) => ({
        round,
        list: await commentList(world, review, round, shown.nodes),
      }));
      const locale = localeOf(c, shown.network.locale);
      return c.html(PublicAnswersPage({ ...shown, locale, told: await Promise.all(told) }));
    })
    .get("/plans/:plan/:number{[0-9]+}/:file", async (c) => {
      const { plan, version, nodes, network } = await publicVersion(world, c);
      const locale = localeOf(c, network.locale);
      return sendPlanFile(world, c, { locale, plan: { id: plan.id, title: version.title }, nodes });
    });
}

function publicVersion(world: World, c: Context) {
  const { plan = "", number } = c.req.param();
  return readPublicPlan(world, plan, Number(number));
}
