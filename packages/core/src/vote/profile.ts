import * as v from "valibot";
import { Instant } from "../kit/index.ts";
import { Threshold } from "./threshold.ts";

/**
 * Of what a majority is taken (votes R2): the votes for and against; all votes cast, abstentions included; the members
 * present; everyone on the roll. In `ratified` and `combined` the absentees' answers in time belong to each of the first three
 * too.
 */
export const MajorityBase = v.picklist(["for-and-against", "cast", "present", "all-members"]);
export type MajorityBase = v.InferOutput<typeof MajorityBase>;

/**
 * What follows a tie at the seat boundary, settled before the count (votes R11): the tied alone stand again; the vote is put
 * again; whoever presides decides; or a lot, drawn from a public value that nobody can know when the profile is frozen.
 */
export const TieRule = v.variant("kind", [
  v.object({ kind: v.literal("run-off") }),
  v.object({ kind: v.literal("repeat") }),
  v.object({ kind: v.literal("chair") }),
  v.object({
    kind: v.literal("lot"),
    /** Where the value is published, such as a national lottery's draw. */
    source: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
    /**
     * The first value that is published after this moment counts. A network's rules leave it open; an election sets it before
     * it opens.
     */
    at: v.optional(Instant),
  }),
]);
export type TieRule = v.InferOutput<typeof TieRule>;

/** The rules that one vote is held under: frozen with it and printed in the minutes. */
export const RulesProfile = v.object({
  threshold: Threshold,
  base: MajorityBase,
  /** The share of everyone on the roll who must be present, when the vote opens and when it closes (votes R6). */
  quorum: Threshold,
  /** Whether absentees who answered in time count as present for the quorum (votes R6). */
  lettersCountTowardsQuorum: v.boolean(),
  /** The candidate whom it names takes the seat also where the tied had too few votes for the threshold: 9 : 9 is no majority. */
  tie: TieRule,
  /** Whether a nominee who has not answered by the deadline stands; otherwise she is not on the ballot (votes R12). */
  silentNominee: v.picklist(["out", "stands"]),
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
  tie: { kind: "repeat" },
  silentNominee: "out",
  twoPeopleDeclare: true,
};
