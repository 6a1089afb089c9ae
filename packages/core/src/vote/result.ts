import type { Count } from "./count.ts";
import type { LiveFigures } from "./live.ts";
import { meets } from "./threshold.ts";
import type { Vote } from "./vote.ts";

/**
 * The hands as a count for the result they gave: for the text, or for the candidate with the most. Hands for the other
 * candidates are against: they are votes cast, and not for her.
 */
export function liveCount(figures: LiveFigures): Count {
  switch (figures.kind) {
    case "elect": {
      const hands = Object.values(figures.votes);
      const most = hands.reduce((highest, one) => Math.max(highest, one), 0);
      const all = hands.reduce((sum, one) => sum + one, 0);
      return { for: most, against: all - most + figures.against, abstain: figures.abstain };
    }
    case "adopt":
      return { for: figures.for, against: figures.against, abstain: figures.abstain };
  }
}

/**
 * What those present decided, before the rule is applied to both parts: a candidate leads; the text carried; candidates share
 * the most hands; hands against the only candidate or the text prevailed; no hand went up for anybody or for the text.
 */
export type LiveResult =
  | { kind: "leading"; candidate: string }
  | { kind: "carried" }
  | { kind: "tied"; candidates: string[] }
  | { kind: "rejected" }
  | { kind: "nobody" };

export function liveResult(vote: Vote, figures: LiveFigures): LiveResult {
  const count = liveCount(figures);
  if (count.for === 0) return { kind: "nobody" };
  switch (vote.kind) {
    case "adopt":
      return isFavoured(vote, count) ? { kind: "carried" } : { kind: "rejected" };
    case "elect": {
      const votes = figures.kind === "elect" ? figures.votes : {};
      const first = vote.candidates.map(({ id }) => id).filter((id) => votes[id] === count.for);
      const [candidate] = first;
      if (candidate === undefined) return { kind: "nobody" };
      if (first.length > 1) return { kind: "tied", candidates: first };
      const isOnlyOne = vote.candidates.length === 1;
      return isOnlyOne && !isFavoured(vote, count) ? { kind: "rejected" } : { kind: "leading", candidate };
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
