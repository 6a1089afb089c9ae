import * as v from "valibot";
import { appendEntry, emptyJournal } from "../journal/index.ts";
import {
  command,
  create,
  Instant,
  newId,
  type Problem,
  Refusal,
  replace,
  untilWritten,
  type World,
  type Write,
} from "../kit/index.ts";
import { Address, Member, newGuests, Person } from "../people/index.ts";
import { hashText } from "../vote/index.ts";
import { Session, type SessionDocument, SessionText } from "./records.ts";
import { heldBy } from "./rules.ts";

/** The most characters of a title, a place, an item of the agenda or a guest. */
export const LONGEST_LINE = 200;
/** The most items of an agenda, and the most guests: one item of the store holds them all. */
export const MOST_LINES = 100;

/** What is typed on one line. */
export const Line = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LONGEST_LINE));

const Chosen = v.pipe(v.string(), v.nonEmpty());

/** The guests who can be invited: one transaction writes them all. */
export const MOST_INVITED_GUESTS = 30;
const MOST_DOCUMENTS = 20;
/** A plan of work fits; so does the item that keeps it. */
export const LONGEST_TEXT = 100_000;

const Elsewhere = v.object({ title: Line, url: v.pipe(v.string(), v.trim(), v.url(), v.regex(/^https?:/i)) });
const Kept = v.object({ title: Line, body: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_TEXT)) });
/** By what it has, so that a problem names the field that is wrong. */
const NewDocument = v.lazy((document) => (isKept(document) ? Kept : Elsewhere));
const isKept = (document: unknown) => typeof document === "object" && document !== null && "body" in document;

const Plan = v.object({
  network: v.string(),
  actor: v.string(),
  title: Line,
  startsAt: Instant,
  endsAt: v.optional(Instant),
  place: Line,
  zone: v.string(),
  recorder: Chosen,
  verifiers: v.pipe(v.array(Chosen), v.length(2)),
  agenda: v.pipe(v.array(v.object({ title: Line, isVote: v.optional(v.boolean(), false) })), v.maxLength(MOST_LINES)),
  /** Guests by name: they are named in the minutes. */
  guests: v.optional(v.pipe(v.array(Line), v.maxLength(MOST_LINES)), []),
  /** Guests who get an invitation too, when one goes out. */
  invitedGuests: v.optional(
    v.pipe(v.array(v.object({ name: Line, address: Address })), v.maxLength(MOST_INVITED_GUESTS)),
    [],
  ),
  documents: v.optional(v.pipe(v.array(NewDocument), v.maxLength(MOST_DOCUMENTS)), []),
  /** Until when members are asked whether they come; without it nobody is invited. */
  answerBy: v.optional(Instant),
  /** For how many days those present may ask for corrections of the minutes; without it there is no such round. */
  correctionDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))),
});

/** Refuses what is wrong with a plan, each field named; nothing is written. */
export const checkPlan = command(Plan, async (world, plan): Promise<void> => {
  const problems = [
    ...wrongTimes(plan, world.clock.now()),
    ...(await wrongPeople(world, plan.network, [plan.recorder, ...plan.verifiers])),
  ];
  if (problems.length > 0) throw new Refusal("input.invalid", { problems });
});

/**
 * A planned session; with `answerBy`, everybody is now invited. Refuses one person in two places and people who are not active
 * members, an end before the beginning, and answers after the beginning or by a time that is past, naming each field.
 */
export const planSession = command(Plan, (world, plan) => untilWritten(() => planOnce(world, plan)));

async function planOnce(world: World, plan: v.InferOutput<typeof Plan>): Promise<string> {
  await checkPlan(world, plan);
  const now = world.clock.now();
  const id = newId(world.random, "session");
  const { network, actor, title, startsAt, endsAt, place, zone, recorder, verifiers, answerBy, correctionDays } = plan;
  const agenda = plan.agenda.map((item, index) => ({ ...item, id: String(index + 1) }));
  const guests = await newGuests(world, network, plan.invitedGuests);
  const { documents, texts } = kept(id, plan.documents);
  const facts = { startsAt, items: agenda.length, ...(answerBy && { answerBy }) };
  const { head, write } = appendEntry(emptyJournal, { process: id, at: now, actor, act: "planned", facts });
  const session: Session = {
    ...{ id, network, title, startsAt, ...(endsAt && { endsAt }), place, zone, recorder, verifiers, agenda, documents },
    guests: [...plan.guests, ...plan.invitedGuests.map(({ name }) => name)],
    guestMembers: guests.map(({ member }) => member.id),
    ...{ opener: actor, meeting: "planned", elections: [], turns: {}, sequence: 0, told: 0 },
    ...(correctionDays !== undefined && { correctionDays }),
    deadlines: { ...(answerBy && { invitation: answerBy }), meeting: heldBy(startsAt) },
    ...{ state: "running", stage: answerBy ? "invitation" : "meeting", execution: 1, openedAt: now, journal: head },
  };
  await world.table.write([
    create(Session, session),
    write,
    ...texts.map((text) => create(SessionText, text)),
    ...guests.flatMap(({ person, member }) => [create(Person, person), create(Member, member)]),
    ...(await recordsIn(world, session)),
  ]);
  return id;
}

/** The write by which a recorder who is no coordinator may sign in for this session. */
async function recordsIn(world: World, { id, network, recorder }: Session): Promise<Write[]> {
  const member = await world.table.get(Member, { network, id: recorder });
  if (!member || member.coordinator) return [];
  return [replace(Member, member, { ...member, recordsIn: [...(member.recordsIn ?? []), id] })];
}

function wrongTimes({ startsAt, endsAt, answerBy }: v.InferOutput<typeof Plan>, now: Instant): Problem[] {
  return [
    ...(endsAt !== undefined && endsAt <= startsAt ? [{ field: "endsAt", code: "before-the-start" }] : []),
    ...(answerBy === undefined ? [] : wrongAnswerBy(answerBy, startsAt, now)),
  ];
}

/** What keeps the answers to an invitation from being asked for by this moment. */
export function wrongAnswerBy(answerBy: Instant, startsAt: Instant, now: Instant): Problem[] {
  if (answerBy <= now) return [{ field: "answerBy", code: "in-the-past" }];
  return answerBy > startsAt ? [{ field: "answerBy", code: "after-the-session" }] : [];
}

/** The documents as the row lists them, and the texts that are kept beside it, each under its hash. */
function kept(session: string, given: v.InferOutput<typeof Plan>["documents"]) {
  const texts: SessionText[] = [];
  const documents = given.map((document): SessionDocument => {
    if ("url" in document) return document;
    const hash = hashText(document);
    const number = texts.length + 1;
    texts.push({ session, number, text: { ...document, hash } });
    return { title: document.title, text: number, hash };
  });
  return { documents, texts };
}

/** What is wrong with the recorder and the verifiers, who come in this order. */
async function wrongPeople(world: World, network: string, people: readonly string[]): Promise<Problem[]> {
  const found = await world.table.getMany([...new Set(people)].map((id) => Member.key({ network, id })));
  return people.flatMap((id, index): Problem[] => {
    const field = index === 0 ? "recorder" : `verifiers.${index - 1}`;
    if (found.get(Member, { network, id })?.standing !== "active") return [{ field, code: "not-a-member" }];
    return people.indexOf(id) < index ? [{ field, code: "same-person" }] : [];
  });
}
