import * as v from "valibot";
import { Json } from "./json.ts";

const Milliseconds = v.number();

/** One stay in a state, from its entry to its exit, retries included. */
export const Visit = v.object({
  state: v.string(),
  input: Json,
  enteredAt: Milliseconds,
  enteredEventId: v.number(),
  /** How often each retrier of the state was used, by its place. */
  retries: v.array(v.number()),
});
export type Visit = v.InferOutput<typeof Visit>;

const Failure = v.object({
  error: v.optional(v.string()),
  cause: v.optional(v.string()),
  isHeartbeat: v.optional(v.boolean()),
});

/** How a task ended, or a branch. */
export const Result = v.variant("kind", [
  v.object({ kind: v.literal("succeeded"), result: Json }),
  v.object({ kind: v.literal("failed"), failure: Failure }),
]);
export type Result = v.InferOutput<typeof Result>;

/** A task that was handed to its function. A retry of it is another task, with another token. */
export const Task = v.object({
  /** The event that scheduled it: tells it apart from the execution's other tasks. */
  scheduledEventId: v.number(),
  functionName: v.string(),
  payload: Json,
  /** With a token, the task ends when the token comes back; without, when the function does. */
  token: v.optional(v.string()),
  timeoutAt: v.optional(Milliseconds),
  heartbeatSeconds: v.optional(v.number()),
  heartbeatAt: v.optional(Milliseconds),
});
export type Task = v.InferOutput<typeof Task>;

/** The work of a Parallel or a Map that has begun: its branches, or iterations, are branches of the execution. */
const Fan = v.object({
  at: v.literal("branches"),
  visit: Visit,
  /** Of a Map, what it iterates over. */
  items: v.optional(v.array(Json)),
  /** How many were begun; they begin in order. */
  begun: v.number(),
  /** How many may go on at once. */
  most: v.number(),
  /** What each has come to, in order; null until then. */
  outputs: v.array(v.nullable(v.object({ output: Json }))),
});
export type Fan = v.InferOutput<typeof Fan>;

/** Where a branch stands: all that a restart needs to go on. It stays where it was when the execution fails, for a redrive. */
export const Position = v.variant("at", [
  v.object({ at: v.literal("entry"), state: v.string(), input: Json }),
  v.object({ at: v.literal("wait"), visit: Visit, until: Milliseconds }),
  v.object({ at: v.literal("begin"), visit: Visit }),
  v.object({ at: v.literal("backoff"), visit: Visit, until: Milliseconds }),
  v.object({ at: v.literal("invocation"), visit: Visit, task: Task }),
  v.object({ at: v.literal("callback"), visit: Visit, task: Task }),
  v.object({ at: v.literal("return"), visit: Visit, outcome: Result }),
  Fan,
  v.object({ at: v.literal("end") }),
]);
export type Position = v.InferOutput<typeof Position>;

/** One line of states that goes its own way: the execution's first, a branch of a Parallel, an iteration of a Map. */
export const Branch = v.object({
  /** 0 for the execution's first. */
  id: v.number(),
  /** The branch whose Parallel or Map it belongs to, and its place there. */
  parent: v.optional(v.object({ id: v.number(), index: v.number() })),
  /** Those that were assigned in it; it sees the parent's too. */
  variables: v.record(v.string(), Json),
  position: Position,
  /** The event that its next event follows. */
  previousEventId: v.number(),
  /** How it ended, until its parent has taken that. */
  result: v.optional(Result),
});
export type Branch = v.InferOutput<typeof Branch>;

export const TRUNK = 0;

const ended = { at: Milliseconds, error: v.optional(v.string()), cause: v.optional(v.string()) };

export const Outcome = v.variant("status", [
  v.object({ status: v.literal("RUNNING") }),
  v.object({ status: v.literal("SUCCEEDED"), at: Milliseconds, output: v.string() }),
  v.object({ status: v.literal("FAILED"), ...ended }),
  v.object({ status: v.literal("ABORTED"), ...ended }),
  v.object({ status: v.literal("TIMED_OUT"), ...ended }),
]);
export type Outcome = v.InferOutput<typeof Outcome>;

/** How often an unsuccessful execution was taken up again, when last, and by which requests. */
export const Redrives = v.object({
  count: v.number(),
  at: v.optional(Milliseconds),
  requests: v.array(v.object({ token: v.string(), at: Milliseconds })),
});
export type Redrives = v.InferOutput<typeof Redrives>;

export type Execution = {
  id: number;
  arn: string;
  name: string;
  machineArn: string;
  machineName: string;
  roleArn: string;
  /** The definition it was started with, which it keeps. */
  definitionId: number;
  input: string;
  startedAt: number;
  /** When it times out as a whole. */
  timeoutAt: number;
  /** Counts its writes: who has read an older one may not write. */
  version: number;
  lastEventId: number;
  /** By their ids, the first one first; one that has ended is gone once its parent has taken its result. */
  branches: ReadonlyMap<number, Branch>;
  redrives: Redrives;
  outcome: Outcome;
};

/** As long as an execution may be open, on AWS. */
export const YEAR = 365 * 24 * 60 * 60 * 1000;

/** When an execution that runs from `from` on times out: by its definition, or at the end of a year from its start. */
export function timeoutOf(by: { TimeoutSeconds?: number | undefined }, from: number, startedAt: number): number {
  const { TimeoutSeconds = Number.POSITIVE_INFINITY } = by;
  return Math.min(from + TimeoutSeconds * 1000, startedAt + YEAR);
}

/** When time itself moves the execution on; undefined once it has ended. */
export function dueAt({ outcome, timeoutAt, branches }: Execution): number | undefined {
  if (outcome.status !== "RUNNING") return undefined;
  let soonest = timeoutAt;
  for (const branch of branches.values()) soonest = Math.min(soonest, branchDueAt(branch));
  return soonest;
}

function branchDueAt({ result, position }: Branch): number {
  const never = Number.POSITIVE_INFINITY;
  if (result) return never;
  switch (position.at) {
    case "wait":
    case "backoff":
      return position.until;
    case "invocation":
    case "callback":
      return deadlineOf(position.task)?.at ?? never;
    case "entry":
    case "begin":
    case "return":
    case "branches":
    case "end":
      return never;
  }
}

/** The sooner of a task's two deadlines. */
export function deadlineOf({ timeoutAt, heartbeatAt }: Task): { at: number; isHeartbeat: boolean } | undefined {
  if (heartbeatAt !== undefined && heartbeatAt < (timeoutAt ?? Number.POSITIVE_INFINITY)) {
    return { at: heartbeatAt, isHeartbeat: true };
  }
  return timeoutAt === undefined ? undefined : { at: timeoutAt, isHeartbeat: false };
}

/** The task that the branch waits for, before or after its function has answered. */
export function openTask({ result, position }: Branch): { visit: Visit; task: Task } | undefined {
  const isOpen = result === undefined && (position.at === "invocation" || position.at === "callback");
  return isOpen ? position : undefined;
}
