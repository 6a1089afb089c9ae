import {
  type BallotReturn,
  type Choice,
  countBallots,
  isPossible,
  LetterFigures,
  type Verdict,
  type Vote,
} from "@quorate/core/vote";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { adoption, election } from "./fixtures.ts";

const combined = { mode: "combined" } as const;
const text = adoption(combined);
const alone = election("A", combined);
const several = election("ABC", combined);
const board = election("ABCD", { ...combined, seats: 2 });
const approval = election("AB", { ...combined, ballot: "approval" });

const says = (verdict: Verdict): Choice => ({ kind: "verdict", verdict });
const names = (...candidates: string[]): Choice => ({ kind: "candidates", candidates });
const each = (verdicts: Record<string, Verdict>): Choice => ({ kind: "approval", verdicts });
const back = (answer?: Choice, more: Partial<BallotReturn> = {}): BallotReturn => {
  return { answer, isLate: false, hasBounced: false, ...more };
};

describe("R16 Methods: the named forms of one vote are counted", () => {
  test.each([
    {
      words: "on a text",
      vote: text,
      choices: [says("for"), says("for"), says("against"), says("abstain")],
      figures: { kind: "adopt", for: 2, against: 1, abstain: 1 },
    },
    {
      words: "on the only candidate",
      vote: alone,
      choices: [says("for"), says("against"), says("abstain")],
      figures: { kind: "elect", votes: { A: 1 }, against: 1, abstain: 1 },
    },
    {
      words: "for one of three",
      vote: several,
      choices: [names("A"), names("C"), names("A"), says("abstain")],
      figures: { kind: "elect", votes: { A: 2, B: 0, C: 1 }, against: 0, abstain: 1 },
    },
    {
      words: "for one or two of four, for two seats",
      vote: board,
      choices: [names("A", "B"), names("B"), names("B", "D"), says("abstain")],
      figures: { kind: "seats", votes: { A: 1, B: 3, C: 0, D: 1 }, voted: 3, abstain: 1 },
    },
    {
      words: "by approval of each",
      vote: approval,
      choices: [each({ A: "for", B: "for" }), each({ A: "for", B: "against" }), each({ A: "abstain", B: "against" })],
      figures: {
        kind: "approval",
        votes: { A: { for: 2, against: 0, abstain: 1 }, B: { for: 1, against: 2, abstain: 0 } },
      },
    },
  ])("$words", ({ vote, choices, figures }) => {
    const letters = countBallots(
      vote,
      choices.map((choice) => back(choice)),
    );
    expect(letters).toMatchObject({ sent: choices.length, answered: choices.length, figures });
    expect(v.is(LetterFigures, letters)).toBe(true);
  });

  test("in time even after a bounce; late is silence; a bounce without an answer is undelivered (votes R4)", () => {
    const returns = [
      back(names("A"), { hasBounced: true }),
      back(names("A"), { isLate: true }),
      back(),
      back(undefined, { hasBounced: true }),
    ];
    expect(countBallots(several, returns)).toEqual({
      ...{ kind: "votes", sent: 4, answered: 1, silent: 2, late: 1, undelivered: 1 },
      figures: { kind: "elect", votes: { A: 1, B: 0, C: 0 }, against: 0, abstain: 0 },
    });
  });

  test("and always add up to those sent and to those who answered", () => {
    const anyReturn = fc.record({
      answer: fc.option(fc.constantFrom(names("A"), names("B", "D"), says("abstain")), { nil: undefined }),
      isLate: fc.boolean(),
      hasBounced: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyReturn), (returns) => {
        const letters = countBallots(board, returns);
        expect(v.is(LetterFigures, letters)).toBe(true);
        expect(letters.sent).toBe(returns.length);
      }),
    );
  });
});

describe("an answer that cannot be", () => {
  const impossible: { words: string; vote: Vote; choice: Choice }[] = [
    { words: "two candidates for one seat", vote: several, choice: names("A", "B") },
    { words: "three for two seats", vote: board, choice: names("A", "B", "C") },
    { words: "nobody, without abstaining", vote: board, choice: names() },
    { words: "one candidate twice", vote: board, choice: names("A", "A") },
    { words: "somebody who does not stand", vote: several, choice: names("Z") },
    { words: "against, where several stand", vote: several, choice: says("against") },
    { words: "for, of no candidate in particular", vote: board, choice: says("for") },
    { words: "a candidate, on a text", vote: text, choice: names("A") },
    { words: "a candidate left out of an approval", vote: approval, choice: each({ A: "for" }) },
    { words: "one more in an approval", vote: approval, choice: each({ A: "for", B: "for", C: "for" }) },
    { words: "one verdict on all, by approval", vote: approval, choice: says("abstain") },
    { words: "approval of each, where one is chosen", vote: several, choice: each({ A: "for", B: "for", C: "for" }) },
  ];

  test.each(impossible)("$words: nothing is counted", ({ vote, choice }) => {
    expect(isPossible(vote, choice)).toBe(false);
    expect(() => countBallots(vote, [back(choice)])).toThrow(vote.id);
  });

  test("does not matter when it came late: it is not looked into", () => {
    expect(countBallots(several, [back(names("Z"), { isLate: true })])).toMatchObject({ silent: 1, late: 1 });
  });
});

describe("figures by letter that do not add up are refused when read back", () => {
  const letters = countBallots(board, [back(names("A")), back(says("abstain")), back()]);

  test.each([
    { words: "more answered than counted", wrong: { answered: 3, silent: 0 } },
    { words: "a group missing", wrong: { silent: 0 } },
    { words: "more late than silent", wrong: { late: 2 } },
  ])("$words", ({ wrong }) => {
    expect(v.is(LetterFigures, letters)).toBe(true);
    expect(v.is(LetterFigures, { ...letters, ...wrong })).toBe(false);
  });
});
