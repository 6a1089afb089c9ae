import * as v from "valibot";
import { Whole } from "./count.ts";
import { type LiveVote, liveMarks, type Presence, presentAt } from "./mark.ts";
import type { RulesProfile } from "./profile.ts";
import { requiredVotes } from "./threshold.ts";

/** How many of the roll were present when the vote opened, when it closed, and at any moment of it (the live marks). */
export const Attendance = v.pipe(
  v.object({ atOpening: Whole, atClosing: Whole, duringVote: Whole }),
  v.check(
    ({ atOpening, atClosing, duringVote }) => atOpening <= duringVote && atClosing <= duringVote,
    "more members at the opening or the close than during the whole vote",
  ),
);
export type Attendance = v.InferOutput<typeof Attendance>;

export function attendanceOf(roll: readonly string[], presence: Presence, liveVote: LiveVote): Attendance {
  return {
    atOpening: presentAt(roll, presence, liveVote.openedAt),
    atClosing: presentAt(roll, presence, liveVote.closedAt),
    duringVote: liveMarks(roll, presence, liveVote).length,
  };
}

/** The quorum of one vote as the minutes print it. `byLetter` is 0 unless the profile counts letters towards it. */
export const Quorum = v.object({
  isMet: v.boolean(),
  required: Whole,
  atOpening: Whole,
  atClosing: Whole,
  byLetter: Whole,
});
export type Quorum = v.InferOutput<typeof Quorum>;

/**
 * The quorum is met when enough members were present at the opening and at the close; who was present and did not vote
 * counts. `answered`: absentees who answered in time; they count only if the profile says so (votes R6).
 */
export function quorumOf(profile: RulesProfile, rollSize: Whole, attendance: Attendance, answered: Whole): Quorum {
  const required = requiredVotes(profile.quorum, rollSize);
  const byLetter = profile.lettersCountTowardsQuorum ? answered : 0;
  const { atOpening, atClosing } = attendance;
  return { isMet: Math.min(atOpening, atClosing) + byLetter >= required, required, atOpening, atClosing, byLetter };
}
