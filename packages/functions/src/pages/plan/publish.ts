import type { World } from "@quorate/core/kit";
import {
  PlanPublication,
  publishVersion,
  readPlan,
  showAnswers,
  versionsOf,
  withdrawVersion,
} from "@quorate/core/plan";
import { type Context, Hono } from "hono";
import { consoleOf } from "../people/index.ts";
import { typedText } from "../typed.ts";
import { PublishPage } from "./publish-page.tsx";

/** Which versions of a plan are public: the coordinators publish one, and take it back. */
export function publishPages(world: World): Hono {
  return new Hono()
    .get("/", async (c) => {
      const shown = await planIn(world, c);
      const { id } = shown.plan;
      const [versions, publication] = await Promise.all([
        versionsOf(world.table, id),
        world.table.get(PlanPublication, { plan: id }),
      ]);
      const published = new Set(publication?.versions.map(({ number }) => number));
      return c.html(PublishPage({ ...shown, versions, published, hasAnswers: publication?.answers ?? false }));
    })
    .post("/", async (c) => {
      const { plan, network, member } = await planIn(world, c);
      const { version, act } = await typedText(c);
      if (act === "answers" || act === "no-answers") {
        await showAnswers(world, { network: network.id, plan: plan.id, answers: act === "answers" });
        return c.redirect(c.req.path, 303);
      }
      const of = { network: network.id, plan: plan.id, version: Number(version), actor: member.id };
      await (act === "withdraw" ? withdrawVersion(world, of) : publishVersion(world, of));
      return c.redirect(c.req.path, 303);
    });
}

async function planIn(world: World, c: Context) {
  const { network: of = "", plan: id = "" } = c.req.param();
  const console = await consoleOf(c, world, of);
  return { ...console, plan: await readPlan(world, console.network.id, id) };
}
