import {
  DescribeExecutionCommand,
  RedriveExecutionCommand,
  SendTaskSuccessCommand,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, invokeWithToken, openBench, processOf, tokenKeeper } from "./service.ts";

const keeper = tokenKeeper();
let bench: Bench;
beforeEach(async () => {
  keeper.tokens.length = 0;
  bench = await openBench({ await: keeper.handler });
});
afterEach(() => bench.close());

async function moveTo(instant: string): Promise<void> {
  bench.clock.moveTo(instant);
  await bench.service.idle();
}

const rest = { Rest: { Type: "Wait", Seconds: 600, End: true } };

describe("the TimeoutSeconds of a machine", () => {
  it("end an execution that still runs then, as TIMED_OUT and without a Catch", async () => {
    const Catch = [{ ErrorEquals: ["States.ALL"], Next: "Done" }];
    const { arn } = await bench.run(
      { Await: invokeWithToken("await", { Catch, Next: "Done" }), Done: { Type: "Succeed" } },
      {},
      { TimeoutSeconds: 60 },
    );
    await moveTo("2026-03-20T19:00:59.999Z");
    expect((await bench.describe(arn)).status).toBe("RUNNING");
    await moveTo("2026-03-20T19:01:00.000Z");
    const described = await bench.client.send(new DescribeExecutionCommand({ executionArn: arn }));
    expect(described).toMatchObject({
      status: "TIMED_OUT",
      stopDate: new Date("2026-03-20T19:01:00.000Z"),
      redriveStatus: "REDRIVABLE",
    });
    expect([described.error, described.cause]).toEqual([undefined, undefined]);
    expect((await bench.chain(arn)).at(-1)).toEqual([6, 5, "ExecutionTimedOut"]);
    const late = bench.client.send(new SendTaskSuccessCommand({ taskToken: keeper.latest(), output: "1" }));
    await expect(late).rejects.toBeInstanceOf(TaskTimedOut);
  });

  it("do nothing to one that has ended before", async () => {
    const { arn } = await bench.run({ Same: { Type: "Pass", End: true } }, "as it was", { TimeoutSeconds: 60 });
    await moveTo("2026-03-20T20:00:00.000Z");
    expect(await bench.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: "as it was" });
  });

  it("end everything that goes on in its branches", async () => {
    const { arn } = await bench.run(
      {
        Both: {
          Type: "Parallel",
          Branches: [processOf(rest), processOf({ Await: invokeWithToken("await", { End: true }) })],
          End: true,
        },
      },
      {},
      { TimeoutSeconds: 60 },
    );
    await moveTo("2026-03-20T19:01:00.000Z");
    await moveTo("2026-03-20T20:00:00.000Z");
    expect((await bench.describe(arn)).status).toBe("TIMED_OUT");
    expect((await bench.types(arn)).at(-1)).toBe("ExecutionTimedOut");
  });

  it("begin anew with a redrive", async () => {
    const { arn } = await bench.run({ Await: invokeWithToken("await", { End: true }) }, {}, { TimeoutSeconds: 60 });
    await moveTo("2026-03-20T19:01:00.000Z");
    await bench.client.send(new RedriveExecutionCommand({ executionArn: arn }));
    await moveTo("2026-03-20T19:01:59.999Z");
    expect((await bench.describe(arn)).status).toBe("RUNNING");
    await moveTo("2026-03-20T19:02:00.000Z");
    expect((await bench.describe(arn)).status).toBe("TIMED_OUT");
  });
});

describe("an execution without TimeoutSeconds", () => {
  it("may be open for a year, as on AWS", async () => {
    const { arn } = await bench.run({ Await: invokeWithToken("await", { End: true }) });
    await moveTo("2027-03-20T18:59:59.999Z");
    expect((await bench.describe(arn)).status).toBe("RUNNING");
    await moveTo("2027-03-20T19:00:00.000Z");
    expect((await bench.describe(arn)).status).toBe("TIMED_OUT");
  });
});
