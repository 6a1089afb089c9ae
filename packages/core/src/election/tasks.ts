import { parkRow, say, type Task } from "../process/index.ts";
import { Election, readElection } from "./records.ts";
import * as aftermath from "./tasks/aftermath.ts";
import * as declaration from "./tasks/declaration.ts";
import * as letters from "./tasks/letters.ts";
import * as nominations from "./tasks/nominations.ts";
import * as session from "./tasks/session.ts";

/** Where to go on, after a failure, a restore, or a year. */
export const Resume: Task = async (world, { process }) => say((await readElection(world, process)).stage);

/** The election's row says that it has stopped and why; the coordinator is told, once for each stop. */
export const Park: Task = async (world, { process, fault, at }) => {
  await parkRow(world, Election, process, { state: at ?? "unknown", fault: fault ?? "unknown" });
  return say("parked");
};

/** Every task by the name of its state. */
export const tasks: Readonly<Record<string, Task>> = {
  Resume,
  ...nominations,
  ...session,
  ...letters,
  ...declaration,
  ...aftermath,
  Park,
};
