import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { RedriveExecutionCommand, SendTaskSuccessCommand, type SFNClient, TaskTimedOut } from "@aws-sdk/client-sfn";
import { StandingClock } from "@quorate/local/clock";
import { startStepFunctions } from "@quorate/local/step-functions";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clientOf, invoke, invokeWithToken, machinesOf, processOf, START, type States } from "./service.ts";

const script = join(import.meta.dirname, "runtime-process.ts");
const MACHINE = "arn:aws:states:local:000000000000:stateMachine:election";

let folder: string;
let running: { child: ChildProcess; client: SFNClient } | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quorate-step-functions-"));
});
afterEach(async () => {
  await kill();
  rmSync(folder, { recursive: true });
});

/** Starts the service on the folder, as a process of its own. */
async function start({ now = START, mode = "answer" } = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", script, folder, now, mode], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [endpoint] = await once(createInterface(child.stdout), "line");
  const client = clientOf(String(endpoint));
  running = { child, client };
  return { client, ...machinesOf(client) };
}

/** Lets a run go on for so many turns of its event loop, until it ends itself by SIGKILL. */
async function runUntilItDies(turns: number): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", script, folder, START, `die-${turns}`], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [, signal] = await once(child, "exit");
  expect(signal).toBe("SIGKILL");
}

async function kill(): Promise<void> {
  if (!running) return;
  const { child, client } = running;
  running = undefined;
  client.destroy();
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

function invocations(): string[] {
  const path = join(folder, "invocations.txt");
  return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
}

/** Adds one, as often as the input says. */
const adding = {
  Begin: { Type: "Pass", Assign: { total: 0 }, Next: "Add" },
  Add: invoke("add", { Assign: { total: "{% $states.result.Payload %}" }, Next: "Enough" }, { total: "{% $total %}" }),
  Enough: {
    Type: "Choice",
    Choices: [{ Condition: "{% $total < $states.context.Execution.Input %}", Next: "Add" }],
    Default: "Done",
  },
  Done: { Type: "Succeed", Output: "{% $total %}" },
};

describe("an execution survives SIGKILL", () => {
  it("while a function runs: the function is invoked again", async () => {
    const first = await start({ mode: "hang" });
    const arn = await first.start(
      await first.make({ Hang: invoke("hang", { Output: "{% $states.result.Payload %}", End: true }) }),
    );
    await expect.poll(invocations).toEqual(["hang"]);
    await kill();
    const second = await start();
    await expect.poll(() => second.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: "answered" });
    expect(invocations()).toEqual(["hang", "hang"]);
    expect(await second.types(arn)).toEqual([
      "ExecutionStarted",
      "TaskStateEntered",
      "TaskScheduled",
      "TaskStarted",
      "TaskSucceeded",
      "TaskStateExited",
      "ExecutionSucceeded",
    ]);
  });

  it("while it waits for a token: the function is not invoked again, and the token is still good", async () => {
    const first = await start();
    const arn = await first.start(await first.make({ Await: invokeWithToken("await", { End: true }) }));
    await expect.poll(() => first.types(arn)).toContain("TaskSubmitted");
    await kill();
    const second = await start();
    const taskToken = String(invocations().at(-1)?.slice("await ".length));
    await second.client.send(new SendTaskSuccessCommand({ taskToken, output: '"after"' }));
    await expect.poll(() => second.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: "after" });
    expect(invocations()).toHaveLength(1);
  });

  it("while it waits for time: the wait keeps its absolute time, also where that is past", async () => {
    const first = await start();
    const arn = await first.start(await first.make({ Rest: { Type: "Wait", Seconds: 3600, End: true } }));
    await expect.poll(() => first.types(arn)).toContain("WaitStateEntered");
    await kill();
    const second = await start({ now: "2026-03-20T19:59:59.999Z" });
    expect((await second.describe(arn)).status).toBe("RUNNING");
    await kill();
    const third = await start({ now: "2026-12-20T19:00:00.000Z" });
    await expect.poll(() => third.describe(arn)).toMatchObject({ status: "SUCCEEDED" });
  });

  it("while a task's timeout passes: it has timed out, and its token is over", async () => {
    const first = await start();
    const arn = await first.start(
      await first.make({ Await: invokeWithToken("await", { TimeoutSeconds: 60, End: true }) }),
    );
    await expect.poll(() => first.types(arn)).toContain("TaskSubmitted");
    await kill();
    const second = await start({ now: "2026-03-20T19:01:00.000Z" });
    await expect.poll(() => second.describe(arn)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
    const taskToken = String(invocations().at(-1)?.slice("await ".length));
    const late = second.client.send(new SendTaskSuccessCommand({ taskToken, output: "1" }));
    await expect(late).rejects.toBeInstanceOf(TaskTimedOut);
  });

  it("right after its start was acknowledged", async () => {
    const first = await start();
    const arn = await first.start(await first.make(adding), 5);
    await kill();
    const second = await start();
    await expect.poll(() => second.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: 5 });
  });

  it("at many moments of a long run: its output and its history are as if nothing had been", async () => {
    const rounds = 300;
    const first = await start({ mode: "paused" });
    const arn = await first.start(await first.make(adding), rounds);
    await kill();
    for (const turns of [0, 1, 2, 3, 10, 25, 60]) await runUntilItDies(turns);
    const interrupted = invocations().length;
    expect(interrupted).toBeGreaterThan(1);
    expect(interrupted).toBeLessThan(rounds);

    await start();
    await expect.poll(() => invocations().length, { interval: 1, timeout: 30_000 }).toBeGreaterThan(interrupted + 20);
    await kill();
    const last = await start();
    const untouched = await last.start(MACHINE, rounds, "untouched");
    for (const each of [arn, untouched]) {
      const described = () => last.describe(each);
      await expect.poll(described, { timeout: 30_000 }).toMatchObject({ status: "SUCCEEDED", output: rounds });
    }
    const [types, expected] = [await last.types(arn), await last.types(untouched)];
    expect(types).toEqual(expected);
    expect((await last.history(arn)).map(({ id }) => id)).toEqual(types.map((_, index) => index + 1));
  });
});

describe("a Map and a Parallel survive SIGKILL", () => {
  const each = (states: States, more: object) => ({ Type: "Map", ItemProcessor: processOf(states), ...more });
  const plusOne = (name: string, more: object) => ({
    [name]: invoke("add", { Output: "{% $states.result.Payload %}", ...more }, { total: "{% $states.input %}" }),
  });
  const fanned = {
    Each: each(
      {
        ...plusOne("Add", { Next: "Both" }),
        Both: {
          Type: "Parallel",
          Branches: [processOf(plusOne("Left", { End: true })), processOf({ Right: { Type: "Pass", End: true } })],
          Output: "{% $sum($states.result) %}",
          End: true,
        },
      },
      { MaxConcurrency: 2, End: true },
    ),
  };
  const items = Array.from({ length: 60 }, (_, index) => index);

  it("at many moments: every item is done, its output in its place, and the history is whole", async () => {
    const first = await start({ mode: "paused" });
    const arn = await first.start(await first.make(fanned), items);
    await kill();
    for (const turns of [2, 8, 16]) await runUntilItDies(turns);
    const interrupted = invocations().length;
    expect(interrupted).toBeGreaterThan(1);
    expect(interrupted).toBeLessThan(2 * items.length);

    const last = await start();
    await expect
      .poll(() => last.describe(arn), { timeout: 30_000 })
      .toMatchObject({ status: "SUCCEEDED", output: items.map((item) => 2 * item + 3) });
    const untouched = await last.start(MACHINE, items, "untouched");
    await expect.poll(() => last.describe(untouched), { timeout: 30_000 }).toMatchObject({ status: "SUCCEEDED" });
    const history = await last.history(arn);
    expect(history.map(({ id }) => id)).toEqual(history.map((_, index) => index + 1));
    expect((await last.types(arn)).sort()).toEqual((await last.types(untouched)).sort());
  });

  it("while one waits for time and another for a token: both are as they were", async () => {
    const first = await start();
    const arn = await first.start(
      await first.make({
        Both: {
          Type: "Parallel",
          Branches: [
            processOf({ Rest: { Type: "Wait", Seconds: 3600, End: true } }),
            processOf({ Await: invokeWithToken("await", { End: true }) }),
          ],
          End: true,
        },
      }),
      "input",
    );
    await expect.poll(() => first.types(arn)).toContain("TaskSubmitted");
    await kill();
    const second = await start({ now: "2026-03-20T19:30:00.000Z" });
    const taskToken = String(invocations().at(-1)?.slice("await ".length));
    await second.client.send(new SendTaskSuccessCommand({ taskToken, output: '"came"' }));
    expect((await second.describe(arn)).status).toBe("RUNNING");
    await kill();
    const third = await start({ now: "2026-03-20T20:00:00.000Z" });
    await expect.poll(() => third.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: ["input", "came"] });
    expect(invocations()).toHaveLength(1);
  });

  it("while a function runs for each: each is invoked again with what was drawn for it", async () => {
    const draw = { Hang: invoke("hang", { End: true }, { id: "{% $uuid() %}" }) };
    const first = await start({ mode: "hang" });
    const arn = await first.start(await first.make({ Each: each(draw, { Output: "done", End: true }) }), [1, 2]);
    await expect.poll(invocations).toHaveLength(2);
    await kill();
    const second = await start();
    await expect.poll(() => second.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: "done" });
    expect(invocations().slice(2).sort()).toEqual(invocations().slice(0, 2).sort());
  });

  it("and a failed execution is redriven after it", async () => {
    const first = await start();
    const stop = { Rest: { Type: "Wait", Seconds: "{% $states.input %}", Next: "Stop" }, Stop: { Type: "Fail" } };
    const arn = await first.start(await first.make({ Each: each(stop, { End: true }) }), [0, 60]);
    await expect.poll(() => first.describe(arn)).toMatchObject({ status: "FAILED" });
    await kill();
    const second = await start();
    await second.client.send(new RedriveExecutionCommand({ executionArn: arn }));
    await expect.poll(() => second.describe(arn)).toMatchObject({ status: "FAILED" });
    const begun = (await second.history(arn)).filter(({ type }) => type === "MapIterationStarted");
    expect(begun.map((event) => event.mapIterationStartedEventDetails?.index)).toEqual([0, 1, 0, 1]);
  });
});

describe("a file of the first version", () => {
  it("is taken over: what waited in it goes on", async () => {
    const database = new DatabaseSync(join(folder, "step-functions.sqlite"));
    database.exec(readFileSync(join(import.meta.dirname, "first-version.sql"), "utf8"));
    database.close();
    const service = await start({ now: "2026-03-20T20:00:00.000Z" });
    const arn = "arn:aws:states:local:000000000000:execution:election:first";
    await expect.poll(() => service.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: { kept: true } });
    expect(await service.chain(arn)).toEqual([
      [1, 0, "ExecutionStarted"],
      [2, 0, "WaitStateEntered"],
      [3, 2, "WaitStateExited"],
      [4, 3, "ExecutionSucceeded"],
    ]);
  });
});

describe("a service that starts paused", () => {
  it("goes on with nothing before it is told to, so that functions can be added first", async () => {
    const clock = new StandingClock(START);
    const functions: Record<string, () => Promise<unknown>> = {};
    const service = await startStepFunctions({ functions, dataPath: folder, clock, startsPaused: true });
    const client = clientOf(service.endpoint);
    const machines = machinesOf(client);
    const arn = await machines.start(await machines.make({ Late: invoke("late", { End: true }) }));
    await service.idle();
    expect(await machines.types(arn)).toEqual(["ExecutionStarted"]);
    functions.late = async () => "in time";
    service.resume();
    await service.idle();
    expect((await machines.describe(arn)).output.Payload).toBe("in time");
    client.destroy();
    await service.close();
  });
});
