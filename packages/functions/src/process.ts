import { parseInput, type World } from "@quorate/core/kit";
import type { ProcessKind, TaskInput } from "@quorate/core/process";
import * as v from "valibot";

const Invocation = v.looseObject({ task: v.string(), network: v.string(), process: v.string() });

/** The Lambda of a process's tasks: runs the one that the state names. */
export function processTasks(kind: ProcessKind): (world: World) => (event: unknown) => Promise<unknown> {
  return (world) => async (event) => {
    const { task, ...rest } = parseInput(Invocation, event);
    const run = kind.tasks[task];
    if (!run) throw new Error(`${kind.name} has no task ${task}`);
    const input: TaskInput = { network: rest.network, process: rest.process };
    for (const name of ["token", "fault", "at"] as const) {
      const value = rest[name];
      if (typeof value === "string") input[name] = value;
    }
    return run(world, input);
  };
}
