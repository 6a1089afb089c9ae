import { isDeepStrictEqual } from "node:util";
import { isPutToAbsentees, MajorityBase, type Outcome, outcome, type Threshold, type Vote } from "@quorate/core/vote";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedOf, seeded, sessionOf, someVoters } from "./electorate.ts";
import { adoption, atLeastHalf, atLeastTwoThirds, election, moreThanHalf, profile } from "./fixtures.ts";
import { count, isAsked, type Said, type Voted, type Voter } from "./naive-counter.ts";

const oneVote: Threshold = { numerator: 0, denominator: 1, comparison: "more-than" };
const everyone: Threshold = { numerator: 1, denominator: 1, comparison: "at-least" };
const nobodyNeeded: Threshold = { numerator: 0, denominator: 1, comparison: "at-least" };
const thresholds = [moreThanHalf, atLeastHalf, atLeastTwoThirds, oneVote, everyone];
const quorums = [moreThanHalf, nobodyNeeded, atLeastTwoThirds];

const ways = [
  { mode: "none", method: "hands" },
  { mode: "informed", method: "hands" },
  { mode: "ratified", method: "hands" },
  { mode: "combined", method: "hands" },
  { mode: "combined", method: "form" },
] as const;

type Rules = Pick<Vote, "mode" | "method" | "profile">;

const questions: { words: string; of: (rules: Rules) => Vote }[] = [
  { words: "a text", of: (rules) => adoption(rules) },
  { words: "one candidate", of: (rules) => election("A", rules) },
  { words: "three candidates for one seat", of: (rules) => election("ABC", rules) },
  { words: "four candidates for two seats", of: (rules) => election("ABCD", { ...rules, seats: 2 }) },
  { words: "two candidates for three seats", of: (rules) => election("AB", { ...rules, seats: 3 }) },
  { words: "approval of three for one seat", of: (rules) => election("ABC", { ...rules, ballot: "approval" }) },
  {
    words: "approval of four for two seats",
    of: (rules) => election("ABCD", { ...rules, ballot: "approval", seats: 2 }),
  },
];

/** Every combination of mode, base, threshold and quorum, letters towards the quorum or not. */
function everyRule(): Rules[] {
  return ways.flatMap((way) =>
    MajorityBase.options.flatMap((base) =>
      thresholds.flatMap((threshold) =>
        quorums.flatMap((quorum) =>
          [true, false].map((lettersCountTowardsQuorum) => ({
            ...way,
            profile: profile({ base, threshold, quorum, lettersCountTowardsQuorum }),
          })),
        ),
      ),
    ),
  );
}

function said(result: Outcome): Said {
  const nothing = { elected: [], tied: [], seats: 0, vacant: 0 };
  switch (result.kind) {
    case "declared":
      return { ...nothing, kind: result.kind, elected: result.elected, vacant: result.vacant };
    case "tied": {
      const { kind, elected, tied, seats, vacant } = result;
      return { kind, elected, tied, seats, vacant };
    }
    case "not-confirmed":
    case "not-elected":
    case "not-adopted":
    case "no-quorum":
      return { ...nothing, kind: result.kind };
  }
}

/** What the two counters say, where they do not say the same. */
function difference(vote: Vote, voters: readonly Voter[]) {
  const asked = { first: isPutToAbsentees(sessionOf(vote, voters)), second: isAsked(vote, voters) };
  const [first, second] = [said(outcome(countedOf(vote, voters))), count(vote, voters)];
  const isSame = asked.first === asked.second && isDeepStrictEqual(first, second);
  return isSame ? [] : [{ vote, voters, asked, first, second }];
}

describe("a second counter, from members one by one, finds the same outcome", () => {
  test.each(questions)("$words: under every rule, for 1 to 60 members voting at random", ({ of }) => {
    const random = seeded(27);
    const found: Record<string, number> = {};
    for (const [index, rules] of everyRule().entries()) {
      const vote = of(rules);
      for (let round = 0; round < 3; round += 1) {
        const voters = someVoters(vote, 1 + ((index * 3 + round) % 60), random);
        expect(difference(vote, voters)).toEqual([]);
        const { kind } = count(vote, voters);
        found[kind] = (found[kind] ?? 0) + 1;
      }
    }
    expect(found.declared).toBeGreaterThan(100);
    expect(found["no-quorum"]).toBeGreaterThan(100);
  });

  test.each(questions.slice(0, 3))(
    "$words: for 1 to 3 members, whatever each does, under every rule",
    ({ of, words }) => {
      const each: Voted[] = words.startsWith("three")
        ? [["A"], ["B"], "abstain", undefined]
        : ["for", "against", "abstain", undefined];
      for (const rules of everyRule()) {
        const vote = of(rules);
        for (let members = 1; members <= 3; members += 1) {
          for (const voters of everyElectorate(vote, members, each)) {
            const wrong = difference(vote, voters);
            if (wrong.length > 0) expect(wrong).toEqual([]);
          }
        }
      }
    },
  );

  /** Everything so many members can do; order aside, for nobody's place matters. */
  function everyElectorate(vote: Vote, members: number, each: readonly Voted[]): Voter[][] {
    const present: Voter[] = each.map((voted) => ({ was: "present", atOpening: true, atClosing: true, voted }));
    const byLetter = vote.mode === "combined" ? each : (["for", "against", "abstain", undefined] as const);
    const asked: Voter[] = byLetter.map((voted) => ({ was: "asked", voted, isLate: false, hasBounced: false }));
    const rooms = vote.method === "form" ? [[]] : multisets(present, members);
    return rooms.flatMap((room): Voter[][] => {
      const away = Array.from({ length: members - room.length }, (): Voter => ({ was: "away" }));
      if (!isAsked(vote, [...room, ...away])) return [[...room, ...away]];
      return multisets(asked, away.length)
        .filter((letters) => letters.length === away.length)
        .map((letters) => [...room, ...letters]);
    });
  }

  /** At most so many of these, each any number of times. */
  function multisets(of: readonly Voter[], most: number): Voter[][] {
    const [first, ...rest] = of;
    if (!first) return [[]];
    const found: Voter[][] = [];
    for (let times = 0; times <= most; times += 1) {
      const some = Array.from({ length: times }, () => first);
      for (const others of multisets(rest, most - times)) found.push([...some, ...others]);
    }
    return found;
  }
});

const anyVote = fc
  .tuple(fc.constantFrom(...everyRule()), fc.constantFrom(...questions))
  .map(([rules, question]) => question.of(rules));
const anyElectorate = fc
  .record({ vote: anyVote, members: fc.integer({ min: 1, max: 60 }), seed: fc.nat() })
  .map(({ vote, members, seed }) => ({ vote, seed, voters: someVoters(vote, members, seeded(seed)) }));

describe("what nothing changes", () => {
  test("members in another order", () => {
    fc.assert(
      fc.property(anyElectorate, fc.nat(), ({ vote, voters }, seed) => {
        const random = seeded(seed);
        const shuffled = voters.map((voter) => ({ voter, at: random() })).toSorted((a, b) => a.at - b.at);
        const other = shuffled.map(({ voter }) => voter);
        expect(outcome(countedOf(vote, other))).toEqual(outcome(countedOf(vote, voters)));
      }),
      { numRuns: 300, seed: 27 },
    );
  });

  test("candidates in another order, but the order in which they are named", () => {
    fc.assert(
      fc.property(anyElectorate, ({ vote, voters }) => {
        if (vote.kind !== "elect") return;
        const reversed = { ...vote, candidates: vote.candidates.toReversed() };
        const [one, other] = [outcome(countedOf(vote, voters)), outcome(countedOf(reversed, voters))];
        expect(sorted(other)).toEqual(sorted(one));
      }),
      { numRuns: 300, seed: 27 },
    );
  });

  test("candidates under other ids, but the ids by which they are named", () => {
    const renamed: Record<string, string> = { A: "c9", B: "c10", C: "zz", D: "0" };
    const as = (id: string) => renamed[id] ?? id;
    fc.assert(
      fc.property(anyElectorate, ({ vote, voters }) => {
        if (vote.kind !== "elect") return;
        const other = { ...vote, candidates: vote.candidates.map(({ id, member }) => ({ id: as(id), member })) };
        const renamedVoters = voters.map((voter) =>
          voter.was === "away" ? voter : { ...voter, voted: rename(voter.voted) },
        );
        const [one, two] = [said(outcome(countedOf(vote, voters))), said(outcome(countedOf(other, renamedVoters)))];
        expect(two).toEqual({ ...one, elected: one.elected.map(as), tied: one.tied.map(as) });
      }),
      { numRuns: 300, seed: 27 },
    );

    function rename(voted: Voted): Voted {
      if (voted === undefined || typeof voted === "string") return voted;
      if (Array.isArray(voted)) return voted.map(as);
      return Object.fromEntries(Object.entries(voted).map(([id, verdict]) => [as(id), verdict]));
    }
  });

  function sorted(result: Outcome) {
    const { kind, elected, tied, seats, vacant } = said(result);
    return {
      kind,
      seats,
      vacant,
      elected: elected.toSorted(),
      tied: tied.toSorted(),
      tally: result.tally,
      each: result.each,
    };
  }
});

describe("abstaining", () => {
  test("never elects anybody and never adopts a text, on any base", () => {
    fc.assert(
      fc.property(anyElectorate, ({ vote, voters }) => {
        const silent = voters.findIndex((voter) => voter.was === "present" && voter.voted === undefined);
        const one = voters[silent];
        if (one?.was !== "present") return;
        const abstains = approvalAbstains(vote);
        const other = voters.with(silent, { ...one, voted: abstains });
        const [before, after] = [said(outcome(countedOf(vote, voters))), said(outcome(countedOf(vote, other)))];
        expect(after.elected.every((id) => before.elected.includes(id))).toBe(true);
        if (after.kind === "declared") expect(before.kind).toBe("declared");
      }),
      { numRuns: 1000, seed: 27 },
    );
  });

  function approvalAbstains(vote: Vote): Voted {
    if (vote.kind === "adopt" || vote.ballot === "plurality") return "abstain";
    return Object.fromEntries(vote.candidates.map(({ id }) => [id, "abstain"]));
  }
});
