import { SendTaskSuccessCommand, TaskTimedOut } from "@aws-sdk/client-sfn";
import aslValidator from "asl-validator";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Bench,
  definitionOf,
  invoke,
  invokeWithToken,
  openBench,
  processOf,
  type States,
  tokenKeeper,
} from "./service.ts";

const keeper = tokenKeeper();
let bench: Bench;
let failing = new Set<unknown>();
const asked: unknown[] = [];
beforeEach(async () => {
  keeper.tokens.length = 0;
  asked.length = 0;
  failing = new Set();
  bench = await openBench({
    await: keeper.handler,
    ask: async (payload) => {
      asked.push(payload);
      if (failing.has(payload)) throw new RangeError(`not ${payload}`);
      return payload;
    },
  });
});
afterEach(() => bench.close());

/** A Map over the items, with these states for each. */
function each(states: States, more: Record<string, unknown> = {}) {
  return { Type: "Map", ItemProcessor: { ProcessorConfig: { Mode: "INLINE" }, ...processOf(states) }, ...more };
}

const same = { Same: { Type: "Pass", End: true } };
const ask = { Ask: invoke("ask", { Output: "{% $states.result.Payload %}", End: true }, "{% $states.input %}") };

async function moveTo(time: string): Promise<void> {
  bench.clock.moveTo(`2026-03-20T${time}Z`);
  await bench.service.idle();
}

describe("a Map", () => {
  it("with all that is supported of it is a definition that AWS would take", async () => {
    const everything = {
      Each: each(same, {
        Items: "{% $states.input.members %}",
        ItemSelector: { who: "{% $states.context.Map.Item.Value %}" },
        MaxConcurrency: 4,
        Retry: [
          { ErrorEquals: ["Unready"], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 2, JitterStrategy: "FULL" },
        ],
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Done" }],
        Assign: { all: "{% $states.result %}" },
        Output: { all: "{% $states.result %}" },
        Next: "Done",
      }),
      Done: { Type: "Succeed" },
    };
    const { isValid, errorsText } = aslValidator(JSON.parse(definitionOf(everything, { TimeoutSeconds: 60 })));
    expect(isValid, errorsText("; ")).toBe(true);
    expect(await bench.make(everything, "everything", { TimeoutSeconds: 60 })).toMatch(/:everything$/);
  });

  it("does its states with each item, and gives their outputs in the order of the items", async () => {
    const { output } = await bench.run(
      { Each: each({ Add: { Type: "Pass", Output: "{% $states.input + 1 %}", End: true } }, { End: true }) },
      [3, 1, 2],
    );
    expect(output).toEqual([4, 2, 3]);
  });

  it("one item after the other is recorded with the ids that AWS gives", async () => {
    const { arn } = await bench.run({ Each: each(same, { MaxConcurrency: 1, End: true }) }, [1, 2]);
    expect(await bench.chain(arn)).toEqual([
      [1, 0, "ExecutionStarted"],
      [2, 0, "MapStateEntered"],
      [3, 2, "MapStateStarted"],
      [4, 3, "MapIterationStarted"],
      [5, 4, "PassStateEntered"],
      [6, 5, "PassStateExited"],
      [7, 6, "MapIterationSucceeded"],
      [8, 6, "MapIterationStarted"],
      [9, 8, "PassStateEntered"],
      [10, 9, "PassStateExited"],
      [11, 10, "MapIterationSucceeded"],
      [12, 11, "MapStateSucceeded"],
      [13, 11, "MapStateExited"],
      [14, 13, "ExecutionSucceeded"],
    ]);
    const events = await bench.history(arn);
    expect(events[2]?.mapStateStartedEventDetails).toEqual({ length: 2 });
    expect(events[7]?.mapIterationStartedEventDetails).toEqual({ name: "Each", index: 1 });
    expect(events[10]?.mapIterationSucceededEventDetails).toEqual({ name: "Each", index: 1 });
    expect(events[8]?.stateEnteredEventDetails).toMatchObject({ name: "Same", input: "2" });
    expect(events[12]?.stateExitedEventDetails).toMatchObject({ name: "Each", output: "[1,2]" });
  });

  it("of no items is over at once", async () => {
    const { arn, output } = await bench.run({ Each: each(same, { Items: [], End: true }) });
    expect(output).toEqual([]);
    expect((await bench.chain(arn)).slice(2)).toEqual([
      [3, 2, "MapStateStarted"],
      [4, 3, "MapStateSucceeded"],
      [5, 3, "MapStateExited"],
      [6, 5, "ExecutionSucceeded"],
    ]);
  });

  it("takes its Items from an expression, and makes each one's input by its ItemSelector", async () => {
    const { output } = await bench.run(
      {
        Each: each(
          { Look: { Type: "Pass", Output: "{% [$states.input, $states.context.Map.Item.Index] %}", End: true } },
          {
            Items: "{% $states.input.members %}",
            ItemSelector: { who: "{% $states.context.Map.Item.Value.id %}", of: "{% $states.input.network %}" },
            Output: { all: "{% $states.result %}" },
            End: true,
          },
        ),
      },
      { network: "net_1", members: [{ id: "a" }, { id: "b" }] },
    );
    expect(output).toEqual({
      all: [
        [{ who: "a", of: "net_1" }, 0],
        [{ who: "b", of: "net_1" }, 1],
      ],
    });
  });

  it.each([
    [{ Items: "{% $states.input %}" }, "Items"],
    [{ Items: [1], MaxConcurrency: "{% 'many' %}" }, "MaxConcurrency"],
    [{ Items: [1], ItemSelector: "{% $nobody %}" }, "ItemSelector"],
  ])("of %o fails with States.QueryEvaluationError", async (more, location) => {
    const { arn, error } = await bench.run({ Each: each(same, { ...more, End: true }) }, { no: "list" });
    expect(error).toBe("States.QueryEvaluationError");
    const failed = (await bench.history(arn)).find(({ type }) => type === "EvaluationFailed");
    expect(failed?.evaluationFailedEventDetails).toMatchObject({ location, state: "Each" });
  });

  it("lets no more go on at once than MaxConcurrency, and forty at most", async () => {
    const wait = { Await: invokeWithToken("await", { End: true }) };
    const items = Array.from({ length: 45 }, (_, index) => index);
    await bench.run({ Each: each(wait, { MaxConcurrency: "{% $count($states.input) - 42 %}", End: true }) }, items);
    expect(keeper.tokens).toHaveLength(3);
    keeper.tokens.length = 0;
    const all = await bench.make({ Each: each(wait, { End: true }) }, "all");
    await bench.start(all, items);
    await bench.service.idle();
    expect(keeper.tokens).toHaveLength(40);
  });

  it("within a Map knows the item of the inner one, and each its own variables and those around it", async () => {
    const { output } = await bench.run(
      {
        Begin: { Type: "Pass", Assign: { network: "net" }, Next: "Outer" },
        Outer: each(
          {
            Name: { Type: "Pass", Assign: { letter: "{% $states.input[0] %}" }, Next: "Inner" },
            Inner: each(
              {
                Own: { Type: "Pass", Assign: { own: "{% $letter & $states.context.Map.Item.Index %}" }, Next: "Tell" },
                Tell: { Type: "Pass", Output: "{% $network & $own %}", End: true },
              },
              { End: true },
            ),
          },
          { Assign: { all: "{% $states.result %}" }, Next: "Done" },
        ),
        Done: { Type: "Succeed", Output: { all: "{% $all %}", inner: "{% $exists($own) or $exists($letter) %}" } },
      },
      [["a", 1], ["b"]],
    );
    expect(output).toEqual({ all: [["neta0", "neta1"], ["netb0"]], inner: false });
  });
});

describe("an iteration that fails", () => {
  it("fails the Map with its error, and aborts the others, as AWS records it", async () => {
    failing = new Set([2]);
    const wait = {
      Which: { Type: "Choice", Choices: [{ Condition: "{% $states.input = 2 %}", Next: "Ask" }], Default: "Rest" },
      Rest: { Type: "Wait", Seconds: 60, End: true },
      ...ask,
    };
    const { arn, status, error, cause = "" } = await bench.run({ Each: each(wait, { End: true }) }, [1, 2, 3]);
    expect([status, error]).toEqual(["FAILED", "RangeError"]);
    expect(JSON.parse(cause).errorMessage).toBe("not 2");
    const history = await bench.history(arn);
    const failedId = history.find(({ type }) => type === "TaskFailed")?.id ?? 0;
    expect((await bench.chain(arn)).slice(failedId)).toEqual([
      [failedId + 1, failedId, "MapIterationFailed"],
      [failedId + 2, failedId, "TaskStateAborted"],
      [failedId + 3, failedId, "MapIterationAborted"],
      [failedId + 4, failedId, "WaitStateAborted"],
      [failedId + 5, failedId, "MapIterationAborted"],
      [failedId + 6, failedId, "WaitStateAborted"],
      [failedId + 7, failedId, "MapStateFailed"],
      [failedId + 8, failedId + 7, "ExecutionFailed"],
    ]);
    expect(history[failedId]?.mapIterationFailedEventDetails).toEqual({ name: "Each", index: 1 });
    expect(history[failedId + 4]?.mapIterationAbortedEventDetails).toEqual({ name: "Each", index: 2 });
  });

  it("is caught by the Map's Catch, after which nothing of it goes on", async () => {
    failing = new Set([2]);
    const { arn, output } = await bench.run(
      {
        Each: each(
          {
            Which: {
              Type: "Choice",
              Choices: [{ Condition: "{% $states.input = 2 %}", Next: "Ask" }],
              Default: "Await",
            },
            Await: invokeWithToken("await", { End: true }),
            ...ask,
          },
          { Catch: [{ ErrorEquals: ["RangeError"], Next: "Tell" }], Next: "Tell" },
        ),
        Tell: { Type: "Succeed", Output: "{% $states.input.Error %}" },
      },
      [1, 2],
    );
    expect(output).toBe("RangeError");
    const chain = await bench.chain(arn);
    const at = chain.findIndex(([, , type]) => type === "MapStateFailed");
    expect(chain[at + 1]).toEqual([at + 2, at + 1, "MapStateExited"]);
  });

  it("lets the Map be retried from its first item, with AWS's ids", async () => {
    const Retry = [{ ErrorEquals: ["Unready"], IntervalSeconds: 1, MaxAttempts: 1 }];
    const fail = { Stop: { Type: "Fail", Error: "Unready", Cause: "still" } };
    const { arn } = await bench.run({ Each: each(fail, { Retry, End: true }) }, [1]);
    await moveTo("19:00:01.000");
    expect(await bench.describe(arn)).toMatchObject({ status: "FAILED", error: "Unready", cause: "still" });
    expect((await bench.chain(arn)).slice(2)).toEqual([
      [3, 2, "MapStateStarted"],
      [4, 3, "MapIterationStarted"],
      [5, 4, "FailStateEntered"],
      [6, 5, "MapIterationFailed"],
      [7, 5, "MapStateStarted"],
      [8, 7, "MapIterationStarted"],
      [9, 8, "FailStateEntered"],
      [10, 9, "MapIterationFailed"],
      [11, 9, "MapStateFailed"],
      [12, 11, "ExecutionFailed"],
    ]);
  });

  it("in a Map within a Map ends both, the inner one's other iterations too", async () => {
    failing = new Set([2]);
    const inner = {
      Which: { Type: "Choice", Choices: [{ Condition: "{% $states.input = 2 %}", Next: "Ask" }], Default: "Rest" },
      Rest: { Type: "Wait", Seconds: 60, End: true },
      ...ask,
    };
    const outer = { Inner: each(inner, { End: true }) };
    const { arn, error } = await bench.run({ Outer: each(outer, { End: true }) }, [[1, 2], [3]]);
    expect(error).toBe("RangeError");
    const types = await bench.types(arn);
    expect(types.slice(types.indexOf("TaskFailed") + 1)).toEqual([
      ...["MapIterationFailed", "TaskStateAborted", "MapIterationAborted", "WaitStateAborted", "MapStateFailed"],
      ...["MapIterationFailed", "MapIterationAborted", "MapIterationAborted", "WaitStateAborted", "MapStateAborted"],
      ...["MapStateFailed", "ExecutionFailed"],
    ]);
  });

  it("takes the tokens of the others with it", async () => {
    failing = new Set([2]);
    await bench.run(
      {
        Each: each(
          {
            Which: {
              Type: "Choice",
              Choices: [{ Condition: "{% $states.input = 2 %}", Next: "Rest" }],
              Default: "Await",
            },
            Await: invokeWithToken("await", { End: true }),
            Rest: { Type: "Wait", Seconds: 5, Next: "Ask" },
            ...ask,
          },
          { End: true },
        ),
      },
      [1, 2],
    );
    await moveTo("19:00:05.000");
    const late = bench.client.send(new SendTaskSuccessCommand({ taskToken: keeper.latest(), output: "1" }));
    await expect(late).rejects.toBeInstanceOf(TaskTimedOut);
  });
});

describe("waits within a Map", () => {
  it("end each at its own time", async () => {
    const wait = { Rest: { Type: "Wait", Seconds: "{% $states.input %}", Next: "Ask" }, ...ask };
    const { arn } = await bench.run({ Each: each(wait, { End: true }) }, [30, 10, 20]);
    await moveTo("19:00:10.000");
    expect(asked).toEqual([10]);
    await moveTo("19:00:30.000");
    expect(await bench.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: [30, 10, 20] });
  });
});

describe("the limits within a Map", () => {
  it("outputs that are too large together fail it with States.DataLimitExceeded", async () => {
    const grow = { Grow: { Type: "Pass", Output: "{% $join($map([1..20000], function($i){'12345'})) %}", End: true } };
    const { error } = await bench.run({ Each: each(grow, { End: true }) }, [1, 2, 3]);
    expect(error).toBe("States.DataLimitExceeded");
  });

  it("25,000 events fail the execution, and nothing of it goes on", async () => {
    const loop = { Again: { Type: "Pass", Next: "Round" }, Round: { Type: "Pass", Next: "Again" } };
    const { error, arn } = await bench.run({ Each: each(loop, { End: true }) }, [1, 2]);
    expect(error).toBe("States.Runtime");
    expect((await bench.types(arn)).at(-1)).toBe("ExecutionFailed");
  });
});

describe("whatever the items and the concurrency", () => {
  it("every item is asked once, the outputs are in order, and every event but the first follows an earlier one", async () => {
    let made = 0;
    const cases = fc.record({
      items: fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { maxLength: 12 }),
      most: fc.integer({ min: 0, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ items, most }) => {
        made += 1;
        asked.length = 0;
        const machine = await bench.make({ Each: each(ask, { MaxConcurrency: most, End: true }) }, `map-${made}`);
        const arn = await bench.start(machine, items);
        await bench.service.idle();
        expect((await bench.describe(arn)).output).toEqual(items);
        expect([...asked].sort()).toEqual([...items].sort());
        const chain = await bench.chain(arn);
        expect(chain.map(([id]) => id)).toEqual(chain.map((_, index) => index + 1));
        for (const [id, previous] of chain) expect(previous).toBeLessThan(id);
      }),
      { numRuns: 25 },
    );
  });
});
