import { Lost, Transient, type World } from "../kit/index.ts";
import {
  endRow,
  moveRow,
  type ProcessKind,
  parkRow,
  readRow,
  say,
  type Task,
  type TaskOutput,
} from "../process/index.ts";
import { networkReader } from "./content.ts";
import { issueDigest, postpone } from "./issue.ts";
import { DigestRun, dueSubscriptions } from "./records.ts";

/** How many people one task deals with before it gives the machine a turn. */
const PAGE = 100;

/** Where to go on, after a failure or a restore. */
const Resume: Task = async (world, { process }) => say((await readRow(world, DigestRun, process)).stage);

/** Deals with those whose time has come, the longest due first. */
async function writeDigests(world: World, process: string, kinds: readonly ProcessKind[]): Promise<TaskOutput> {
  const now = world.clock.now();
  const due = await dueSubscriptions(world.table, now, PAGE);
  const read = networkReader(world, kinds);
  for (const subscription of due) {
    if (subscription.nextAt > now) continue;
    try {
      await issueDigest(world, process, read, subscription);
    } catch (fault) {
      if (fault instanceof Transient) throw fault;
      // Somebody else was first: her own choice, or a second run.
      if (fault instanceof Lost) continue;
      world.log.error("digest.postponed", fault, { person: subscription.person });
      await postpone(world, subscription);
    }
  }
  if (due.length > 0) return say("more");
  await moveRow(world, DigestRun, process, async ({ stage }) =>
    stage === "digests" ? { changes: { stage: "written" }, act: "written" } : undefined,
  );
  return say("written");
}

/** The run has ended. */
const End: Task = async (world, { process }) => {
  await endRow(world, DigestRun, process);
  return say("ended");
};

const Park: Task = async (world, { process, fault, at }) => {
  await parkRow(world, DigestRun, process, { state: at ?? "unknown", fault: fault ?? "unknown" });
  return say("parked");
};

/** Every task by the name of its state; the digests tell of processes of these kinds. */
export function tasksOf(kinds: readonly ProcessKind[]): Readonly<Record<string, Task>> {
  const WriteDigests: Task = (world, { process }) => writeDigests(world, process, kinds);
  return { Resume, WriteDigests, End, Park };
}
