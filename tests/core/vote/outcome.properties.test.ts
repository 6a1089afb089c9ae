import {
  type Confirmations,
  type CountedVote,
  type Figures,
  isPutToAbsentees,
  MajorityBase,
  noLetters,
  type Outcome,
  outcome,
  type RulesProfile,
  Threshold,
  undeliveredCouldChange,
} from "@quorate/core/vote";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { adoption, election, hands, letters, planHands, profile, throughout } from "./fixtures.ts";

const anyThreshold = fc
  .record({
    numerator: fc.nat({ max: 7 }),
    denominator: fc.integer({ min: 1, max: 7 }),
    comparison: fc.constantFrom("at-least" as const, "more-than" as const),
  })
  .filter((threshold) => v.is(Threshold, threshold));

const anyProfile: fc.Arbitrary<RulesProfile> = fc.record({
  threshold: anyThreshold,
  base: fc.constantFrom(...MajorityBase.options),
  quorum: anyThreshold,
  lettersCountTowardsQuorum: fc.boolean(),
  tie: fc.constant({ kind: "repeat" as const }),
  silentNominee: fc.constant("out" as const),
  twoPeopleDeclare: fc.boolean(),
});

const few = fc.nat({ max: 6 });

const anyLetters: fc.Arbitrary<Confirmations> = fc
  .record({ confirm: few, object: few, abstain: few, silent: few, undelivered: few })
  .map((groups) => letters(groups));

/** One seat or a text, decided by hands; absentees, if asked, were asked to confirm. */
type Counted = Omit<CountedVote, "live" | "letters"> & {
  live: Extract<Figures, { kind: "elect" | "adopt" }>;
  letters: Confirmations;
};

/** Votes that can be: hands within those present, letters only where the vote was put to the absentees. */
const anyCounted: fc.Arbitrary<Counted> = fc
  .record({
    rules: anyProfile,
    mode: fc.constantFrom("none" as const, "ratified" as const),
    figures: fc.oneof(
      fc.record({ kind: fc.constant("adopt" as const), for: few, against: few, abstain: few }),
      fc.record({ kind: fc.constant("alone" as const), for: few, against: few, abstain: few }),
      fc.record({ kind: fc.constant("several" as const), a: few, b: few, c: few, abstain: few }),
    ),
    notVoting: few,
    leftEarly: few,
    back: anyLetters,
    neverAsked: few,
  })
  .map(({ rules, mode, figures, notVoting, leftEarly, back, neverAsked }) => {
    const present = sumOf(figures) + notVoting;
    const attendance = { atOpening: present, atClosing: Math.max(0, present - leftEarly), duringVote: present };
    const rollSize = present + back.sent + neverAsked;
    const part = { ...questionOf(figures, rules, mode), rollSize, attendance };
    return { ...part, letters: isPutToAbsentees(part) ? back : noLetters };
  });

type Hands =
  | { kind: "adopt" | "alone"; for: number; against: number; abstain: number }
  | { kind: "several"; a: number; b: number; c: number; abstain: number };

function sumOf(figures: Hands): number {
  switch (figures.kind) {
    case "adopt":
    case "alone":
      return figures.for + figures.against + figures.abstain;
    case "several":
      return figures.a + figures.b + figures.c + figures.abstain;
  }
}

function questionOf(figures: Hands, rules: RulesProfile, mode: "none" | "ratified"): Pick<Counted, "vote" | "live"> {
  const how = { profile: rules, mode };
  switch (figures.kind) {
    case "adopt":
      return { vote: adoption(how), live: planHands(figures.for, figures.against, figures.abstain) };
    case "alone":
      return { vote: election("A", how), live: hands({ A: figures.for }, figures.against, figures.abstain) };
    case "several":
      return {
        vote: election("ABC", how),
        live: hands({ A: figures.a, B: figures.b, C: figures.c }, 0, figures.abstain),
      };
  }
}

describe("for any vote under any rules", () => {
  test("what is declared meets the rule, has a vote for it, and had its quorum", () => {
    fc.assert(
      fc.property(anyCounted, (counted) => {
        const result = outcome(counted);
        if (result.kind !== "declared") return;
        expect(result.tally.for).toBeGreaterThanOrEqual(Math.max(1, result.tally.required));
        expect(result.quorum.isMet).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("a result that misses the rule is never declared, and one that meets it is never called unconfirmed", () => {
    fc.assert(
      fc.property(anyCounted, (counted) => {
        const { kind, tally } = outcome(counted);
        if (tally.for < tally.required) expect(kind).not.toBe("declared");
        if (tally.for >= tally.required) expect(kind).not.toBe("not-confirmed");
      }),
      { numRuns: 500 },
    );
  });

  test("the parts add up to the whole, and the whole to no more than the roll", () => {
    fc.assert(
      fc.property(anyCounted, (counted) => {
        const { tally } = outcome(counted);
        expect(tally.for).toBe(tally.session.for + tally.letters.for);
        expect(tally.against).toBe(tally.session.against + tally.letters.against);
        expect(tally.abstain).toBe(tally.session.abstain + tally.letters.abstain);
        expect(tally.for + tally.against + tally.abstain).toBeLessThanOrEqual(counted.rollSize);
        expect(tally.base).toBeLessThanOrEqual(counted.rollSize);
      }),
    );
  });

  test("one more supporter never undoes what was declared", () => {
    fc.assert(
      fc.property(anyCounted, (counted) => {
        const before = outcome(counted);
        if (before.kind !== "declared") return;
        for (const more of withOneMoreSupporter(counted, before)) {
          const after = outcome(more);
          expect(after.kind === "declared" && after.elected.join() === before.elected.join()).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("candidates named in another order give the same outcome", () => {
    fc.assert(
      fc.property(anyCounted, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (counted, order) => {
        const { vote } = counted;
        if (vote.kind !== "elect" || vote.candidates.length < 3) return;
        const candidates = order.flatMap((index) => vote.candidates.slice(index, index + 1));
        const reordered = outcome({ ...counted, vote: { ...vote, candidates } });
        expect(withTiedSorted(reordered)).toEqual(withTiedSorted(outcome(counted)));
      }),
      { numRuns: 500 },
    );
  });
});

/** The same vote with one supporter more, in every way there can be one. */
function withOneMoreSupporter(counted: Counted, declared: Outcome): Counted[] {
  const { letters: back, live, attendance } = counted;
  const ways: Counted[] = [];
  for (const group of ["silent", "undelivered", "abstain", "object"] as const) {
    if (back[group] === 0) continue;
    ways.push({ ...counted, letters: { ...back, [group]: back[group] - 1, confirm: back.confirm + 1 } });
  }
  const voted = declared.tally.session.for + declared.tally.session.against + declared.tally.session.abstain;
  if (voted < attendance.duringVote) ways.push({ ...counted, live: withOneHandMore(live, declared) });
  if (live.abstain > 0) {
    ways.push({ ...counted, live: withOneHandMore({ ...live, abstain: live.abstain - 1 }, declared) });
  }
  if (live.against > 0) {
    ways.push({ ...counted, live: withOneHandMore({ ...live, against: live.against - 1 }, declared) });
  }
  if (attendance.duringVote + back.sent < counted.rollSize) {
    const present = {
      atOpening: attendance.atOpening + 1,
      atClosing: attendance.atClosing + 1,
      duringVote: attendance.duringVote + 1,
    };
    ways.push({ ...counted, attendance: present, live: withOneHandMore(live, declared) });
  }
  return ways;
}

function withOneHandMore(live: Counted["live"], declared: Outcome): Counted["live"] {
  if (live.kind === "adopt") return { ...live, for: live.for + 1 };
  const [elected] = declared.kind === "declared" ? declared.elected : [];
  if (elected === undefined) return live;
  return { ...live, votes: { ...live.votes, [elected]: (live.votes[elected] ?? 0) + 1 } };
}

function withTiedSorted(result: Outcome): Outcome {
  return result.kind === "tied" ? { ...result, tied: result.tied.toSorted() } : result;
}

describe("votes R4: the undelivered could change the outcome", () => {
  /** Tries every split of the undelivered into confirming, objecting, abstaining and still not answering. */
  function anySplitChanges(counted: Counted): boolean {
    const { undelivered } = counted.letters;
    const now = outcome(counted).kind;
    for (let confirm = 0; confirm <= undelivered; confirm += 1) {
      for (let object = 0; confirm + object <= undelivered; object += 1) {
        for (let abstain = 0; confirm + object + abstain <= undelivered; abstain += 1) {
          const left = undelivered - confirm - object - abstain;
          const figures = {
            ...counted.letters,
            confirm: counted.letters.confirm + confirm,
            object: counted.letters.object + object,
            abstain: counted.letters.abstain + abstain,
            undelivered: left,
          };
          if (outcome({ ...counted, letters: figures }).kind !== now) return true;
        }
      }
    }
    return false;
  }

  test.each([
    {
      words: "25 of 27 and one undelivered: no",
      raised: hands({ A: 18 }),
      back: letters({ confirm: 7, object: 1, undelivered: 1 }),
      could: false,
    },
    {
      words: "13 of 27 and one undelivered, who could confirm as the 14th: yes",
      raised: hands({ A: 13 }, 5),
      back: letters({ object: 8, undelivered: 1 }),
      could: true,
    },
    {
      words: "12 of 27 and one undelivered: no",
      raised: hands({ A: 12 }, 6),
      back: letters({ object: 8, undelivered: 1 }),
      could: false,
    },
    {
      words: "13 of 27 and nobody undelivered: no",
      raised: hands({ A: 13 }, 5),
      back: letters({ object: 8, silent: 1 }),
      could: false,
    },
  ])("$words", ({ raised, back, could }) => {
    const counted = { vote: election("A"), rollSize: 27, attendance: throughout(18), live: raised, letters: back };
    expect(undeliveredCouldChange(counted)).toBe(could);
  });

  test("on votes cast, one undelivered objection could take a declared result away", () => {
    const vote = election("A", { profile: profile({ base: "cast" }) });
    const back = letters({ confirm: 1, silent: 7, undelivered: 1 });
    const counted = { vote, rollSize: 27, attendance: throughout(18), live: hands({ A: 9 }, 8, 1), letters: back };
    expect(outcome(counted)).toMatchObject({ kind: "declared", tally: { for: 10, base: 19, required: 10 } });
    expect(undeliveredCouldChange(counted)).toBe(true);
  });

  test("the two extremes find exactly what trying every split finds", () => {
    fc.assert(
      fc.property(anyCounted, (counted) => {
        expect(undeliveredCouldChange(counted)).toBe(anySplitChanges(counted));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("every body of 1 to 60 members, more than half of all, A against B, everyone present or confirming", () => {
  test("A is declared exactly when her supporters, counted off in pairs with all the others, leave one over", () => {
    for (let members = 1; members <= 60; members += 1) {
      for (let supporters = 1; supporters <= members; supporters += 1) {
        expect(confirmedBy(members, supporters)).toBe(isOneOverInPairs(members, supporters));
      }
    }
  });

  /** The supporters beyond the quorum confirm by letter; the rest of the roll objects by letter or abstains in the room. */
  function confirmedBy(members: number, supporters: number): boolean {
    const quorum = Math.floor(members / 2) + 1;
    const raised = Math.min(supporters, quorum);
    const confirm = supporters - raised;
    const counted: CountedVote = {
      vote: election("AB"),
      rollSize: members,
      attendance: throughout(quorum),
      live: hands({ A: raised, B: 0 }, 0, quorum - raised),
      letters: letters({ confirm, object: members - quorum - confirm }),
    };
    return outcome(counted).kind === "declared";
  }

  function isOneOverInPairs(members: number, supporters: number): boolean {
    let others = members - supporters;
    let left = supporters;
    while (left > 0 && others > 0) {
      left -= 1;
      others -= 1;
    }
    return left > 0;
  }
});
