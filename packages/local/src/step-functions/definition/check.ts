import { expressionsIn, problemOf } from "../interpreter/expressions.ts";
import { isObject, type Json } from "../json.ts";
import { readTimestamp } from "../timestamp.ts";
import type { Definition, State, TaskState, WaitState } from "./schema.ts";

/** What the schema cannot say: transitions, expressions, and fields that depend on each other. In AWS's way of pointing. */
export function problemsOf(definition: Definition): string[] {
  const { States, StartAt, QueryLanguage } = definition;
  const problems: string[] = [];
  if (!Object.hasOwn(States, StartAt)) problems.push(`Missing 'Next' target: ${StartAt} at /StartAt`);
  for (const [name, state] of Object.entries(States)) {
    if ((state.QueryLanguage ?? QueryLanguage) !== "JSONata") {
      problems.push(`Only the QueryLanguage JSONata is supported at /States/${name}`);
    }
    const own = [...problemsOfState(state), ...problemsOfTargets(state, States), ...problemsOfExpressions(state)];
    problems.push(...own.map((problem) => `${problem} at /States/${name}`));
  }
  if (problems.length > 0) return problems;
  const reached = reachableFrom(StartAt, States);
  const lost = Object.keys(States).filter((name) => !reached.has(name));
  return lost.map((name) => `State "${name}" is not reachable at /States/${name}`);
}

function problemsOfState(state: State): string[] {
  switch (state.Type) {
    case "Task":
      return [...problemsOfEnd(state), ...problemsOfTask(state)];
    case "Wait":
      return [...problemsOfEnd(state), ...problemsOfWait(state)];
    case "Pass":
      return problemsOfEnd(state);
    case "Choice":
    case "Succeed":
    case "Fail":
      return [];
  }
}

function problemsOfEnd({ Next, End }: { Next?: string | undefined; End?: boolean | undefined }): string[] {
  return (Next === undefined) === (End === true) ? [] : ["A state has either 'Next' or 'End: true'"];
}

function problemsOfTask({ Arguments, TimeoutSeconds, HeartbeatSeconds, Retry, Catch }: TaskState): string[] {
  const problems = [...problemsOfArguments(Arguments), ...problemsOfErrors(Retry), ...problemsOfErrors(Catch)];
  if (
    typeof HeartbeatSeconds === "number" &&
    typeof TimeoutSeconds === "number" &&
    HeartbeatSeconds >= TimeoutSeconds
  ) {
    problems.push("'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'");
  }
  for (const { MaxDelaySeconds, IntervalSeconds } of Retry) {
    if (MaxDelaySeconds !== undefined && MaxDelaySeconds <= IntervalSeconds) {
      problems.push("'MaxDelaySeconds' must be greater than 'IntervalSeconds'");
    }
  }
  return problems;
}

function problemsOfArguments(given: Json | undefined): string[] {
  if (typeof given === "string" && expressionsIn(given, "Arguments").length > 0) return [];
  if (given === undefined || !isObject(given)) return ["'Arguments' must be an object or a JSONata expression"];
  const unknown = Object.keys(given).filter((key) => key !== "FunctionName" && key !== "Payload");
  const problems = unknown.map((key) => `The argument '${key}' of lambda:invoke is not supported`);
  if (typeof given.FunctionName !== "string") problems.push("The argument 'FunctionName' is required");
  return problems;
}

/** `States.ALL` stands alone, and in the last place. */
function problemsOfErrors(rules: readonly { ErrorEquals: string[] }[]): string[] {
  return rules.flatMap(({ ErrorEquals }, index) => {
    if (!ErrorEquals.includes("States.ALL")) return [];
    const isAlone = ErrorEquals.length === 1;
    const isLast = index === rules.length - 1;
    return isAlone && isLast ? [] : ["'States.ALL' must be the only error of the last rule"];
  });
}

function problemsOfWait({ Seconds, Timestamp }: WaitState): string[] {
  if ((Seconds === undefined) === (Timestamp === undefined)) return ["A Wait has either 'Seconds' or 'Timestamp'"];
  const isLiteral = Timestamp !== undefined && expressionsIn(Timestamp, "Timestamp").length === 0;
  return isLiteral && readTimestamp(Timestamp) === undefined ? ["'Timestamp' must be an RFC 3339 timestamp"] : [];
}

function targetsOf(state: State): string[] {
  switch (state.Type) {
    case "Task":
      return [...(state.Next === undefined ? [] : [state.Next]), ...state.Catch.map(({ Next }) => Next)];
    case "Pass":
    case "Wait":
      return state.Next === undefined ? [] : [state.Next];
    case "Choice":
      return [...state.Choices.map(({ Next }) => Next), ...(state.Default === undefined ? [] : [state.Default])];
    case "Succeed":
    case "Fail":
      return [];
  }
}

function problemsOfTargets(state: State, states: Definition["States"]): string[] {
  return targetsOf(state)
    .filter((target) => !Object.hasOwn(states, target))
    .map((target) => `Missing 'Next' target: ${target}`);
}

function reachableFrom(start: string, states: Definition["States"]): Set<string> {
  const reached = new Set<string>();
  const ahead = [start];
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    const state = states[name];
    if (!state || reached.has(name)) continue;
    reached.add(name);
    ahead.push(...targetsOf(state));
  }
  return reached;
}

function problemsOfExpressions(state: State): string[] {
  const fields = Object.entries(state).filter(([field]) => field !== "Comment");
  return fields.flatMap(([field, template]) =>
    expressionsIn(template, field).flatMap(({ source, location }) => {
      const problem = problemOf(source);
      return problem === undefined ? [] : [`${problem} (${location})`];
    }),
  );
}
