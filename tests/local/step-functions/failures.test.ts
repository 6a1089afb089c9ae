import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, invoke, openBench } from "./service.ts";

class Transient extends Error {
  override readonly name = "Transient";
}

let bench: Bench;
let failures: Error[] = [];
let calls = 0;
let release: (answer: unknown) => void = () => {};
beforeEach(async () => {
  calls = 0;
  failures = [];
  bench = await openBench({
    work: async () => {
      calls += 1;
      const failure = failures.shift();
      if (failure) throw failure;
      return { word: "done" };
    },
    hang: () =>
      new Promise((resolve) => {
        release = resolve;
      }),
  });
});
afterEach(async () => {
  release("too late");
  await bench.close();
});

async function moveTo(time: string): Promise<void> {
  bench.clock.moveTo(`2026-03-20T${time}Z`);
  await bench.service.idle();
}

describe("a task that throws", () => {
  it("fails the execution with the error's name, and Lambda's JSON as the cause", async () => {
    failures = [new Transient("the store does not answer")];
    const { arn, status, error, cause = "{}" } = await bench.run({ Work: invoke("work", { End: true }) });
    expect([status, error]).toEqual(["FAILED", "Transient"]);
    expect(JSON.parse(cause)).toMatchObject({ errorType: "Transient", errorMessage: "the store does not answer" });
    expect(JSON.parse(cause).trace[0]).toBe("Transient: the store does not answer");
    expect(await bench.types(arn)).toEqual([
      "ExecutionStarted",
      "TaskStateEntered",
      "TaskScheduled",
      "TaskStarted",
      "TaskFailed",
      "ExecutionFailed",
    ]);
  });

  it("of a function that is not there fails as Lambda says it", async () => {
    const { error } = await bench.run({ Work: invoke("nobody", { End: true }) });
    expect(error).toBe("Lambda.ResourceNotFoundException");
  });
});

describe("Retry", () => {
  const Retry = [
    { ErrorEquals: ["Transient"], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2, MaxDelaySeconds: 5 },
  ];

  it("tries again after the interval, the backoff and at most the greatest delay", async () => {
    failures = [new Transient("1"), new Transient("2"), new Transient("3")];
    const { arn } = await bench.run({ Work: invoke("work", { Retry, End: true }) });
    expect(calls).toBe(1);
    await moveTo("19:00:01.999");
    expect(calls).toBe(1);
    await moveTo("19:00:02.000");
    expect(calls).toBe(2);
    await moveTo("19:00:05.999");
    expect(calls).toBe(2);
    await moveTo("19:00:06.000");
    expect(calls).toBe(3);
    await moveTo("19:00:11.000");
    expect(calls).toBe(4);
    expect((await bench.describe(arn)).status).toBe("SUCCEEDED");
    const once = ["TaskScheduled", "TaskStarted", "TaskFailed"];
    expect(await bench.types(arn)).toEqual([
      ...["ExecutionStarted", "TaskStateEntered", ...once, ...once, ...once],
      ...["TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"],
    ]);
  });

  it("used up leads to Catch", async () => {
    failures = Array.from({ length: 4 }, () => new Transient("still"));
    const { arn } = await bench.run({
      Work: invoke("work", { Retry, Catch: [{ ErrorEquals: ["States.ALL"], Next: "Parked" }], End: true }),
      Parked: { Type: "Succeed" },
    });
    for (const time of ["19:01:00.000", "19:02:00.000", "19:03:00.000"]) await moveTo(time);
    expect(calls).toBe(4);
    expect(await bench.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: { Error: "Transient" } });
  });

  it("with full jitter waits for the delay at most", async () => {
    failures = [new Transient("once")];
    const jitter = [{ ErrorEquals: ["Transient"], IntervalSeconds: 30, JitterStrategy: "FULL" }];
    const { arn } = await bench.run({ Work: invoke("work", { Retry: jitter, End: true }) });
    await moveTo("19:00:30.000");
    expect((await bench.describe(arn)).status).toBe("SUCCEEDED");
  });

  it("leaves alone what it does not name", async () => {
    failures = [new RangeError("too much")];
    const { status, error } = await bench.run({ Work: invoke("work", { Retry, End: true }) });
    expect([status, error, calls]).toEqual(["FAILED", "RangeError", 1]);
  });

  it("counts each of its rules apart", async () => {
    failures = [new Transient("1"), new RangeError("2"), new Transient("3")];
    const two = ["Transient", "RangeError"].map((name) => ({ ErrorEquals: [name], MaxAttempts: 1 }));
    const { arn } = await bench.run({ Work: invoke("work", { Retry: two, End: true }) });
    for (const time of ["19:01:00.000", "19:02:00.000", "19:03:00.000"]) await moveTo(time);
    expect([calls, (await bench.describe(arn)).error]).toEqual([3, "Transient"]);
  });
});

describe("Catch", () => {
  it("goes on with its Assign and Output, which see the error", async () => {
    failures = [new Transient("once")];
    const { arn, output } = await bench.run({
      Work: invoke("work", {
        Catch: [
          { ErrorEquals: ["Other"], Next: "Never" },
          {
            ErrorEquals: ["States.TaskFailed"],
            Assign: { fault: "{% $states.errorOutput.Error %}", at: "{% $states.context.State.Name %}" },
            Output: "caught",
            Next: "Tell",
          },
        ],
        Next: "Never",
      }),
      Tell: { Type: "Pass", Output: "{% [$states.input, $fault, $at] %}", End: true },
      Never: { Type: "Fail" },
    });
    expect(output).toEqual(["caught", "Transient", "Work"]);
    expect((await bench.types(arn)).slice(4, 7)).toEqual(["TaskFailed", "TaskStateExited", "PassStateEntered"]);
  });

  it("takes an expression of the task that failed", async () => {
    const { output } = await bench.run({
      Work: invoke("work", {
        Assign: { word: "{% $states.result.Payload.missing %}" },
        Catch: [{ ErrorEquals: ["States.QueryEvaluationError"], Next: "Done" }],
        Next: "Done",
      }),
      Done: { Type: "Succeed", Output: "{% $states.input.Error %}" },
    });
    expect(output).toBe("States.QueryEvaluationError");
  });

  it("whose own expression fails does not catch itself", async () => {
    failures = [new Transient("once")];
    const { error } = await bench.run({
      Work: invoke("work", {
        Catch: [{ ErrorEquals: ["States.ALL"], Output: "{% $states.errorOutput.Missing %}", Next: "Done" }],
        Next: "Done",
      }),
      Done: { Type: "Succeed" },
    });
    expect(error).toBe("States.QueryEvaluationError");
  });

  it("of States.ALL does not take States.Runtime", async () => {
    const { error } = await bench.run({
      Work: {
        ...invoke("work", { Catch: [{ ErrorEquals: ["States.ALL"], Next: "Done" }], Next: "Done" }),
        Arguments: "{% {'FunctionName': 7} %}",
      },
      Done: { Type: "Succeed" },
    });
    expect(error).toBe("States.Runtime");
  });
});

describe("TimeoutSeconds", () => {
  it("ends a task that does not answer, with AWS's events", async () => {
    const machine = await bench.make({ Work: invoke("hang", { TimeoutSeconds: 60, End: true }) });
    const arn = await bench.start(machine);
    await expect.poll(() => bench.types(arn)).toContain("TaskStarted");
    bench.clock.moveTo("2026-03-20T19:01:00.000Z");
    await expect
      .poll(() => bench.types(arn))
      .toEqual([
        "ExecutionStarted",
        "TaskStateEntered",
        "TaskScheduled",
        "TaskStarted",
        "TaskTimedOut",
        "ExecutionFailed",
      ]);
    expect(await bench.describe(arn)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
  });

  it.each([0, "soon"])("computed as %s is an error of evaluation", async (seconds) => {
    const { error } = await bench.run(
      { Work: invoke("work", { TimeoutSeconds: "{% $states.input %}", End: true }) },
      seconds,
    );
    expect(error).toBe("States.QueryEvaluationError");
  });
});
