import type { Outcome } from "./outcome.ts";
import type { RulesProfile } from "./profile.ts";
import type { Vote } from "./vote.ts";

/** What became of a nominee's own ask when its deadline passed. */
type Nominee = { member: string; state: "pending" | "accepted" | "declined" | "silent" | "withdrawn" };

/**
 * The members on the ballot, each once, in the order given: who accepted, and who was silent at the deadline only where the
 * profile says that silence stands (votes R12). Who declined or withdrew never is.
 */
export function ballotOf(
  nominees: readonly Nominee[],
  { silentNominee }: Pick<RulesProfile, "silentNominee">,
): string[] {
  const stands = ({ state }: Nominee) => state === "accepted" || (state === "silent" && silentNominee === "stands");
  return [...new Set(nominees.filter(stands).map(({ member }) => member))];
}

/** Members who were elected in more than one vote, with those votes: each chooses one, the others are repeated (votes R12). */
export function electedTwice(
  votes: readonly { vote: Vote; outcome: Outcome }[],
): { member: string; votes: string[] }[] {
  const offices = new Map<string, string[]>();
  for (const { vote, outcome } of votes) {
    if (vote.kind !== "elect" || (outcome.kind !== "declared" && outcome.kind !== "tied")) continue;
    for (const { id, member } of vote.candidates) {
      if (outcome.elected.includes(id)) offices.set(member, [...(offices.get(member) ?? []), vote.id]);
    }
  }
  return [...offices].flatMap(([member, of]) => (of.length > 1 ? [{ member, votes: of }] : []));
}

/** Who may act for the coordinator in a vote: one of `people`, the first of them before the others; or two of `people` together. */
export type Impartial = { kind: "one"; people: string[] } | { kind: "two"; people: string[] } | { kind: "nobody" };

/**
 * Who may act in a vote in which these members stand (votes R13). `people`: the coordinator, the deputy, and the named
 * substitutes, in the order in which they take over; who stands may not act, the next one does. Nobody of them left: two others
 * on the `roll` who do not stand, together. Where not even two are left, nobody may, and the vote cannot be held.
 */
export function impartial(of: {
  people: readonly string[];
  roll: readonly string[];
  candidates: readonly string[];
}): Impartial {
  const notStanding = (members: readonly string[]) =>
    [...new Set(members)].filter((one) => !of.candidates.includes(one));
  const people = notStanding(of.people);
  if (people.length > 0) return { kind: "one", people };
  const others = notStanding(of.roll);
  return others.length >= 2 ? { kind: "two", people: others } : { kind: "nobody" };
}

/**
 * The outcome without those who were elected and do not take the office: their seats are vacant, nobody moves up (votes R12). The
 * same outcome where none of them was elected, as with a text.
 */
export function withoutElected(outcome: Outcome, without: readonly string[]): Outcome {
  if (outcome.kind !== "declared" && outcome.kind !== "tied") return outcome;
  const elected = outcome.elected.filter((id) => !without.includes(id));
  if (elected.length === outcome.elected.length) return outcome;
  const vacant = outcome.vacant + outcome.elected.length - elected.length;
  if (outcome.kind === "tied" || elected.length > 0) return { ...outcome, elected, vacant };
  const { tally, each, quorum } = outcome;
  return { kind: "not-elected", reason: "given-up", tally, each, quorum };
}
