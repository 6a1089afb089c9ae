import * as Election from "@quorate/core/election";
import * as Plan from "@quorate/core/plan";
import * as Session from "@quorate/core/session";
import aslValidator from "asl-validator";
import * as v from "valibot";
import { describe, expect, it } from "vitest";

const State = v.looseObject({
  Type: v.string(),
  Resource: v.optional(v.string()),
  Arguments: v.optional(v.looseObject({ Payload: v.looseObject({ task: v.string() }) })),
  Choices: v.optional(v.array(v.looseObject({ Condition: v.string(), Next: v.string() }))),
  Retry: v.optional(v.array(v.looseObject({ ErrorEquals: v.array(v.string()) }))),
  Catch: v.optional(v.array(v.looseObject({ ErrorEquals: v.array(v.string()) }))),
  TimeoutSeconds: v.optional(v.union([v.number(), v.string()])),
});

const Definition = v.looseObject({ States: v.record(v.string(), State) });

describe.each([
  { kind: Election.kind, stages: Election.Stage.options },
  { kind: Session.kind, stages: Session.Stage.options },
  { kind: Plan.kind, stages: Plan.Stage.options },
])("the state machine of $kind.name", ({ kind: { definition, tasks }, stages }) => {
  const states = Object.entries(v.parse(Definition, definition).States).map(([name, state]) => ({ name, state }));
  const taskStates = states.filter(({ state }) => state.Type === "Task");

  it("is a definition that AWS would take", () => {
    const { isValid, errorsText } = aslValidator(definition);
    expect(isValid, errorsText("\n")).toBe(true);
  });

  it("has a task for each of its states and a state for each of its tasks, under one name", () => {
    const named = taskStates.map(({ name, state }) => {
      expect(state.Arguments?.Payload.task).toBe(name);
      return name;
    });
    expect(named.toSorted()).toEqual(Object.keys(tasks).toSorted());
  });

  it("goes on from every stage after a resume", () => {
    const choice = states.find(({ name }) => name === "ResumeAt")?.state.Choices ?? [];
    const words = choice.map(({ Condition }) => /"(\w+)"/.exec(Condition)?.[1]);
    expect(words.toSorted()).toEqual([...stages].toSorted());
  });

  it("retries what passes by itself and never everything; whatever is left is caught and parks it", () => {
    for (const { state } of taskStates) {
      expect((state.Retry ?? []).flatMap((retrier) => retrier.ErrorEquals)).not.toContain("States.ALL");
      expect((state.Catch ?? []).flatMap((catcher) => catcher.ErrorEquals)).toContain("States.ALL");
    }
  });

  it("waits for nobody without a time-out", () => {
    const waits = taskStates.filter(({ state }) => state.Resource?.endsWith(".waitForTaskToken"));
    expect(waits.length).toBeGreaterThan(0);
    for (const { state } of waits) {
      expect(state.TimeoutSeconds).toBeDefined();
      expect((state.Catch ?? []).flatMap((catcher) => catcher.ErrorEquals)).toContain("States.Timeout");
    }
  });
});
