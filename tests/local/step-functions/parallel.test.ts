import { SendTaskSuccessCommand } from "@aws-sdk/client-sfn";
import aslValidator from "asl-validator";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, definitionOf, invoke, invokeWithToken, openBench, processOf, tokenKeeper } from "./service.ts";

const keeper = tokenKeeper();
let bench: Bench;
let failures = 0;
beforeEach(async () => {
  keeper.tokens.length = 0;
  failures = 0;
  bench = await openBench({
    await: keeper.handler,
    work: async () => {
      failures -= 1;
      if (failures >= 0) throw new RangeError("not yet");
      return "done";
    },
  });
});
afterEach(() => bench.close());

const left = processOf({ Left: { Type: "Pass", Output: "{% $states.input & ' left' %}", End: true } });
const right = processOf({ Right: { Type: "Pass", Output: "{% $states.input & ' right' %}", End: true } });
const work = processOf({ Work: invoke("work", { Output: "{% $states.result.Payload %}", End: true }) });
const rest = processOf({ Rest: { Type: "Wait", Seconds: 60, End: true } });

async function moveTo(time: string): Promise<void> {
  bench.clock.moveTo(`2026-03-20T${time}Z`);
  await bench.service.idle();
}

describe("a Parallel", () => {
  it("with all that is supported of it is a definition that AWS would take", async () => {
    const everything = {
      Both: {
        Type: "Parallel",
        Branches: [left, right],
        Arguments: { who: "{% $states.input %}" },
        Retry: [{ ErrorEquals: ["States.ALL"], MaxDelaySeconds: 60 }],
        Catch: [{ ErrorEquals: ["States.ALL"], Assign: { fault: "{% $states.errorOutput %}" }, Next: "Done" }],
        Assign: { both: "{% $states.result %}" },
        Output: "{% $states.result[0] %}",
        Next: "Done",
      },
      Done: { Type: "Succeed" },
    };
    const { isValid, errorsText } = aslValidator(JSON.parse(definitionOf(everything)));
    expect(isValid, errorsText("; ")).toBe(true);
    expect(await bench.make(everything)).toMatch(/:election$/);
  });

  it("gives its input to each branch, and their outputs in the order of the branches", async () => {
    const { arn, output } = await bench.run(
      { Both: { Type: "Parallel", Branches: [left, right], End: true } },
      "to the",
    );
    expect(output).toEqual(["to the left", "to the right"]);
    expect(await bench.chain(arn)).toEqual([
      [1, 0, "ExecutionStarted"],
      [2, 0, "ParallelStateEntered"],
      [3, 2, "ParallelStateStarted"],
      [4, 3, "PassStateEntered"],
      [5, 4, "PassStateExited"],
      [6, 3, "PassStateEntered"],
      [7, 6, "PassStateExited"],
      [8, 7, "ParallelStateSucceeded"],
      [9, 7, "ParallelStateExited"],
      [10, 9, "ExecutionSucceeded"],
    ]);
  });

  it("gives its Arguments to each branch instead, and sees all outputs in its Output and Assign", async () => {
    const { output } = await bench.run(
      {
        Both: {
          Type: "Parallel",
          Branches: [left, right],
          Arguments: "{% $states.input.side %}",
          Assign: { last: "{% $states.result[1] %}" },
          Output: "{% $count($states.result) %}",
          Next: "Tell",
        },
        Tell: { Type: "Succeed", Output: "{% [$states.input, $last] %}" },
      },
      { side: "on the" },
    );
    expect(output).toEqual([2, "on the right"]);
  });

  it("goes on when its last branch has ended: one by a token, one by time", async () => {
    const token = processOf({ Await: invokeWithToken("await", { End: true }) });
    const { arn } = await bench.run({ Both: { Type: "Parallel", Branches: [token, rest], End: true } }, { a: 1 });
    await bench.client.send(new SendTaskSuccessCommand({ taskToken: keeper.latest(), output: '"came"' }));
    await bench.service.idle();
    expect((await bench.describe(arn)).status).toBe("RUNNING");
    await moveTo("19:01:00.000");
    expect(await bench.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: ["came", { a: 1 }] });
  });

  it("within a Map knows the item that it belongs to", async () => {
    const tell = processOf({ Tell: { Type: "Pass", Output: "{% $states.context.Map.Item %}", End: true } });
    const both = processOf({
      Both: { Type: "Parallel", Branches: [tell], Output: "{% $states.result[0] %}", End: true },
    });
    const { output } = await bench.run({ Each: { Type: "Map", ItemProcessor: both, End: true } }, ["a", null]);
    expect(output).toEqual([
      { Index: 0, Value: "a" },
      { Index: 1, Value: null },
    ]);
  });

  it("assigns in a branch what no other branch sees", async () => {
    const assign = (name: string) =>
      processOf({
        [`Set${name}`]: { Type: "Pass", Assign: { own: name }, Next: `Rest${name}` },
        [`Rest${name}`]: { Type: "Wait", Seconds: 1, Next: `Tell${name}` },
        [`Tell${name}`]: { Type: "Pass", Output: "{% $own %}", End: true },
      });
    const { arn } = await bench.run({ Both: { Type: "Parallel", Branches: [assign("a"), assign("b")], End: true } });
    await moveTo("19:00:01.000");
    expect((await bench.describe(arn)).output).toEqual(["a", "b"]);
  });
});

describe("a branch that fails", () => {
  it("fails the Parallel with its error and aborts the others, as AWS records it", async () => {
    failures = 1;
    const { arn, error } = await bench.run({ Both: { Type: "Parallel", Branches: [work, rest], End: true } });
    expect(error).toBe("RangeError");
    const types = await bench.types(arn);
    expect(types.slice(types.indexOf("TaskFailed") + 1)).toEqual([
      "TaskStateAborted",
      "WaitStateAborted",
      "ParallelStateFailed",
      "ExecutionFailed",
    ]);
  });

  it("lets the Parallel be retried with all its branches, and then caught", async () => {
    failures = 2;
    const { arn } = await bench.run({
      Both: {
        Type: "Parallel",
        Branches: [work, left],
        Arguments: "to the",
        Retry: [{ ErrorEquals: ["RangeError"], IntervalSeconds: 1, MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: ["States.TaskFailed"], Output: "{% $states.errorOutput.Error %}", Next: "Tell" }],
        Next: "Tell",
      },
      Tell: { Type: "Succeed" },
    });
    await moveTo("19:00:01.000");
    expect((await bench.describe(arn)).output).toBe("RangeError");
    const types = await bench.types(arn);
    expect(types.filter((type) => type === "ParallelStateStarted")).toHaveLength(2);
    expect(types.filter((type) => type === "ParallelStateFailed")).toHaveLength(1);
  });

  it("and is retried with success leaves its failure behind", async () => {
    failures = 1;
    const Retry = [{ ErrorEquals: ["RangeError"], IntervalSeconds: 1 }];
    const { arn } = await bench.run({ Both: { Type: "Parallel", Branches: [work], Retry, End: true } });
    await moveTo("19:00:01.000");
    expect(await bench.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: ["done"] });
    expect(await bench.types(arn)).not.toContain("ParallelStateFailed");
  });

  it("without an error name fails the execution without one", async () => {
    const stop = processOf({ Stop: { Type: "Fail" } });
    const { arn } = await bench.run({ Both: { Type: "Parallel", Branches: [stop], End: true } });
    const last = (await bench.history(arn)).at(-1);
    expect([last?.type, last?.executionFailedEventDetails]).toEqual(["ExecutionFailed", {}]);
  });
});
