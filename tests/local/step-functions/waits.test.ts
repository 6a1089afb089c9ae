import { FlowingClock } from "@quorate/local/clock";
import { startStepFunctions } from "@quorate/local/step-functions";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, clientOf, machinesOf, openBench } from "./service.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

async function moveTo(instant: string): Promise<void> {
  bench.clock.moveTo(instant);
  await bench.service.idle();
}

describe("a Wait", () => {
  it("of seconds ends when they have passed, and not before", async () => {
    const { arn, status } = await bench.run({ Rest: { Type: "Wait", Seconds: 60, End: true } }, { a: 1 });
    expect(status).toBe("RUNNING");
    await moveTo("2026-03-20T19:00:59.999Z");
    expect((await bench.describe(arn)).status).toBe("RUNNING");
    await moveTo("2026-03-20T19:01:00.000Z");
    expect(await bench.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: { a: 1 } });
    expect(await bench.types(arn)).toEqual([
      "ExecutionStarted",
      "WaitStateEntered",
      "WaitStateExited",
      "ExecutionSucceeded",
    ]);
  });

  it("of computed seconds, or until a timestamp, takes them from its input", async () => {
    const { arn } = await bench.run(
      {
        Rest: { Type: "Wait", Seconds: "{% $states.input.seconds %}", Next: "Until" },
        Until: { Type: "Wait", Timestamp: "{% $states.input.until %}", End: true },
      },
      { seconds: 30, until: "2026-03-20T21:30:00+01:00" },
    );
    await moveTo("2026-03-20T19:00:30.000Z");
    expect((await bench.types(arn)).at(-1)).toBe("WaitStateEntered");
    await moveTo("2026-03-20T20:29:59.999Z");
    expect((await bench.describe(arn)).status).toBe("RUNNING");
    await moveTo("2026-03-20T20:30:00.000Z");
    expect((await bench.describe(arn)).status).toBe("SUCCEEDED");
  });

  it("until a time that is past goes on at once", async () => {
    const { status } = await bench.run({ Until: { Type: "Wait", Timestamp: "2020-01-01T00:00:00Z", End: true } });
    expect(status).toBe("SUCCEEDED");
  });

  it("of nine months passes in a moment, when the clock is moved", async () => {
    const { arn } = await bench.run({ Rest: { Type: "Wait", Timestamp: "2026-12-20T19:00:00Z", End: true } });
    await moveTo("2026-12-20T18:59:59.999Z");
    expect((await bench.describe(arn)).status).toBe("RUNNING");
    await moveTo("2026-12-20T19:00:00.000Z");
    expect((await bench.describe(arn)).status).toBe("SUCCEEDED");
  });

  it("of nine months does not overflow a timer of a clock that flows", async () => {
    const clock = new FlowingClock();
    const service = await startStepFunctions({ functions: {}, clock });
    const client = clientOf(service.endpoint);
    const machines = machinesOf(client);
    const months = 9 * 30 * 24 * 3600;
    const arn = await machines.start(await machines.make({ Rest: { Type: "Wait", Seconds: months, End: true } }));
    await service.idle();
    expect((await machines.describe(arn)).status).toBe("RUNNING");
    clock.moveAhead(months * 1000 + 1000);
    await service.idle();
    expect((await machines.describe(arn)).status).toBe("SUCCEEDED");
    client.destroy();
    await service.close();
    clock.stop();
  });

  it("keeps many executions apart, each to its own time", async () => {
    const machine = await bench.make({ Rest: { Type: "Wait", Seconds: "{% $states.input %}", End: true } });
    const arns: string[] = [];
    for (const seconds of [30, 10, 20]) arns.push(await bench.start(machine, seconds, `wait-${seconds}`));
    await moveTo("2026-03-20T19:00:20.000Z");
    const statuses = await Promise.all(arns.map(async (arn) => (await bench.describe(arn)).status));
    expect(statuses).toEqual(["RUNNING", "SUCCEEDED", "SUCCEEDED"]);
  });

  it.each([-1, 1.5, "soon"])("of %s seconds is an error of evaluation", async (seconds) => {
    const { error } = await bench.run({ Rest: { Type: "Wait", Seconds: "{% $states.input %}", End: true } }, seconds);
    expect(error).toBe("States.QueryEvaluationError");
  });
});
