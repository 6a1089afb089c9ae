import {
  InvalidOutput,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, invokeWithToken, openBench, tokenKeeper } from "./service.ts";

const keeper = tokenKeeper();
let bench: Bench;
beforeEach(async () => {
  keeper.tokens.length = 0;
  bench = await openBench({
    await: keeper.handler,
    answerAtOnce: async (payload) => {
      await keeper.handler(payload);
      await succeed(keeper.latest(), "already");
    },
  });
});
afterEach(() => bench.close());

const succeed = (taskToken: string, output: unknown = {}) =>
  bench.client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
const fail = (taskToken: string, error: string, cause: string) =>
  bench.client.send(new SendTaskFailureCommand({ taskToken, error, cause }));
const beat = (taskToken: string) => bench.client.send(new SendTaskHeartbeatCommand({ taskToken }));

async function moveTo(time: string): Promise<void> {
  bench.clock.moveTo(`2026-03-20T${time}Z`);
  await bench.service.idle();
}

describe("a task that waits for its token", () => {
  it("stands until the token comes back, and has its output as the result", async () => {
    const { arn, status } = await bench.run({ Await: invokeWithToken("await", { End: true }) });
    expect(status).toBe("RUNNING");
    await succeed(keeper.latest(), { word: "closed" });
    await bench.service.idle();
    expect(await bench.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: { word: "closed" } });
    expect(await bench.types(arn)).toEqual([
      "ExecutionStarted",
      "TaskStateEntered",
      "TaskScheduled",
      "TaskStarted",
      "TaskSubmitted",
      "TaskSucceeded",
      "TaskStateExited",
      "ExecutionSucceeded",
    ]);
    const events = await bench.history(arn);
    expect(events[4]?.taskSubmittedEventDetails?.resource).toBe("invoke.waitForTaskToken");
  });

  it("may be answered by its own function, before that has returned", async () => {
    const { output } = await bench.run({ Await: invokeWithToken("answerAtOnce", { End: true }) });
    expect(output).toBe("already");
  });

  it("fails with the error and the cause that are sent", async () => {
    const { arn } = await bench.run({ Await: invokeWithToken("await", { End: true }) });
    await fail(keeper.latest(), "Recalled", "by the coordinator");
    await bench.service.idle();
    expect(await bench.describe(arn)).toMatchObject({
      status: "FAILED",
      error: "Recalled",
      cause: "by the coordinator",
    });
    expect((await bench.types(arn)).slice(-3)).toEqual(["TaskSubmitted", "TaskFailed", "ExecutionFailed"]);
  });
});

describe("a token", () => {
  it("answers once", async () => {
    await bench.run({ Await: invokeWithToken("await", { End: true }) });
    await succeed(keeper.latest());
    await expect(succeed(keeper.latest())).rejects.toBeInstanceOf(TaskTimedOut);
    await expect(beat(keeper.latest())).rejects.toBeInstanceOf(TaskTimedOut);
  });

  it("of two answers at the same time takes one", async () => {
    await bench.run({ Await: invokeWithToken("await", { End: true }) });
    const answers = await Promise.allSettled([1, 2, 3].map((answer) => succeed(keeper.latest(), answer)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("that was never given out is unknown, and no token is invalid", async () => {
    await expect(succeed("A".repeat(64))).rejects.toBeInstanceOf(TaskDoesNotExist);
    await expect(succeed("not a token")).rejects.toBeInstanceOf(InvalidToken);
  });

  it("does not take what is no JSON, and stays good", async () => {
    const { arn } = await bench.run({ Await: invokeWithToken("await", { End: true }) });
    const wrong = new SendTaskSuccessCommand({ taskToken: keeper.latest(), output: "{" });
    await expect(bench.client.send(wrong)).rejects.toBeInstanceOf(InvalidOutput);
    await succeed(keeper.latest());
    await bench.service.idle();
    expect((await bench.describe(arn)).status).toBe("SUCCEEDED");
  });

  it("does not take more than 256 KiB", async () => {
    await bench.run({ Await: invokeWithToken("await", { End: true }) });
    await expect(succeed(keeper.latest(), "x".repeat(262_143))).rejects.toMatchObject({ name: "ValidationException" });
  });

  it("is another one after a retry, and the old one is over", async () => {
    const Retry = [{ ErrorEquals: ["Again"], IntervalSeconds: 1 }];
    const { arn } = await bench.run({ Await: invokeWithToken("await", { Retry, End: true }) });
    await fail(keeper.latest(), "Again", "");
    await moveTo("19:00:01.000");
    const [first = "", second = ""] = keeper.tokens;
    expect(second).not.toBe(first);
    await expect(succeed(first)).rejects.toBeInstanceOf(TaskTimedOut);
    await succeed(second, "second");
    await bench.service.idle();
    expect((await bench.describe(arn)).output).toBe("second");
  });

  it("of an execution that was stopped is over", async () => {
    const { arn } = await bench.run({ Await: invokeWithToken("await", { End: true }) });
    await bench.client.send(new StopExecutionCommand({ executionArn: arn, error: "Recalled", cause: "by mistake" }));
    await expect(succeed(keeper.latest())).rejects.toBeInstanceOf(TaskTimedOut);
    expect(await bench.describe(arn)).toMatchObject({ status: "ABORTED", error: "Recalled", cause: "by mistake" });
    expect((await bench.types(arn)).at(-1)).toBe("ExecutionAborted");
  });
});

describe("a timeout and a signal", () => {
  const states = {
    Await: invokeWithToken("await", {
      TimeoutSeconds: "{% $states.input.seconds %}",
      Catch: [{ ErrorEquals: ["States.Timeout"], Output: "late", Next: "Check" }],
      Output: "signalled",
      Next: "Check",
    }),
    Check: { Type: "Succeed" },
  };

  it("the signal in time goes on with the signal, and the timeout has no effect any more", async () => {
    const { arn } = await bench.run(states, { seconds: 60 });
    bench.clock.moveTo("2026-03-20T19:00:59.999Z");
    await succeed(keeper.latest());
    await moveTo("19:05:00.000");
    expect((await bench.describe(arn)).output).toBe("signalled");
  });

  it("the signal at the deadline is too late", async () => {
    const { arn } = await bench.run(states, { seconds: 60 });
    bench.clock.moveTo("2026-03-20T19:01:00.000Z");
    await expect(succeed(keeper.latest())).rejects.toBeInstanceOf(TaskTimedOut);
    await bench.service.idle();
    expect((await bench.describe(arn)).output).toBe("late");
    expect((await bench.types(arn)).slice(4, 7)).toEqual(["TaskSubmitted", "TaskTimedOut", "TaskStateExited"]);
  });
});

describe("a heartbeat", () => {
  const states = (name: string) => ({
    Await: invokeWithToken("await", {
      HeartbeatSeconds: 10,
      TimeoutSeconds: 25,
      Catch: [{ ErrorEquals: [name], Output: "caught", Next: "Check" }],
      Next: "Check",
    }),
    Check: { Type: "Succeed" },
  });

  it.each(["States.HeartbeatTimeout", "States.Timeout"])("that is missed is caught as %s", async (name) => {
    const { arn } = await bench.run(states(name));
    await moveTo("19:00:09.999");
    expect((await bench.describe(arn)).status).toBe("RUNNING");
    await moveTo("19:00:10.000");
    expect((await bench.describe(arn)).output).toBe("caught");
  });

  it("keeps the task alive, up to its timeout", async () => {
    const { arn } = await bench.run(states("States.HeartbeatTimeout"));
    for (const time of ["19:00:09.000", "19:00:18.000"]) {
      await moveTo(time);
      await beat(keeper.latest());
    }
    await moveTo("19:00:24.999");
    expect((await bench.describe(arn)).status).toBe("RUNNING");
    await moveTo("19:00:25.000");
    expect(await bench.describe(arn)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
  });
});
