import type { Count } from "./count.ts";
import { countOf, type Figures } from "./figures.ts";
import { fillSeats } from "./seats.ts";
import { meets } from "./threshold.ts";
import type { Vote } from "./vote.ts";

/** The hands as a count for the result they gave: for the text, or for the candidate with the most. */
export function liveCount(figures: Figures): Count {
  switch (figures.kind) {
    case "adopt":
      return countOf(figures);
    case "elect":
    case "seats":
    case "approval": {
      const counts = Object.keys(figures.votes).map((id) => countOf(figures, id));
      return counts.toSorted(mostInFavour)[0] ?? countOf(figures);
    }
  }
}

/** The most votes for first; of as many, the fewest against. */
export function mostInFavour(one: Count, other: Count): number {
  return other.for - one.for || one.against - other.against || one.abstain - other.abstain;
}

/**
 * What those present decided, before the rule is applied to both parts: candidates lead, at most as many as there are seats;
 * the text carried; candidates tie for the last `seats`, behind those who lead; hands against the only candidate, every
 * candidate or the text prevailed; no hand went up for anybody or for the text.
 */
export type LiveResult =
  | { kind: "leading"; candidates: string[] }
  | { kind: "carried" }
  | { kind: "tied"; leading: string[]; tied: string[]; seats: number }
  | { kind: "rejected" }
  | { kind: "nobody" };

export function liveResult(vote: Vote, figures: Figures): LiveResult {
  if (liveCount(figures).for === 0) return { kind: "nobody" };
  switch (vote.kind) {
    case "adopt":
      return isFavoured(vote, countOf(figures)) ? { kind: "carried" } : { kind: "rejected" };
    case "elect": {
      const isOnEach = vote.ballot === "approval" || (vote.seats === 1 && vote.candidates.length === 1);
      const standing = vote.candidates.map(({ id }) => ({ id, count: countOf(figures, id) }));
      const favoured = standing.filter(({ count }) => !isOnEach || isFavoured(vote, count));
      const filled = fillSeats(
        vote.seats,
        favoured.map(({ id, count }) => ({ id, votes: count.for })),
        () => true,
      );
      if (filled.tied.length > 0) {
        return { kind: "tied", leading: filled.elected, tied: filled.tied, seats: filled.seats };
      }
      return filled.elected.length > 0 ? { kind: "leading", candidates: filled.elected } : { kind: "rejected" };
    }
  }
}

/**
 * Those present were for it: more hands for than against, or as many as the rule asks on votes for and against (9 : 9 is
 * enough where at least half is). What fails this meets the rule on no base, for every other base is at least as large.
 */
function isFavoured(vote: Vote, count: Count): boolean {
  return count.for > count.against || meets(vote.profile.threshold, count.for, count.for + count.against);
}
