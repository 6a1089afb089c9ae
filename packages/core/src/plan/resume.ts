import * as v from "valibot";
import { Collection } from "../ask/index.ts";
import { command, Instant, Refusal, type World } from "../kit/index.ts";
import { moveRow, stepCollection } from "../process/index.ts";
import { PlanReview } from "./review-records.ts";

const Resumption = v.object({ plan: v.string(), actor: v.string(), until: v.optional(Instant) });

/**
 * Takes a parked review up again in a new execution. A round that nobody could be asked in, because its time was over, is given
 * the deadline named. Refuses when that is needed and missing or past, and a review that is not parked.
 */
export const resumeReview = command(Resumption, async (world, { plan, actor, until }) => {
  await moveRow(world, PlanReview, plan, async (review) => {
    const { state, stage, execution, deadlines } = review;
    if (state !== "parked") throw new Refusal("process.not-parked");
    const again = (await isOver(world, review)) ? { deadlines: { ...deadlines, review: later(world, until) } } : {};
    return {
      changes: { ...again, state: "running", execution: execution + 1 },
      unparked: true,
      ...{ act: "resumed", actor, facts: { stage } },
    };
  });
});

/** Whether the time of the round was over before anybody was asked. */
async function isOver(world: World, review: PlanReview): Promise<boolean> {
  if (review.stage !== "review") return false;
  const collection = await world.table.get(Collection, { id: stepCollection(review, "review") });
  return collection === undefined && (review.deadlines.review ?? "") <= world.clock.now();
}

function later(world: World, until: Instant | undefined): Instant {
  if (until && until > world.clock.now()) return until;
  throw new Refusal("input.invalid", { problems: [{ field: "until", code: "in-the-past" }] });
}
