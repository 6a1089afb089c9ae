import type { BranchDraft } from "../branch.ts";
import type { State } from "../definition/index.ts";
import type { Visit } from "../execution.ts";
import { dataLimitExceeded } from "../failure.ts";
import { asOutput } from "../history.ts";
import { isTooLarge, type Json } from "../json.ts";
import { evaluate, type Scope } from "./expressions.ts";

/** How a state is left: by its own fields, a rule of a Choice, or a Catch. Without `Next` the branch ends. */
export type Exit = {
  Assign?: Record<string, Json> | undefined;
  Output?: Json | undefined;
  Next?: string | undefined;
};

/**
 * Leaves a state: `Assign` and `Output` are evaluated over the variables as they were, then the new ones hold. Without
 * `Output` the state's output is `otherwise`.
 */
export async function leave(branch: BranchDraft, { visit, type, scope, exit, otherwise }: Leaving): Promise<void> {
  const assigned: Record<string, Json> = {};
  for (const [name, template] of Object.entries(exit.Assign ?? {})) {
    assigned[name] = await evaluate(template, `Assign/${name}`, scope);
  }
  const output = exit.Output === undefined ? otherwise : await evaluate(exit.Output, "Output", scope);
  if (isTooLarge(output) || isTooLarge(assigned)) {
    throw dataLimitExceeded(`The state/task '${visit.state}' returned a result`);
  }
  branch.record({
    type: `${type}StateExited`,
    stateExitedEventDetails: { name: visit.state, ...asOutput(JSON.stringify(output)), ...inHistory(assigned) },
  });
  branch.assign(assigned);
  if (exit.Next === undefined) branch.succeed(output);
  else branch.moveTo({ at: "entry", state: exit.Next, input: output });
}

export type Leaving = {
  visit: Visit;
  type: Exclude<State["Type"], "Fail">;
  scope: Scope;
  exit: Exit;
  otherwise: Json;
};

function inHistory(assigned: Record<string, Json>) {
  const texts = Object.entries(assigned).map(([name, value]): [string, string] => [name, JSON.stringify(value)]);
  if (texts.length === 0) return {};
  return { assignedVariables: Object.fromEntries(texts), assignedVariablesDetails: { truncated: false } as const };
}
