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

  const board = election("ABC", { seats: 2 });
  const approval = election("AB", { ballot: "approval" });
  const seats = (votes: Record<string, number>, voted: number, abstain = 0): Figures => {
    return { kind: "seats", votes, voted, abstain };
  };
  const yes = (inFavour: number, against = 0, abstain = 0) => ({ for: inFavour, against, abstain });
  const each = (A: object, B: object) => v.parse(Figures, { kind: "approval", votes: { A, B } });

  test.each([
    { words: "two seats, everyone with two votes", vote: board, figures: seats({ A: 18, B: 18, C: 0 }, 18) },
    {
      words: "two seats, some with one vote, one abstaining",
      vote: board,
      figures: seats({ A: 9, B: 7, C: 5 }, 17, 1),
    },
    { words: "approval, counted on each", vote: approval, figures: each(yes(18), yes(3, 10, 5)) },
    { words: "approval, some not voting on one of them", vote: approval, figures: each(yes(18), yes(3)) },
  ])("are accepted: $words", ({ vote, figures }) => {
    expect(checkFigures(vote, figures, 18)).toEqual([]);
  });

  test.each([
    {
      words: "more for one than voted at all",
      vote: board,
      figures: seats({ A: 11, B: 2, C: 0 }, 10),
      problems: [{ kind: "more-than-voted", field: "votes.A", counted: 11, voted: 10 }],
    },
    {
      words: "more votes than two for each who voted",
      vote: board,
      figures: seats({ A: 10, B: 10, C: 1 }, 10),
      problems: [{ kind: "more-than-seats", field: "total", counted: 21, most: 20 }],
    },
    {
      words: "more who voted than votes",
      vote: board,
      figures: seats({ A: 3, B: 2, C: 0 }, 6),
      problems: [{ kind: "fewer-than-voted", field: "voted", counted: 5, voted: 6 }],
    },
    {
      words: "more who voted and abstained than were present",
      vote: board,
      figures: seats({ A: 17, B: 9, C: 0 }, 17, 2),
      problems: [{ kind: "more-than-present", field: "total", counted: 19, present: 18 }],
    },
    {
      words: "more on one candidate than were present, by approval",
      vote: approval,
      figures: each(yes(18), yes(10, 9)),
      problems: [{ kind: "more-than-present", field: "votes.B", counted: 19, present: 18 }],
    },
    {
      words: "one vote each, where two seats are filled",
      vote: board,
      figures: hands({ A: 1, B: 0, C: 0 }),
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
