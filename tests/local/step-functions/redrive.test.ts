import {
  DescribeExecutionCommand,
  ExecutionNotRedrivable,
  ListExecutionsCommand,
  RedriveExecutionCommand,
  SendTaskSuccessCommand,
  StopExecutionCommand,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, invoke, invokeWithToken, openBench, processOf, tokenKeeper } from "./service.ts";

const keeper = tokenKeeper();
let bench: Bench;
let failing: unknown[] = [];
const asked: unknown[] = [];
beforeEach(async () => {
  keeper.tokens.length = 0;
  asked.length = 0;
  failing = [];
  bench = await openBench({
    await: keeper.handler,
    ask: async (payload) => {
      asked.push(payload);
      if (failing.includes(payload)) throw new RangeError(`not ${payload}`);
      return payload;
    },
  });
});
afterEach(() => bench.close());

const ask = (payload: unknown, more: object) =>
  invoke("ask", { Output: "{% $states.result.Payload %}", ...more }, payload);

async function redrive(executionArn: string, clientToken?: string): Promise<Date | undefined> {
  const { redriveDate } = await bench.client.send(new RedriveExecutionCommand({ executionArn, clientToken }));
  await bench.service.idle();
  return redriveDate;
}

async function moveTo(instant: string): Promise<void> {
  bench.clock.moveTo(instant);
  await bench.service.idle();
}

describe("an execution that failed at a task", () => {
  it("is taken up at that task, with what was assigned before, and its history goes on", async () => {
    failing = ["second"];
    const { arn, status } = await bench.run({
      First: ask("first", { Assign: { before: "{% $states.result.Payload %}" }, Next: "Second" }),
      Second: ask("second", { Next: "Tell" }),
      Tell: { Type: "Succeed", Output: "{% [$before, $states.input, $states.context.Execution.RedriveCount] %}" },
    });
    expect(status).toBe("FAILED");
    failing = [];
    await moveTo("2026-03-21T08:00:00.000Z");
    expect(await redrive(arn)).toEqual(new Date("2026-03-21T08:00:00.000Z"));
    expect(asked).toEqual(["first", "second", "second"]);
    expect(await bench.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: ["first", "second", 1] });
    expect((await bench.chain(arn)).slice(10)).toEqual([
      [11, 10, "ExecutionFailed"],
      [12, 11, "ExecutionRedriven"],
      [13, 12, "TaskScheduled"],
      [14, 13, "TaskStarted"],
      [15, 14, "TaskSucceeded"],
      [16, 15, "TaskStateExited"],
      [17, 16, "SucceedStateEntered"],
      [18, 17, "SucceedStateExited"],
      [19, 18, "ExecutionSucceeded"],
    ]);
    const redriven = (await bench.history(arn))[11];
    expect(redriven?.executionRedrivenEventDetails).toEqual({ redriveCount: 1 });
  });

  it("has all its retries again", async () => {
    failing = ["it"];
    const Retry = [{ ErrorEquals: ["RangeError"], IntervalSeconds: 1, MaxAttempts: 1 }];
    const { arn } = await bench.run({ Ask: ask("it", { Retry, End: true }) });
    await moveTo("2026-03-20T19:00:01.000Z");
    expect((await bench.describe(arn)).status).toBe("FAILED");
    await redrive(arn);
    expect((await bench.describe(arn)).status).toBe("RUNNING");
    await moveTo("2026-03-20T19:00:02.000Z");
    expect([asked.length, (await bench.describe(arn)).status]).toEqual([4, "FAILED"]);
  });

  it("tells how often and when it was redriven, and whether it may be", async () => {
    failing = ["it"];
    const { arn } = await bench.run({ Ask: ask("it", { End: true }) });
    const described = () => bench.client.send(new DescribeExecutionCommand({ executionArn: arn }));
    expect(await described()).toMatchObject({ redriveCount: 0, redriveStatus: "REDRIVABLE" });
    expect((await described()).redriveDate).toBeUndefined();
    await moveTo("2026-03-20T20:00:00.000Z");
    await redrive(arn);
    failing = [];
    await redrive(arn);
    expect(await described()).toMatchObject({
      redriveCount: 2,
      redriveDate: new Date("2026-03-20T20:00:00.000Z"),
      redriveStatus: "NOT_REDRIVABLE",
      redriveStatusReason: "Execution is SUCCEEDED and cannot be redriven",
    });
    const { stateMachineArn } = await described();
    const { executions } = await bench.client.send(new ListExecutionsCommand({ stateMachineArn }));
    expect(executions?.[0]).toMatchObject({ redriveCount: 2, status: "SUCCEEDED" });
    const filtered = new ListExecutionsCommand({ stateMachineArn, redriveFilter: "REDRIVEN" });
    await expect(bench.client.send(filtered)).rejects.toMatchObject({ name: "ValidationException" });
  });
});

describe("an execution that was stopped", () => {
  it("waits for a new token; the old one stays over", async () => {
    const { arn } = await bench.run({ Await: invokeWithToken("await", { TimeoutSeconds: 60, End: true }) });
    await bench.client.send(new StopExecutionCommand({ executionArn: arn }));
    await moveTo("2026-03-20T19:00:50.000Z");
    await redrive(arn);
    const [first = "", second = ""] = keeper.tokens;
    const late = bench.client.send(new SendTaskSuccessCommand({ taskToken: first, output: "1" }));
    await expect(late).rejects.toBeInstanceOf(TaskTimedOut);
    await moveTo("2026-03-20T19:01:40.000Z");
    await bench.client.send(new SendTaskSuccessCommand({ taskToken: second, output: '"in time"' }));
    await bench.service.idle();
    expect(await bench.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: "in time" });
  });

  it("leaves a wait until a time that has passed", async () => {
    const { arn } = await bench.run({ Until: { Type: "Wait", Timestamp: "2026-03-20T19:01:00Z", End: true } });
    await bench.client.send(new StopExecutionCommand({ executionArn: arn }));
    await moveTo("2026-03-20T20:00:00.000Z");
    await redrive(arn);
    expect((await bench.describe(arn)).status).toBe("SUCCEEDED");
  });
});

describe("an execution that stands in a Fail", () => {
  it("enters it again and fails again", async () => {
    const { arn } = await bench.run({ Stop: { Type: "Fail", Error: "Parked" } });
    await redrive(arn);
    expect(await bench.describe(arn)).toMatchObject({ status: "FAILED", error: "Parked" });
    expect((await bench.chain(arn)).slice(2)).toEqual([
      [3, 2, "ExecutionFailed"],
      [4, 3, "ExecutionRedriven"],
      [5, 4, "FailStateEntered"],
      [6, 5, "ExecutionFailed"],
    ]);
  });
});

describe("a Map that failed", () => {
  const each = (more: object = {}) => ({
    Each: {
      Type: "Map",
      ItemProcessor: processOf({ Ask: ask("{% $states.input %}", { End: true }) }),
      Output: "{% $states.result %}",
      End: true,
      ...more,
    },
  });

  it("does only those iterations again that did not succeed", async () => {
    failing = [2];
    const { arn } = await bench.run(each({ MaxConcurrency: 1 }), [1, 2, 3]);
    expect((await bench.describe(arn)).status).toBe("FAILED");
    failing = [];
    await redrive(arn);
    expect(asked).toEqual([1, 2, 2, 3]);
    expect((await bench.describe(arn)).output).toEqual([1, 2, 3]);
    const events = await bench.history(arn);
    const begun = events.filter(({ type }) => type === "MapIterationStarted");
    expect(begun.map((event) => event.mapIterationStartedEventDetails?.index)).toEqual([0, 1, 1, 2]);
    expect(events.filter(({ type }) => type === "MapStateEntered")).toHaveLength(1);
  });

  it("within a Parallel leaves the branch alone that had succeeded", async () => {
    failing = [2];
    const first = processOf({ First: ask("first", { End: true }) });
    const { arn } = await bench.run(
      { Both: { Type: "Parallel", Branches: [first, processOf(each())], End: true } },
      [1, 2],
    );
    expect((await bench.describe(arn)).status).toBe("FAILED");
    failing = [];
    await redrive(arn);
    expect(asked).toEqual(["first", 1, 2, 2]);
    expect((await bench.describe(arn)).output).toEqual(["first", [1, 2]]);
  });

  it("only when it was left is left again, and nothing in it is done again", async () => {
    const { arn, error } = await bench.run(
      each({ Output: "{% $states.context.Execution.RedriveCount = 0 ? $nobody : $states.result %}" }),
      [1, 2],
    );
    expect(error).toBe("States.QueryEvaluationError");
    expect((await bench.types(arn)).slice(-3)).toEqual(["MapStateSucceeded", "EvaluationFailed", "ExecutionFailed"]);
    await redrive(arn);
    expect(asked).toEqual([1, 2]);
    expect((await bench.describe(arn)).output).toEqual([1, 2]);
  });

  it("because the execution was stopped goes on with what was under way", async () => {
    const waiting = processOf({ Await: invokeWithToken("await", { End: true }) });
    const { arn } = await bench.run(
      { Each: { Type: "Map", ItemProcessor: waiting, MaxConcurrency: 2, End: true } },
      [1, 2, 3],
    );
    await bench.client.send(new SendTaskSuccessCommand({ taskToken: keeper.tokens[0], output: '"first"' }));
    await bench.service.idle();
    await bench.client.send(new StopExecutionCommand({ executionArn: arn }));
    await redrive(arn);
    expect(keeper.tokens).toHaveLength(5);
    for (const taskToken of keeper.tokens.slice(3)) {
      await bench.client.send(new SendTaskSuccessCommand({ taskToken, output: '"again"' }));
    }
    await bench.service.idle();
    expect((await bench.describe(arn)).output).toEqual(["first", "again", "again"]);
  });

  it("whatever had failed, comes to its end, and no iteration that had succeeded begins again", async () => {
    let made = 0;
    const cases = fc.record({
      items: fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 8 }),
      failed: fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 1, maxLength: 3 }),
      most: fc.integer({ min: 0, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ items, failed, most }) => {
        made += 1;
        const machine = await bench.make(each({ MaxConcurrency: most }), `each-${made}`);
        failing = items.filter((_, index) => failed.includes(index));
        const arn = await bench.start(machine, items);
        await bench.service.idle();
        fc.pre((await bench.describe(arn)).status === "FAILED");
        failing = [];
        await redrive(arn);
        expect((await bench.describe(arn)).output).toEqual(items);
        const events = await bench.history(arn);
        const at = events.findIndex(({ type }) => type === "ExecutionRedriven");
        const done = events.slice(0, at).flatMap((event) => event.mapIterationSucceededEventDetails?.index ?? []);
        const begun = events.slice(at).flatMap((event) => event.mapIterationStartedEventDetails?.index ?? []);
        expect([...done, ...begun].sort()).toEqual(items.map((_, index) => index));
      }),
      { numRuns: 20 },
    );
  });

  it("with data that was too large is done again as a whole", async () => {
    const { arn, error } = await bench.run(
      each({
        Output:
          "{% $states.context.Execution.RedriveCount = 0 ? $join($map([1..60000], function($i){'12345'})) : 'small' %}",
      }),
      [1, 2],
    );
    expect(error).toBe("States.DataLimitExceeded");
    await redrive(arn);
    expect(asked).toEqual([1, 2, 1, 2]);
    expect((await bench.describe(arn)).output).toBe("small");
  });
});

describe("RedriveExecution", () => {
  it("with one token twice redrives once", async () => {
    failing = ["it"];
    const { arn } = await bench.run({ Ask: ask("it", { End: true }) });
    const first = await redrive(arn, "token-1");
    expect(await redrive(arn, "token-1")).toEqual(first);
    expect(asked).toHaveLength(2);
    await moveTo("2026-03-20T19:15:00.000Z");
    await redrive(arn, "token-1");
    expect(asked).toHaveLength(3);
  });

  it("is refused while the execution runs, and after it has succeeded", async () => {
    const { arn } = await bench.run({ Await: invokeWithToken("await", { End: true }) });
    await expect(redrive(arn)).rejects.toBeInstanceOf(ExecutionNotRedrivable);
    await expect(redrive(arn)).rejects.toThrow("Execution is RUNNING and cannot be redriven");
    await bench.client.send(new SendTaskSuccessCommand({ taskToken: keeper.latest(), output: "1" }));
    await bench.service.idle();
    await expect(redrive(arn)).rejects.toThrow("Execution is SUCCEEDED and cannot be redriven");
  });

  it("is refused fourteen days after the execution has ended", async () => {
    const { arn } = await bench.run({ Stop: { Type: "Fail" } });
    await moveTo("2026-04-03T18:59:59.999Z");
    await redrive(arn);
    await moveTo("2026-04-17T18:59:59.999Z");
    await expect(redrive(arn)).rejects.toThrow("Execution redrivable period exceeded");
  });

  it("is refused once the history is full", async () => {
    const { arn } = await bench.run({
      Again: { Type: "Pass", Next: "Round" },
      Round: { Type: "Pass", Next: "Again" },
    });
    await expect(redrive(arn)).rejects.toThrow("Execution history event limit exceeded");
  });

  it("is refused a year after the execution has started", async () => {
    const { arn } = await bench.run({
      Rest: { Type: "Wait", Seconds: 31_000_000, Next: "Stop" },
      Stop: { Type: "Fail" },
    });
    await moveTo("2027-03-14T19:00:00.000Z");
    expect((await bench.describe(arn)).status).toBe("FAILED");
    await moveTo("2027-03-20T19:00:00.000Z");
    await expect(redrive(arn)).rejects.toThrow("Execution has exceeded the max execution time");
  });
});
