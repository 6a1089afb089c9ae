import { checkSetUp, type Settings } from "@quorate/core/election";
import { plainProfile } from "@quorate/core/vote";
import { describe, expect, it } from "vitest";

const now = "2026-03-03T08:00:00.000Z";
const settings = (votes: Settings["votes"]): Settings => ({
  ...{ votes, mode: "combined", hasSession: false, sessionAt: undefined, declarers: ["mem_1", "mem_2"] },
  deadlines: {
    ...{ confirmation: "2026-03-10T08:00:00.000Z", waiver: "2026-03-12T08:00:00.000Z" },
    declaration: "2026-03-14T08:00:00.000Z",
  },
});
const profile = { ...plainProfile, lettersCountTowardsQuorum: true };
const texts = (count: number, body: string) =>
  Array.from({ length: count }, () => ({ kind: "adopt" as const, title: "Текст", profile, text: { body } }));
const problems = (votes: Settings["votes"]) => checkSetUp(settings(votes), now).map(({ code }) => code);

describe("an election's size", () => {
  it.each([
    ["no vote is no election", texts(0, ""), ["no-votes"]],
    ["thirty votes fit, and all that may follow them", texts(30, "а"), []],
    ["thirty-one do not", texts(31, "а"), ["too-many-votes"]],
    ["a long plan fits", texts(1, "а".repeat(100_000)), []],
    [
      "two of them do not go into one form: a Cyrillic letter has two bytes",
      texts(2, "а".repeat(100_000)),
      ["too-much-text"],
    ],
  ])("%s", (_, votes, expected) => {
    expect(problems(votes)).toEqual(expected);
  });
});
