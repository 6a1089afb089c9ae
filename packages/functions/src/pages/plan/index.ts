import type { Problem, World } from "@quorate/core/kit";
import { beginPlan, plansOf } from "@quorate/core/plan";
import { Hono } from "hono";
import { consoleOf } from "../people/index.ts";
import { tried } from "../tried.ts";
import { typedText } from "../typed.ts";
import { authorPages } from "./authors.ts";
import { authorDesk, consoleDesk } from "./desk.tsx";
import { draftingPages } from "./drafting.ts";
import { filePages } from "./files.ts";
import { planPath } from "./paths.ts";
import { NewPlanPage, PlansPage } from "./plan-pages.tsx";
import { publicPages } from "./public.ts";
import { publishPages } from "./publish.ts";
import { reviewerPages } from "./reviewer.ts";
import { roundPages } from "./rounds.ts";
import { templatePages } from "./template.ts";

/** The plans of a network: where they begin, who writes them, and the pages on which they are written. */
export function planPages(world: World): Hono {
  return new Hono()
    .route("/", reviewerPages(world))
    .route("/", roundPages(world))
    .get("/n/:network/plans", async (c) => {
      const console = await consoleOf(c, world, c.req.param("network"));
      return c.html(PlansPage({ ...console, plans: await plansOf(world.table, console.network.id) }));
    })
    .get("/n/:network/plans/new", async (c) => {
      const console = await consoleOf(c, world, c.req.param("network"));
      return c.html(NewPlanPage({ ...console, typed: {}, problems: [] }));
    })
    .post("/n/:network/plans/new", async (c) => {
      const console = await consoleOf(c, world, c.req.param("network"));
      const { network, member } = console;
      const typed = await typedText(c);
      const { title = "", outline = "" } = typed;
      const template = readyNamed(typed.template);
      const missing: Problem[] = title.trim() === "" ? [{ field: "title", code: "required" }] : [];
      if (missing.length > 0) return c.html(NewPlanPage({ ...console, typed, problems: missing }), 422);
      const made = await tried(() =>
        beginPlan(world, { network: network.id, actor: member.id, title, outline, ...(template && { template }) }),
      );
      if ("problems" in made) return c.html(NewPlanPage({ ...console, typed, problems: made.problems }), 422);
      return c.redirect(planPath({ network: network.id, id: made.done }), 303);
    })
    .route("/n/:network/plans/template", templatePages(world))
    .route("/", publicPages(world))
    .route("/n/:network/plans/:plan/publish", publishPages(world))
    .route("/n/:network/plans/:plan/authors", authorPages(world))
    .route("/n/:network/plans/:plan", filePages(world, consoleDesk(world)))
    .route("/n/:network/plans/:plan", draftingPages(world, consoleDesk(world)))
    .route("/write/:token", filePages(world, authorDesk(world)))
    .route("/write/:token", draftingPages(world, authorDesk(world)));
}

/** The ready template that was chosen; none where it is the network's own. */
function readyNamed(name: string | undefined) {
  return name === "plain" || name === "municipality" ? name : undefined;
}
