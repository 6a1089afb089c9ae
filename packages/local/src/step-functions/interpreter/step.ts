import type { BranchDraft } from "../branch.ts";
import {
  type ChoiceState,
  type Definition,
  LONGEST_SECONDS,
  type State,
  stateOf,
  type WaitState,
} from "../definition/index.ts";
import type { Position, Visit } from "../execution.ts";
import { type Failure, StateFailed } from "../failure.ts";
import { asInput } from "../history.ts";
import type { Json } from "../json.ts";
import { readTimestamp } from "../timestamp.ts";
import { evaluate, evaluateAs, type Scope, text, truth, unexpectedResult, wholeNumber } from "./expressions.ts";
import { attend, beginMap, beginParallel } from "./fan.ts";
import { type Exit, leave } from "./leave.ts";
import { type Retriable, recover } from "./recover.ts";
import { scopeOf } from "./scope.ts";
import { scheduleTask } from "./task.ts";

/** Moves a branch one step on. False if it stands: it has ended, or waits for time, a function, a token or its own branches. */
export async function step(definition: Definition, branch: BranchDraft): Promise<boolean> {
  if (!branch.isGoing) return false;
  const { position } = branch;
  switch (position.at) {
    case "entry": {
      const state = stateOf(definition, position.state);
      const before = branch.value.previousEventId;
      const visit = enter(branch, position.state, state, position.input);
      branch.moveTo({ at: "begin", visit });
      if (!isRetriable(state)) await attempt(branch, visit, state, () => begin(branch, visit, state), before);
      return true;
    }
    case "begin": {
      const state = stateOf(definition, position.visit.state);
      await attempt(branch, position.visit, state, () => begin(branch, position.visit, state));
      return true;
    }
    case "wait": {
      if (branch.now < position.until) return false;
      const state = stateOf(definition, position.visit.state);
      if (state.Type !== "Wait") throw misplaced(position.visit);
      await attempt(branch, position.visit, state, () => exit(branch, position.visit, state.Type, state));
      return true;
    }
    case "backoff":
      if (branch.now < position.until) return false;
      branch.moveTo({ at: "begin", visit: position.visit });
      return true;
    case "return":
      await takeReturn(definition, branch, position);
      return true;
    case "branches":
      return await lookAfter(definition, branch, position);
    case "invocation":
    case "callback":
    case "end":
      return false;
  }
}

function misplaced({ state }: Visit): Error {
  return new Error(`the execution stands in ${state} as no state of its type does`);
}

function isRetriable(state: State): state is Retriable {
  return state.Type === "Task" || state.Type === "Map" || state.Type === "Parallel";
}

function enter(branch: BranchDraft, name: string, state: State, input: Json): Visit {
  const enteredAt = branch.now;
  const enteredEventId = branch.record({
    type: `${state.Type}StateEntered`,
    stateEnteredEventDetails: { name, ...asInput(JSON.stringify(input)) },
  });
  return { state: name, input, enteredAt, enteredEventId, retries: [] };
}

async function begin(branch: BranchDraft, visit: Visit, state: State): Promise<void> {
  switch (state.Type) {
    case "Task":
      await scheduleTask(branch, visit, state);
      return;
    case "Map":
      await beginMap(branch, visit, state);
      return;
    case "Parallel":
      await beginParallel(branch, visit, state);
      return;
    case "Pass":
    case "Succeed":
      await exit(branch, visit, state.Type, state);
      return;
    case "Choice":
      await exit(branch, visit, state.Type, await choose(state, scopeOf(branch, visit)));
      return;
    case "Wait":
      branch.moveTo({ at: "wait", visit, until: await readUntil(branch, state, scopeOf(branch, visit)) });
      return;
    case "Fail": {
      const scope = scopeOf(branch, visit);
      const error = await readText(state.Error, "Error", scope);
      branch.fail({ error, cause: await readText(state.Cause, "Cause", scope) });
    }
  }
}

type Exited = "Pass" | "Succeed" | "Choice" | "Wait";

async function exit(branch: BranchDraft, visit: Visit, type: Exited, by: Exit): Promise<void> {
  await leave(branch, { visit, type, scope: scopeOf(branch, visit), exit: by, otherwise: visit.input });
}

/** Leaves a task, or a Map or Parallel, with its result; a failed task goes into Retry, Catch and failure. */
async function takeReturn(
  definition: Definition,
  branch: BranchDraft,
  { visit, outcome }: Extract<Position, { at: "return" }>,
): Promise<void> {
  const state = stateOf(definition, visit.state);
  if (!isRetriable(state)) throw misplaced(visit);
  switch (outcome.kind) {
    case "succeeded":
      await attempt(branch, visit, state, async () => {
        const scope = scopeOf(branch, visit, { result: outcome.result, isRetriable: true });
        await leave(branch, { visit, type: state.Type, scope, exit: state, otherwise: outcome.result });
      });
      return;
    case "failed":
      await recoverOrFail(branch, visit, state, outcome.failure);
  }
}

/** Goes on with a Map or a Parallel after its branches have. */
async function lookAfter(
  definition: Definition,
  branch: BranchDraft,
  fan: Extract<Position, { at: "branches" }>,
): Promise<boolean> {
  const state = stateOf(definition, fan.visit.state);
  if (state.Type !== "Map" && state.Type !== "Parallel") throw misplaced(fan.visit);
  const attended = await attempt(branch, fan.visit, state, () => attend(definition, branch, state, fan));
  if (typeof attended === "object") await recoverOrFail(branch, fan.visit, state, attended.failure);
  return attended !== "waiting";
}

/** The first rule whose condition holds, or the state itself with its `Default`. */
async function choose(state: ChoiceState, scope: Scope): Promise<Exit> {
  for (const [index, rule] of state.Choices.entries()) {
    if (await evaluateAs(truth, rule.Condition, `Choices[${index}]/Condition`, scope)) return rule;
  }
  if (state.Default === undefined) {
    const cause = "Failed to transition out of the state. The state does not point to a next state.";
    throw new StateFailed({ error: "States.NoChoiceMatched", cause });
  }
  return { Assign: state.Assign, Output: state.Output, Next: state.Default };
}

async function readUntil(branch: BranchDraft, { Seconds, Timestamp }: WaitState, scope: Scope): Promise<number> {
  if (Timestamp !== undefined) {
    const value = await evaluate(Timestamp, "Timestamp", scope);
    const until = typeof value === "string" ? readTimestamp(value) : undefined;
    if (until === undefined) throw unexpectedResult(Timestamp, "Timestamp", "timestamp", value);
    return until;
  }
  const seconds = await evaluateAs(wholeNumber(0, LONGEST_SECONDS), Seconds ?? 0, "Seconds", scope);
  return branch.now + seconds * 1000;
}

async function readText(field: string | undefined, name: string, scope: Scope): Promise<string | undefined> {
  return field === undefined ? undefined : await evaluateAs(text, field, name, scope);
}

/**
 * Does the work of a state. If it fails, the state is retried or caught where it may be, and otherwise fails its branch; the
 * answer is undefined then. What fails as the state is entered follows, as on AWS, the event `before` that.
 */
async function attempt<R>(
  branch: BranchDraft,
  visit: Visit,
  state: State,
  work: () => Promise<R>,
  before?: number,
): Promise<R | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StateFailed)) throw error;
    if (before !== undefined) branch.follow(before);
    const failure = note(branch, visit, error);
    if (isRetriable(state)) await recoverOrFail(branch, visit, state, failure);
    else branch.fail(failure);
    return undefined;
  }
}

/** A failure is taken by Retry and Catch once: what fails in a Catch itself fails the branch. */
async function recoverOrFail(branch: BranchDraft, visit: Visit, state: Retriable, failure: Failure): Promise<void> {
  try {
    await recover(branch, visit, state, failure);
  } catch (error) {
    if (!(error instanceof StateFailed)) throw error;
    branch.fail(note(branch, visit, error));
  }
}

/** The failure with its place in the history, and the event of an expression that failed. */
function note(branch: BranchDraft, visit: Visit, { failure, location }: StateFailed): Failure {
  const about = `An error occurred while executing the state '${visit.state}' (entered at the event id #${visit.enteredEventId}).`;
  const placed = { ...failure, cause: `${about} ${failure.cause ?? ""}`.trimEnd() };
  if (location !== undefined) {
    branch.record({
      type: "EvaluationFailed",
      evaluationFailedEventDetails: { error: placed.error, cause: placed.cause, location, state: visit.state },
    });
  }
  return placed;
}
