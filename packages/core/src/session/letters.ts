import { type AboutAsk, aboutAsk, askEnvelope, askUrl, envelopeOf, type Skip } from "../ask/index.ts";
import { message, onMoment, type Text, textIn } from "../i18n/index.ts";
import { readableHash } from "../journal/index.ts";
import { type Attachment, type Instant, Link, linkToken, type World } from "../kit/index.ts";
import type { AskEnvelope, CommonLetters, Envelope, Letter } from "../letter/index.ts";
import { Member, Person } from "../people/index.ts";
import { calendarText } from "./calendar.ts";
import { agendaLine } from "./forms.ts";
import { minutesRecord } from "./minutes.ts";
import { readSession, type Session, type SessionDocument } from "./records.ts";
import { type Overdue, overdueFrom } from "./rules.ts";

/** When and where, as a letter says it. */
export type MeetingFacts = { title: string; startsAt: Instant; zone: string; place: string };

/** A letter that asks about the minutes of a meeting. */
type AboutMinutes = AskEnvelope & { meeting: MeetingFacts };

/** A letter that tells what has become of a meeting; its link opens the session's page. */
type Told = Envelope & { process: string; meeting: MeetingFacts; url: string; journal: string };

/** The session's letters: who gets each, and what is put into it when it is rendered. */
export type SessionLetters = {
  /** Every active member and every guest with an address: will you come? With an entry for the calendar. */
  "session.invitation": AskEnvelope & {
    meeting: MeetingFacts;
    agenda: Text[];
    documents: SessionDocument[];
    isGuest: boolean;
  };
  /** Everybody who was invited: it is at another time or place. With the changed entry. */
  "session.moved": Told;
  /** Everybody who was invited: it will not be held. With an entry that takes the other one out. */
  "session.cancelled": Told & { reason: string };
  /** The recorder, after the meeting: what was said and decided? */
  "session.draft": AboutMinutes;
  /** Every member who was present: are the minutes right? */
  "session.corrections": AboutMinutes;
  /** The recorder: answer each correction or objection. */
  "session.replies": AboutMinutes;
  /** The verifiers: approve the minutes, or return them. */
  "session.approval": AboutMinutes;
  /** Who asked for a correction, or objected: what the recorder has answered. */
  "session.reply": Envelope & {
    process: string;
    words: string;
    isAccepted: boolean;
    reply?: string | undefined;
    url: string;
    journal: string;
  };
  /** Every active member: the minutes are approved, and where they are. */
  "session.minutes": Envelope & { process: string; hash: string; url: string; journal: string };
  /** Who may open and close it, the recorder and the coordinator: it was not opened, or not closed. */
  "session.overdue": Told & { what: Overdue };
  /** The coordinator: the session has stopped and waits for an act of hers. */
  "session.parked": Envelope & { process: string; reason: Text; url: string; journal: string };
};

type AllProps = SessionLetters & Pick<CommonLetters, "ask.undelivered">;

/** A letter with the address it goes to, the one that answers reach, and what is attached to it. */
type Addressed<K extends string, P> = {
  kind: K;
  props: P;
  address: string;
  replyTo?: string | undefined;
  attachments?: Attachment[];
};

type SessionLetter = { [K in keyof AllProps]: Addressed<K, AllProps[K]> }[keyof AllProps];

/** Puts names, addresses and links into a letter of a session; undefined for one of another process, or of another kind. */
export async function sessionLetter(
  world: World,
  letter: Letter,
): Promise<SessionLetter | AboutAsk | Skip | undefined> {
  if (!letter.process.startsWith("ses_")) return undefined;
  switch (letter.kind) {
    case "session.invitation":
      return invitationLetter(world, letter);
    case "session.draft":
    case "session.corrections":
    case "session.replies":
    case "session.approval": {
      const session = await readSession(world, letter.process);
      const asked = await askEnvelope(world, letter, { title: session.title, journal: headOf(session) });
      if ("skip" in asked) return asked;
      const { props, address } = asked;
      const replyTo = props.asker.address;
      return { kind: letter.kind, address, replyTo, props: { ...props, meeting: meetingFacts(session) } };
    }
    case "session.reply":
      return replyLetter(world, letter);
    case "session.minutes":
      return minutesLetter(world, letter);
    case "session.moved":
    case "session.cancelled":
      return toldLetter(world, letter, letter.kind);
    case "session.overdue":
      return overdueLetter(world, letter);
    case "session.parked":
      return parkedLetter(world, letter);
    case "ask.undelivered":
      return undeliveredLetter(world, letter);
    default:
      return aboutAsk(world, letter, headOf(await readSession(world, letter.process)));
  }
}

async function invitationLetter(world: World, letter: Letter): Promise<SessionLetter | Skip> {
  const session = await readSession(world, letter.process);
  const asked = await askEnvelope(world, letter, { title: session.title, journal: headOf(session) });
  if ("skip" in asked) return asked;
  const { props, address, ask } = asked;
  const { agenda, documents } = session;
  const isGuest = session.guestMembers.includes(ask.member);
  const facts = { meeting: meetingFacts(session), agenda: agenda.map(agendaLine), documents, isGuest };
  return {
    ...{ kind: "session.invitation", address, replyTo: props.asker.address, props: { ...props, ...facts } },
    // A reminder of somebody who has the entry already brings no second one.
    ...(props.turn !== "reminder" && { attachments: [await calendarEntry(world, session, letter, props, address)] }),
  };
}

const meetingFacts = ({ title, startsAt, zone, place }: Session): MeetingFacts => ({ title, startsAt, zone, place });

async function toldLetter(
  world: World,
  letter: Letter,
  kind: "session.moved" | "session.cancelled",
): Promise<SessionLetter | Skip> {
  const session = await readSession(world, letter.process);
  // Moved again meanwhile: the letter about that says where it is.
  if (letter.version !== String(session.sequence)) return { skip: "changed-again" };
  const { envelope, address } = await envelopeOf(world, letter);
  const link = letter.link && (await world.table.get(Link, { id: letter.link }));
  if (!link) throw new Error(`the letter ${letter.id} has no link`);
  const told = {
    ...{ ...envelope, process: session.title, meeting: meetingFacts(session) },
    ...{ url: `${askUrl(world, link)}/session`, journal: headOf(session) },
  };
  const attachments = [await calendarEntry(world, session, letter, told, address)];
  return kind === "session.moved"
    ? { kind, address, props: told, attachments }
    : { kind, address, props: { ...told, reason: session.cancellation?.reason ?? "" }, attachments };
}

/** The meeting as her calendar takes it; its id stays, so that what she has is replaced. */
async function calendarEntry(
  world: World,
  session: Session,
  letter: Letter,
  { locale, to, url }: Envelope & { url: string },
  address: string,
): Promise<Attachment> {
  const { id, sequence, startsAt, endsAt, title, place, zone } = session;
  const organizer = await world.table.get(Member, { network: session.network, id: session.opener });
  const person = organizer && (await world.table.get(Person, { id: organizer.person }));
  const agenda = session.agenda.map((item, index) => textIn(locale, agendaLine(item, index)));
  const method = session.meeting === "cancelled" ? "CANCEL" : "REQUEST";
  return {
    filename: "session.ics",
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: calendarText({
      ...{ method, uid: `${id}@quorate`, sequence, stamp: letter.writtenAt, startsAt, endsAt, title, place },
      description: [onMoment(locale, startsAt, zone), ...agenda, url].join("\n"),
      organizer: { name: organizer?.name ?? "", address: person?.address ?? "" },
      attendee: { name: to.name, address },
    }),
  };
}

/** What every letter with a link to the minutes is made from. */
async function aboutMinutes(world: World, letter: Letter, session: Session) {
  const { envelope, address } = await envelopeOf(world, letter);
  const link = letter.link && (await world.table.get(Link, { id: letter.link }));
  if (!link) throw new Error(`the letter ${letter.id} has no link`);
  const url = `${world.url}/minutes/${linkToken(world.keys, link)}`;
  return { address, props: { ...envelope, process: session.title, url, journal: headOf(session) } };
}

async function replyLetter(world: World, letter: Letter): Promise<SessionLetter> {
  const session = await readSession(world, letter.process);
  const { address, props } = await aboutMinutes(world, letter, session);
  const remark = (await minutesRecord(world, session.id))?.remarks.find(({ id }) => id === letter.version);
  if (!remark?.reply) throw new Error(`the letter ${letter.id} answers nothing`);
  const { words, reply } = remark;
  return {
    ...{ kind: "session.reply", address },
    props: { ...props, words, isAccepted: reply.accepted, ...(reply.words && { reply: reply.words }) },
  };
}

async function minutesLetter(world: World, letter: Letter): Promise<SessionLetter> {
  const session = await readSession(world, letter.process);
  const { address, props } = await aboutMinutes(world, letter, session);
  const { hash = "" } = (await minutesRecord(world, session.id)) ?? {};
  return { kind: "session.minutes", address, props: { ...props, hash } };
}

async function overdueLetter(world: World, letter: Letter): Promise<SessionLetter | Skip> {
  const session = await readSession(world, letter.process);
  const overdue = overdueFrom(session);
  // Opened, closed, moved or cancelled meanwhile: there is nothing to be done any more.
  if (!overdue || letter.version !== `${overdue.what}.${session.sequence}`) return { skip: "changed-again" };
  const { envelope, address } = await envelopeOf(world, letter);
  const props = { process: session.title, url: homeOf(world, session), journal: headOf(session) };
  const about = { meeting: meetingFacts(session), what: overdue.what };
  return { kind: "session.overdue", address, props: { ...envelope, ...props, ...about } };
}

async function parkedLetter(world: World, letter: Letter): Promise<SessionLetter> {
  const session = await readSession(world, letter.process);
  const { envelope, address } = await envelopeOf(world, letter);
  const props = { process: session.title, url: homeOf(world, session), journal: headOf(session) };
  return { kind: "session.parked", address, props: { ...envelope, ...props, reason: stoppedReason(session) } };
}

/** The coordinator's letter when a letter that asked has come back. */
async function undeliveredLetter(world: World, letter: Letter): Promise<SessionLetter> {
  const session = await readSession(world, letter.process);
  const { envelope, address } = await envelopeOf(world, letter);
  const member = await world.table.get(Member, { network: session.network, id: String(letter.facts.member) });
  const props = { process: session.title, url: homeOf(world, session), journal: headOf(session) };
  return { kind: "ask.undelivered", address, props: { ...envelope, name: member?.name ?? "", ...props } };
}

/** The head of the journal as it goes into every letter about the session (votes R17). */
const headOf = ({ journal }: Session) => readableHash(journal.hash);

/** The coordinator's page of a session. */
function homeOf(world: World, { network, id }: Session): string {
  return `${world.url}/n/${network}/s/${id}`;
}

/** Why a session has stopped, in words for its coordinator. */
export function stoppedReason({ parked }: Session): Text {
  if (parked?.fault === "lapsed") return message("meeting.parked.lapsed");
  return message("meeting.parked.fault", { fault: parked?.fault ?? "unknown" });
}
