import * as v from "valibot";
import { castIn } from "./count.ts";
import { LetterFigures, letterCount } from "./letters.ts";
import { checkLiveFigures } from "./live.ts";
import { Attendance, Quorum, quorumOf } from "./quorum.ts";
import { liveResult } from "./result.ts";
import { type CountedVote, type SessionPart, Tally, tallyOf } from "./tally.ts";
import { meets } from "./threshold.ts";

const numbers = { tally: Tally, quorum: Quorum };

/** The candidate whom the session's result names; absent when the vote is on a text. */
const result = { candidate: v.exactOptional(v.string()) };

/** What a vote came to, with the numbers that the minutes print. */
export const Outcome = v.variant("kind", [
  /** The rule is met: the candidate is elected, the text adopted. */
  v.object({ kind: v.literal("declared"), ...result, ...numbers }),
  /** Absentees were asked and the rule was not reached: the office is vacant, the text not adopted. */
  v.object({ kind: v.literal("not-confirmed"), ...result, ...numbers }),
  /** The candidates who share the most hands; what follows is in the profile (votes R11). */
  v.object({ kind: v.literal("tied"), candidates: v.array(v.string()), ...numbers }),
  /** Nobody is elected: too few votes, no hand for any candidate, or nobody stood (votes R11). */
  v.object({
    kind: v.literal("not-elected"),
    reason: v.picklist(["below-threshold", "no-votes", "nobody"]),
    ...numbers,
  }),
  v.object({ kind: v.literal("not-adopted"), ...numbers }),
  /** Too few were present at the opening or at the close; it may be put as a new vote (votes R6). */
  v.object({ kind: v.literal("no-quorum"), ...numbers }),
]);
export type Outcome = v.InferOutput<typeof Outcome>;

/**
 * Whether the absentees are asked to confirm what the session decided: its mode says so, the session did decide for a
 * candidate or for the text (a tie, a rejection and no hands at all are nothing to confirm), and there was a quorum – or,
 * where the profile counts letters towards it, there is one if every absentee answers.
 */
export function isPutToAbsentees({ vote, rollSize, attendance, live }: SessionPart): boolean {
  switch (vote.mode) {
    case "none":
      return false;
    case "ratified": {
      const { kind } = liveResult(vote, live);
      const quorum = quorumOf(vote.profile, rollSize, attendance, rollSize - attendance.duringVote);
      return quorum.isMet && (kind === "leading" || kind === "carried");
    }
  }
}

/**
 * The outcome of a vote by its own rules. In `ratified` the result is the session's; hands for it and confirmations together
 * meet the rule, or it is not confirmed. With nobody absent there is nobody to confirm, and the hands alone decide.
 *
 * Figures that cannot be (more votes than members entitled, letters on a vote that was not put to absentees) are a fault:
 * nothing is declared from them (votes R1).
 */
export function outcome(counted: CountedVote): Outcome {
  refuseImpossible(counted);
  const { vote, rollSize, attendance, live, letters } = counted;
  const quorum = quorumOf(vote.profile, rollSize, attendance, castIn(letterCount(letters)));
  const tally = tallyOf(counted);
  if (!quorum.isMet) return { kind: "no-quorum", tally, quorum };
  const decided = liveResult(vote, live);
  switch (decided.kind) {
    case "tied":
      return { kind: "tied", candidates: decided.candidates, tally, quorum };
    case "nobody":
    case "rejected":
      return notCarried(counted, tally, quorum);
    case "leading":
    case "carried": {
      const named = decided.kind === "leading" ? { candidate: decided.candidate } : {};
      if (meets(vote.profile.threshold, tally.for, tally.base)) return { kind: "declared", ...named, tally, quorum };
      if (letters.sent > 0) return { kind: "not-confirmed", ...named, tally, quorum };
      return notCarried(counted, tally, quorum);
    }
  }
}

function notCarried({ vote }: CountedVote, tally: Tally, quorum: Quorum): Outcome {
  switch (vote.kind) {
    case "adopt":
      return { kind: "not-adopted", tally, quorum };
    case "elect": {
      const reason = vote.candidates.length === 0 ? "nobody" : tally.for === 0 ? "no-votes" : "below-threshold";
      return { kind: "not-elected", reason, tally, quorum };
    }
  }
}

function refuseImpossible(counted: CountedVote): void {
  const { vote, rollSize, attendance, live, letters } = counted;
  v.assert(Attendance, attendance);
  v.assert(LetterFigures, letters);
  const [problem] = checkLiveFigures(vote, live, attendance.duringVote);
  if (problem !== undefined) throw new Error(`vote ${vote.id}: live figures: ${problem.kind} (${problem.field})`);
  if (attendance.duringVote + letters.sent > rollSize) {
    throw new Error(`vote ${vote.id}: live marks and letters sent are more than the roll`);
  }
  if (letters.sent > 0 && !isPutToAbsentees(counted)) {
    throw new Error(`vote ${vote.id}: letters on a vote that was not put to absentees`);
  }
}
