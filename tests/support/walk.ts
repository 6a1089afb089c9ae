import { Transient, type World } from "@quorate/core/kit";
import type { ProcessKind } from "@quorate/core/process";
import * as v from "valibot";

const State = v.variant("Type", [
  v.object({
    Type: v.literal("Task"),
    Resource: v.string(),
    Arguments: v.object({ Payload: v.object({ task: v.string() }) }),
    Next: v.string(),
  }),
  v.object({
    Type: v.literal("Choice"),
    Choices: v.array(v.object({ Condition: v.string(), Next: v.string() })),
    Default: v.string(),
  }),
  v.object({ Type: v.literal("Pass"), Next: v.string() }),
  v.object({ Type: v.literal("Succeed") }),
  v.object({ Type: v.literal("Fail") }),
]);

const Definition = v.object({ StartAt: v.string(), States: v.record(v.string(), State) });

/** A process goes round its waits a few times; one that goes round for ever is a fault. */
const MOST_STEPS = 200;

/**
 * One execution of a process from `Resume` to where it waits, succeeds or fails, through its own definition and its own tasks; the
 * name of the state it stops at. A task that meets a passing fault is run again, as the service does; every other fault is thrown.
 */
export async function walk(
  world: World,
  kind: Pick<ProcessKind, "definition" | "tasks">,
  of: { network: string; process: string },
): Promise<string> {
  const { StartAt, States } = v.parse(Definition, kind.definition);
  let [name, word] = [StartAt, ""];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const state = States[name];
    if (!state) throw new Error(`no state ${name}`);
    switch (state.Type) {
      case "Succeed":
      case "Fail":
        return name;
      case "Pass":
        name = state.Next;
        break;
      case "Task": {
        if (state.Resource.endsWith(".waitForTaskToken")) return name;
        const task = kind.tasks[state.Arguments.Payload.task];
        if (!task) throw new Error(`no task ${state.Arguments.Payload.task}`);
        const fault = word;
        word = (await untilCalm(() => task(world, { ...of, fault, at: "Lapsed" }))).word;
        name = state.Next;
        break;
      }
      case "Choice":
        name = state.Choices.find(({ Condition }) => Condition === `{% $word = "${word}" %}`)?.Next ?? state.Default;
    }
  }
  throw new Error(`${of.process} does not come to rest: ${name}`);
}

async function untilCalm<R>(call: () => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof Transient) || tries >= 6) throw error;
    }
  }
}
