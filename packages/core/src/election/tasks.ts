import { parkRow, say, type Task } from "../process/index.ts";
import { answeringFor } from "./duties.ts";
import { Election, readElection } from "./records.ts";
import * as aftermath from "./tasks/aftermath.ts";
import { Cancel } from "./tasks/cancellation.ts";
import { AskChoice, AwaitChoice, CheckChoice } from "./tasks/choice.ts";
import * as declaration from "./tasks/declaration.ts";
import * as letters from "./tasks/letters.ts";
import * as lot from "./tasks/lot.ts";
import * as nominations from "./tasks/nominations.ts";
import { AskRound, AwaitRound, CheckRound } from "./tasks/rounds.ts";
import * as session from "./tasks/session.ts";
import { AskChair, AwaitChair, CheckChair } from "./tasks/ties.ts";

/** Where to go on, after a failure, a restore, or a year. */
export const Resume: Task = async (world, { process }) => say((await readElection(world, process)).stage);

/**
 * The election's row says that it has stopped and why; the coordinator is told, once for each stop. One that was cancelled
 * meanwhile does not stop there, unless it is its cancellation that fails.
 */
export const Park: Task = async (world, { process, fault, at }) => {
  const { stage } = await readElection(world, process);
  if (stage === "cancelled" && at !== "Cancel") return say("cancelled");
  await parkRow(world, Election, process, { state: at ?? "unknown", fault: fault ?? "unknown" }, (election) =>
    answeringFor(world, election),
  );
  return say("parked");
};

/** A task of an election that goes on; of one that is cancelled nothing is done, and what waits for a signal waits no more. */
function unlessCancelled(task: Task): Task {
  return async (world, input) => {
    const { stage } = await readElection(world, input.process);
    if (stage !== "cancelled") return task(world, input);
    if (input.token !== undefined) await world.processes.answer(input.token, { word: "cancelled" });
    return say("cancelled");
  };
}

const choice = { AskChoice, AwaitChoice, CheckChoice };
const rounds = { AskRound, AwaitRound, CheckRound, AskChair, AwaitChair, CheckChair };

const steps: Readonly<Record<string, Task>> = {
  ...{ Resume, ...nominations, ...session, ...letters, ...choice, ...rounds, ...lot, ...declaration, ...aftermath },
};

/** Every task by the name of its state. */
export const tasks: Readonly<Record<string, Task>> = {
  ...Object.fromEntries(Object.entries(steps).map(([name, task]) => [name, unlessCancelled(task)])),
  Cancel,
  Park,
};
