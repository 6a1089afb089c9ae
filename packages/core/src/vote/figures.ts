import * as v from "valibot";
import { addCounts, Count, castIn, noCount, Whole } from "./count.ts";
import type { Vote } from "./vote.ts";

const votesByCandidate = v.record(v.string(), Whole);

/**
 * What was counted in one vote, by hands in the session or from the forms that came back: one shape for both, so that they
 * can be added. `votes` are by candidate's id.
 */
export const Figures = v.variant("kind", [
  /**
   * One seat. A vote is for one candidate or abstains; `against` is there for the only candidate and 0 where several stand.
   */
  v.object({ kind: v.literal("elect"), votes: votesByCandidate, against: Whole, abstain: Whole }),
  /** Several seats. `voted`: members who voted for at least one candidate; each had as many votes as there are seats. */
  v.object({ kind: v.literal("seats"), votes: votesByCandidate, voted: Whole, abstain: Whole }),
  /** Yes, no or abstaining on each candidate by herself. */
  v.object({ kind: v.literal("approval"), votes: v.record(v.string(), Count) }),
  v.object({ kind: v.literal("adopt"), ...Count.entries }),
]);
export type Figures = v.InferOutput<typeof Figures>;

/** Which figures a vote is counted in. */
export function figuresKind(vote: Vote): Figures["kind"] {
  switch (vote.kind) {
    case "adopt":
      return "adopt";
    case "elect":
      if (vote.ballot === "approval") return "approval";
      return vote.seats === 1 ? "elect" : "seats";
  }
}

/** Nothing counted yet: nought for every candidate. Also the session part of a vote that is all by letter. */
export function noFigures(vote: Vote): Figures {
  const nought = <T>(value: T) =>
    Object.fromEntries(vote.kind === "elect" ? vote.candidates.map(({ id }) => [id, value]) : []);
  const kind = figuresKind(vote);
  switch (kind) {
    case "elect":
      return { kind, votes: nought(0), against: 0, abstain: 0 };
    case "seats":
      return { kind, votes: nought(0), voted: 0, abstain: 0 };
    case "approval":
      return { kind, votes: nought(noCount) };
    case "adopt":
      return { kind, ...noCount };
  }
}

/** Both parts of one vote together. A fault when they are not figures of the same kind. */
export function addFigures(one: Figures, other: Figures): Figures {
  if (one.kind === "elect" && other.kind === "elect") {
    const votes = addVotes(one.votes, other.votes);
    return { kind: "elect", votes, against: one.against + other.against, abstain: one.abstain + other.abstain };
  }
  if (one.kind === "seats" && other.kind === "seats") {
    const votes = addVotes(one.votes, other.votes);
    return { kind: "seats", votes, voted: one.voted + other.voted, abstain: one.abstain + other.abstain };
  }
  if (one.kind === "approval" && other.kind === "approval") {
    const ids = new Set([...Object.keys(one.votes), ...Object.keys(other.votes)]);
    const votes = [...ids].map((id) => [id, addCounts(one.votes[id] ?? noCount, other.votes[id] ?? noCount)]);
    return { kind: "approval", votes: Object.fromEntries(votes) };
  }
  if (one.kind === "adopt" && other.kind === "adopt") return { kind: "adopt", ...addCounts(one, other) };
  throw new Error(`figures of ${one.kind} and of ${other.kind} are not added`);
}

function addVotes(one: Readonly<Record<string, Whole>>, other: Readonly<Record<string, Whole>>): Record<string, Whole> {
  const ids = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...ids].map((id) => [id, (one[id] ?? 0) + (other[id] ?? 0)]));
}

/**
 * The figures as one count: for the text, or for this candidate. Where a vote is for one or several of the candidates, who
 * voted and not for her counts as against: a vote cast, and not for her. Without a candidate: what is against nobody's election.
 */
export function countOf(figures: Figures, candidate?: string): Count {
  const id = candidate ?? "";
  switch (figures.kind) {
    case "elect": {
      const inFavour = figures.votes[id] ?? 0;
      const all = Object.values(figures.votes).reduce((sum, one) => sum + one, 0);
      return { for: inFavour, against: all - inFavour + figures.against, abstain: figures.abstain };
    }
    case "seats": {
      const inFavour = figures.votes[id] ?? 0;
      return { for: inFavour, against: figures.voted - inFavour, abstain: figures.abstain };
    }
    case "approval":
      return figures.votes[id] ?? noCount;
    case "adopt":
      return { for: figures.for, against: figures.against, abstain: figures.abstain };
  }
}

/**
 * What is wrong with recorded figures. `field` names the figure: "for", "against", "abstain", "voted", `votes.` and a
 * candidate's id, or `votes.`, the id and `.for` and so on where each candidate has a count.
 */
export type FigureProblem =
  | { kind: "not-whole"; field: string }
  | { kind: "missing"; field: string }
  | { kind: "unknown-candidate"; field: string }
  | { kind: "against-several"; field: "against" }
  | { kind: "more-than-present"; field: string; counted: number; present: number }
  | { kind: "more-than-voted"; field: string; counted: number; voted: number }
  | { kind: "more-than-seats"; field: "total"; counted: number; most: number }
  | { kind: "fewer-than-voted"; field: "voted"; counted: number; voted: number }
  | { kind: "wrong-kind"; field: "kind" };

/**
 * What keeps these figures from being attested; nothing, when they may be. Every candidate has a figure, even 0; no figure
 * is negative or broken; the votes in all, on each candidate where each has a count, are at most those who could vote: the
 * live marks (votes R3), or the letters answered.
 */
export function checkFigures(vote: Vote, figures: Figures, most: Whole): FigureProblem[] {
  if (figuresKind(vote) !== figures.kind) return [{ kind: "wrong-kind", field: "kind" }];
  const fields = figuresByField(figures);
  const broken = fields.filter(([, value]) => !v.is(Whole, value));
  const problems: FigureProblem[] = broken.map(([field]) => ({ kind: "not-whole", field }));
  problems.push(...candidateProblems(vote, figures));
  return broken.length > 0 ? problems : [...problems, ...sumProblems(vote, figures, most)];
}

function candidateProblems(vote: Vote, figures: Figures): FigureProblem[] {
  if (vote.kind === "adopt" || figures.kind === "adopt") return [];
  const standing = vote.candidates.map(({ id }) => id);
  const counted = Object.keys(figures.votes);
  const missing = standing.filter((id) => !counted.includes(id));
  const unknown = counted.filter((id) => !standing.includes(id));
  return [
    ...missing.map((id): FigureProblem => ({ kind: "missing", field: `votes.${id}` })),
    ...unknown.map((id): FigureProblem => ({ kind: "unknown-candidate", field: `votes.${id}` })),
    ...(figures.kind === "elect" && standing.length > 1 && figures.against > 0
      ? [{ kind: "against-several", field: "against" } as const]
      : []),
  ];
}

function sumProblems(vote: Vote, figures: Figures, most: Whole): FigureProblem[] {
  const within = (counted: number, field: string): FigureProblem[] =>
    counted > most ? [{ kind: "more-than-present", field, counted, present: most }] : [];
  switch (figures.kind) {
    case "elect":
    case "adopt":
      return within(castIn(countOf(figures)), "total");
    case "seats":
      return [...within(figures.voted + figures.abstain, "total"), ...seatsProblems(vote, figures)];
    case "approval":
      return Object.entries(figures.votes).flatMap(([id, count]) => within(castIn(count), `votes.${id}`));
  }
}

/** Whether so many members, each with one to so many votes as there are seats and no two for one candidate, can have voted so. */
function seatsProblems(vote: Vote, { votes, voted }: Extract<Figures, { kind: "seats" }>): FigureProblem[] {
  const problems = Object.entries(votes).flatMap(([id, counted]): FigureProblem[] =>
    counted > voted ? [{ kind: "more-than-voted", field: `votes.${id}`, counted, voted }] : [],
  );
  const counted = Object.values(votes).reduce((sum, one) => sum + one, 0);
  const most = (vote.kind === "elect" ? vote.seats : 0) * voted;
  if (counted > most) problems.push({ kind: "more-than-seats", field: "total", counted, most });
  if (counted < voted) problems.push({ kind: "fewer-than-voted", field: "voted", counted, voted });
  return problems;
}

function figuresByField(figures: Figures): [field: string, value: number][] {
  switch (figures.kind) {
    case "elect":
      return [...byCandidate(figures.votes), ["against", figures.against], ["abstain", figures.abstain]];
    case "seats":
      return [...byCandidate(figures.votes), ["voted", figures.voted], ["abstain", figures.abstain]];
    case "approval":
      return Object.entries(figures.votes).flatMap(([id, count]) =>
        countFields(count).map(([field, value]): [string, number] => [`votes.${id}.${field}`, value]),
      );
    case "adopt":
      return countFields(figures);
  }
}

function byCandidate(votes: Readonly<Record<string, number>>): [field: string, value: number][] {
  return Object.entries(votes).map(([id, value]) => [`votes.${id}`, value]);
}

function countFields(count: Count): [field: string, value: number][] {
  return [
    ["for", count.for],
    ["against", count.against],
    ["abstain", count.abstain],
  ];
}
