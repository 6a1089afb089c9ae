import * as v from "valibot";
import { canonical, Instant, type Stored, sha256, type World } from "../kit/index.ts";
import { type Member, membersOf, Network } from "../people/index.ts";
import { Stay } from "../vote/index.ts";
import { presenceOf, type Session, SessionMinutes } from "./records.ts";
import { staysUntil } from "./rules.ts";

const Attended = v.object({ name: v.string(), institution: v.optional(v.string()), stays: v.array(Stay) });

/** The minutes as they are approved and kept: names live in it, so that it stands when the records are gone (votes R17). */
export const MinutesDocument = v.object({
  version: v.literal(1),
  network: v.string(),
  session: v.object({
    id: v.string(),
    title: v.string(),
    place: v.string(),
    zone: v.string(),
    startsAt: Instant,
    beganAt: v.optional(Instant),
    closedAt: v.optional(Instant),
  }),
  recorder: v.string(),
  verifiers: v.array(v.string()),
  agenda: v.array(v.object({ title: v.string(), isVote: v.boolean(), note: v.optional(v.string()) })),
  /** What was noted beside the agenda. */
  other: v.optional(v.string()),
  present: v.array(Attended),
  absent: v.array(v.object({ name: v.string(), institution: v.optional(v.string()) })),
  /** Guests by name; those who entered their presence with their stays. */
  guests: v.array(v.object({ name: v.string(), stays: v.array(Stay) })),
  documents: v.array(v.object({ title: v.string(), url: v.optional(v.string()), hash: v.optional(v.string()) })),
  /** Corrections of those present and objections of verifiers, word for word, each with what the recorder answered. */
  remarks: v.array(
    v.object({
      kind: v.picklist(["correction", "objection"]),
      name: v.string(),
      words: v.string(),
      reply: v.optional(v.object({ accepted: v.boolean(), words: v.optional(v.string()) })),
    }),
  ),
});
export type MinutesDocument = v.InferOutput<typeof MinutesDocument>;

/** The notes and remarks of a session so far; none before the recorder has written. */
export async function minutesRecord(world: World, session: string): Promise<Stored<SessionMinutes> | undefined> {
  return world.table.get(SessionMinutes, { session });
}

/** The minutes made from the records as they are now, never typed (votes R18). */
export async function composeMinutes(
  world: World,
  session: Session,
  minutes: Pick<SessionMinutes, "notes" | "remarks"> | undefined,
): Promise<MinutesDocument> {
  const network = await world.table.get(Network, { id: session.network });
  if (!network) throw new Error(`no network ${session.network}`);
  const members = await membersOf(world.table, session.network);
  const presence = await presenceOf(world.table, session.id);
  const byId = new Map(members.map((member) => [member.id, member]));
  const order = new Intl.Collator(network.locale);
  const named = (member: string) => byId.get(member)?.name ?? "";
  const staysOf = (member: string) => attended(presence[member] ?? [], session);
  const came = members.filter(({ id }) => staysOf(id).length > 0).toSorted((a, b) => order.compare(a.name, b.name));
  const isGuest = ({ standing }: Member) => standing === "guest";
  const absent = members.filter(({ id, standing }) => standing === "active" && staysOf(id).length === 0);
  const guestStays = new Map(came.filter(isGuest).map(({ id, name }) => [name, staysOf(id)]));
  const { id, title, place, zone, startsAt, beganAt, closedAt } = session;
  const notes = minutes?.notes ?? {};
  return {
    version: 1,
    network: network.name,
    session: { id, title, place, zone, startsAt, ...(beganAt && { beganAt }), ...(closedAt && { closedAt }) },
    recorder: named(session.recorder),
    verifiers: session.verifiers.map(named),
    agenda: session.agenda.map(({ id: item, title: point, isVote }) => {
      const note = notes[item];
      return { title: point, isVote, ...(note && { note }) };
    }),
    ...(notes.other && { other: notes.other }),
    present: came
      .filter((member) => !isGuest(member))
      .map((member) => ({ ...nameOf(member), stays: staysOf(member.id) })),
    absent: absent.map(nameOf).toSorted((a, b) => order.compare(a.name, b.name)),
    guests: session.guests.map((name) => ({ name, stays: guestStays.get(name) ?? [] })),
    documents: session.documents.map((document) =>
      "url" in document ? { title: document.title, url: document.url } : { title: document.title, hash: document.hash },
    ),
    remarks: (minutes?.remarks ?? []).map(({ kind, member, words, reply }) => ({
      ...{ kind, name: named(member), words },
      ...(reply && { reply: { accepted: reply.accepted, ...(reply.words && { words: reply.words }) } }),
    })),
  };
}

const nameOf = ({ name, institution }: Member) => ({ name, ...(institution && { institution }) });

/** Her stays, up to the end of the meeting where it is over. */
export function attended(stays: readonly Stay[], { closedAt }: Pick<Session, "closedAt">): Stay[] {
  return closedAt === undefined ? [...stays] : staysUntil(stays, closedAt);
}

/** The minutes as they stand: what was put to approval, else made from the records now. `hash` once they were put to it. */
export type Minutes = {
  document: MinutesDocument;
  hash?: string | undefined;
  approved?: { at: Instant; by: string[] } | undefined;
};

export async function minutesOfSession(world: World, session: Session): Promise<Minutes> {
  const minutes = await minutesRecord(world, session.id);
  if (!minutes?.document || !isSettled(session)) return { document: await composeMinutes(world, session, minutes) };
  const members = new Map((await membersOf(world.table, session.network)).map(({ id, name }) => [id, name]));
  const { approved, hash } = minutes;
  return {
    ...{ document: readDocument(minutes.document), hash },
    ...(approved && { approved: { at: approved.at, by: approved.by.map((member) => members.get(member) ?? "") } }),
  };
}

/** While they are put to approval, and after it, the minutes are the stored document and nothing else. */
const isSettled = ({ stage }: Session) => stage === "approval" || stage === "approved";

function readDocument(text: string): MinutesDocument {
  return v.parse(MinutesDocument, JSON.parse(text));
}

/** The document as it is put to approval: its canonical bytes, and the hash that is approved (asks 12). */
export function sealedDocument(document: MinutesDocument): { document: string; hash: string } {
  const text = canonical(document);
  return { document: text, hash: sha256(text) };
}
