import { type AboutAsk, type Ask, aboutAsk, askEnvelope, envelopeOf, type Skip } from "../ask/index.ts";
import { message, onMoment, type Text, textIn } from "../i18n/index.ts";
import { readableHash } from "../journal/index.ts";
import type { Attachment, Instant, World } from "../kit/index.ts";
import type { AskEnvelope, CommonLetters, Envelope, Letter } from "../letter/index.ts";
import { Member } from "../people/index.ts";
import { type CalendarEntry, calendarText } from "./calendar.ts";
import { agendaLine } from "./forms.ts";
import { readSession, type Session, type SessionDocument } from "./records.ts";

/** When and where, as a letter says it. */
export type MeetingFacts = { title: string; startsAt: Instant; zone: string; place: string };

/** The session's letters: who gets each, and what is put into it when it is rendered. */
export type SessionLetters = {
  /** Every active member and every guest with an address: will you come? With an entry for the calendar. */
  "session.invitation": AskEnvelope & {
    meeting: MeetingFacts;
    agenda: Text[];
    documents: SessionDocument[];
    isGuest: boolean;
  };
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
    ...(props.turn !== "reminder" && { attachments: [calendarEntry(session, letter, { props, address, ask })] }),
  };
}

const meetingFacts = ({ title, startsAt, zone, place }: Session): MeetingFacts => ({ title, startsAt, zone, place });

type Invited = { props: AskEnvelope; address: string; ask: Ask };

function calendarEntry(session: Session, letter: Letter, { props, address }: Invited): Attachment {
  const { locale, asker, to, url } = props;
  const agenda = session.agenda.map((item, index) => textIn(locale, agendaLine(item, index)));
  return calendarAttachment({
    ...{ method: "REQUEST", ...entryOf(session), stamp: letter.writtenAt },
    description: [onMoment(locale, session.startsAt, session.zone), ...agenda, url].join("\n"),
    organizer: asker,
    attendee: { name: to.name, address },
  });
}

/** What stays the same in every entry of a session: its id in all calendars, and how often it was changed. */
function entryOf({ id, sequence, startsAt, endsAt, title, place }: Session) {
  return { uid: `${id}@quorate`, sequence, startsAt, endsAt, title, place };
}

function calendarAttachment(entry: CalendarEntry): Attachment {
  return {
    filename: "session.ics",
    contentType: `text/calendar; charset=utf-8; method=${entry.method}`,
    content: calendarText(entry),
  };
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
