import type { Process, State } from "./schema.ts";

/** The processes within a state, each with the field that holds it. */
export function processesOf(state: State): { process: Process; field: string }[] {
  switch (state.Type) {
    case "Map":
      return [{ process: state.ItemProcessor, field: "ItemProcessor" }];
    case "Parallel":
      return state.Branches.map((process, index) => ({ process, field: `Branches[${index}]` }));
    case "Task":
    case "Pass":
    case "Choice":
    case "Wait":
    case "Succeed":
    case "Fail":
      return [];
  }
}

const found = new WeakMap<Process, ReadonlyMap<string, State>>();

/** The state of that name, however deep it lies: a name is given once in the whole machine. */
export function stateOf(process: Process, name: string): State {
  const states = found.get(process) ?? new Map(statesIn(process));
  found.set(process, states);
  const state = states.get(name);
  if (!state) throw new Error(`the definition has no state ${name}`);
  return state;
}

function statesIn({ States }: Process): [string, State][] {
  return Object.entries(States).flatMap(([name, state]): [string, State][] => [
    [name, state],
    ...processesOf(state).flatMap(({ process }) => statesIn(process)),
  ]);
}
