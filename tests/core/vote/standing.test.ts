import {
  ballotOf,
  checkRules,
  electedTwice,
  impartial,
  noLetters,
  type Outcome,
  outcome,
  withoutElected,
} from "@quorate/core/vote";
import { describe, expect, test } from "vitest";
import { election, hands, profile, throughout } from "./fixtures.ts";

describe("R12 Candidates: who is on the ballot", () => {
  const nominees = [
    { member: "ana", state: "accepted" },
    { member: "bo", state: "declined" },
    { member: "cica", state: "silent" },
    { member: "dara", state: "withdrawn" },
    { member: "ema", state: "pending" },
    { member: "ana", state: "accepted" },
  ] as const;

  test("only who accepted, each once; silence at the deadline is not acceptance", () => {
    expect(ballotOf(nominees, { silentNominee: "out" })).toEqual(["ana"]);
  });

  test("the silent too, where the profile says that silence stands", () => {
    expect(ballotOf(nominees, { silentNominee: "stands" })).toEqual(["ana", "cica"]);
  });
});

describe("votes R12: elected to two offices", () => {
  const deputy = (letter: string) => ({ ...election(letter), id: "vot_deputy" });
  const declared = (
    vote: ReturnType<typeof election>,
    votes: Record<string, number>,
  ): { vote: typeof vote; outcome: Outcome } => ({
    vote,
    outcome: outcome({ vote, rollSize: 18, attendance: throughout(18), live: hands(votes), letters: noLetters }),
  });

  test("is found by the member, whatever her id as a candidate", () => {
    const second = {
      ...deputy("BA"),
      candidates: [
        { id: "c1", member: "mem_A" },
        { id: "c2", member: "mem_B" },
      ],
    };
    const both = [declared(election("AB"), { A: 12, B: 6 }), declared(second, { c1: 10, c2: 8 })];
    expect(electedTwice(both)).toEqual([{ member: "mem_A", votes: ["vot_president", "vot_deputy"] }]);
  });

  test("is nobody who was elected once, or stood twice and lost one", () => {
    const both = [declared(election("AB"), { A: 12, B: 6 }), declared(deputy("AB"), { A: 6, B: 12 })];
    expect(electedTwice(both)).toEqual([]);
  });
});

describe("R13 Conflict of interest: who may act in a vote", () => {
  const people = ["coordinator", "deputy", "substitute"];
  const roll = [...people, "ana", "bo", "cica"];

  test.each([
    { words: "the coordinator, while she does not stand", candidates: ["ana"], may: people },
    { words: "the deputy, when the coordinator stands", candidates: ["coordinator"], may: ["deputy", "substitute"] },
    { words: "the substitute, when both stand", candidates: ["deputy", "coordinator"], may: ["substitute"] },
  ])("$words", ({ candidates, may }) => {
    expect(impartial({ people, roll, candidates })).toEqual({ kind: "one", people: may });
  });

  test("two members who do not stand, together, when nobody else is impartial", () => {
    const candidates = [...people, "ana"];
    expect(impartial({ people, roll, candidates })).toEqual({ kind: "two", people: ["bo", "cica"] });
  });

  test("nobody, when fewer than two members do not stand", () => {
    expect(impartial({ people, roll, candidates: [...people, "ana", "bo"] })).toEqual({ kind: "nobody" });
  });
});

describe("who was elected and does not take the office", () => {
  const live = hands({ A: 12, B: 6 });
  const counted = { vote: election("AB"), rollSize: 18, attendance: throughout(18), live, letters: noLetters };
  const { tally, each, quorum } = outcome(counted);
  const elected = (ids: string[]): Outcome => ({ kind: "declared", elected: ids, vacant: 0, tally, each, quorum });

  test("leaves it vacant: the runner-up does not move up", () => {
    expect(withoutElected(elected(["A"]), ["A"])).toMatchObject({ kind: "not-elected", reason: "given-up" });
  });

  test("leaves an adopted text adopted, which elects nobody", () => {
    expect(withoutElected(elected([]), [])).toEqual(elected([]));
    expect(withoutElected(elected([]), ["A"])).toEqual(elected([]));
  });

  test("leaves one seat of several, and the same again changes nothing", () => {
    const left = withoutElected(elected(["A", "B", "C"]), ["B"]);
    expect(left).toMatchObject({ kind: "declared", elected: ["A", "C"], vacant: 1 });
    expect(withoutElected(left, ["B"])).toEqual(left);
  });
});

describe("rules that contradict a vote all by letter", () => {
  const nobodyNeeded = { numerator: 0, denominator: 1, comparison: "at-least" } as const;

  test.each([
    {
      words: "a quorum that letters do not count towards",
      method: "form",
      rules: {},
      problems: ["quorum-without-letters"],
    },
    {
      words: "none, where letters count towards it",
      method: "form",
      rules: { lettersCountTowardsQuorum: true },
      problems: [],
    },
    { words: "none, where there is no quorum", method: "form", rules: { quorum: nobodyNeeded }, problems: [] },
    { words: "none, in a session", method: "hands", rules: {}, problems: [] },
  ] as const)("$words", ({ method, rules, problems }) => {
    expect(checkRules({ method, mode: "combined", profile: profile(rules) })).toEqual(problems);
  });

  test.each(["none", "informed", "ratified"] as const)("the mode %s: there is no session", (mode) => {
    const rules = { method: "form", mode, profile: profile({ lettersCountTowardsQuorum: true }) } as const;
    expect(checkRules(rules)).toEqual(["mode-without-session"]);
  });
});
