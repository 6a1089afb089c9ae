import type { BranchDraft } from "../branch.ts";
import { type Definition, type MapState, type ParallelState, stateOf } from "../definition/index.ts";
import type { Fan, Visit } from "../execution.ts";
import { dataLimitExceeded, type Failure } from "../failure.ts";
import type { Happening } from "../history.ts";
import { isTooLarge, type Json } from "../json.ts";
import { evaluate, evaluateAs, list, wholeNumber } from "./expressions.ts";
import { scopeOf } from "./scope.ts";

/** As many iterations of an inline Map go on at once on AWS. */
const MOST_ITERATIONS_AT_ONCE = 40;

export async function beginMap(branch: BranchDraft, visit: Visit, state: MapState): Promise<void> {
  const scope = scopeOf(branch, visit, { isRetriable: true });
  const items = await evaluateAs(list, state.Items ?? visit.input, "Items", scope);
  const most = await evaluateAs(
    wholeNumber(0, Number.MAX_SAFE_INTEGER),
    state.MaxConcurrency ?? 0,
    "MaxConcurrency",
    scope,
  );
  branch.record({ type: "MapStateStarted", mapStateStartedEventDetails: { length: items.length } });
  branch.moveTo({
    at: "branches",
    visit,
    items,
    begun: 0,
    most: most === 0 ? MOST_ITERATIONS_AT_ONCE : Math.min(most, MOST_ITERATIONS_AT_ONCE),
    outputs: items.map(() => null),
  });
}

export async function beginParallel(branch: BranchDraft, visit: Visit, state: ParallelState): Promise<void> {
  const scope = scopeOf(branch, visit, { isRetriable: true });
  const input = state.Arguments === undefined ? visit.input : await evaluate(state.Arguments, "Arguments", scope);
  if (isTooLarge(input)) throw dataLimitExceeded(`The state '${visit.state}' has arguments`);
  branch.record({ type: "ParallelStateStarted" });
  const count = state.Branches.length;
  for (const [index, { StartAt }] of state.Branches.entries()) {
    branch.open(index, undefined, { at: "entry", state: StartAt, input });
  }
  branch.moveTo({ at: "branches", visit, begun: count, most: count, outputs: state.Branches.map(() => null) });
}

/** What came of looking after the branches: there is only to wait, something has moved, or one of them has failed. */
export type Attended = "waiting" | "moved" | { failure: Failure };

/**
 * Takes what the branches or iterations have come to, begins the next ones, and makes one result of them once all have ended. Where one
 * has failed all are over; they stay as they are until the state is retried, caught, or redriven.
 */
export async function attend(
  definition: Definition,
  branch: BranchDraft,
  state: MapState | ParallelState,
  fan: Fan,
): Promise<Attended> {
  for (const child of branch.children) {
    const { result, previousEventId } = child.value;
    if (!result) continue;
    branch.follow(previousEventId);
    if (result.kind === "succeeded") takeOutput(branch, fan, child, result.result);
    else noteEnds(definition, branch, fan, child);
    return result.kind === "succeeded" ? "moved" : { failure: result.failure };
  }
  const outputs = fan.outputs.flatMap((each) => (each === null ? [] : [each.output]));
  if (outputs.length === fan.outputs.length) {
    if (isTooLarge(outputs)) throw dataLimitExceeded(`The state/task '${fan.visit.state}' returned a result`);
    branch.note({ type: `${state.Type}StateSucceeded` });
    branch.moveTo({ at: "return", visit: fan.visit, outcome: { kind: "succeeded", result: outputs } });
    return "moved";
  }
  if (state.Type === "Parallel" || fan.begun === fan.outputs.length) return "waiting";
  if (branch.children.length >= fan.most) return "waiting";
  await beginIteration(branch, state, fan);
  return "moved";
}

async function beginIteration(branch: BranchDraft, state: MapState, fan: Fan): Promise<void> {
  const { visit, items = [], begun: index } = fan;
  const item = { Index: index, Value: items[index] ?? null };
  const scope = scopeOf(branch, visit, { item, isRetriable: true });
  const input =
    state.ItemSelector === undefined ? item.Value : await evaluate(state.ItemSelector, "ItemSelector", scope);
  if (isTooLarge(input)) throw dataLimitExceeded(`The state '${visit.state}' has an item`);
  branch.open(index, iterationStarted(visit.state, index), { at: "entry", state: state.ItemProcessor.StartAt, input });
  branch.moveTo({ ...fan, begun: index + 1 });
}

export function iterationStarted(name: string, index: number): Happening {
  return { type: "MapIterationStarted", mapIterationStartedEventDetails: { name, index } };
}

function takeOutput(branch: BranchDraft, fan: Fan, child: BranchDraft, output: Json): void {
  const index = indexOf(child);
  const outputs = fan.outputs.with(index, { output });
  if (fan.items) {
    const mapIterationSucceededEventDetails = { name: fan.visit.state, index };
    const eventId = branch.note({ type: "MapIterationSucceeded", mapIterationSucceededEventDetails });
    if (outputs.every((each) => each !== null)) branch.follow(eventId);
  }
  child.close();
  branch.moveTo({ ...fan, outputs });
}

/** Records that one has failed and that all the others are over with it, each with the state that it has not left. */
function noteEnds(definition: Definition, branch: BranchDraft, { items, visit }: Fan, failed: BranchDraft): void {
  const details = { name: visit.state, index: indexOf(failed) };
  if (items) branch.note({ type: "MapIterationFailed", mapIterationFailedEventDetails: details });
  if (failed.position.at !== "branches") noteState(definition, branch, failed);
  for (const child of branch.children) {
    if (child.value.id !== failed.value.id) noteAborted(definition, branch, child, items ? visit.state : undefined);
  }
}

function noteAborted(definition: Definition, by: BranchDraft, child: BranchDraft, map: string | undefined): void {
  if (map !== undefined) {
    const details = { name: map, index: indexOf(child) };
    by.note({ type: "MapIterationAborted", mapIterationAbortedEventDetails: details });
  }
  const { position } = child;
  if (position.at === "branches") {
    const inner = position.items ? position.visit.state : undefined;
    for (const grandchild of child.children) noteAborted(definition, by, grandchild, inner);
  }
  noteState(definition, by, child);
}

function noteState(definition: Definition, by: BranchDraft, { position }: BranchDraft): void {
  if (!("visit" in position)) return;
  const { Type } = stateOf(definition, position.visit.state);
  switch (Type) {
    case "Task":
    case "Wait":
    case "Map":
    case "Parallel":
      by.note({ type: `${Type}StateAborted` });
      return;
    case "Pass":
    case "Choice":
    case "Succeed":
    case "Fail":
      return;
  }
}

function indexOf(child: BranchDraft): number {
  return child.value.parent?.index ?? 0;
}
