import { parseInput, type World } from "@quorate/core/kit";
import { roster } from "@quorate/core/people";
import { sessionsOf } from "@quorate/core/session";
import { Hono } from "hono";
import { sessionPath } from "../console.tsx";
import { type Console, consoleOf } from "../people/index.ts";
import { actPages } from "./acts.ts";
import { changePages } from "./change.tsx";
import { SessionListPage } from "./list-page.tsx";
import { memberPages } from "./member.ts";
import { minutesPages } from "./minutes.tsx";
import { emptyPlan, type PlanErrors, planFrom, TypedPlan } from "./plan.ts";
import { PlanPage } from "./plan-page.tsx";
import { roomPages } from "./room.tsx";

/** The sessions of a network, for its coordinators: the list, a new one, and each session's own page. */
export function sessionPages(world: World): Hono {
  return new Hono()
    .get("/n/:network/sessions", async (c) => {
      const { locale, network } = await consoleOf(c, world, c.req.param("network"));
      const sessions = await sessionsOf(world.table, network.id);
      return c.html(SessionListPage({ locale, network, sessions }));
    })
    .get("/n/:network/sessions/new", async (c) => {
      const console = await consoleOf(c, world, c.req.param("network"));
      return c.html(await planPage(world, console, emptyPlan, {}));
    })
    .post("/n/:network/sessions", async (c) => {
      const console = await consoleOf(c, world, c.req.param("network"));
      const typed = parseInput(TypedPlan, await c.req.parseBody());
      const planned = await planFrom(world, console, typed);
      if ("errors" in planned) return c.html(await planPage(world, console, typed, planned.errors), 422);
      return c.redirect(sessionPath(console.network.id, planned.session), 303);
    })
    .route("/", memberPages(world))
    .route("/", minutesPages(world))
    .route("/", roomPages(world))
    .route("/", changePages(world))
    .route("/", actPages(world));
}

async function planPage(world: World, console: Console, typed: TypedPlan, errors: PlanErrors) {
  const { locale, network } = console;
  const members = (await roster(world, network.id)).map(({ member }) => member);
  return PlanPage({ locale, network, members, typed, errors });
}
