import {
  addFigures,
  type Choice,
  type CountedVote,
  type Figures,
  figuresOfOne,
  type LetterVotes,
  MajorityBase,
  noFigures,
  outcome,
  type Threshold,
  undeliveredCouldChange,
  type Vote,
} from "@quorate/core/vote";
import { describe, expect, test } from "vitest";
import { countedOf, seeded, someVoters } from "./electorate.ts";
import { adoption, atLeastTwoThirds, election, letters, moreThanHalf, profile, throughout } from "./fixtures.ts";

const oneVote: Threshold = { numerator: 0, denominator: 1, comparison: "more-than" };
const nobodyNeeded: Threshold = { numerator: 0, denominator: 1, comparison: "at-least" };

const combined = { mode: "combined" } as const;
const questions: { words: string; of: (rules: Pick<Vote, "mode" | "profile">) => Vote }[] = [
  { words: "a text", of: (rules) => adoption(rules) },
  { words: "one candidate", of: (rules) => election("A", rules) },
  { words: "three candidates for one seat", of: (rules) => election("ABC", rules) },
  { words: "two candidates for two seats", of: (rules) => election("AB", { ...rules, seats: 2 }) },
  { words: "four candidates for two seats", of: (rules) => election("ABCD", { ...rules, seats: 2 }) },
  { words: "four candidates for three seats", of: (rules) => election("ABCD", { ...rules, seats: 3 }) },
  { words: "approval of two for one seat", of: (rules) => election("AB", { ...rules, ballot: "approval" }) },
  {
    words: "approval of three for two seats",
    of: (rules) => election("ABC", { ...rules, ballot: "approval", seats: 2 }),
  },
];

function everyRule(): Pick<Vote, "mode" | "profile">[] {
  return MajorityBase.options.flatMap((base) =>
    [moreThanHalf, atLeastTwoThirds, oneVote].flatMap((threshold) =>
      [nobodyNeeded, moreThanHalf].map((quorum) => ({
        ...combined,
        profile: profile({ base, threshold, quorum, lettersCountTowardsQuorum: true }),
      })),
    ),
  );
}

/** Every answer that one member could give. */
function everyChoice(vote: Vote): Choice[] {
  const verdicts = ["for", "against", "abstain"] as const;
  if (vote.kind === "adopt") return verdicts.map((verdict) => ({ kind: "verdict", verdict }));
  const ids = vote.candidates.map(({ id }) => id);
  if (vote.ballot === "approval") {
    const all = ids.reduce<Record<string, (typeof verdicts)[number]>[]>(
      (so, id) => so.flatMap((one) => verdicts.map((verdict) => ({ ...one, [id]: verdict }))),
      [{}],
    );
    return all.map((one) => ({ kind: "approval", verdicts: one }));
  }
  if (vote.seats === 1 && ids.length === 1) return verdicts.map((verdict) => ({ kind: "verdict", verdict }));
  const sets = ids.reduce<string[][]>((so, id) => so.flatMap((one) => [one, [...one, id]]), [[]]);
  const named = sets.filter((one) => one.length > 0 && one.length <= vote.seats);
  return [
    { kind: "verdict", verdict: "abstain" },
    ...named.map((candidates): Choice => ({ kind: "candidates", candidates })),
  ];
}

/** What so many members can add together: every multiset of answers, some of them giving none. */
function everyWay(vote: Vote, members: number): { answered: number; figures: Figures }[] {
  const none = { answered: 0, figures: noFigures(vote) };
  let ways = new Map([[JSON.stringify(none), none]]);
  for (let member = 0; member < members; member += 1) {
    const next = new Map(ways);
    for (const { answered, figures } of ways.values()) {
      for (const choice of everyChoice(vote)) {
        const way = { answered: answered + 1, figures: addFigures(figures, figuresOfOne(vote, choice)) };
        next.set(JSON.stringify(way), way);
      }
    }
    ways = next;
  }
  return [...ways.values()];
}

function isOtherThan(counted: CountedVote, now: string): boolean {
  return named(counted) !== now;
}

function named(counted: CountedVote): string {
  const result = outcome(counted);
  const elected = result.kind === "declared" || result.kind === "tied" ? result.elected : [];
  return JSON.stringify([result.kind, elected, result.kind === "tied" ? result.tied : []]);
}

type ByLetter = CountedVote & { letters: LetterVotes };

function anyWayChanges(counted: ByLetter, ways: ReturnType<typeof everyWay>): boolean {
  const { letters: back } = counted;
  const now = named(counted);
  return ways.some(({ answered, figures }) =>
    isOtherThan(
      {
        ...counted,
        letters: {
          ...back,
          undelivered: back.undelivered - answered,
          answered: back.answered + answered,
          figures: addFigures(back.figures, figures),
        },
      },
      now,
    ),
  );
}

/** So many voted by letter in this way, and so many were not reached. */
function byLetter(vote: Vote, way: { answered: number; figures: Figures }, undelivered: number): ByLetter {
  const sent = way.answered + undelivered;
  const back: LetterVotes = { kind: "votes", sent, ...way, silent: 0, late: 0, undelivered };
  const attendance = { atOpening: 0, atClosing: 0, duringVote: 0 };
  return { vote, rollSize: sent + 1, attendance, live: noFigures(vote), letters: back };
}

describe("votes R4: the undelivered could change a vote by letter exactly when some answers of theirs do", () => {
  test.each(questions)("$words: whatever 1 to 3 members voted, with 1 or 2 undelivered, under every rule", ({ of }) => {
    let changes = 0;
    let stays = 0;
    for (const rules of everyRule()) {
      const vote = of(rules);
      const choices = everyChoice(vote).length;
      const voted = everyWay(vote, choices > 12 ? 1 : choices > 4 ? 2 : 3);
      for (const undelivered of [1, 2]) {
        const ways = everyWay(vote, undelivered);
        for (const way of voted) {
          const counted = byLetter(vote, way, undelivered);
          const could = anyWayChanges(counted, ways);
          if (undeliveredCouldChange(counted) !== could) expect(counted).toEqual(could);
          if (could) changes += 1;
          else stays += 1;
        }
      }
    }
    expect(changes).toBeGreaterThan(0);
    expect(stays).toBeGreaterThan(0);
  });

  test.each(questions)("$words: in bodies of up to 25 at random, with up to 4 undelivered", ({ of }) => {
    const random = seeded(9);
    let changes = 0;
    let stays = 0;
    for (const rules of [...everyRule(), ...everyRule()]) {
      const vote = of(rules);
      const most = everyChoice(vote).length > 8 ? 2 : 4;
      const counted = countedOf(vote, someVoters(vote, 4 + Math.floor(random() * 22), random));
      if (counted.letters.kind !== "votes") continue;
      const undelivered = Math.min(
        counted.letters.silent + counted.letters.undelivered,
        1 + Math.floor(random() * most),
      );
      const silent = counted.letters.silent + counted.letters.undelivered - undelivered;
      const back = { ...counted.letters, undelivered, silent, late: 0 };
      const could = anyWayChanges({ ...counted, letters: back }, everyWay(vote, undelivered));
      expect({ could: undeliveredCouldChange({ ...counted, letters: back }), counted }).toEqual({ could, counted });
      if (could) changes += 1;
      else stays += 1;
    }
    expect(changes).toBeGreaterThan(0);
    expect(stays).toBeGreaterThan(0);
  });

  test("two who could make a tie that neither could make alone: nobody has a vote, and each gives one to another candidate", () => {
    const vote = election("AB", { ...combined, method: "form", profile: profile({ quorum: nobodyNeeded }) });
    const nothing = { answered: 0, figures: noFigures(vote) };
    expect(undeliveredCouldChange(byLetter(vote, nothing, 1))).toBe(false);
    expect(undeliveredCouldChange({ ...byLetter(vote, nothing, 2), rollSize: 27 })).toBe(true);
  });
});

describe("votes R4: asked about a session's result", () => {
  test("in informed no answer changes anything, whoever was not reached", () => {
    const counted: CountedVote = {
      ...{ vote: adoption({ mode: "informed" }), rollSize: 27, attendance: throughout(18) },
      ...{ live: { kind: "adopt", for: 14, against: 4, abstain: 0 }, letters: letters({ undelivered: 9 }) },
    };
    expect(undeliveredCouldChange(counted)).toBe(false);
  });

  test("with two seats, one undelivered objection could take the second one's majority and leave the first one hers", () => {
    const vote = election("ABC", { seats: 2, profile: profile({ base: "cast" }) });
    const live: Figures = { kind: "seats", votes: { A: 15, B: 9, C: 5 }, voted: 17, abstain: 0 };
    const counted: CountedVote = {
      ...{ vote, rollSize: 18, attendance: throughout(17), live },
      letters: letters({ undelivered: 1 }),
    };
    expect(outcome(counted)).toMatchObject({ kind: "declared", elected: ["A", "B"], vacant: 0 });
    expect(outcome({ ...counted, letters: letters({ object: 1 }) })).toMatchObject({ elected: ["A"], vacant: 1 });
    expect(undeliveredCouldChange(counted)).toBe(true);
  });
});
