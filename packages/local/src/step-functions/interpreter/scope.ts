import { toInstant } from "@quorate/core/kit";
import type { BranchDraft } from "../branch.ts";
import type { Visit } from "../execution.ts";
import { type Json, type JsonObject, parseJson } from "../json.ts";
import type { Scope } from "./expressions.ts";

type Item = { Index: number; Value: Json };

/** What the expressions of a state see besides its input and the context. */
export type More = {
  /** The token of its task. */
  token?: string | undefined;
  /** True of a state that may be retried. */
  isRetriable?: boolean;
  /** The item that a Map is about to begin with; otherwise the one that the branch is in. */
  item?: Item;
  result?: Json;
  errorOutput?: Json;
};

export function scopeOf(branch: BranchDraft, visit: Visit, more: More = {}): Scope {
  const { token, isRetriable = false, item = itemOf(branch), ...seen } = more;
  const { execution } = branch;
  const { redrives } = execution;
  const retryCount = visit.retries.reduce((sum, count) => sum + count, 0);
  const context: JsonObject = {
    Execution: {
      Id: execution.arn,
      Input: parseJson(execution.input),
      StartTime: toInstant(execution.startedAt),
      Name: execution.name,
      RoleArn: execution.roleArn,
      RedriveCount: redrives.count,
      ...(redrives.at === undefined ? {} : { RedriveTime: toInstant(redrives.at) }),
    },
    StateMachine: { Id: execution.machineArn, Name: execution.machineName },
    State: {
      Name: visit.state,
      EnteredTime: toInstant(visit.enteredAt),
      ...(isRetriable ? { RetryCount: retryCount } : {}),
    },
    ...(item ? { Map: { Item: item } } : {}),
    ...(token === undefined ? {} : { Task: { Token: token } }),
  };
  return { variables: branch.variables, states: { input: visit.input, context, ...seen }, now: branch.instant };
}

/** The item of the innermost Map around the branch. */
function itemOf(branch: BranchDraft): Item | undefined {
  const { parent } = branch;
  if (!parent) return undefined;
  const { position } = parent;
  const index = branch.value.parent?.index ?? 0;
  const value = position.at === "branches" ? position.items?.[index] : undefined;
  return value === undefined ? itemOf(parent) : { Index: index, Value: value };
}
