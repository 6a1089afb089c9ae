import type { Problem, World } from "@quorate/core/kit";
import { roster } from "@quorate/core/people";
import { authorsOf, dismissAuthor, nameAuthor, readPlan } from "@quorate/core/plan";
import { type Context, Hono } from "hono";
import { consoleOf } from "../people/index.ts";
import { tried } from "../tried.ts";
import { typedText } from "../typed.ts";
import { AuthorsPage } from "./authors-page.tsx";
import { authorsPath } from "./paths.ts";

/** Who writes a plan by a link: the coordinators name them, send the letter again, and take them off. */
export function authorPages(world: World): Hono {
  return new Hono()
    .get("/", (c) => listed(world, c, []))
    .post("/", async (c) => {
      const { plan, network, member: actor } = await planIn(world, c);
      const { member = "", act } = await typedText(c);
      const named = { network: network.id, plan: plan.id, member, actor: actor.id };
      const done = await tried(() => (act === "dismiss" ? dismissAuthor(world, named) : nameAuthor(world, named)));
      if ("problems" in done) return listed(world, c, done.problems);
      return c.redirect(authorsPath(plan), 303);
    });
}

async function planIn(world: World, c: Context) {
  const { network: of = "", plan: id = "" } = c.req.param();
  const console = await consoleOf(c, world, of);
  return { ...console, plan: await readPlan(world, console.network.id, id) };
}

async function listed(world: World, c: Context, problems: readonly Problem[]): Promise<Response> {
  const shown = await planIn(world, c);
  const [authors, entries] = await Promise.all([
    authorsOf(world.table, shown.plan.id),
    roster(world, shown.network.id),
  ]);
  const members = entries.map(({ member }) => member);
  const page = AuthorsPage({ ...shown, authors, members, problems });
  return c.html(page, problems.length > 0 ? 422 : 200);
}
