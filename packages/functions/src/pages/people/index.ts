import type { World } from "@quorate/core/kit";
import { Hono } from "hono";
import { addressPages } from "./address.ts";
import { devicePages } from "./devices.tsx";
import { memberPages } from "./members.ts";
import { rosterPages } from "./roster.ts";
import { setUpPages } from "./set-up.ts";
import { signInPages } from "./sign-in.ts";

export { type Console, consoleOf, electionConsoleOf, sessionConsoleOf } from "./guard.ts";

/** The start page, the way in, the set-up, and a network's people: their import, each of them, and their addresses. */
export function peoplePages(world: World): Hono {
  return new Hono()
    .route("/", signInPages(world))
    .route("/", devicePages(world))
    .route("/", setUpPages(world))
    .route("/", rosterPages(world))
    .route("/", memberPages(world))
    .route("/", addressPages(world));
}
