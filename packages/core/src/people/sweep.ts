import type { World } from "../kit/index.ts";
import { finishRosters } from "./apply-roster.ts";
import { fulfilLeftRequests } from "./fulfil.ts";

/** Picks up what a crash left of requests for letters and of imports. */
export async function sweepPeople(world: World): Promise<void> {
  await fulfilLeftRequests(world);
  await finishRosters(world);
}
