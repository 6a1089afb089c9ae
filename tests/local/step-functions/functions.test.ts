import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench } from "./service.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

let made = 0;
async function evaluate(Output: unknown, input: unknown = {}) {
  made += 1;
  const machine = await bench.make({ Look: { Type: "Pass", Output, End: true } }, `look-${made}`);
  const arn = await bench.start(machine, input);
  await bench.service.idle();
  return await bench.describe(arn);
}

describe("the functions that Step Functions adds to JSONata", () => {
  it.each([
    ["$partition([1..7], 3)", [[1, 2, 3], [4, 5, 6], [7]]],
    ["$partition($states.input.list, 2)", [["only"]]],
    ["$range(0, 10, 5)", [0, 5, 10]],
    ["$range(3, 0, -2)", [3, 1]],
    ["$range(1, 0, 1)", []],
    ["$hash('Vlasotince', 'SHA-256')", createHash("sha256").update("Vlasotince").digest("hex")],
    ["$hash('Vlasotince', 'MD5')", createHash("md5").update("Vlasotince").digest("hex")],
    ["$parse('{\"a\": [1, 2]}').a", [1, 2]],
    ["$random(7) = $random(7)", true],
    ["$random(7) = $random(8)", false],
    ["$random() >= 0 and $random() < 1", true],
    ["$uuid() = $uuid()", false],
    ["$map([2, 3], function($each){$count($range(1, $each, 1))})", [2, 3]],
  ])("%s", async (source, expected) => {
    expect((await evaluate(`{% ${source} %}`, { list: ["only"] })).output).toEqual(expected);
  });

  it("$uuid is of version 4", async () => {
    expect((await evaluate("{% $uuid() %}")).output).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/);
  });

  it.each([
    ["$partition([1, 2], 0)", "'size' of $partition is a positive integer, not 0"],
    ["$range(1, 3, 0)", "'step' of $range is an integer other than 0, not 0"],
    ["$range(1, 5000, 1)", "$range makes 1000 values at most, not 5000"],
    ["$hash('a', 'SHA-3')", "'algorithm' of $hash is one of MD5, SHA-1"],
    ["$hash(7, 'MD5')", "'data' of $hash is a string, not 7"],
    ["$parse('{')", "JSON"],
    ["$partition($states.input.missing, 2)", "returned nothing (undefined)"],
    ["$missing(1)", "non-function"],
  ])("%s fails with States.QueryEvaluationError", async (source, cause) => {
    const described = await evaluate(`{% ${source} %}`);
    expect(described.error).toBe("States.QueryEvaluationError");
    expect(described.cause).toContain(cause);
  });

  it("the parts of a partition are the list again, and none but the last is short", async () => {
    const stateMachineArn = await bench.make({
      Part: { Type: "Pass", Output: "{% $partition($states.input.items, $states.input.size) %}", End: true },
    });
    const cases = fc.record({ items: fc.array(fc.integer(), { minLength: 1 }), size: fc.integer({ min: 1, max: 12 }) });
    await fc.assert(
      fc.asyncProperty(cases, async ({ items, size }) => {
        made += 1;
        const arn = await bench.start(stateMachineArn, { items, size }, `part-${made}`);
        await bench.service.idle();
        const parts: number[][] = (await bench.describe(arn)).output;
        expect(parts.flat()).toEqual(items);
        expect(parts.slice(0, -1).every((part) => part.length === size)).toBe(true);
        expect(parts.every((part) => part.length > 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a value that was drawn", () => {
  it("is one and the same in the history, the variable and the output", async () => {
    const { arn, output } = await bench.run({
      Draw: { Type: "Pass", Assign: { id: "{% $uuid() %}" }, Next: "Tell" },
      Tell: { Type: "Pass", Output: "{% [$id, $id] %}", End: true },
    });
    expect(output[0]).toBe(output[1]);
    const exited = (await bench.history(arn)).find(({ type }) => type === "PassStateExited");
    expect(exited?.stateExitedEventDetails?.assignedVariables).toEqual({ id: JSON.stringify(output[0]) });
    expect(exited?.stateExitedEventDetails?.assignedVariablesDetails).toEqual({ truncated: false });
  });
});

describe("a field of one kind", () => {
  it("says as AWS does what else it was given", async () => {
    const { cause } = await bench.run({ Rest: { Type: "Wait", Seconds: "{% $states.input %}", End: true } }, "soon");
    expect(cause).toContain(
      "The JSONata expression '$states.input' specified for the field 'Seconds' returned an unexpected result type. Expected 'integer from 0 to 99999999', but was 'string' for value: \"soon\"",
    );
  });

  it("what fails as its state is entered follows the event before that", async () => {
    const { arn } = await bench.run({
      Same: { Type: "Pass", Next: "Look" },
      Look: { Type: "Pass", Output: "{% $nobody %}", End: true },
    });
    expect((await bench.history(arn)).map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
      [1, 0, "ExecutionStarted"],
      [2, 0, "PassStateEntered"],
      [3, 2, "PassStateExited"],
      [4, 3, "PassStateEntered"],
      [5, 3, "EvaluationFailed"],
      [6, 5, "ExecutionFailed"],
    ]);
  });
});
