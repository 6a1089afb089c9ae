import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** The rules of open votes. Each has one block of tests under its own name, where its vectors stand. */
const rules: readonly string[] = [
  "R1 Exact arithmetic",
  "R2 The base of a majority",
  "R3 One mark per member per vote, whatever the channel",
  "R4 Silence and non-delivery",
  "R5 Unanimous",
  "R6 Quorum per vote",
  "R7 Joining and leaving",
  "R8 Identity",
  "R9 Late, and the fence",
  "R10 Extension, early close",
  "R11 Ties and nobody",
  "R12 Candidates",
  "R13 Conflict of interest",
  "R14 Attestation",
  "R15 Declared is immutable",
  "R16 Methods",
  "R17 Journal",
  "R18 The minutes",
];

const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.test\.tsx?$/.test(file));
const named = files.flatMap((file) =>
  [...readFileSync(join(root, file), "utf8").matchAll(/describe\(\s*"(R\d+ [^":]+)/g)].map(([, name = ""]) => ({
    ...{ name: name.trim(), file },
  })),
);

test.each(rules)("%s has one place where its vectors stand", (rule) => {
  expect(named.filter(({ name }) => name === rule)).toHaveLength(1);
});

test("no block is named after a rule that there is not", () => {
  expect(named.filter(({ name }) => !rules.includes(name))).toEqual([]);
});
