import { checkFigures, Figures, liveCount, liveResult } from "@quorate/core/vote";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { adoption, atLeastHalf, atLeastTwoThirds, election, hands, planHands, profile } from "./fixtures.ts";

describe("votes R3: the figures of a show of hands with 18 live marks", () => {
  test.each([
    { words: "everyone for the only candidate", vote: election("A"), figures: hands({ A: 18 }) },
    { words: "17 for, one abstaining", vote: election("A"), figures: hands({ A: 17 }, 0, 1) },
    { words: "some present and not voting", vote: election("A"), figures: hands({ A: 10 }, 2, 1) },
    { words: "two candidates", vote: election("AB"), figures: hands({ A: 10, B: 8 }) },
    { words: "the text", vote: adoption(), figures: planHands(9, 8, 1) },
    { words: "nobody stood", vote: election(""), figures: hands({}) },
  ])("are accepted: $words", ({ vote, figures }) => {
    expect(checkFigures(vote, figures, 18)).toEqual([]);
  });

  test.each([
    {
      words: "19 hands of 18 present",
      vote: election("AB"),
      figures: hands({ A: 10, B: 8 }, 0, 1),
      problems: [{ kind: "more-than-present", field: "total", counted: 19, present: 18 }],
    },
    {
      words: "19 hands of 18 present, on the text",
      vote: adoption(),
      figures: planHands(9, 9, 1),
      problems: [{ kind: "more-than-present", field: "total", counted: 19, present: 18 }],
    },
    {
      words: "a negative figure and half a hand",
      vote: election("AB"),
      figures: hands({ A: -1, B: 2 }, 0, 1.5),
      problems: [
        { kind: "not-whole", field: "votes.A" },
        { kind: "not-whole", field: "abstain" },
      ],
    },
    {
      words: "a negative figure that hides a hand too many",
      vote: adoption(),
      figures: planHands(20, -1, 0),
      problems: [{ kind: "not-whole", field: "against" }],
    },
    {
      words: "somebody who does not stand",
      vote: election("A"),
      figures: hands({ A: 10, C: 3 }),
      problems: [{ kind: "unknown-candidate", field: "votes.C" }],
    },
    {
      words: "a candidate without a figure",
      vote: election("AB"),
      figures: hands({ A: 10 }),
      problems: [{ kind: "missing", field: "votes.B" }],
    },
    {
      words: "hands against several candidates",
      vote: election("AB"),
      figures: hands({ A: 10, B: 4 }, 2),
      problems: [{ kind: "against-several", field: "against" }],
    },
    {
      words: "the figures of a text for a candidate",
      vote: election("A"),
      figures: planHands(10, 0, 0),
      problems: [{ kind: "wrong-kind", field: "kind" }],
    },
  ])("are sent back: $words", ({ vote, figures, problems }) => {
    expect(checkFigures(vote, figures, 18)).toEqual(problems);
  });

  test("are not even read back when one is negative or broken", () => {
    expect(v.is(Figures, planHands(-1, 0, 0))).toBe(false);
    expect(v.is(Figures, hands({ A: 1.5 }))).toBe(false);
  });
});

describe("what those present decided", () => {
  test.each([
    { words: "18 for the only candidate", vote: election("A"), figures: hands({ A: 18 }), result: "leading" },
    { words: "A 10, B 8", vote: election("AB"), figures: hands({ A: 10, B: 8 }), result: "leading" },
    { words: "A 9, B 9", vote: election("AB"), figures: hands({ A: 9, B: 9 }), result: "tied" },
    { words: "no hand for anybody", vote: election("AB"), figures: hands({ A: 0, B: 0 }, 0, 18), result: "nobody" },
    { words: "nobody stood", vote: election(""), figures: hands({}), result: "nobody" },
    {
      words: "only candidate: 5 for, 13 against",
      vote: election("A"),
      figures: hands({ A: 5 }, 13),
      result: "rejected",
    },
    { words: "only candidate: 9 for, 9 against", vote: election("A"), figures: hands({ A: 9 }, 9), result: "rejected" },
    {
      words: "only candidate: 1 for, 17 abstaining",
      vote: election("A"),
      figures: hands({ A: 1 }, 0, 17),
      result: "leading",
    },
    { words: "text: 9 for, 8 against, 1 abstaining", vote: adoption(), figures: planHands(9, 8, 1), result: "carried" },
    { words: "text: 8 for, 9 against", vote: adoption(), figures: planHands(8, 9, 0), result: "rejected" },
    { words: "text: 18 against", vote: adoption(), figures: planHands(0, 18, 0), result: "nobody" },
  ])("$words: $result", ({ vote, figures, result }) => {
    expect(liveResult(vote, figures).kind).toBe(result);
  });

  test("9 for and 9 against carry where the rule asks for at least half", () => {
    const vote = adoption({ profile: profile({ threshold: atLeastHalf, base: "cast" }) });
    expect(liveResult(vote, planHands(9, 9, 0))).toEqual({ kind: "carried" });
  });

  test("11 for and 7 against are put to the absentees where two thirds of all members are asked", () => {
    const vote = adoption({ profile: profile({ threshold: atLeastTwoThirds }) });
    expect(liveResult(vote, planHands(11, 7, 0))).toEqual({ kind: "carried" });
  });

  test("of several candidates the one with the most hands leads, without a majority too", () => {
    expect(liveResult(election("ABC"), hands({ A: 5, B: 7, C: 6 }))).toEqual({ kind: "leading", candidates: ["B"] });
  });

  test("a tie names the tied and only them", () => {
    const figures = hands({ A: 7, B: 3, C: 7 });
    expect(liveResult(election("ABC"), figures)).toEqual({
      ...{ kind: "tied", leading: [], tied: ["A", "C"], seats: 1 },
    });
  });

  test("hands for the other candidates are against the one who leads", () => {
    expect(liveCount(hands({ A: 7, B: 3, C: 6 }, 0, 2))).toEqual({ for: 7, against: 9, abstain: 2 });
  });
});
