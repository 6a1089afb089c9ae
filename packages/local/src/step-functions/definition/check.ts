import { expressionsIn, problemOf } from "../interpreter/expressions.ts";
import { isObject, type Json } from "../json.ts";
import { readTimestamp } from "../timestamp.ts";
import { processesOf } from "./processes.ts";
import type { Catcher, Definition, Process, Retrier, State, TaskState, WaitState } from "./schema.ts";

/** What is around the states of a process: where they are, and what they may not name again. */
type Surroundings = {
  place: string;
  language: string | undefined;
  /** The names of states that were met already, in the whole machine. */
  known: Set<string>;
  /** The variables that the states around assign. */
  outer: ReadonlySet<string>;
};

/** What the schema cannot say: transitions, expressions, and fields that depend on each other. In AWS's way of pointing. */
export function problemsOf(definition: Definition): string[] {
  return problemsOfProcess(definition, {
    place: "",
    language: definition.QueryLanguage,
    known: new Set(),
    outer: new Set(),
  });
}

function problemsOfProcess({ States, StartAt }: Process, around: Surroundings): string[] {
  const { place, known, outer } = around;
  const problems: string[] = [];
  if (!Object.hasOwn(States, StartAt)) problems.push(`Missing 'Next' target: ${StartAt} at ${place}/StartAt`);
  const inner = new Set([...outer, ...Object.values(States).flatMap(assignedIn)]);
  for (const [name, state] of Object.entries(States)) {
    const at = `${place}/States/${name}`;
    if (known.has(name)) problems.push(`Duplicate state name: ${name} at ${at}`);
    known.add(name);
    if ((state.QueryLanguage ?? around.language) !== "JSONata") {
      problems.push(`Only the QueryLanguage JSONata is supported at ${at}`);
    }
    const own = [
      ...problemsOfState(state),
      ...problemsOfTargets(state, States),
      ...problemsOfExpressions(state),
      ...problemsOfVariables(state, outer),
    ];
    problems.push(...own.map((problem) => `${problem} at ${at}`));
    for (const { process, field } of processesOf(state)) {
      problems.push(...problemsOfProcess(process, { ...around, place: `${at}/${field}`, outer: inner }));
    }
  }
  if (problems.length > 0) return problems;
  const reached = reachableFrom(StartAt, States);
  const lost = Object.keys(States).filter((name) => !reached.has(name));
  return lost.map((name) => `State "${name}" is not reachable at ${place}/States/${name}`);
}

function problemsOfState(state: State): string[] {
  switch (state.Type) {
    case "Task":
      return [...problemsOfEnd(state), ...problemsOfRecovery(state), ...problemsOfTask(state)];
    case "Map":
    case "Parallel":
      return [...problemsOfEnd(state), ...problemsOfRecovery(state)];
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

function problemsOfTask({ Arguments, TimeoutSeconds, HeartbeatSeconds }: TaskState): string[] {
  const problems = problemsOfArguments(Arguments);
  if (
    typeof HeartbeatSeconds === "number" &&
    typeof TimeoutSeconds === "number" &&
    HeartbeatSeconds >= TimeoutSeconds
  ) {
    problems.push("'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'");
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

function problemsOfRecovery({ Retry, Catch }: { Retry: readonly Retrier[]; Catch: readonly Catcher[] }): string[] {
  const problems = [...problemsOfErrors(Retry), ...problemsOfErrors(Catch)];
  for (const { MaxDelaySeconds, IntervalSeconds } of Retry) {
    if (MaxDelaySeconds !== undefined && MaxDelaySeconds <= IntervalSeconds) {
      problems.push("'MaxDelaySeconds' must be greater than 'IntervalSeconds'");
    }
  }
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

/** AWS refuses a variable that is assigned both inside a Map or Parallel and around it. */
function problemsOfVariables(state: State, outer: ReadonlySet<string>): string[] {
  return assignedIn(state)
    .filter((name) => outer.has(name))
    .map((name) => `The variable '${name}' is assigned in an outer scope already`);
}

function assignedIn(state: State): string[] {
  switch (state.Type) {
    case "Task":
    case "Map":
    case "Parallel":
      return namesOf([state, ...state.Catch]);
    case "Choice":
      return namesOf([state, ...state.Choices]);
    case "Pass":
    case "Wait":
      return namesOf([state]);
    case "Succeed":
    case "Fail":
      return [];
  }
}

function namesOf(assigning: readonly { Assign?: Record<string, Json> | undefined }[]): string[] {
  return assigning.flatMap(({ Assign }) => Object.keys(Assign ?? {}));
}

function targetsOf(state: State): string[] {
  switch (state.Type) {
    case "Task":
    case "Map":
    case "Parallel":
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

function problemsOfTargets(state: State, states: Process["States"]): string[] {
  return targetsOf(state)
    .filter((target) => !Object.hasOwn(states, target))
    .map((target) => `Missing 'Next' target: ${target}`);
}

function reachableFrom(start: string, states: Process["States"]): Set<string> {
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

/** The fields of a state that hold other states; those have their own turn. */
const holders = new Set(["Branches", "ItemProcessor", "Comment"]);

function problemsOfExpressions(state: State): string[] {
  const fields = Object.entries(state).filter(([field]) => !holders.has(field));
  return fields.flatMap(([field, template]) =>
    expressionsIn(template, field).flatMap(({ source, location }) => {
      const problem = problemOf(source);
      return problem === undefined ? [] : [`${problem} (${location})`];
    }),
  );
}
