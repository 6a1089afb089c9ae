import { GetExecutionHistoryCommand } from "@aws-sdk/client-sfn";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, invoke, openBench } from "./service.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench({
    greet: async (payload) => ({ greeting: `Hello ${JSON.stringify(payload)}` }),
    silent: async () => undefined,
  });
});
afterEach(() => bench.close());

describe("a task of lambda:invoke", () => {
  it("has the function's answer as its output, as AWS wraps it", async () => {
    const { status, output } = await bench.run(
      { Greet: invoke("greet", { End: true }, { who: "{% $states.input.who %}" }) },
      { who: "Mira" },
    );
    expect(status).toBe("SUCCEEDED");
    expect(output).toEqual({
      ExecutedVersion: "$LATEST",
      Payload: { greeting: 'Hello {"who":"Mira"}' },
      StatusCode: 200,
    });
  });

  it("finds a function by its ARN, and takes an answer of nothing as null", async () => {
    const arn = "arn:aws:lambda:local:000000000000:function:silent";
    const { output } = await bench.run({ Ask: invoke(arn, { Output: "{% $states.result.Payload %}", End: true }) });
    expect(output).toBeNull();
  });

  it("is recorded in the order of AWS, with its details", async () => {
    const { arn } = await bench.run({ Greet: invoke("greet", { End: true, TimeoutSeconds: 60 }) }, { a: 1 });
    const events = await bench.history(arn);
    expect(events.map(({ type, id, previousEventId }) => [id, previousEventId, type])).toEqual([
      [1, 0, "ExecutionStarted"],
      [2, 0, "TaskStateEntered"],
      [3, 2, "TaskScheduled"],
      [4, 3, "TaskStarted"],
      [5, 4, "TaskSucceeded"],
      [6, 5, "TaskStateExited"],
      [7, 6, "ExecutionSucceeded"],
    ]);
    expect(events[1]?.stateEnteredEventDetails).toEqual({
      name: "Greet",
      input: '{"a":1}',
      inputDetails: { truncated: false },
    });
    expect(events[2]?.taskScheduledEventDetails).toEqual({
      resourceType: "lambda",
      resource: "invoke",
      region: "local",
      parameters: '{"FunctionName":"greet","Payload":{}}',
      timeoutInSeconds: 60,
    });
    expect(events[3]?.taskStartedEventDetails).toEqual({ resourceType: "lambda", resource: "invoke" });
    expect(events[0]?.timestamp).toEqual(new Date("2026-03-20T19:00:00.000Z"));
  });
});

describe("a Pass", () => {
  it("hands its input on, or gives its Output, every expression in it evaluated", async () => {
    const { arn, output } = await bench.run(
      {
        Same: { Type: "Pass", Next: "Other" },
        Other: {
          Type: "Pass",
          Output: { sum: "{% $states.input.a + 1 %}", list: ["{% $states.input.a %}", "plain", " {% not one %} "] },
          End: true,
        },
      },
      { a: 1 },
    );
    expect(output).toEqual({ sum: 2, list: [1, "plain", " {% not one %} "] });
    expect(await bench.types(arn)).toEqual([
      "ExecutionStarted",
      "PassStateEntered",
      "PassStateExited",
      "PassStateEntered",
      "PassStateExited",
      "ExecutionSucceeded",
    ]);
  });

  it("assigns all variables at once, over their old values, and its Output sees the old ones too", async () => {
    const { arn, output } = await bench.run({
      Begin: { Type: "Pass", Assign: { left: 1, right: 2 }, Next: "Swap" },
      Swap: {
        Type: "Pass",
        Assign: { left: "{% $right %}", right: "{% $left %}" },
        Output: "{% [$left, $right] %}",
        Next: "Tell",
      },
      Tell: { Type: "Pass", Output: { before: "{% $states.input %}", after: "{% [$left, $right] %}" }, End: true },
    });
    expect(output).toEqual({ before: [1, 2], after: [2, 1] });
    const [, , exited] = await bench.history(arn);
    expect(exited?.stateExitedEventDetails?.assignedVariables).toEqual({ left: "1", right: "2" });
  });

  it("sees the context of its execution, and the service's time", async () => {
    const { arn, output } = await bench.run({
      Look: {
        Type: "Pass",
        Output: { context: "{% $states.context %}", now: "{% $now() %}", day: "{% $now('[Y]') %}" },
        End: true,
      },
    });
    expect(output).toEqual({
      context: {
        Execution: {
          Id: arn,
          Input: {},
          Name: "first",
          RedriveCount: 0,
          RoleArn: "arn:aws:iam::000000000000:role/local",
          StartTime: "2026-03-20T19:00:00.000Z",
        },
        State: { Name: "Look", EnteredTime: "2026-03-20T19:00:00.000Z" },
        StateMachine: { Id: "arn:aws:states:local:000000000000:stateMachine:election", Name: "election" },
      },
      now: "2026-03-20T19:00:00.000Z",
      day: "2026",
    });
  });
});

describe("a Choice", () => {
  const choice = {
    Choose: {
      Type: "Choice",
      Choices: [
        { Condition: "{% $states.input.word = 'more' %}", Next: "More", Output: "again" },
        { Condition: "{% $states.input.word = 'done' %}", Next: "Done", Assign: { seen: true } },
      ],
      Default: "Lost",
      Output: "defaulted",
    },
    More: { Type: "Succeed" },
    Done: { Type: "Succeed", Output: "{% $seen %}" },
    Lost: { Type: "Succeed" },
  };

  it.each([
    ["more", "again"],
    ["done", true],
    ["unknown", "defaulted"],
  ])("on %s goes where the first rule that holds leads", async (word, expected) => {
    expect((await bench.run(choice, { word })).output).toBe(expected);
  });

  it("is recorded as entered and exited, and the Succeed after it too", async () => {
    const { arn } = await bench.run(choice, { word: "more" });
    expect(await bench.types(arn)).toEqual([
      "ExecutionStarted",
      "ChoiceStateEntered",
      "ChoiceStateExited",
      "SucceedStateEntered",
      "SucceedStateExited",
      "ExecutionSucceeded",
    ]);
  });

  it("without a rule that holds and a default fails with States.NoChoiceMatched", async () => {
    const { status, error, cause, arn } = await bench.run({
      Choose: { Type: "Choice", Choices: [{ Condition: false, Next: "Done" }] },
      Done: { Type: "Succeed" },
    });
    expect([status, error]).toEqual(["FAILED", "States.NoChoiceMatched"]);
    expect(cause).toContain("An error occurred while executing the state 'Choose' (entered at the event id #2).");
    expect(await bench.types(arn)).toEqual(["ExecutionStarted", "ChoiceStateEntered", "ExecutionFailed"]);
  });

  it("with a condition that is no boolean fails with States.QueryEvaluationError", async () => {
    const { error } = await bench.run({
      Choose: { Type: "Choice", Choices: [{ Condition: "{% 1 %}", Next: "Done" }] },
      Done: { Type: "Succeed" },
    });
    expect(error).toBe("States.QueryEvaluationError");
  });
});

describe("a Fail", () => {
  it("fails the execution with its error and cause, computed or not", async () => {
    const { arn, status, error, cause } = await bench.run(
      { Stop: { Type: "Fail", Error: "{% $states.input.why %}", Cause: "The row says why." } },
      { why: "Parked" },
    );
    expect([status, error, cause]).toEqual(["FAILED", "Parked", "The row says why."]);
    expect(await bench.types(arn)).toEqual(["ExecutionStarted", "FailStateEntered", "ExecutionFailed"]);
  });
});

describe("an expression", () => {
  it("that gives nothing fails its state, as AWS words it", async () => {
    const { arn, status, error, cause } = await bench.run({
      Transform: { Type: "Pass", Output: { v: "{% $states.input.missing %}" }, End: true },
    });
    expect([status, error]).toEqual(["FAILED", "States.QueryEvaluationError"]);
    expect(cause).toBe(
      "An error occurred while executing the state 'Transform' (entered at the event id #2). The JSONata expression '$states.input.missing' specified for the field 'Output/v' returned nothing (undefined).",
    );
    const events = await bench.history(arn);
    expect(events.map(({ type }) => type)).toEqual([
      "ExecutionStarted",
      "PassStateEntered",
      "EvaluationFailed",
      "ExecutionFailed",
    ]);
    expect(events[2]?.evaluationFailedEventDetails).toMatchObject({ location: "Output/v", state: "Transform" });
  });

  it.each(["{% $states.input.a + 'text' %}", "{% $unknown %}", "{% function($x){$x} %}", "{% $sum %}"])(
    "%s is an error too",
    async (Output) => {
      const { error } = await bench.run({ Transform: { Type: "Pass", Output, End: true } }, { a: 1 });
      expect(error).toBe("States.QueryEvaluationError");
    },
  );
});

describe("the limits", () => {
  it("an output above 256 KiB fails with States.DataLimitExceeded, which States.ALL does not catch", async () => {
    const { error, status } = await bench.run({
      Grow: {
        ...invoke("greet", { Next: "Fine" }, "{% $join($map([1..60000], function($i){'12345'})) %}"),
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Fine" }],
      },
      Fine: { Type: "Succeed" },
    });
    expect([status, error]).toEqual(["FAILED", "States.DataLimitExceeded"]);
  });

  it("an output of just under 256 KiB is taken", async () => {
    const { status } = await bench.run({
      Grow: { Type: "Pass", Output: "{% $join($map([1..52000], function($i){'12345'})) %}", End: true },
    });
    expect(status).toBe("SUCCEEDED");
  });

  it("25,000 events fail the execution", async () => {
    const { arn, status, error } = await bench.run({
      Again: { Type: "Pass", Next: "Round" },
      Round: { Type: "Pass", Next: "Again" },
    });
    expect([status, error]).toEqual(["FAILED", "States.Runtime"]);
    const { events } = await bench.client.send(
      new GetExecutionHistoryCommand({ executionArn: arn, reverseOrder: true, maxResults: 1 }),
    );
    expect(events?.map(({ id, type }) => [id, type])).toEqual([[25_000, "ExecutionFailed"]]);
  });
});
