import { isDue, signal } from "../ask/index.ts";
import type { World } from "../kit/index.ts";
import { type ProcessKind, parkRow, renewRow, stepCollection } from "../process/index.ts";
import { process } from "./process.ts";
import { mayNotClose } from "./returns.ts";
import { AskingStep, openReviews, PlanReview, readReview, reviewsIn } from "./review-records.ts";
import { tasks } from "./tasks.ts";

/** The review of a plan as its runtime knows it. */
export const kind: ProcessKind = {
  name: PlanReview.kind,
  definition: process,
  tasks,
  findIn: reviewsIn,
  findOpen: openReviews,
  park: (world, id, why) => parkRow(world, PlanReview, id, why),
  renew: (world, id) => renewRow(world, PlanReview, id),
  signalIfDue,
};

/** Wakes the review if there is something to do where it waits: a signal that a crash has lost is raised again. */
async function signalIfDue(world: World, id: string): Promise<void> {
  const review = await readReview(world, id);
  for (const step of AskingStep.options) {
    if (review.stage !== step) continue;
    const collection = stepCollection(review, step);
    const decided = step === "review" ? mayNotClose(world, review) : undefined;
    if (await isDue(world, collection, decided)) await signal(world, collection);
  }
}
