import * as v from "valibot";
import { addCounts, Count, noCount, Whole } from "./count.ts";
import { addFigures, countOf, type Figures, noFigures } from "./figures.ts";
import { answeredIn, type LetterFigures, letterCount } from "./letters.ts";
import type { Attendance } from "./quorum.ts";
import { liveResult } from "./result.ts";
import { requiredVotes } from "./threshold.ts";
import type { Vote } from "./vote.ts";

/** Everything known of one vote when its session part is over. `rollSize`: members entitled to vote. */
export type SessionPart = { vote: Vote; rollSize: Whole; attendance: Attendance; live: Figures };

/** A vote with both its parts; `letters` is `noLetters` where nobody was asked. */
export type CountedVote = SessionPart & { letters: LetterFigures };

/** The session part of a vote that has no session: all by letter (votes, part 1). */
export function noSession(vote: Vote): Pick<SessionPart, "attendance" | "live"> {
  return { attendance: { atOpening: 0, atClosing: 0, duringVote: 0 }, live: noFigures(vote) };
}

/**
 * One count over both parts, as the minutes print it: for one candidate or the text, against and abstaining; the number the
 * majority is taken of, and the votes it takes. `letters` is nought in `informed`, where they decide nothing.
 */
export const Tally = v.object({ ...Count.entries, base: Whole, required: Whole, session: Count, letters: Count });
export type Tally = v.InferOutput<typeof Tally>;

/** Both parts as votes for one candidate, or for the text when none is named. */
export function tallyFor(counted: CountedVote, candidate?: string): Tally {
  const session = countOf(counted.live, candidate);
  const letters = lettersFor(counted, candidate);
  const both = addCounts(session, letters);
  const base = baseOf(counted, both);
  return { ...both, base, required: requiredVotes(counted.vote.profile.threshold, base), session, letters };
}

/** The hands and the forms as one set of figures, where absentees had the vote itself; else the hands. */
export function figuresOf({ vote, live, letters }: CountedVote): Figures {
  return vote.mode === "combined" && letters.kind === "votes" ? addFigures(live, letters.figures) : live;
}

/** Absentees whose answers count in this vote: in `informed` they are on record only. */
export function answersThatCount({ vote, letters }: Pick<CountedVote, "vote" | "letters">): Whole {
  switch (vote.mode) {
    case "none":
    case "informed":
      return 0;
    case "ratified":
    case "combined":
      return answeredIn(letters);
  }
}

/**
 * The letters as votes for one candidate or the text. In `ratified` an answer is on the session's whole result: for each of the
 * candidates whom it names, or against each; it says nothing of the others.
 */
function lettersFor({ vote, live, letters }: CountedVote, candidate?: string): Count {
  switch (vote.mode) {
    case "none":
    case "informed":
      return noCount;
    case "combined":
      return letters.kind === "votes" ? countOf(letters.figures, candidate) : noCount;
    case "ratified": {
      if (candidate === undefined) return letterCount(letters);
      return namedBy(vote, live).includes(candidate) ? letterCount(letters) : noCount;
    }
  }
}

/** The candidates whom the session's result names: those who lead, before any tie for the last seats. */
export function namedBy(vote: Vote, live: Figures): string[] {
  const result = liveResult(vote, live);
  switch (result.kind) {
    case "leading":
      return result.candidates;
    case "tied":
      return result.leading;
    case "carried":
    case "rejected":
    case "nobody":
      return [];
  }
}

/** The number the majority is taken of (votes R2). Present: those with a live mark and the absentees who answered in time. */
function baseOf(counted: CountedVote, both: Count): Whole {
  switch (counted.vote.profile.base) {
    case "for-and-against":
      return both.for + both.against;
    case "cast":
      return both.for + both.against + both.abstain;
    case "present":
      return counted.attendance.duringVote + answersThatCount(counted);
    case "all-members":
      return counted.rollSize;
  }
}
