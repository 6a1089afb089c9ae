import { randomBytes } from "node:crypto";
import * as v from "valibot";
import { functionNameOf, REGION } from "../arn.ts";
import type { BranchDraft } from "../branch.ts";
import { LONGEST_SECONDS, type TaskState } from "../definition/index.ts";
import type { Visit } from "../execution.ts";
import { dataLimitExceeded, StateFailed } from "../failure.ts";
import { isTooLarge, Json } from "../json.ts";
import { evaluate, evaluateAs, wholeNumber } from "./expressions.ts";
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
export async function scheduleTask(branch: BranchDraft, visit: Visit, state: TaskState): Promise<void> {
  const token = state.Resource.endsWith(".waitForTaskToken") ? randomBytes(48).toString("base64url") : undefined;
  const scope = scopeOf(branch, visit, { token, isRetriable: true });
  const given = await evaluate(state.Arguments ?? {}, "Arguments", scope);
  const timeoutSeconds = await readSeconds(state.TimeoutSeconds, "TimeoutSeconds");
  const heartbeatSeconds = await readSeconds(state.HeartbeatSeconds, "HeartbeatSeconds");
  if (isTooLarge(given)) throw dataLimitExceeded(`The state '${visit.state}' has arguments`);
  const invoke = v.safeParse(InvokeArguments, given);
  if (!invoke.success) {
    const cause = `The arguments of lambda:invoke are not as they should be: ${invoke.issues[0].message}`;
    throw new StateFailed({ error: "States.Runtime", cause });
  }
  const { now } = branch;
  const scheduledEventId = branch.record({
    type: "TaskScheduled",
    taskScheduledEventDetails: {
      ...serviceOf(token),
      region: REGION,
      parameters: JSON.stringify(given),
      timeoutInSeconds: timeoutSeconds,
      heartbeatInSeconds: heartbeatSeconds,
    },
  });
  branch.record({ type: "TaskStarted", taskStartedEventDetails: serviceOf(token) });
  branch.moveTo({
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
    return field === undefined ? undefined : await evaluateAs(wholeNumber(1, LONGEST_SECONDS), field, name, scope);
  }
}
