import { randomBytes } from "node:crypto";
import * as v from "valibot";
import { functionNameOf, REGION } from "../arn.ts";
import { LONGEST_SECONDS, type TaskState } from "../definition/index.ts";
import type { Draft } from "../draft.ts";
import type { TaskOutcome, Visit } from "../execution.ts";
import { dataLimitExceeded, type Failure, StateFailed } from "../failure.ts";
import { isTooLarge, Json } from "../json.ts";
import { evaluate, unexpectedResult } from "./expressions.ts";
import { leave } from "./leave.ts";
import { catcherOf, retryOf } from "./retry.ts";
import { scopeOf } from "./scope.ts";

const InvokeArguments = v.strictObject({
  FunctionName: v.pipe(v.string(), v.minLength(1)),
  Payload: v.optional(Json),
});

/** What histories call the resource of a task: with a token or without. */
export function serviceOf(token: string | undefined) {
  return { resourceType: "lambda", resource: token === undefined ? "invoke" : "invoke.waitForTaskToken" } as const;
}

/** Schedules and starts the task; the function is invoked once that is stored. */
export async function scheduleTask(draft: Draft, visit: Visit, state: TaskState): Promise<void> {
  const token = state.Resource.endsWith(".waitForTaskToken") ? randomBytes(48).toString("base64url") : undefined;
  const scope = scopeOf(draft, visit, { token, isTask: true });
  const given = await evaluate(state.Arguments ?? {}, "Arguments", scope);
  const timeoutSeconds = await readSeconds(state.TimeoutSeconds, "TimeoutSeconds");
  const heartbeatSeconds = await readSeconds(state.HeartbeatSeconds, "HeartbeatSeconds");
  if (isTooLarge(given)) throw dataLimitExceeded(`The state '${visit.state}' has arguments`);
  const invoke = v.safeParse(InvokeArguments, given);
  if (!invoke.success) {
    const cause = `The arguments of lambda:invoke are not as they should be: ${invoke.issues[0].message}`;
    throw new StateFailed({ error: "States.Runtime", cause });
  }
  const { now } = draft;
  const scheduledEventId = draft.record({
    type: "TaskScheduled",
    taskScheduledEventDetails: {
      ...serviceOf(token),
      region: REGION,
      parameters: JSON.stringify(given),
      timeoutInSeconds: timeoutSeconds,
      heartbeatInSeconds: heartbeatSeconds,
    },
  });
  draft.record({ type: "TaskStarted", taskStartedEventDetails: serviceOf(token) });
  draft.moveTo({
    at: "invocation",
    visit,
    task: {
      scheduledEventId,
      functionName: functionNameOf(invoke.output.FunctionName),
      payload: invoke.output.Payload ?? {},
      token,
      timeoutAt: timeoutSeconds === undefined ? undefined : now + timeoutSeconds * 1000,
      heartbeatSeconds,
      heartbeatAt: heartbeatSeconds === undefined ? undefined : now + heartbeatSeconds * 1000,
    },
  });

  async function readSeconds(field: number | string | undefined, name: string): Promise<number | undefined> {
    if (field === undefined) return undefined;
    const value = await evaluate(field, name, scope);
    if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= LONGEST_SECONDS) return value;
    throw unexpectedResult(name, `an integer from 1 to ${LONGEST_SECONDS}`, value);
  }
}

/** Goes on after the task: with its result, or into Retry, Catch and failure. */
export async function takeOutcome(draft: Draft, visit: Visit, state: TaskState, outcome: TaskOutcome): Promise<void> {
  switch (outcome.kind) {
    case "succeeded": {
      const scope = scopeOf(draft, visit, { result: outcome.result, isTask: true });
      await leave(draft, { visit, type: "Task", scope, exit: state, otherwise: outcome.result });
      return;
    }
    case "failed":
      await recover(draft, visit, state, outcome.failure);
  }
}

/** A failed task is retried, caught, or fails the execution: in this order. */
export async function recover(draft: Draft, visit: Visit, state: TaskState, failure: Failure): Promise<void> {
  const retry = retryOf(state.Retry, visit.retries, failure, Math.random);
  if (retry) {
    const retries = state.Retry.map((_, index) => (visit.retries[index] ?? 0) + (index === retry.retrier ? 1 : 0));
    draft.moveTo({ at: "backoff", visit: { ...visit, retries }, until: draft.now + retry.delay });
    return;
  }
  const catcher = catcherOf(state.Catch, failure);
  if (!catcher) {
    draft.fail(failure);
    return;
  }
  const errorOutput = { Error: failure.error, Cause: failure.cause ?? "" };
  const scope = scopeOf(draft, visit, { errorOutput, isTask: true });
  await leave(draft, { visit, type: "Task", scope, exit: catcher, otherwise: errorOutput });
}
