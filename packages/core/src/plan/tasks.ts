import { endRow, parkRow, say, type Task } from "../process/index.ts";
import { PlanReview, readReview } from "./review-records.ts";
import { AskDecision, AwaitDecision, CheckDecision } from "./tasks/decision.ts";
import { AskMinimum, AwaitMinimum, CheckMinimum } from "./tasks/minimum.ts";
import { AskReview, AwaitReview, CheckReview, TellClosed } from "./tasks/review.ts";

/** Where to go on, after a failure, a restore, or a year. */
export const Resume: Task = async (world, { process }) => say((await readReview(world, process)).stage);

/** The row says that it has stopped and why; the coordinator is told, once for each stop. */
export const Park: Task = async (world, { process, fault, at }) => {
  await parkRow(world, PlanReview, process, { state: at ?? "unknown", fault: fault ?? "unknown" });
  return say("parked");
};

/** Nobody is asked anything until a coordinator goes on. */
export const End: Task = async (world, { process }) => {
  await endRow(world, PlanReview, process);
  return say("ended");
};

/** Every task by the name of its state. */
export const tasks: Readonly<Record<string, Task>> = {
  ...{
    Resume,
    AskReview,
    AwaitReview,
    CheckReview,
    AskMinimum,
    AwaitMinimum,
    CheckMinimum,
    AskDecision,
    AwaitDecision,
    CheckDecision,
    TellClosed,
    End,
    Park,
  },
};
