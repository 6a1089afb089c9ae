import * as v from "valibot";
import { Threshold } from "./threshold.ts";

/**
 * Of what a majority is taken (votes R2): the votes for and against; all votes cast, abstentions included; the members
 * present; everyone on the roll. In `ratified` the absentees' answers in time belong to each of the first three too.
 */
export const MajorityBase = v.picklist(["for-and-against", "cast", "present", "all-members"]);
export type MajorityBase = v.InferOutput<typeof MajorityBase>;

/** What follows a tie at the seat boundary, settled before the count (votes R11). */
export const TieRule = v.picklist(["run-off", "repeat", "chair", "lot"]);
export type TieRule = v.InferOutput<typeof TieRule>;

/** The rules that one vote is held under: frozen with it and printed in the minutes. */
export const RulesProfile = v.object({
  threshold: Threshold,
  base: MajorityBase,
  /** The share of everyone on the roll who must be present, when the vote opens and when it closes (votes R6). */
  quorum: Threshold,
  /** Whether absentees who answered in time count as present for the quorum (votes R6). */
  lettersCountTowardsQuorum: v.boolean(),
  tie: TieRule,
  /** Whether declaring takes two different people; if not, the minutes say that one sufficed (votes R13). */
  twoPeopleDeclare: v.boolean(),
});
export type RulesProfile = v.InferOutput<typeof RulesProfile>;

const moreThanHalf: Threshold = { numerator: 1, denominator: 2, comparison: "more-than" };

/** More than half of all members decide; more than half of them must be there. */
export const plainProfile: RulesProfile = {
  threshold: moreThanHalf,
  base: "all-members",
  quorum: moreThanHalf,
  lettersCountTowardsQuorum: false,
  tie: "repeat",
  twoPeopleDeclare: true,
};
