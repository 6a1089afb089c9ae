import { type ChoiceState, type Definition, LONGEST_SECONDS, type State, type WaitState } from "../definition/index.ts";
import type { Draft } from "../draft.ts";
import type { Visit } from "../execution.ts";
import { StateFailed } from "../failure.ts";
import { asInput } from "../history.ts";
import type { Json } from "../json.ts";
import { readTimestamp } from "../timestamp.ts";
import { evaluate, type Scope, unexpectedResult } from "./expressions.ts";
import { type Exit, leave } from "./leave.ts";
import { scopeOf } from "./scope.ts";
import { recover, scheduleTask, takeOutcome } from "./task.ts";

/** Moves the execution one step on. False if it stands: it has ended, or waits for time, a function or a token. */
export async function step(definition: Definition, draft: Draft): Promise<boolean> {
  const { position } = draft.execution;
  switch (position.at) {
    case "entry": {
      const state = stateOf(definition, position.state);
      const visit = enter(draft, position.state, state, position.input);
      return withFailures(draft, visit, state, () => begin(draft, visit, state));
    }
    case "wait":
      if (draft.now < position.until) return false;
      return inState(position.visit, async (state) => {
        if (state.Type !== "Wait") throw misplaced(position.visit);
        await exit(draft, position.visit, state.Type, state);
      });
    case "backoff":
      if (draft.now < position.until) return false;
      draft.moveTo({ at: "schedule", visit: position.visit });
      return true;
    case "schedule":
      return inState(position.visit, async (state) => {
        if (state.Type !== "Task") throw misplaced(position.visit);
        await scheduleTask(draft, position.visit, state);
      });
    case "return":
      return inState(position.visit, async (state) => {
        if (state.Type !== "Task") throw misplaced(position.visit);
        await takeOutcome(draft, position.visit, state, position.outcome);
      });
    case "invocation":
    case "callback":
    case "end":
      return false;
  }

  function inState(visit: Visit, work: (state: State) => Promise<void>): Promise<boolean> {
    const state = stateOf(definition, visit.state);
    return withFailures(draft, visit, state, () => work(state));
  }
}

function stateOf({ States }: Definition, name: string): State {
  const state = States[name];
  if (!state) throw new Error(`the definition has no state ${name}`);
  return state;
}

function misplaced({ state }: Visit): Error {
  return new Error(`the execution stands in ${state} as no state of its type does`);
}

function enter(draft: Draft, name: string, state: State, input: Json): Visit {
  const enteredAt = draft.now;
  const enteredEventId = draft.record({
    type: `${state.Type}StateEntered`,
    stateEnteredEventDetails: { name, ...asInput(JSON.stringify(input)) },
  });
  return { state: name, input, enteredAt, enteredEventId, retries: [] };
}

async function begin(draft: Draft, visit: Visit, state: State): Promise<void> {
  switch (state.Type) {
    case "Task":
      draft.moveTo({ at: "schedule", visit });
      return;
    case "Pass":
    case "Succeed":
      await exit(draft, visit, state.Type, state);
      return;
    case "Choice":
      await exit(draft, visit, state.Type, await choose(state, scopeOf(draft, visit)));
      return;
    case "Wait":
      draft.moveTo({ at: "wait", visit, until: await readUntil(draft, state, scopeOf(draft, visit)) });
      return;
    case "Fail": {
      const scope = scopeOf(draft, visit);
      const error = await readText(state.Error, "Error", scope);
      draft.fail({ error, cause: await readText(state.Cause, "Cause", scope) });
    }
  }
}

async function exit(draft: Draft, visit: Visit, type: "Pass" | "Succeed" | "Choice" | "Wait", by: Exit): Promise<void> {
  await leave(draft, { visit, type, scope: scopeOf(draft, visit), exit: by, otherwise: visit.input });
}

/** The first rule whose condition holds, or the state itself with its `Default`. */
async function choose(state: ChoiceState, scope: Scope): Promise<Exit> {
  for (const [index, rule] of state.Choices.entries()) {
    const location = `Choices[${index}]/Condition`;
    const holds = await evaluate(rule.Condition, location, scope);
    if (typeof holds !== "boolean") throw unexpectedResult(location, "a boolean", holds);
    if (holds) return rule;
  }
  if (state.Default === undefined) {
    const cause = "Failed to transition out of the state. The state does not point to a next state.";
    throw new StateFailed({ error: "States.NoChoiceMatched", cause });
  }
  return { Assign: state.Assign, Output: state.Output, Next: state.Default };
}

async function readUntil(draft: Draft, { Seconds, Timestamp }: WaitState, scope: Scope): Promise<number> {
  if (Timestamp !== undefined) {
    const value = await evaluate(Timestamp, "Timestamp", scope);
    const until = typeof value === "string" ? readTimestamp(value) : undefined;
    if (until === undefined) throw unexpectedResult("Timestamp", "an RFC 3339 timestamp", value);
    return until;
  }
  const value = await evaluate(Seconds ?? 0, "Seconds", scope);
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LONGEST_SECONDS) {
    return draft.now + value * 1000;
  }
  throw unexpectedResult("Seconds", `an integer from 0 to ${LONGEST_SECONDS}`, value);
}

async function readText(field: string | undefined, name: string, scope: Scope): Promise<string | undefined> {
  if (field === undefined) return undefined;
  const value = await evaluate(field, name, scope);
  if (typeof value !== "string") throw unexpectedResult(name, "a string", value);
  return value;
}

/** A state that fails is retried or caught if it is a task, once; otherwise the execution fails with it. */
async function withFailures(draft: Draft, visit: Visit, state: State, work: () => Promise<void>): Promise<true> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StateFailed)) throw error;
    const failure = note(draft, visit, error);
    const { position } = draft.execution;
    const isCaught = position.at === "return" && position.outcome.kind === "failed";
    if (state.Type !== "Task" || isCaught) draft.fail(failure);
    else
      await withFailures(draft, visit, { ...state, Retry: [], Catch: [] }, () => recover(draft, visit, state, failure));
  }
  return true;
}

/** The failure with its place in the history, and the event of an expression that failed. */
function note(draft: Draft, visit: Visit, { failure, location }: StateFailed) {
  const about = `An error occurred while executing the state '${visit.state}' (entered at the event id #${visit.enteredEventId}).`;
  const placed = { ...failure, cause: `${about} ${failure.cause ?? ""}`.trimEnd() };
  if (location !== undefined) {
    draft.record({
      type: "EvaluationFailed",
      evaluationFailedEventDetails: { error: placed.error, cause: placed.cause, location, state: visit.state },
    });
  }
  return placed;
}
