import {
  type CountedVote,
  type Figures,
  isPutToAbsentees,
  type LetterVotes,
  mayPrintUnanimous,
  noFigures,
  noLetters,
  noSession,
  outcome,
  type Vote,
} from "@quorate/core/vote";
import { describe, expect, test } from "vitest";
import { adoption, election, hands, letters, planHands, profile, throughout } from "./fixtures.ts";

/** 27 members, 18 present throughout. */
function session(vote: Vote, live: Figures, back: CountedVote["letters"] = noLetters): CountedVote {
  return { vote, rollSize: 27, attendance: throughout(18), live, letters: back };
}

/** So many answered by letter with these votes, the rest of those asked were silent. */
function voted(figures: Figures, answered: number, silent = 0): LetterVotes {
  return { kind: "votes", sent: answered + silent, answered, silent, late: 0, undelivered: 0, figures };
}

describe("votes part 1, combined: one count over live and absentee votes", () => {
  test("base votes cast. Live A 10 : B 8; absentees A 3 : B 6: 13 : 14, B", () => {
    const vote = election("AB", { mode: "combined", profile: profile({ base: "cast" }) });
    const counted = session(vote, hands({ A: 10, B: 8 }), voted(hands({ A: 3, B: 6 }), 9));
    expect(outcome(counted)).toMatchObject({
      kind: "declared",
      elected: ["B"],
      tally: { for: 14, against: 13, base: 27, required: 14, session: { for: 8 }, letters: { for: 6 } },
      each: { A: { for: 13 }, B: { for: 14 } },
    });
  });

  test("base present: 18 present 9/8/1, 9 answer 5/4/0: 14 for of 27 passes, needs 14", () => {
    const vote = adoption({ mode: "combined", profile: profile({ base: "present" }) });
    const counted = session(vote, planHands(9, 8, 1), voted(planHands(5, 4, 0), 9));
    expect(outcome(counted)).toMatchObject({
      kind: "declared",
      tally: { for: 14, against: 12, base: 27, required: 14 },
    });
  });

  test("absentees get the vote whatever the hands were: rejected, tied, or none for anybody", () => {
    const vote = election("AB", { mode: "combined" });
    for (const live of [hands({ A: 9, B: 9 }), hands({ A: 0, B: 0 }, 0, 18)]) {
      expect(isPutToAbsentees(session(vote, live))).toBe(true);
    }
    expect(isPutToAbsentees(session(adoption({ mode: "combined" }), planHands(0, 18, 0)))).toBe(true);
    expect(isPutToAbsentees(session(election("", { mode: "combined" }), hands({})))).toBe(false);
  });

  test("a tie in the room may end by letter, and a lead in the room may end as a tie", () => {
    const vote = election("AB", { mode: "combined", profile: profile({ base: "cast" }) });
    expect(outcome(session(vote, hands({ A: 9, B: 9 }), voted(hands({ A: 5, B: 4 }), 9)))).toMatchObject({
      elected: ["A"],
    });
    const tied = outcome(session(vote, hands({ A: 10, B: 8 }), voted(hands({ A: 3, B: 5 }, 0, 1), 9)));
    expect(tied).toMatchObject({ kind: "tied", elected: [], tied: ["A", "B"], seats: 1 });
  });
});

describe("all by letter: everyone on the roll gets the vote itself", () => {
  const rules = profile({ lettersCountTowardsQuorum: true, base: "cast" });
  const vote = election("AB", { mode: "combined", method: "form", profile: rules });

  test("27 are asked, 20 answer A 12 : B 8: A; 13 answer: no quorum", () => {
    const byLetter = { vote, rollSize: 27, ...noSession(vote) };
    expect(isPutToAbsentees({ ...byLetter })).toBe(true);
    expect(outcome({ ...byLetter, letters: voted(hands({ A: 12, B: 8 }), 20, 7) })).toMatchObject({
      kind: "declared",
      elected: ["A"],
      quorum: { isMet: true, required: 14, byLetter: 20 },
    });
    expect(outcome({ ...byLetter, letters: voted(hands({ A: 9, B: 4 }), 13, 14) })).toMatchObject({
      kind: "no-quorum",
    });
  });

  test("unanimous may be printed of the whole, and of no session", () => {
    const back = voted(hands({ A: 14, B: 0 }), 14, 13);
    const result = outcome({ vote, rollSize: 27, ...noSession(vote), letters: back });
    expect(mayPrintUnanimous(result, back)).toEqual({ session: false, whole: true });
  });

  test("somebody present at it is a fault", () => {
    const live = noFigures(vote);
    expect(() => outcome({ vote, rollSize: 27, attendance: throughout(1), live, letters: noLetters })).toThrow(
      "present",
    );
  });
});

describe("votes part 1, informed: the session's result is effective at once, and the answers are on record", () => {
  const vote = election("A", { mode: "informed", profile: profile({ base: "cast" }) });

  test("nine objections change nothing", () => {
    const live = hands({ A: 10 }, 8);
    expect(outcome(session(vote, live, letters({ object: 9 })))).toEqual(outcome(session(vote, live)));
    expect(outcome(session(vote, live, letters({ object: 9 })))).toMatchObject({
      kind: "declared",
      tally: { for: 10, against: 8, base: 18, letters: { for: 0, against: 0 } },
    });
  });

  test("nor do nine who agree make a majority or a quorum", () => {
    expect(outcome(session({ ...vote, mode: "informed" }, hands({ A: 9 }, 9)))).toMatchObject({ kind: "not-elected" });
    const counting = { ...vote, profile: { ...vote.profile, lettersCountTowardsQuorum: true } };
    const few: CountedVote = { ...session(counting, hands({ A: 10 })), attendance: throughout(13) };
    expect(outcome(few)).toMatchObject({ kind: "no-quorum", quorum: { byLetter: 0 } });
    expect(isPutToAbsentees(few)).toBe(false);
  });

  test("absentees are asked about what was declared, and about nothing else", () => {
    expect(isPutToAbsentees(session(vote, hands({ A: 10 }, 8)))).toBe(true);
    expect(isPutToAbsentees(session(vote, hands({ A: 9 }, 9)))).toBe(false);
    expect(isPutToAbsentees(session(election("AB", { mode: "informed" }), hands({ A: 9, B: 9 })))).toBe(false);
  });

  test("unanimous is printed of the session only, once anybody objects", () => {
    const result = outcome(session(vote, hands({ A: 18 }), letters({ confirm: 8, object: 1 })));
    expect(mayPrintUnanimous(result, letters({ confirm: 8, object: 1 }))).toEqual({ session: true, whole: false });
    expect(mayPrintUnanimous(result, letters({ confirm: 9 }))).toEqual({ session: true, whole: true });
  });
});

describe("votes R16: several seats", () => {
  const present = profile({ base: "present" });
  const board = (changes: Parameters<typeof election>[1] = {}) =>
    election("ABCD", { mode: "none", seats: 2, profile: present, ...changes });
  const seats = (votes: Record<string, number>, ballots: number, abstain = 0): Figures => {
    return { kind: "seats", votes, voted: ballots, abstain };
  };

  test.each([
    {
      words: "the two with the most votes, in the order in which they stood",
      figures: seats({ A: 2, B: 11, C: 3, D: 15 }, 18),
      result: { kind: "declared", elected: ["B", "D"], vacant: 0 },
    },
    {
      words: "one, and a vacant seat, where the second misses the majority",
      figures: seats({ A: 3, B: 9, C: 3, D: 15 }, 18),
      result: { kind: "declared", elected: ["D"], vacant: 1 },
    },
    {
      words: "nobody, where everybody misses it",
      figures: seats({ A: 9, B: 8, C: 1, D: 0 }, 18),
      result: { kind: "not-elected", reason: "below-threshold" },
    },
    {
      words: "one, and a tie for the other seat",
      figures: seats({ A: 15, B: 6, C: 6, D: 0 }, 18),
      result: { kind: "tied", elected: ["A"], tied: ["B", "C"], seats: 1, vacant: 0 },
    },
    {
      words: "a tie of three for both seats",
      figures: seats({ A: 10, B: 10, C: 10, D: 0 }, 18),
      result: { kind: "tied", elected: [], tied: ["A", "B", "C"], seats: 2, vacant: 0 },
    },
    {
      words: "one, and no tie behind somebody who missed the majority",
      figures: seats({ A: 15, B: 6, C: 4, D: 4 }, 18),
      result: { kind: "declared", elected: ["A"], vacant: 1 },
    },
    {
      words: "nobody, without a single vote",
      figures: seats({ A: 0, B: 0, C: 0, D: 0 }, 0, 18),
      result: { kind: "not-elected", reason: "no-votes" },
    },
  ])("$words", ({ figures, result }) => {
    expect(outcome(session(board(), figures))).toMatchObject(result);
  });

  test("who voted for others is against her, and who abstained abstains: 9 of 17 votes for and against, of 18 cast", () => {
    const figures = seats({ A: 9, B: 9, C: 0, D: 0 }, 17, 1);
    const onForAndAgainst = board({ profile: profile({ base: "for-and-against" }) });
    expect(outcome(session(onForAndAgainst, figures))).toMatchObject({
      elected: ["A", "B"],
      tally: { base: 17, required: 9 },
    });
    const onCast = board({ profile: profile({ base: "cast" }) });
    expect(outcome(session(onCast, figures))).toMatchObject({ kind: "not-elected", tally: { base: 18, required: 10 } });
  });

  test("ratified: an answer is for or against everyone whom the session named, each by her own hands", () => {
    const vote = board({ mode: "ratified", profile: profile({}) });
    const live = seats({ A: 14, B: 9, C: 3, D: 2 }, 18);
    const back = letters({ confirm: 4, object: 5 });
    expect(outcome(session(vote, live, back))).toMatchObject({
      kind: "declared",
      elected: ["A"],
      vacant: 1,
      each: { A: { for: 18, required: 14 }, B: { for: 13, against: 14 }, C: { for: 3, letters: { for: 0 } } },
    });
    expect(outcome(session(vote, live, letters({ confirm: 5, object: 4 })))).toMatchObject({
      elected: ["A", "B"],
      vacant: 0,
    });
    expect(outcome(session(vote, seats({ A: 8, B: 7, C: 2, D: 1 }, 18), back))).toMatchObject({
      kind: "not-confirmed",
      candidates: ["A", "B"],
    });
  });

  test("ratified: who leads is put to the absentees, the tie behind her is not", () => {
    const vote = board({ mode: "ratified", profile: profile({}) });
    const live = seats({ A: 15, B: 6, C: 6, D: 0 }, 18);
    expect(isPutToAbsentees(session(vote, live))).toBe(true);
    expect(outcome(session(vote, live, letters({ confirm: 1, silent: 8 })))).toMatchObject({
      ...{ kind: "tied", elected: ["A"], tied: ["B", "C"], seats: 1, vacant: 0 },
    });
    const weak = seats({ A: 8, B: 6, C: 6, D: 0 }, 18);
    expect(outcome(session(vote, weak, letters({ object: 9 })))).toMatchObject({
      kind: "not-confirmed",
      candidates: ["A"],
    });
    expect(isPutToAbsentees(session(vote, seats({ A: 9, B: 9, C: 9, D: 0 }, 18)))).toBe(false);
  });

  test("unanimous is printed only where it is true of everyone elected", () => {
    const vote = board();
    const all = outcome(session(vote, seats({ A: 18, B: 18, C: 0, D: 0 }, 18)));
    const most = outcome(session(vote, seats({ A: 18, B: 17, C: 1, D: 0 }, 18)));
    expect(mayPrintUnanimous(all, noLetters).session).toBe(true);
    expect(mayPrintUnanimous(most, noLetters).session).toBe(false);
  });
});

describe("votes R16: approval, yes, no or abstaining on each candidate", () => {
  const vote = election("ABC", { mode: "none", ballot: "approval", profile: profile({ base: "cast" }) });
  const yes = (inFavour: number, against: number, abstain = 0) => ({ for: inFavour, against, abstain });
  const approval = (A: object, B: object, C: object): Figures => {
    return {
      kind: "approval",
      votes: {
        A: yes(0, 0),
        B: yes(0, 0),
        C: yes(0, 0),
        ...Object.fromEntries([
          ["A", A],
          ["B", B],
          ["C", C],
        ]),
      },
    };
  };

  test.each([
    {
      words: "the one with the most votes for, of those who meet the rule",
      figures: approval(yes(10, 8), yes(13, 5), yes(3, 15)),
      result: { kind: "declared", elected: ["B"], tally: { for: 13, against: 5 } },
    },
    {
      words: "nobody, where each was turned down by as many as were for her",
      figures: approval(yes(9, 9), yes(9, 9), yes(2, 16)),
      result: { kind: "not-elected", reason: "below-threshold" },
    },
    {
      words: "a tie of two who both meet the rule",
      figures: approval(yes(12, 6), yes(12, 2, 4), yes(2, 16)),
      result: { kind: "tied", elected: [], tied: ["A", "B"], seats: 1 },
    },
  ])("$words", ({ figures, result }) => {
    expect(outcome(session(vote, figures))).toMatchObject(result);
  });

  test("with two seats: both who meet the rule, and the third seat of three stays vacant", () => {
    const figures = approval(yes(10, 8), yes(13, 5), yes(3, 15));
    expect(outcome(session({ ...vote, seats: 2 }, figures))).toMatchObject({ elected: ["A", "B"], vacant: 0 });
    expect(outcome(session({ ...vote, seats: 3 }, figures))).toMatchObject({ elected: ["A", "B"], vacant: 1 });
  });
});
