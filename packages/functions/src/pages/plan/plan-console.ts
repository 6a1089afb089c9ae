import type { World } from "@quorate/core/kit";
import { type Plan, readPlan } from "@quorate/core/plan";
import type { Context } from "hono";
import { type Console, consoleOf } from "../people/index.ts";

/** The console of a network's coordinator on one of its plans. */
export type PlanConsole = Console & { plan: Plan };

/** Refuses as `consoleOf` does, and a plan that is not the network's (`not-found`). */
export async function planConsole(world: World, c: Context): Promise<PlanConsole> {
  const { network = "", plan = "" } = c.req.param();
  const console = await consoleOf(c, world, network);
  return { ...console, plan: await readPlan(world, network, plan) };
}
