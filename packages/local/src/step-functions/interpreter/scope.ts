import { toInstant } from "@quorate/core/kit";
import type { Draft } from "../draft.ts";
import type { Visit } from "../execution.ts";
import { type Json, type JsonObject, parseJson } from "../json.ts";
import type { Scope } from "./expressions.ts";

/** What the expressions of a state see besides its input and the context: its result, its error, its task's token. */
export type More = { token?: string | undefined; isTask?: boolean } & { result?: Json; errorOutput?: Json };

export function scopeOf(draft: Draft, visit: Visit, { token, isTask = false, ...more }: More = {}): Scope {
  const { execution } = draft;
  const retryCount = visit.retries.reduce((sum, count) => sum + count, 0);
  const context: JsonObject = {
    Execution: {
      Id: execution.arn,
      Input: parseJson(execution.input),
      StartTime: toInstant(execution.startedAt),
      Name: execution.name,
      RoleArn: execution.roleArn,
      RedriveCount: 0,
    },
    StateMachine: { Id: execution.machineArn, Name: execution.machineName },
    State: {
      Name: visit.state,
      EnteredTime: toInstant(visit.enteredAt),
      ...(isTask ? { RetryCount: retryCount } : {}),
    },
    ...(token === undefined ? {} : { Task: { Token: token } }),
  };
  return { variables: execution.variables, states: { input: visit.input, context, ...more }, now: draft.instant };
}
