import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  InvalidArn,
  InvalidExecutionInput,
  InvalidName,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  paginateGetExecutionHistory,
  StartExecutionCommand,
  StateMachineAlreadyExists,
  StateMachineDoesNotExist,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, definitionOf, invokeWithToken, openBench, tokenKeeper } from "./service.ts";

const waiting = { Rest: { Type: "Wait", Seconds: 60, End: true } };
const passing = { Same: { Type: "Pass", End: true } };

let bench: Bench;
beforeEach(async () => {
  bench = await openBench({ await: tokenKeeper().handler });
});
afterEach(() => bench.close());

describe("a state machine", () => {
  it("has AWS's ARN, and is described as it was made", async () => {
    const stateMachineArn = await bench.make(waiting);
    expect(stateMachineArn).toBe("arn:aws:states:local:000000000000:stateMachine:election");
    const described = await bench.client.send(new DescribeStateMachineCommand({ stateMachineArn }));
    expect(described).toMatchObject({
      name: "election",
      status: "ACTIVE",
      type: "STANDARD",
      definition: definitionOf(waiting),
      creationDate: new Date("2026-03-20T19:00:00.000Z"),
    });
  });

  it("made twice alike is one; made otherwise under its name is refused", async () => {
    expect(await bench.make(waiting)).toBe(await bench.make(waiting));
    await expect(bench.make(passing)).rejects.toBeInstanceOf(StateMachineAlreadyExists);
    const { stateMachines } = await bench.client.send(new ListStateMachinesCommand({}));
    expect(stateMachines?.map(({ name }) => name)).toEqual(["election"]);
  });

  it("that is updated gives its new definition to executions started afterwards; those that run keep theirs", async () => {
    const machine = await bench.make({ ...waiting, Rest: { ...waiting.Rest, Output: "old" } });
    const before = await bench.start(machine, {}, "before");
    await bench.update(machine, { ...waiting, Rest: { ...waiting.Rest, Output: "new" } });
    const after = await bench.start(machine, {}, "after");
    await bench.service.idle();
    bench.clock.moveTo("2026-03-20T19:01:00.000Z");
    await bench.service.idle();
    expect((await bench.describe(before)).output).toBe("old");
    expect((await bench.describe(after)).output).toBe("new");
  });

  it("of a name or an ARN that AWS refuses is refused", async () => {
    await expect(bench.make(waiting, "a name")).rejects.toBeInstanceOf(InvalidName);
    await expect(bench.start("election")).rejects.toBeInstanceOf(InvalidArn);
    await expect(bench.start("arn:aws:states:local:000000000000:stateMachine:none")).rejects.toBeInstanceOf(
      StateMachineDoesNotExist,
    );
  });
});

describe("StartExecution", () => {
  it("by the same name and input, while it runs, answers as the first time", async () => {
    const stateMachineArn = await bench.make(waiting);
    const start = () =>
      bench.client.send(new StartExecutionCommand({ stateMachineArn, name: "elc_1-1", input: '{"process":"elc_1"}' }));
    const first = await start();
    bench.clock.moveTo("2026-03-20T19:00:30.000Z");
    const second = await start();
    expect(first.executionArn).toBe("arn:aws:states:local:000000000000:execution:election:elc_1-1");
    expect([second.executionArn, second.startDate]).toEqual([first.executionArn, first.startDate]);
  });

  it("by the same name with another input, or after it has ended, is refused", async () => {
    const machine = await bench.make(waiting);
    await bench.start(machine, { a: 1 });
    await expect(bench.start(machine, { a: 2 })).rejects.toBeInstanceOf(ExecutionAlreadyExists);
    bench.clock.moveTo("2026-03-20T19:01:00.000Z");
    await bench.service.idle();
    await expect(bench.start(machine, { a: 1 })).rejects.toBeInstanceOf(ExecutionAlreadyExists);
  });

  it("many times at once starts one", async () => {
    const machine = await bench.make(waiting);
    const arns = await Promise.all(Array.from({ length: 20 }, () => bench.start(machine)));
    expect(new Set(arns).size).toBe(1);
    const { executions } = await bench.client.send(new ListExecutionsCommand({ stateMachineArn: machine }));
    expect(executions).toHaveLength(1);
  });

  it("gives a name where none is given, and refuses an input that is no JSON or too large", async () => {
    const stateMachineArn = await bench.make(passing);
    const { executionArn } = await bench.client.send(new StartExecutionCommand({ stateMachineArn }));
    expect(executionArn).toMatch(/:execution:election:[0-9a-f-]{36}$/);
    const start = (input: string) => bench.client.send(new StartExecutionCommand({ stateMachineArn, input }));
    await expect(start("{")).rejects.toBeInstanceOf(InvalidExecutionInput);
    await expect(start(JSON.stringify("x".repeat(262_143)))).rejects.toMatchObject({ name: "ValidationException" });
  });
});

describe("executions", () => {
  it("are listed the latest first, by status, page by page", async () => {
    const machine = await bench.make(waiting);
    for (const name of ["one", "two", "three"]) await bench.start(machine, {}, name);
    await bench.client.send(
      new StopExecutionCommand({ executionArn: "arn:aws:states:local:000000000000:execution:election:two" }),
    );
    const list = (more: object) => bench.client.send(new ListExecutionsCommand({ stateMachineArn: machine, ...more }));
    const first = await list({ maxResults: 2 });
    expect(first.executions?.map(({ name }) => name)).toEqual(["three", "two"]);
    const rest = await list({ maxResults: 2, nextToken: first.nextToken });
    expect(rest.executions?.map(({ name }) => name)).toEqual(["one"]);
    expect(rest.nextToken).toBeUndefined();
    const stopped = await list({ statusFilter: "ABORTED" });
    expect(stopped.executions?.map(({ name, stopDate }) => [name, stopDate])).toEqual([
      ["two", new Date("2026-03-20T19:00:00.000Z")],
    ]);
  });

  it("that were never started do not exist", async () => {
    const executionArn = "arn:aws:states:local:000000000000:execution:election:none";
    const describing = bench.client.send(new DescribeExecutionCommand({ executionArn }));
    await expect(describing).rejects.toBeInstanceOf(ExecutionDoesNotExist);
  });

  it("that have ended are not changed by StopExecution", async () => {
    const { arn } = await bench.run(passing, "as it was");
    bench.clock.moveTo("2026-03-20T20:00:00.000Z");
    const { stopDate } = await bench.client.send(new StopExecutionCommand({ executionArn: arn }));
    expect(stopDate).toEqual(new Date("2026-03-20T19:00:00.000Z"));
    expect(await bench.describe(arn)).toMatchObject({ status: "SUCCEEDED", output: "as it was" });
  });
});

describe("a history", () => {
  it("is given page by page, in either order", async () => {
    const { arn } = await bench.run({ Await: invokeWithToken("await", { End: true }) });
    for (const reverseOrder of [false, true]) {
      const ids: (number | undefined)[] = [];
      const pages = paginateGetExecutionHistory(
        { client: bench.client, pageSize: 2 },
        { executionArn: arn, reverseOrder },
      );
      for await (const { events } of pages) ids.push(...(events ?? []).map(({ id }) => id));
      expect(ids).toEqual(reverseOrder ? [5, 4, 3, 2, 1] : [1, 2, 3, 4, 5]);
    }
  });

  it("leaves inputs and outputs out where they are not asked for", async () => {
    const { arn } = await bench.run(passing, { a: 1 });
    const command = new GetExecutionHistoryCommand({ executionArn: arn, includeExecutionData: false });
    const { events } = await bench.client.send(command);
    expect(events?.[1]?.stateEnteredEventDetails).toEqual({ name: "Same" });
  });
});

describe("the protocol", () => {
  it("refuses an operation that is not supported", async () => {
    const response = await fetch(bench.service.endpoint, {
      method: "POST",
      headers: { "X-Amz-Target": "AWSStepFunctions.CreateActivity", "Content-Type": "application/x-amz-json-1.0" },
      body: "{}",
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ __type: "UnknownOperationException" });
  });
});
