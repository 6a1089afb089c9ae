import * as v from "valibot";
import { RulesProfile } from "./profile.ts";
import { VotedText } from "./text.ts";

/**
 * How absentees take part, chosen and frozen before the session: not at all, or they are asked to confirm its result
 * (votes, part 1).
 */
export const AbsenteeMode = v.picklist(["none", "ratified"]);
export type AbsenteeMode = v.InferOutput<typeof AbsenteeMode>;

/** A member who stands for the position. The candidate's id is what figures and outcomes name. */
export const Candidate = v.object({ id: v.string(), member: v.string() });
export type Candidate = v.InferOutput<typeof Candidate>;

const Candidates = v.pipe(
  v.array(Candidate),
  v.check((candidates) => isOnceEach(candidates.map(({ id }) => id)), "two candidates with one id"),
  v.check((candidates) => isOnceEach(candidates.map(({ member }) => member)), "a member stands twice"),
);

const question = {
  id: v.string(),
  title: v.pipe(v.string(), v.nonEmpty()),
  profile: RulesProfile,
  mode: AbsenteeMode,
  method: v.literal("hands"),
};

/** Fills one seat. With one candidate hands go up for, against or abstaining; with several, for one of them or abstaining. */
export const ElectVote = v.object({
  ...question,
  kind: v.literal("elect"),
  /** The office, such as "president"; the words people read are in the title. */
  position: v.optional(v.string()),
  /** In the order they were named; nothing is decided by it (votes R11). Empty until somebody stands. */
  candidates: Candidates,
});
export type ElectVote = v.InferOutput<typeof ElectVote>;

/** Adopts a text or does not: for, against, abstaining. */
export const AdoptVote = v.object({ ...question, kind: v.literal("adopt"), text: VotedText });
export type AdoptVote = v.InferOutput<typeof AdoptVote>;

/** One question of an election, with the rules it is held under. */
export const Vote = v.variant("kind", [ElectVote, AdoptVote]);
export type Vote = v.InferOutput<typeof Vote>;

function isOnceEach(ids: string[]): boolean {
  return new Set(ids).size === ids.length;
}
