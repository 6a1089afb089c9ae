import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stepFunctions } from "../../../packages/functions/src/ports/step-functions.ts";
import { type Bench, openBench } from "./service.ts";

const wait = { Rest: { Type: "Wait", Seconds: 600, End: true } };
const fail = { Broken: { Type: "Fail", Error: "Broken" } };

describe("what the sweep hears of an execution", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  /** The port over one execution, by the names that it is found by. */
  async function of(arn: string) {
    const [, machine = "", name = ""] = /^(.*):([^:]+)$/.exec(arn) ?? [];
    return {
      name,
      processes: stepFunctions(bench.client, { election: machine.replace(":execution:", ":stateMachine:") }),
    };
  }

  it("is that one which timed out has failed, like one that failed by itself", async () => {
    const timed = await bench.run(wait, {}, { TimeoutSeconds: 60 });
    const { name, processes } = await of(timed.arn);
    expect(await processes.status("election", name)).toBe("running");
    bench.clock.moveTo("2026-03-20T19:01:00.000Z");
    await bench.service.idle();
    expect((await bench.describe(timed.arn)).status).toBe("TIMED_OUT");
    expect(await processes.status("election", name)).toBe("failed");
  });

  it("is that one which was stopped has failed; stopping it again, or one that never was, does nothing", async () => {
    const { name, processes } = await of((await bench.run(wait)).arn);
    await processes.stop("election", name);
    await processes.stop("election", name);
    await processes.stop("election", "never-was");
    expect(await processes.status("election", name)).toBe("failed");
    expect(await processes.status("election", "never-was")).toBeUndefined();
  });

  it("is that one which failed has", async () => {
    const { name, processes } = await of((await bench.run(fail)).arn);
    expect(await processes.status("election", name)).toBe("failed");
  });
});
