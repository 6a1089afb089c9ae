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
  error: v.string(),
  cause: v.optional(v.string()),
  isHeartbeat: v.optional(v.boolean()),
});

export const TaskOutcome = v.variant("kind", [
  v.object({ kind: v.literal("succeeded"), result: Json }),
  v.object({ kind: v.literal("failed"), failure: Failure }),
]);
export type TaskOutcome = v.InferOutput<typeof TaskOutcome>;

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

/** Where an execution stands: all that a restart needs to go on. */
export const Position = v.variant("at", [
  v.object({ at: v.literal("entry"), state: v.string(), input: Json }),
  v.object({ at: v.literal("wait"), visit: Visit, until: Milliseconds }),
  v.object({ at: v.literal("schedule"), visit: Visit }),
  v.object({ at: v.literal("backoff"), visit: Visit, until: Milliseconds }),
  v.object({ at: v.literal("invocation"), visit: Visit, task: Task }),
  v.object({ at: v.literal("callback"), visit: Visit, task: Task }),
  v.object({ at: v.literal("return"), visit: Visit, outcome: TaskOutcome }),
  v.object({ at: v.literal("end") }),
]);
export type Position = v.InferOutput<typeof Position>;

const ended = { at: Milliseconds, error: v.optional(v.string()), cause: v.optional(v.string()) };

export const Outcome = v.variant("status", [
  v.object({ status: v.literal("RUNNING") }),
  v.object({ status: v.literal("SUCCEEDED"), at: Milliseconds, output: v.string() }),
  v.object({ status: v.literal("FAILED"), ...ended }),
  v.object({ status: v.literal("ABORTED"), ...ended }),
  v.object({ status: v.literal("TIMED_OUT"), ...ended }),
]);
export type Outcome = v.InferOutput<typeof Outcome>;

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
  /** Counts its writes: who has read an older one may not write. */
  version: number;
  lastEventId: number;
  variables: Readonly<Record<string, Json>>;
  position: Position;
  outcome: Outcome;
};

/** When time itself moves the execution on; undefined if only an answer does. */
export function dueAt(position: Position): number | undefined {
  switch (position.at) {
    case "wait":
    case "backoff":
      return position.until;
    case "invocation":
    case "callback":
      return deadlineOf(position.task)?.at;
    case "entry":
    case "schedule":
    case "return":
    case "end":
      return undefined;
  }
}

/** The sooner of a task's two deadlines. */
export function deadlineOf({ timeoutAt, heartbeatAt }: Task): { at: number; isHeartbeat: boolean } | undefined {
  if (heartbeatAt !== undefined && heartbeatAt < (timeoutAt ?? Number.POSITIVE_INFINITY)) {
    return { at: heartbeatAt, isHeartbeat: true };
  }
  return timeoutAt === undefined ? undefined : { at: timeoutAt, isHeartbeat: false };
}

/** The token by which the execution's present task is answered. */
export function openToken({ position }: Execution): string | undefined {
  return position.at === "invocation" || position.at === "callback" ? position.task.token : undefined;
}
