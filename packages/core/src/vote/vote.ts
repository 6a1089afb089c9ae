import * as v from "valibot";
import { LocalDate } from "../i18n/index.ts";
import { RulesProfile } from "./profile.ts";
import { VotedText } from "./text.ts";

/**
 * How absentees take part, chosen and frozen before the session (votes, part 1): not at all; they are asked whether they agree
 * with its result, which stands whatever they say (`informed`); they are asked to confirm it, and it stands only with them
 * (`ratified`); they get the vote itself (`combined`).
 */
export const AbsenteeMode = v.picklist(["none", "informed", "ratified", "combined"]);
export type AbsenteeMode = v.InferOutput<typeof AbsenteeMode>;

/**
 * How votes are given: by show of hands in a session; or by named forms alone, without a session: everyone on the roll gets the
 * vote itself by letter.
 */
export const Method = v.picklist(["hands", "form"]);
export type Method = v.InferOutput<typeof Method>;

/**
 * What is asked about the candidates: for which of them (as many as there are seats), or yes, no or abstaining on each by
 * herself (votes R16).
 */
export const BallotKind = v.picklist(["plurality", "approval"]);
export type BallotKind = v.InferOutput<typeof BallotKind>;

/** A member who stands for the position. The candidate's id is what figures and outcomes name. */
export const Candidate = v.object({ id: v.string(), member: v.string() });
export type Candidate = v.InferOutput<typeof Candidate>;

const Candidates = v.pipe(
  v.array(Candidate),
  v.check((candidates) => isOnceEach(candidates.map(({ id }) => id)), "two candidates with one id"),
  v.check((candidates) => isOnceEach(candidates.map(({ member }) => member)), "a member stands twice"),
);

/** How many are elected to the position: at least one. */
export const Seats = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/**
 * The office that is filled, kept with the network. Its mandate begins on the day of the declaration and lasts as long as the
 * office says, where nothing else was set.
 */
export const OfficeToFill = v.object({
  id: v.string(),
  from: v.optional(LocalDate),
  until: v.optional(LocalDate),
});
export type OfficeToFill = v.InferOutput<typeof OfficeToFill>;

const question = {
  id: v.string(),
  title: v.pipe(v.string(), v.nonEmpty()),
  profile: RulesProfile,
  mode: AbsenteeMode,
  method: Method,
};

/**
 * Fills one seat or several. With one seat and one candidate a vote is for, against or abstaining; with several candidates it
 * is for as many of them as there are seats, or abstaining; by approval it says yes, no or abstaining on each.
 */
export const ElectVote = v.object({
  ...question,
  kind: v.literal("elect"),
  /** None where it fills nothing that the network keeps; the words people read are in the title. */
  office: v.optional(OfficeToFill),
  seats: Seats,
  ballot: BallotKind,
  /** In the order they were named; nothing is decided by it (votes R11). Empty until somebody stands. */
  candidates: Candidates,
});
export type ElectVote = v.InferOutput<typeof ElectVote>;

/** Adopts a text or does not: for, against, abstaining. */
export const AdoptVote = v.object({ ...question, kind: v.literal("adopt"), text: VotedText });
export type AdoptVote = v.InferOutput<typeof AdoptVote>;

/** One question of an election, with the rules it is held under. All by letter it is `combined`: there is no result to confirm. */
export const Vote = v.pipe(
  v.variant("kind", [ElectVote, AdoptVote]),
  v.check(({ method, mode }) => method === "hands" || mode === "combined", "all by letter, with a session's result"),
);
export type Vote = v.InferOutput<typeof Vote>;

function isOnceEach(ids: string[]): boolean {
  return new Set(ids).size === ids.length;
}
