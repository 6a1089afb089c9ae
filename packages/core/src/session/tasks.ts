import { parkRow, say, type Task } from "../process/index.ts";
import { readSession, Session } from "./records.ts";
import * as invitation from "./tasks/invitation.ts";
import * as meeting from "./tasks/meeting.ts";
import * as minutes from "./tasks/minutes.ts";
import { Cancel, TellMinutes, TellMove } from "./tasks/telling.ts";

/** Where to go on, after a failure, a restore, or a year. */
export const Resume: Task = async (world, { process }) => say((await readSession(world, process)).stage);

/**
 * The session's row says that it has stopped and why; the coordinator is told, once for each stop. One that was cancelled
 * meanwhile does not stop there, unless it is its cancellation that fails.
 */
export const Park: Task = async (world, { process, fault, at }) => {
  const { stage } = await readSession(world, process);
  if (stage === "cancelled" && at !== "Cancel") return say("cancelled");
  await parkRow(world, Session, process, { state: at ?? "unknown", fault: fault ?? "unknown" });
  return say("parked");
};

/** A task of a session that goes on; of one that is cancelled nothing is done, and what waits for a signal waits no more. */
function unlessCancelled(task: Task): Task {
  return async (world, input) => {
    const { stage } = await readSession(world, input.process);
    if (stage !== "cancelled") return task(world, input);
    if (input.token !== undefined) await world.processes.answer(input.token, { word: "cancelled" });
    return say("cancelled");
  };
}

const steps: Readonly<Record<string, Task>> = { Resume, ...invitation, ...meeting, ...minutes, TellMove, TellMinutes };

/** Every task by the name of its state. */
export const tasks: Readonly<Record<string, Task>> = {
  ...Object.fromEntries(Object.entries(steps).map(([name, task]) => [name, unlessCancelled(task)])),
  Cancel,
  Park,
};
