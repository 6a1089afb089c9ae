import * as v from "valibot";
import { defineRecord, Instant, type Stored, type Table } from "../kit/index.ts";
import { type Presence, Stay } from "../vote/index.ts";

/** One point of the agenda; where it is put to the vote, the vote's id. */
export const AgendaItem = v.object({ id: v.string(), title: v.string(), vote: v.optional(v.string()) });
export type AgendaItem = v.InferOutput<typeof AgendaItem>;

/** One meeting: who records it, who verifies it, where it stands. Presence is kept apart, one record a member. */
export const Session = defineRecord({
  kind: "session",
  schema: v.object({
    id: v.string(),
    network: v.string(),
    title: v.string(),
    startsAt: Instant,
    place: v.string(),
    zone: v.string(),
    recorder: v.string(),
    verifiers: v.array(v.string()),
    agenda: v.array(AgendaItem),
    /** Guests are named in the minutes and have no vote. */
    guests: v.array(v.string()),
    state: v.picklist(["planned", "open", "closed"]),
    openedAt: v.optional(Instant),
    closedAt: v.optional(Instant),
    /** The vote that is open now; one at a time. */
    openVote: v.optional(v.object({ election: v.string(), number: v.number() })),
    /** The elections that meet here and wait for its close. */
    elections: v.array(v.string()),
  }),
  key: ({ id }: { id: string }) => ({ pk: `session#${id}`, sk: "session" }),
  indexes: ({ id, network, startsAt }) => ({ lookup: { pk: `sessions#${network}`, sk: `${startsAt}#${id}` } }),
});
export type Session = v.InferOutput<typeof Session.schema>;

/** When one member was there. */
export const MemberPresence = defineRecord({
  kind: "member-presence",
  schema: v.object({ session: v.string(), member: v.string(), stays: v.array(Stay) }),
  key: ({ session, member }: { session: string; member: string }) => ({
    pk: `session#${session}`,
    sk: `presence#${member}`,
  }),
});
export type MemberPresence = v.InferOutput<typeof MemberPresence.schema>;

/** The stays of everybody who came, by member. */
export async function presenceOf(table: Table, session: string): Promise<Presence> {
  const presence: Presence = {};
  let after: string | undefined;
  do {
    const page = await table.list(MemberPresence, `session#${session}`, {
      prefix: "presence#",
      ...(after && { after }),
    });
    for (const { member, stays } of page.items) presence[member] = stays;
    after = page.next;
  } while (after);
  return presence;
}

/** A network's sessions, the next or last one first. */
export async function sessionsOf(table: Table, network: string): Promise<Stored<Session>[]> {
  const sessions = await table.find(Session, "lookup", `sessions#${network}`);
  return sessions.toReversed();
}
