import { InvalidDefinition } from "@aws-sdk/client-sfn";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, invoke, openBench, type States } from "./service.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const done = { Done: { Type: "Succeed" } };
const ask = (more: object) => ({ Ask: { ...invoke("ask", { Next: "Done" }), ...more }, ...done });

const one = { One: { Type: "Pass", End: true } };
const each = (more: object) => ({
  Each: { Type: "Map", ItemProcessor: { StartAt: "One", States: one }, End: true, ...more },
});

const refused: [string, States, RegExp][] = [
  [
    "a distributed Map",
    each({ ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED" }, StartAt: "One", States: one } }),
    /The Mode "DISTRIBUTED" of a Map is not supported at \/States\/Each\/ItemProcessor\/ProcessorConfig\/Mode/,
  ],
  ...[
    "ItemReader",
    "ItemBatcher",
    "ResultWriter",
    "ToleratedFailureCount",
    "ToleratedFailurePercentage",
    "Iterator",
  ].map((field): [string, States, RegExp] => [
    `a Map's ${field}`,
    each({ [field]: {} }),
    new RegExp(`Field '${field}' is not supported at /States/Each`),
  ]),
  ["a Map of nothing to do", { Each: { Type: "Map", End: true } }, /Missing field 'ItemProcessor' at \/States\/Each/],
  ["items that are no list", each({ Items: { a: 1 } }), /\/States\/Each\/Items/],
  ["a Parallel without branches", { Both: { Type: "Parallel", Branches: [], End: true } }, /\/States\/Both\/Branches/],
  [
    "a state within a Map that is not supported",
    each({ ItemProcessor: { StartAt: "One", States: { One: { ...one.One, ResultPath: "$.x" } } } }),
    /Field 'ResultPath' is not supported at \/States\/Each\/ItemProcessor\/States\/One/,
  ],
  [
    "a branch that leads out of its Parallel",
    {
      Both: {
        Type: "Parallel",
        Branches: [{ StartAt: "One", States: { One: { Type: "Pass", Next: "Done" } } }],
        Next: "Done",
      },
      ...done,
    },
    /Missing 'Next' target: Done at \/States\/Both\/Branches\[0\]\/States\/One/,
  ],
  [
    "a name that was given to a state elsewhere",
    { ...each({ Next: "One", End: undefined }), ...one },
    /Duplicate state name: One/,
  ],
  [
    "a variable that is assigned inside a Map and around it",
    each({
      Assign: { total: 1 },
      ItemProcessor: { StartAt: "One", States: { One: { ...one.One, Assign: { total: 2 } } } },
    }),
    /The variable 'total' is assigned in an outer scope already at \/States\/Each\/ItemProcessor\/States\/One/,
  ],
  [
    "another resource",
    ask({ Resource: "arn:aws:states:::sqs:sendMessage" }),
    /sqs:sendMessage.* is not supported at \/States\/Ask/,
  ],
  ["a field of JSONPath", ask({ ResultPath: "$.x" }), /Field 'ResultPath' is not supported at \/States\/Ask/],
  ["an unknown field", ask({ Timeout: 5 }), /Field 'Timeout' is not supported at \/States\/Ask/],
  ["JSONPath for a state", ask({ QueryLanguage: "JSONPath" }), /Only the QueryLanguage JSONata .* at \/States\/Ask/],
  ["a Next that leads nowhere", ask({ Next: "Nowhere" }), /Missing 'Next' target: Nowhere at \/States\/Ask/],
  ["Next and End together", ask({ End: true }), /either 'Next' or 'End: true' at \/States\/Ask/],
  ["a state that nothing leads to", { ...done, Lost: { Type: "Succeed" } }, /"Lost" is not reachable/],
  ["an expression that is none", ask({ Output: "{% 1 + %}" }), /'1 \+' is not valid.*\(Output\) at \/States\/Ask/],
  ["the function that AWS takes away", ask({ Output: "{% $eval('1') %}" }), /\$eval is not supported/],
  [
    "an argument of lambda:invoke that is not here",
    ask({ Arguments: { FunctionName: "ask", InvocationType: "Event" } }),
    /'InvocationType' .* at \/States\/Ask/,
  ],
  ["no function", ask({ Arguments: { Payload: 1 } }), /'FunctionName' is required at \/States\/Ask/],
  ["a timeout of nothing", ask({ TimeoutSeconds: 0 }), /\/States\/Ask\/TimeoutSeconds/],
  [
    "a heartbeat as long as the timeout",
    ask({ TimeoutSeconds: 5, HeartbeatSeconds: 5 }),
    /must be smaller than 'TimeoutSeconds'/,
  ],
  [
    "States.ALL beside another error",
    ask({ Catch: [{ ErrorEquals: ["States.ALL", "Other"], Next: "Done" }] }),
    /'States.ALL' must be the only error/,
  ],
  [
    "States.ALL before another rule",
    ask({ Retry: [{ ErrorEquals: ["States.ALL"] }, { ErrorEquals: ["Other"] }] }),
    /of the last rule/,
  ],
  ["a variable named states", ask({ Assign: { states: 1 } }), /'states' is reserved/],
  ["a Wait for nothing", { Rest: { Type: "Wait", End: true } }, /either 'Seconds' or 'Timestamp' at \/States\/Rest/],
  [
    "a Wait until a time that is none",
    { Rest: { Type: "Wait", Timestamp: "tomorrow", End: true } },
    /RFC 3339 timestamp at \/States\/Rest/,
  ],
  ["a Choice of nothing", { Choose: { Type: "Choice", Choices: [] } }, /\/States\/Choose\/Choices/],
];

describe("a definition is refused when it is made", () => {
  it.each(refused)("for %s", async (_, states, message) => {
    const making = bench.make(states);
    await expect(making).rejects.toBeInstanceOf(InvalidDefinition);
    await expect(making).rejects.toThrow(message);
  });

  it("and an update to it leaves the machine as it was", async () => {
    const machine = await bench.make(done);
    await expect(bench.update(machine, { Each: { Type: "Map", End: true } })).rejects.toBeInstanceOf(InvalidDefinition);
    const arn = await bench.start(machine);
    await bench.service.idle();
    expect((await bench.describe(arn)).status).toBe("SUCCEEDED");
  });
});
