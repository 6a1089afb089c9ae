import * as v from "valibot";
import type { Answer } from "../ask/index.ts";
import { defineRecord, Instant, listAll, type Stored, type Table } from "../kit/index.ts";
import { ballotOf } from "../vote/index.ts";
import type { ElectionVote } from "./records.ts";

/**
 * Where a nomination stands. Only who accepted is on the ballot: silence at the deadline is not acceptance (votes R12).
 * `withdrawn`: accepted first, and stood down before the vote.
 */
export const NominationState = v.picklist(["pending", "accepted", "declined", "silent", "withdrawn"]);
export type NominationState = v.InferOutput<typeof NominationState>;

/** A member proposed for the office of one vote: by whom, and what she says to it. */
export const Nomination = defineRecord({
  kind: "nomination",
  schema: v.object({
    election: v.string(),
    vote: v.string(),
    member: v.string(),
    /** The members who proposed her, in the order they did. */
    by: v.array(v.string()),
    /** When she was first proposed. */
    at: Instant,
    state: NominationState,
    /** What she says to the members, in her own words. */
    statement: v.optional(v.string()),
  }),
  key: ({ election, vote, member }: { election: string; vote: string; member: string }) => ({
    pk: `election#${election}`,
    sk: `nomination#${vote}#${member}`,
  }),
});
export type Nomination = v.InferOutput<typeof Nomination.schema>;

/** What is chosen by somebody who proposes nobody. */
export const NOBODY = "nobody";

/** Every nomination of an election, whatever became of it, in the order they were made. */
export async function nominationsOf(table: Table, election: string): Promise<Stored<Nomination>[]> {
  const nominations = await listAll(table, Nomination, `election#${election}`, "nomination#");
  const order = ({ at, vote, member }: Nomination) => `${at} ${vote} ${member}`;
  return nominations.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The nominations that these proposals make: one for each vote and nominee, however many proposed her. */
export function nominationsIn(
  votes: readonly Pick<ElectionVote, "election" | "id">[],
  proposals: readonly (Pick<Answer, "content" | "at"> & { member: string })[],
  roll: readonly string[],
): Nomination[] {
  const made = new Map<string, Nomination>();
  for (const { member: by, content, at } of proposals.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    for (const { election, id: vote } of votes) {
      for (const member of [content[vote]].flat()) {
        if (typeof member !== "string" || !roll.includes(member)) continue;
        const known = made.get(`${vote} ${member}`);
        const proposed = known ?? { election, vote, member, by: [], at, state: "pending" as const };
        made.set(`${vote} ${member}`, { ...proposed, by: [...proposed.by, by] });
      }
    }
  }
  return [...made.values()];
}

const Reply = v.picklist(["accept", "decline"]);

/** The nomination after its nominee's answer, or after a deadline that passed without one (votes R12). */
export function repliedTo(nomination: Nomination, content: Answer["content"] | undefined): Nomination {
  const reply = v.safeParse(Reply, content?.[nomination.vote]);
  if (!reply.success) return { ...nomination, state: "silent" };
  if (reply.output === "decline") return { ...nomination, state: "declined" };
  const statement = content?.[statementOf(nomination.vote)];
  const words = typeof statement === "string" && statement !== "" ? { statement } : {};
  return { ...nomination, ...words, state: "accepted" };
}

/** The field of the nominee's statement for a vote. */
export function statementOf(vote: string): string {
  return `${vote}-statement`;
}

/** Who stands in a vote, in the order they were first proposed; nothing is decided by it. */
export function standingIn(
  nominations: readonly Nomination[],
  { id, vote }: Pick<ElectionVote, "id" | "vote">,
): string[] {
  return ballotOf(
    nominations.filter((one) => one.vote === id),
    vote.profile,
  );
}

/** What those who stand in a vote say to the members, each by her name. */
export function statementsIn(
  nominations: readonly Nomination[],
  of: Pick<ElectionVote, "id" | "vote">,
  nameOf: (member: string) => string,
): { name: string; words: string }[] {
  const candidates = of.vote.kind === "elect" ? of.vote.candidates.map(({ member }) => member) : [];
  return candidates.flatMap((member) => {
    const own = nominations.find((one) => one.vote === of.id && one.member === member);
    return own?.statement ? [{ name: nameOf(member), words: own.statement }] : [];
  });
}
