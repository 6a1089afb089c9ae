import * as v from "valibot";
import { canonical, sha256 } from "../kit/index.ts";
import { plainProfile, type RulesProfile } from "./profile.ts";
import type { Threshold } from "./threshold.ts";

/** What a vote is about: to each its own rules. */
export const VoteKind = v.picklist(["elect", "adopt"]);
export type VoteKind = v.InferOutput<typeof VoteKind>;

/** The fingerprint of a profile: SHA-256, in hex, of its canonical JSON. The same rules have the same one, wherever they are set. */
export function profileHash(profile: RulesProfile): string {
  return sha256(canonical(profile));
}

/** Rules to start from. */
export const ReadyProfile = v.picklist(["plain", "serbian-association", "lithuanian-team", "polish-network"]);
export type ReadyProfile = v.InferOutput<typeof ReadyProfile>;

const atLeastHalf: Threshold = { numerator: 1, denominator: 2, comparison: "at-least" };

/**
 * Statutes of associations in Serbia mostly say that the assembly decides by a majority of those present, when more than half of
 * the members are there (votes R2); who is present and abstains is then as good as against.
 */
const serbianAssociation: RulesProfile = { ...plainProfile, base: "present" };

/**
 * Associations and teams in Lithuania mostly have it that a decision is taken when more members are for it than against, those who
 * abstain being left out, and that the chair's vote decides a tie. A municipal team decides by letter as often as it meets, so
 * letters make its quorum too.
 */
const lithuanianTeam: RulesProfile = {
  ...plainProfile,
  base: "for-and-against",
  lettersCountTowardsQuorum: true,
  tie: { kind: "chair" },
};

/**
 * Polish rules of procedure tell two majorities apart, both with at least half of the members there. A text is adopted by the
 * ordinary one (zwykła większość): more for than against. A person is elected by the absolute one (bezwzględna większość): more
 * than half of the votes cast, abstentions included, with a second round where votes are equal.
 */
const polishAdoption: RulesProfile = { ...plainProfile, base: "for-and-against", quorum: atLeastHalf };
const polishElection: RulesProfile = { ...polishAdoption, base: "cast", tie: { kind: "run-off" } };

/** The ready rules, for each kind of vote. What no statute says is plain: more than half of everybody on the roll. */
export const readyProfiles: Readonly<Record<ReadyProfile, Readonly<Record<VoteKind, RulesProfile>>>> = {
  plain: { elect: plainProfile, adopt: plainProfile },
  "serbian-association": { elect: serbianAssociation, adopt: serbianAssociation },
  "lithuanian-team": { elect: lithuanianTeam, adopt: lithuanianTeam },
  "polish-network": { elect: polishElection, adopt: polishAdoption },
};

/** The ready rules that a profile is, word for word; undefined when it is none of them. */
export function readyNamed(kind: VoteKind, profile: RulesProfile): ReadyProfile | undefined {
  const hash = profileHash(profile);
  return ReadyProfile.options.find((name) => profileHash(readyProfiles[name][kind]) === hash);
}
