import * as v from "valibot";
import { addCounts, Count, castIn, Whole } from "./count.ts";
import { type LetterFigures, letterCount } from "./letters.ts";
import type { LiveFigures } from "./live.ts";
import type { Attendance } from "./quorum.ts";
import { liveCount } from "./result.ts";
import { requiredVotes } from "./threshold.ts";
import type { Vote } from "./vote.ts";

/** Everything known of one vote when its session part is over. `rollSize`: members entitled to vote. */
export type SessionPart = { vote: Vote; rollSize: Whole; attendance: Attendance; live: LiveFigures };

/** A vote with both its parts; `letters` is `noLetters` where nobody was asked. */
export type CountedVote = SessionPart & { letters: LetterFigures };

/**
 * One count over both parts, as the minutes print it: for the leading candidate or the text (for each of the tied, when they
 * tie), against and abstaining; the number the majority is taken of, and the votes it takes.
 */
export const Tally = v.object({ ...Count.entries, base: Whole, required: Whole, session: Count, letters: Count });
export type Tally = v.InferOutput<typeof Tally>;

export function tallyOf(counted: CountedVote): Tally {
  const session = liveCount(counted.live);
  const letters = letterCount(counted.letters);
  const both = addCounts(session, letters);
  const base = baseOf(counted, both);
  return { ...both, base, required: requiredVotes(counted.vote.profile.threshold, base), session, letters };
}

/** The number the majority is taken of (votes R2). Present: those with a live mark and the absentees who answered in time. */
function baseOf({ vote, rollSize, attendance, letters }: CountedVote, both: Count): Whole {
  switch (vote.profile.base) {
    case "for-and-against":
      return both.for + both.against;
    case "cast":
      return castIn(both);
    case "present":
      return attendance.duringVote + castIn(letterCount(letters));
    case "all-members":
      return rollSize;
  }
}
