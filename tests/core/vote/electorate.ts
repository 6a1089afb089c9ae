import {
  type BallotReturn,
  type Choice,
  type CountedVote,
  countBallots,
  countLetters,
  LetterAnswer,
  type LetterFigures,
  type SessionPart,
  type Vote,
} from "@quorate/core/vote";
import * as v from "valibot";
import { handsIn, isAsked, type Voted, type Voter } from "./naive-counter.ts";

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many members who come, vote and answer at random, as far as this vote lets them. Some votes lean to one side. */
export function someVoters(vote: Vote, members: number, random: () => number): Voter[] {
  const [attendance, leaning] = [random(), random()];
  const voters = Array.from({ length: members }, (): Voter => {
    if (vote.method === "form" || random() > 0.3 + 0.7 * attendance) return { was: "away" };
    const [atOpening, atClosing] = [random() < 0.95, random() < 0.95];
    return { was: "present", atOpening, atClosing, voted: random() < 0.05 ? undefined : aVote(vote, leaning, random) };
  });
  if (!isAsked(vote, voters)) return voters;
  return voters.map((voter): Voter => {
    if (voter.was === "present") return voter;
    const voted = vote.mode === "combined" ? aVote(vote, leaning, random) : aVerdict(leaning, random);
    const isAnswered = random() < 0.75;
    const isLate = isAnswered && random() < 0.1;
    return { was: "asked", voted: isAnswered ? voted : undefined, isLate, hasBounced: random() < 0.15 };
  });
}

function aVerdict(leaning: number, random: () => number) {
  if (random() < 0.12) return "abstain";
  return random() < 0.25 + 0.6 * leaning ? "for" : "against";
}

function aVote(vote: Vote, leaning: number, random: () => number): Voted {
  if (vote.kind === "adopt") return aVerdict(leaning, random);
  const ids = vote.candidates.map(({ id }) => id);
  if (vote.ballot === "approval") return Object.fromEntries(ids.map((id) => [id, aVerdict(leaning, random)]));
  if (vote.seats === 1 && ids.length === 1) return aVerdict(leaning, random);
  if (random() < 0.12 || ids.length === 0) return "abstain";
  const most = 1 + Math.floor(random() * Math.min(vote.seats, ids.length));
  const shuffled = ids
    .map((id, index) => ({ id, at: random() + leaning * index * 0.4 }))
    .toSorted((a, b) => a.at - b.at);
  return shuffled.slice(0, most).map(({ id }) => id);
}

/** What the machine knows of these members once the session is over: hands counted and presence, no names. */
export function sessionOf(vote: Vote, voters: readonly Voter[]): SessionPart {
  const present = voters.filter((voter) => voter.was === "present");
  const attendance = {
    atOpening: present.filter((voter) => voter.atOpening).length,
    atClosing: present.filter((voter) => voter.atClosing).length,
    duringVote: present.length,
  };
  return { vote, rollSize: voters.length, attendance, live: handsIn(vote, voters) };
}

/** The same with what came back from those who were asked. */
export function countedOf(vote: Vote, voters: readonly Voter[]): CountedVote {
  return { ...sessionOf(vote, voters), letters: lettersOf(vote, voters) };
}

function lettersOf(vote: Vote, voters: readonly Voter[]): LetterFigures {
  const asked = voters.filter((voter) => voter.was === "asked");
  if (vote.mode === "combined") {
    return countBallots(
      vote,
      asked.map(({ voted, ...rest }): BallotReturn => ({ ...rest, answer: choiceOf(voted) })),
    );
  }
  const answers = { for: "confirm", against: "object", abstain: "abstain" } as const;
  return countLetters(
    asked.map(({ voted, ...rest }) => {
      const answer = typeof voted === "string" ? v.parse(LetterAnswer, answers[voted]) : undefined;
      return { ...rest, answer };
    }),
  );
}

function choiceOf(voted: Voted): Choice | undefined {
  if (voted === undefined) return undefined;
  if (typeof voted === "string") return { kind: "verdict", verdict: voted };
  if (Array.isArray(voted)) return { kind: "candidates", candidates: voted };
  return { kind: "approval", verdicts: voted };
}
