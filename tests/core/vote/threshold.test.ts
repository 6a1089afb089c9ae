import { meets, plainProfile, RulesProfile, requiredVotes, Threshold } from "@quorate/core/vote";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { atLeastHalf, atLeastTwoThirds, moreThanHalf } from "./fixtures.ts";

const anyThreshold = fc
  .record({
    numerator: fc.nat({ max: 50 }),
    denominator: fc.integer({ min: 1, max: 50 }),
    comparison: fc.constantFrom("at-least" as const, "more-than" as const),
  })
  .filter((threshold) => v.is(Threshold, threshold));

describe("R1 Exact arithmetic: how many votes a rule takes", () => {
  test.each([
    { words: "at least half", threshold: atLeastHalf, base: 27, required: 14 },
    { words: "more than half", threshold: moreThanHalf, base: 27, required: 14 },
    { words: "at least two thirds", threshold: atLeastTwoThirds, base: 27, required: 18 },
    { words: "at least half", threshold: atLeastHalf, base: 28, required: 14 },
    { words: "more than half", threshold: moreThanHalf, base: 28, required: 15 },
    { words: "at least two thirds", threshold: atLeastTwoThirds, base: 28, required: 19 },
    { words: "more than half", threshold: moreThanHalf, base: 5, required: 3 },
    { words: "more than half", threshold: moreThanHalf, base: 6, required: 4 },
  ])("$words of $base is $required", ({ threshold, base, required }) => {
    expect(requiredVotes(threshold, base)).toBe(required);
    expect(meets(threshold, required, base)).toBe(true);
    expect(meets(threshold, required - 1, base)).toBe(false);
  });

  test("two thirds of 27 stored as 67 % would have failed the session: 19, not 18", () => {
    expect(requiredVotes({ numerator: 67, denominator: 100, comparison: "at-least" }, 27)).toBe(19);
  });

  test("a body of a hundred thousand and numbers near the largest whole number stay exact", () => {
    expect(requiredVotes(atLeastTwoThirds, 100_000)).toBe(66_667);
    const all = Number.MAX_SAFE_INTEGER;
    expect(requiredVotes(moreThanHalf, all)).toBe(2 ** 52);
    expect(meets({ numerator: all - 1, denominator: all, comparison: "more-than" }, all - 1, all)).toBe(false);
    expect(meets({ numerator: all - 1, denominator: all, comparison: "more-than" }, all, all)).toBe(true);
  });
});

/** Counts by laying members side by side: `votes` steps of the denominator against `base` steps of the numerator. */
function countBySteps(threshold: Threshold, base: number): number {
  let need = 0;
  for (let member = 0; member < base; member += 1) need += threshold.numerator;
  let have = 0;
  let votes = 0;
  while (threshold.comparison === "at-least" ? have < need : have <= need) {
    have += threshold.denominator;
    votes += 1;
  }
  return votes;
}

describe("every body of 1 to 60 members and every share with a denominator up to 12", () => {
  test.each(["at-least", "more-than"] as const)("counted %s, step by step, gives the same number", (comparison) => {
    for (let denominator = 1; denominator <= 12; denominator += 1) {
      for (let numerator = 0; numerator <= denominator; numerator += 1) {
        const threshold = { numerator, denominator, comparison };
        if (v.is(Threshold, threshold)) expect(differencesFromSteps(threshold)).toEqual([]);
      }
    }
  });

  /** Bodies in which the required number, or whether some number of votes is enough, is not what counting by steps says. */
  function differencesFromSteps(threshold: Threshold): number[] {
    const bodies = Array.from({ length: 60 }, (_, index) => index + 1);
    return bodies.filter((members) => {
      const counted = countBySteps(threshold, members);
      const votes = Array.from({ length: members + 1 }, (_, index) => index);
      const isSame = votes.every((some) => meets(threshold, some, members) === some >= counted);
      return !isSame || requiredVotes(threshold, members) !== counted;
    });
  }
});

describe("for any rule and any body", () => {
  test("the required number meets the rule and one vote fewer does not", () => {
    fc.assert(
      fc.property(anyThreshold, fc.nat({ max: 1_000_000 }), (threshold, base) => {
        const required = requiredVotes(threshold, base);
        expect(meets(threshold, required, base)).toBe(true);
        expect(required > 0 && meets(threshold, required - 1, base)).toBe(false);
      }),
    );
  });

  test("a body with members can always reach it", () => {
    fc.assert(
      fc.property(anyThreshold, fc.integer({ min: 1, max: 1_000_000 }), (threshold, base) => {
        expect(requiredVotes(threshold, base)).toBeLessThanOrEqual(base);
      }),
    );
  });

  test("a body so many times larger with so many times the votes decides the same", () => {
    const times = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(anyThreshold, fc.nat({ max: 500 }), fc.nat({ max: 500 }), times, (threshold, votes, base, k) => {
        expect(meets(threshold, votes * k, base * k)).toBe(meets(threshold, votes, base));
      }),
    );
  });

  test("2/4 is the same rule as 1/2", () => {
    const times = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(anyThreshold, times, fc.nat({ max: 500 }), (threshold, k, base) => {
        const { numerator, denominator, comparison } = threshold;
        const widened = { numerator: numerator * k, denominator: denominator * k, comparison };
        expect(requiredVotes(widened, base)).toBe(requiredVotes(threshold, base));
      }),
    );
  });
});

describe("a rules profile", () => {
  test("the plain one is more than half of all members, with more than half of them there", () => {
    expect(v.parse(RulesProfile, plainProfile)).toEqual(plainProfile);
    expect(requiredVotes(plainProfile.threshold, 27)).toBe(14);
    expect(requiredVotes(plainProfile.quorum, 27)).toBe(14);
  });

  test.each([
    { words: "a percentage with a fraction", threshold: { numerator: 66.7, denominator: 100, comparison: "at-least" } },
    { words: "a share of nothing", threshold: { numerator: 1, denominator: 0, comparison: "at-least" } },
    { words: "a negative share", threshold: { numerator: -1, denominator: 2, comparison: "at-least" } },
    { words: "more than all", threshold: { numerator: 1, denominator: 1, comparison: "more-than" } },
    { words: "three halves", threshold: { numerator: 3, denominator: 2, comparison: "at-least" } },
    { words: "an unknown comparison", threshold: { numerator: 1, denominator: 2, comparison: "about" } },
  ])("$words is refused", ({ threshold }) => {
    expect(v.is(Threshold, threshold)).toBe(false);
  });
});
