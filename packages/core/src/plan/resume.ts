import * as v from "valibot";
import { Collection } from "../ask/index.ts";
import { command, Instant, Refusal, type World } from "../kit/index.ts";
import { moveRow, stepCollection, turnOf } from "../process/index.ts";
import { AskingStep, PlanReview } from "./review-records.ts";

const Resumption = v.object({ plan: v.string(), actor: v.string(), until: v.optional(Instant) });

/**
 * Takes a parked review up again in a new execution. A step whose time ran out is begun anew, until the
 * moment named. Refuses when that is needed and missing or past, and a review that is not parked.
 */
export const resumeReview = command(Resumption, async (world, { plan, actor, until }) => {
  await moveRow(world, PlanReview, plan, async (review) => {
    const { state, stage, execution } = review;
    if (state !== "parked") throw new Refusal("process.not-parked");
    return {
      changes: { ...(await begunAnew(world, review, until)), state: "running", execution: execution + 1 },
      unparked: true,
      ...{ act: "resumed", actor, facts: { stage } },
    };
  });
});

/** What changes so that the stage has time again: nothing, when its time is not over. */
async function begunAnew(world: World, review: PlanReview, until: Instant | undefined): Promise<Partial<PlanReview>> {
  const { stage, deadlines, turns } = review;
  const step = v.safeParse(AskingStep, stage);
  if (!step.success) return {};
  const collection = await world.table.get(Collection, { id: stepCollection(review, step.output) });
  // What reviewers have sent is kept: their round goes on as it is.
  if (stage === "review" && collection) return {};
  const isOver = collection ? collection.state === "closed" : (deadlines[step.output] ?? "") <= world.clock.now();
  if (!isOver) return {};
  return {
    deadlines: { ...deadlines, [step.output]: later(world, until) },
    ...(collection && { turns: { ...turns, [step.output]: turnOf(review, step.output) + 1 } }),
  };
}

function later(world: World, until: Instant | undefined): Instant {
  if (until && until > world.clock.now()) return until;
  throw new Refusal("input.invalid", { problems: [{ field: "until", code: "in-the-past" }] });
}
