import { type TaskInput, tasks } from "@quorate/core/election";
import { parseInput, type World } from "@quorate/core/kit";
import * as v from "valibot";

const Invocation = v.looseObject({ task: v.string(), network: v.string(), process: v.string() });

/** The Lambda of the election's tasks: runs the one that its state names. */
export function electionTasks(world: World): (event: unknown) => Promise<unknown> {
  return async (event) => {
    const { task, ...rest } = parseInput(Invocation, event);
    const run = tasks[task];
    if (!run) throw new Error(`the election has no task ${task}`);
    const input: TaskInput = { network: rest.network, process: rest.process };
    for (const name of ["token", "fault", "at"] as const) {
      const value = rest[name];
      if (typeof value === "string") input[name] = value;
    }
    return run(world, input);
  };
}
