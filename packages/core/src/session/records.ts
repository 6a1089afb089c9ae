import * as v from "valibot";
import { emptyJournal } from "../journal/index.ts";
import { defineRecord, Instant, listAll, type Stored, type Table, type World } from "../kit/index.ts";
import { openIndex, openPartition, processRow, readRow } from "../process/index.ts";
import { type Presence, Stay, VotedText } from "../vote/index.ts";
import { heldBy } from "./rules.ts";

/** One point of the agenda; whether it is put to a vote. */
export const AgendaItem = v.object({ id: v.string(), title: v.string(), isVote: v.optional(v.boolean(), false) });
export type AgendaItem = v.InferOutput<typeof AgendaItem>;

/** What is to be read before the meeting: somewhere else, or a text that is kept here under its own number, with its hash. */
export const SessionDocument = v.union([
  v.object({ title: v.string(), url: v.string() }),
  v.object({ title: v.string(), text: v.number(), hash: v.string() }),
]);
export type SessionDocument = v.InferOutput<typeof SessionDocument>;

/** The steps that ask people, in the order they happen, each with its deadline. */
export const AskingStep = v.picklist(["invitation", "draft", "corrections", "replies", "approval"]);
export type AskingStep = v.InferOutput<typeof AskingStep>;

/** Where a session stands; each is a step of `process.ts` at which `Resume` can take it up again. */
export const Stage = v.picklist([
  "invitation",
  "meeting",
  "held",
  "draft",
  "corrections",
  "replies",
  "approval",
  "approved",
  "cancelled",
]);
export type Stage = v.InferOutput<typeof Stage>;

/** The meeting itself, whatever its process does. */
export const Meeting = v.picklist(["planned", "open", "closed", "cancelled"]);
export type Meeting = v.InferOutput<typeof Meeting>;

/** The process's row: what was planned, how the meeting stands, and how far the process has come. Presence is kept apart. */
export const Session = defineRecord({
  kind: "session",
  version: 2,
  schema: v.object({
    ...processRow,
    stage: Stage,
    meeting: Meeting,
    startsAt: Instant,
    /** When it is expected to end. */
    endsAt: v.optional(Instant),
    place: v.string(),
    recorder: v.string(),
    verifiers: v.array(v.string()),
    agenda: v.array(AgendaItem),
    /** Guests are named in the minutes and have no vote. */
    guests: v.array(v.string()),
    /** Those of the guests who have an address and are invited too: places of standing `guest`. */
    guestMembers: v.optional(v.array(v.string()), []),
    documents: v.optional(v.array(SessionDocument), []),
    /** Until when each step waits; when it passes the step lapses as `process.ts` says. Without `invitation` nobody is invited. */
    deadlines: v.object({
      invitation: v.optional(Instant),
      meeting: Instant,
      draft: v.optional(Instant),
      corrections: v.optional(Instant),
      replies: v.optional(Instant),
      approval: v.optional(Instant),
    }),
    /** How often each step was begun. */
    turns: v.optional(
      v.object({
        invitation: v.optional(v.number()),
        draft: v.optional(v.number()),
        corrections: v.optional(v.number()),
        replies: v.optional(v.number()),
        approval: v.optional(v.number()),
      }),
      {},
    ),
    /** For how many days those present may ask for corrections of the minutes; without it the session ends with the meeting. */
    correctionDays: v.optional(v.number()),
    /** How often time or place were changed: the sequence of its calendar entry. */
    sequence: v.optional(v.number(), 0),
    /** Up to which sequence everybody who was invited has been told. */
    told: v.optional(v.number(), 0),
    cancellation: v.optional(v.object({ reason: v.string(), by: v.string(), at: Instant })),
    /** When the meeting was opened. */
    beganAt: v.optional(Instant),
    /** When it ended, which may be before its close was entered. */
    closedAt: v.optional(Instant),
    /** Of what that is overdue the recorder has been told. */
    overdue: v.optional(v.picklist(["unopened", "unclosed"])),
    /** The vote that is open now; one at a time. */
    openVote: v.optional(v.object({ election: v.string(), number: v.number() })),
    /** The elections that meet here and wait for its close. */
    elections: v.array(v.string()),
  }),
  key: ({ id }: { id: string }) => ({ pk: `session#${id}`, sk: "session" }),
  indexes: ({ id, network, startsAt, state }) => ({
    lookup: { pk: `sessions#${network}`, sk: `${startsAt}#${id}` },
    ...openIndex("session", { id, state }),
  }),
  upgrades: { 1: asProcess },
});
export type Session = v.InferOutput<typeof Session.schema>;

const First = v.looseObject({
  state: v.picklist(["planned", "open", "closed"]),
  startsAt: Instant,
  openedAt: v.optional(Instant),
  recorder: v.string(),
});

/** A session of the time when it was no process: what was closed has ended, the rest goes on to its meeting. */
function asProcess(old: Record<string, unknown>): Record<string, unknown> {
  const { state: meeting, openedAt: beganAt, ...rest } = v.parse(First, old);
  const { startsAt, recorder: opener } = rest;
  const isOver = meeting === "closed";
  return {
    ...{ ...rest, meeting, opener, ...(beganAt && { beganAt }) },
    ...{ state: isOver ? "ended" : "running", stage: isOver ? "held" : "meeting", execution: 1 },
    ...{ openedAt: beganAt ?? startsAt, journal: emptyJournal, deadlines: { meeting: heldBy(startsAt) } },
  };
}

/** The text of one document, as it was put to the members. */
export const SessionText = defineRecord({
  kind: "session-text",
  schema: v.object({ session: v.string(), number: v.number(), text: VotedText }),
  key: ({ session, number }: { session: string; number: number }) => ({
    pk: `session#${session}`,
    sk: `text#${String(number).padStart(3, "0")}`,
  }),
});
export type SessionText = v.InferOutput<typeof SessionText.schema>;

/** What somebody present wants corrected, or why a verifier returned the minutes, with what the recorder answered. */
export const Remark = v.object({
  id: v.string(),
  kind: v.picklist(["correction", "objection"]),
  member: v.string(),
  words: v.string(),
  at: Instant,
  reply: v.optional(v.object({ accepted: v.boolean(), words: v.optional(v.string()), at: Instant })),
});
export type Remark = v.InferOutput<typeof Remark>;

/** The minutes on their way: notes by item of the agenda, remarks, and the document once it was put to approval. */
export const SessionMinutes = defineRecord({
  kind: "session-minutes",
  schema: v.object({
    session: v.string(),
    /** By the item's id; `other` is what was noted beside the agenda. */
    notes: v.record(v.string(), v.string()),
    remarks: v.array(Remark),
    /** Canonical JSON, of which `hash` was taken. */
    document: v.optional(v.string()),
    hash: v.optional(v.string()),
    approved: v.optional(v.object({ at: Instant, by: v.array(v.string()) })),
  }),
  key: ({ session }: { session: string }) => ({ pk: `session#${session}`, sk: "minutes" }),
  texts: ["notes", "remarks"],
});
export type SessionMinutes = v.InferOutput<typeof SessionMinutes.schema>;

/** When one member was there. */
export const MemberPresence = defineRecord({
  kind: "member-presence",
  schema: v.object({
    session: v.string(),
    member: v.string(),
    stays: v.array(Stay),
    /** Each entry as it was made: by the recorder, or by the member herself. */
    entered: v.optional(v.array(v.object({ at: Instant, there: v.boolean(), by: v.string() })), []),
  }),
  key: ({ session, member }: { session: string; member: string }) => ({
    pk: `session#${session}`,
    sk: `presence#${member}`,
  }),
});
export type MemberPresence = v.InferOutput<typeof MemberPresence.schema>;

/** The session; refuses `not-found`. */
export function readSession(world: World, id: string): Promise<Stored<Session>> {
  return readRow(world, Session, id);
}

/** The texts among its documents, in their order. */
export async function textsOf(table: Table, session: string): Promise<Stored<SessionText>[]> {
  return (await table.list(SessionText, `session#${session}`, { prefix: "text#" })).items;
}

/** The stays of everybody who came, by member. */
export async function presenceOf(table: Table, session: string): Promise<Presence> {
  const found = await listAll(table, MemberPresence, `session#${session}`, "presence#");
  return Object.fromEntries(found.map(({ member, stays }) => [member, stays]));
}

/** A network's sessions, the next or last one first. */
export async function sessionsOf(table: Table, network: string): Promise<Stored<Session>[]> {
  const sessions = await table.find(Session, "lookup", `sessions#${network}`);
  return sessions.toReversed();
}

/** The sessions that have not ended, of every network: for the sweep. */
export function openSessions(table: Table): Promise<Stored<Session>[]> {
  return table.find(Session, "open", openPartition("session"));
}
