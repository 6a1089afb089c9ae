import {
  type CountedVote,
  isPutToAbsentees,
  type LetterFigures,
  mayPrintUnanimous,
  noLetters,
  Outcome,
  outcome,
  type RulesProfile,
} from "@quorate/core/vote";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { adoption, atLeastHalf, election, hands, letters, planHands, profile, throughout } from "./fixtures.ts";

/** 27 members, 18 present throughout. */
function session(vote: CountedVote["vote"], live: CountedVote["live"], back: LetterFigures = noLetters): CountedVote {
  return { vote, rollSize: 27, attendance: throughout(18), live, letters: back };
}

describe("votes part 1, ratified: decided by the 18 present, confirmed by the 9 absent, more than half of all members", () => {
  test.each([
    {
      words: "18 : 0, then 7 confirm, 1 objects, 1 undelivered: 25 of 27, declared",
      counted: session(election("A"), hands({ A: 18 }), letters({ confirm: 7, object: 1, undelivered: 1 })),
      kind: "declared",
      inFavour: 25,
    },
    {
      words: "A 10 : B 8, then 4 confirm, 5 object: 14 of 27, A stands",
      counted: session(election("AB"), hands({ A: 10, B: 8 }), letters({ confirm: 4, object: 5 })),
      kind: "declared",
      inFavour: 14,
    },
    {
      words: "A 10 : B 8, then 3 confirm, 6 object: 13 of 27, A does not",
      counted: session(election("AB"), hands({ A: 10, B: 8 }), letters({ confirm: 3, object: 6 })),
      kind: "not-confirmed",
      inFavour: 13,
    },
    {
      words: "A 10 : B 8, then nine silent: silence is not consent",
      counted: session(election("AB"), hands({ A: 10, B: 8 }), letters({ silent: 9, late: 4 })),
      kind: "not-confirmed",
      inFavour: 10,
    },
    {
      words: "the deputy: 17 : 0 with one abstaining, then 8 confirm, 1 undelivered: 25 of 27",
      counted: session(election("A"), hands({ A: 17 }, 0, 1), letters({ confirm: 8, undelivered: 1 })),
      kind: "declared",
      inFavour: 25,
    },
    {
      words: "the work plan: 18 : 0, then 6 confirm, 1 objects, 1 abstains, 1 undelivered: 24 of 27",
      counted: session(adoption(), planHands(18, 0, 0), letters({ confirm: 6, object: 1, abstain: 1, undelivered: 1 })),
      kind: "declared",
      inFavour: 24,
    },
    {
      words: "the work plan: 9 : 8 with one abstaining, then 4 confirm, 5 object: 13 of 27, not adopted",
      counted: session(adoption(), planHands(9, 8, 1), letters({ confirm: 4, object: 5 })),
      kind: "not-confirmed",
      inFavour: 13,
    },
  ])("$words", ({ counted, kind, inFavour }) => {
    const declared = outcome(counted);
    expect(declared).toMatchObject({ kind, tally: { for: inFavour, base: 27, required: 14 } });
    expect(isPutToAbsentees(counted)).toBe(true);
    expect(v.parse(Outcome, JSON.parse(JSON.stringify(declared)))).toEqual(declared);
  });

  test("the outcome carries every number the minutes print", () => {
    const back = letters({ confirm: 7, object: 1, undelivered: 1 });
    const tally = {
      ...{ for: 24, against: 1, abstain: 1, base: 27, required: 14 },
      session: { for: 17, against: 0, abstain: 1 },
      letters: { for: 7, against: 1, abstain: 0 },
    };
    expect(outcome(session(election("A"), hands({ A: 17 }, 0, 1), back))).toEqual({
      ...{ kind: "declared", elected: ["A"], vacant: 0, tally, each: { A: tally } },
      quorum: { isMet: true, required: 14, atOpening: 18, atClosing: 18, byLetter: 0 },
    });
  });
});

describe("R2 The base of a majority", () => {
  test.each([
    { base: "for-and-against", kind: "declared", number: 17, required: 9 },
    { base: "cast", kind: "not-adopted", number: 18, required: 10 },
    { base: "present", kind: "not-adopted", number: 18, required: 10 },
    { base: "all-members", kind: "not-adopted", number: 27, required: 14 },
  ] as const)(
    "18 present, 9 for, 8 against, 1 abstaining, on $base: $kind, of $number",
    ({ base, kind, number, required }) => {
      const vote = adoption({ mode: "none", profile: profile({ base }) });
      expect(outcome(session(vote, planHands(9, 8, 1)))).toMatchObject({
        kind,
        tally: { for: 9, base: number, required },
      });
    },
  );

  test("present and not voting is in the base of those present and not in that of votes cast", () => {
    const live = planHands(9, 6, 0);
    const onCast = adoption({ mode: "none", profile: profile({ base: "cast" }) });
    const onPresent = adoption({ mode: "none", profile: profile({ base: "present" }) });
    expect(outcome(session(onCast, live))).toMatchObject({ kind: "declared", tally: { base: 15 } });
    expect(outcome(session(onPresent, live))).toMatchObject({ kind: "not-adopted", tally: { base: 18 } });
  });

  test.each([
    { base: "for-and-against", kind: "declared", number: 23, required: 12 },
    { base: "cast", kind: "declared", number: 25, required: 13 },
    { base: "present", kind: "declared", number: 25, required: 13 },
    { base: "all-members", kind: "not-confirmed", number: 27, required: 14 },
  ] as const)("over both parts, on $base: of $number", ({ base, kind, number, required }) => {
    const vote = adoption({ profile: profile({ base }) });
    const back = letters({ confirm: 4, object: 2, abstain: 1, silent: 1, late: 1, undelivered: 1 });
    expect(outcome(session(vote, planHands(9, 8, 1), back))).toMatchObject({
      kind,
      tally: { for: 13, against: 10, abstain: 2, base: number, required },
    });
  });

  test("present and those who answered in time: 18 present 9/8/1, 9 answer 5/4/0: 14 of 27 passes", () => {
    const vote = adoption({ profile: profile({ base: "present" }) });
    const back = letters({ confirm: 5, object: 4 });
    expect(outcome(session(vote, planHands(9, 8, 1), back))).toMatchObject({
      kind: "declared",
      tally: { for: 14, base: 27, required: 14 },
    });
  });

  test("who left before the close was present, had a hand to raise, and is in the base of those present", () => {
    const vote = adoption({ mode: "none", profile: profile({ base: "present" }) });
    const attendance = { atOpening: 18, atClosing: 15, duringVote: 18 };
    expect(outcome({ ...session(vote, planHands(9, 6, 0)), attendance })).toMatchObject({
      kind: "not-adopted",
      tally: { for: 9, base: 18, required: 10 },
    });
  });

  test("hands for the other candidates are against the one who leads: A 8, B 6, C 4 is no majority of those cast", () => {
    const vote = election("ABC", { mode: "none", profile: profile({ base: "for-and-against" }) });
    expect(outcome(session(vote, hands({ A: 8, B: 6, C: 4 })))).toMatchObject({
      kind: "not-elected",
      reason: "below-threshold",
      tally: { for: 8, against: 10, base: 18, required: 10 },
    });
  });

  test("9 of 18 pass where at least half of the votes cast is asked", () => {
    const vote = adoption({ mode: "none", profile: profile({ threshold: atLeastHalf, base: "cast" }) });
    expect(outcome(session(vote, planHands(9, 9, 0))).kind).toBe("declared");
  });
});

describe("R11 Ties and nobody", () => {
  const mostVotes: RulesProfile = profile({
    threshold: { numerator: 0, denominator: 1, comparison: "at-least" },
    base: "cast",
  });

  test("a tie is declared a tie, whatever the order of candidates, and is not put to the absentees", () => {
    const counted = session(election("BAC"), hands({ A: 8, B: 8, C: 2 }));
    expect(outcome(counted)).toMatchObject({
      kind: "tied",
      elected: [],
      tied: ["B", "A"],
      seats: 1,
      tally: { for: 8, against: 10 },
    });
    expect(isPutToAbsentees(counted)).toBe(false);
  });

  test("a tie stays a tie even where both would meet the rule", () => {
    const vote = election("AB", { mode: "none", profile: profile({ threshold: atLeastHalf, base: "cast" }) });
    expect(outcome(session(vote, hands({ A: 9, B: 9 }))).kind).toBe("tied");
  });

  test.each([
    { words: "who misses the majority", live: hands({ A: 13 }, 5), reason: "below-threshold" },
    { words: "with more hands against her", live: hands({ A: 5 }, 13), reason: "below-threshold" },
    { words: "with no vote at all", live: hands({ A: 0 }, 0, 18), reason: "no-votes" },
  ])("a single candidate $words is not elected", ({ live, reason }) => {
    const vote = election("A", { mode: "none" });
    expect(outcome(session(vote, live))).toMatchObject({ kind: "not-elected", reason });
  });

  test("where nobody stood, nobody is elected", () => {
    expect(outcome(session(election(""), hands({})))).toMatchObject({ kind: "not-elected", reason: "nobody" });
  });

  test("no votes elect nobody and adopt nothing, even where the rule asks for none", () => {
    const none = election("A", { mode: "none", profile: mostVotes });
    expect(outcome(session(none, hands({ A: 0 }, 0, 3)))).toMatchObject({ kind: "not-elected", reason: "no-votes" });
    const text = adoption({ mode: "none", profile: mostVotes });
    expect(outcome(session(text, planHands(0, 0, 18))).kind).toBe("not-adopted");
  });

  test.each([
    { words: "a candidate whom those present turned down", vote: election("A"), live: hands({ A: 8 }, 10) },
    { words: "a candidate without a single hand", vote: election("A"), live: hands({ A: 0 }, 0, 18) },
    { words: "a text that those present turned down", vote: adoption(), live: planHands(8, 10, 0) },
    { words: "a text with as many for as against", vote: adoption(), live: planHands(9, 9, 0) },
  ])("$words is not put to the absentees", ({ vote, live }) => {
    const counted = session(vote, live);
    expect(isPutToAbsentees(counted)).toBe(false);
    expect(["not-elected", "not-adopted"]).toContain(outcome(counted).kind);
  });
});

describe("modes", () => {
  test("without an absentee part the hands decide, and nobody is asked", () => {
    const counted = session(election("A", { mode: "none" }), hands({ A: 14 }, 4));
    expect(isPutToAbsentees(counted)).toBe(false);
    expect(outcome(counted)).toMatchObject({ kind: "declared", elected: ["A"] });
  });

  test("with nobody absent there is nobody to confirm: the hands decide", () => {
    const everyone = { rollSize: 18, attendance: throughout(18), letters: noLetters };
    const passes = { ...everyone, vote: election("AB"), live: hands({ A: 10, B: 8 }) };
    const fails = { ...everyone, vote: election("AB"), live: hands({ A: 8, B: 7 }, 0, 3) };
    expect(outcome(passes)).toMatchObject({ kind: "declared", elected: ["A"] });
    expect(outcome(fails)).toMatchObject({ kind: "not-elected", reason: "below-threshold" });
  });
});

describe("votes R6: without a quorum nothing is decided and nobody is asked", () => {
  const itemThree = {
    vote: adoption(),
    rollSize: 27,
    attendance: { atOpening: 14, atClosing: 13, duringVote: 14 },
    live: planHands(14, 0, 0),
    letters: noLetters,
  };

  test("from 14 to 13 of 27 during item 3: no quorum, whatever the hands", () => {
    expect(outcome(itemThree)).toMatchObject({
      kind: "no-quorum",
      quorum: { required: 14, atOpening: 14, atClosing: 13 },
    });
    expect(isPutToAbsentees(itemThree)).toBe(false);
  });

  test("where letters count towards it, the absentees are asked and one answer makes the quorum", () => {
    const vote = adoption({ profile: profile({ lettersCountTowardsQuorum: true }) });
    const counted = { ...itemThree, vote };
    expect(isPutToAbsentees(counted)).toBe(true);
    expect(outcome({ ...counted, letters: letters({ silent: 13 }) }).kind).toBe("no-quorum");
    expect(outcome({ ...counted, letters: letters({ object: 1, silent: 12 }) })).toMatchObject({
      kind: "declared",
      quorum: { byLetter: 1 },
    });
  });
});

describe("R5 Unanimous: may be printed", () => {
  test.each([
    { words: "of the session only, when an absentee objects", back: letters({ confirm: 8, object: 1 }), whole: false },
    {
      words: "of the session only, when an absentee abstains",
      back: letters({ confirm: 8, abstain: 1 }),
      whole: false,
    },
    { words: "of the whole, when all absentees confirm", back: letters({ confirm: 9 }), whole: true },
    { words: "of the whole, when the others are silent", back: letters({ confirm: 5, silent: 4 }), whole: true },
  ])("$words", ({ back, whole }) => {
    const result = outcome(session(election("A"), hands({ A: 18 }), back));
    expect(mayPrintUnanimous(result, back)).toEqual({ session: true, whole });
  });

  test.each([
    { words: "one abstained", vote: election("A"), live: hands({ A: 17 }, 0, 1) },
    { words: "one was against", vote: election("A"), live: hands({ A: 17 }, 1) },
    { words: "one was for the other candidate", vote: election("AB"), live: hands({ A: 17, B: 1 }) },
    { words: "nobody was for it", vote: adoption(), live: planHands(0, 0, 0) },
  ])("of nothing, when in the session $words", ({ vote, live }) => {
    expect(mayPrintUnanimous(outcome(session(vote, live)), noLetters)).toEqual({ session: false, whole: false });
  });
});

describe("votes R1: nothing is declared from figures that cannot be", () => {
  const good = session(election("AB"), hands({ A: 10, B: 8 }), letters({ confirm: 9 }));

  test.each([
    { words: "19 hands of 18 present", counted: { ...good, live: hands({ A: 11, B: 8 }) } },
    { words: "hands for somebody who does not stand", counted: { ...good, live: hands({ A: 10, B: 7, C: 1 }) } },
    { words: "28 votes of 27 members", counted: { ...good, letters: letters({ confirm: 10 }) } },
    { words: "letters that do not add up", counted: { ...good, letters: { ...good.letters, sent: 8 } } },
    { words: "letters on a tie", counted: { ...good, live: hands({ A: 9, B: 9 }) } },
    {
      words: "letters on a vote without an absentee part",
      counted: { ...good, vote: election("AB", { mode: "none" }) },
    },
    {
      words: "more at the close than in the vote",
      counted: { ...good, attendance: { ...good.attendance, atClosing: 19 } },
    },
  ])("$words", ({ counted }) => {
    expect(() => outcome(counted)).toThrow();
  });

  test("the figures they were made from are declared", () => {
    expect(outcome(good).kind).toBe("declared");
  });
});
