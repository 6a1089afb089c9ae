import { Answer, type Ask, type Asked, askId, Collection, type Decided, isDue, remindersLeft } from "../ask/index.ts";
import type { Content } from "../form/index.ts";
import type { Instant, World } from "../kit/index.ts";
import { Member, membersOf, Person, roster } from "../people/index.ts";
import { type Asking, stepCollection, stepReturns } from "../process/index.ts";
import { type Coming, invitationForm } from "./forms.ts";
import { readSession, type Session } from "./records.ts";

/** What an invitation asks. */
export function invitationAsking(session: Session): Asking {
  return { letter: "session.invitation", form: invitationForm(session), signals: "all-in" };
}

/** Everybody who is invited: the active members, and the guests who have an address. */
export async function invitees(world: World, session: Session): Promise<Asked[]> {
  const { network, guestMembers } = session;
  const members = (await roster(world, network)).map(({ member, person }) => ({ member, person }));
  const guests = await world.table.getMany(guestMembers.map((id) => Member.key({ network, id })));
  const places = guestMembers.flatMap((id) => guests.get(Member, { network, id }) ?? []);
  const persons = await world.table.getMany(places.map(({ person }) => Person.key({ id: person })));
  const invited = places.flatMap((member) => {
    const person = persons.get(Person, { id: member.person });
    return person ? [{ member, person }] : [];
  });
  const collection = stepCollection(session, "invitation");
  return [...members, ...invited].map(({ member, person }) => ({
    ...{ id: askId(collection, member.id, 1), member: member.id, person: person.id, zone: person.zone },
    parts: ["rsvp"],
  }));
}

/** Once the meeting is open or will not be held, nobody is asked any more whether she comes. */
export function isNoLongerAsked(world: World, session: string): Decided {
  return async () => (await readSession(world, session)).meeting !== "planned";
}

/** Whether the machine has something to do where it waits for the answers. */
export async function isInvitationDue(world: World, id: string, collection: string): Promise<boolean> {
  const session = await readSession(world, id);
  if (session.stage !== "invitation" || session.meeting !== "planned" || session.told < session.sequence) return true;
  if (collection !== stepCollection(session, "invitation")) return true;
  return isDue(world, collection, isNoLongerAsked(world, id));
}

/** One who was invited, and what she has said; `late` when it came after the deadline. */
export type Reply = {
  member: string;
  name: string;
  isGuest: boolean;
  isUndelivered: boolean;
  coming?: Coming;
  note?: string;
  at?: Instant;
  isLate: boolean;
};

/** What the invited have said so far, by name. */
export async function repliesTo(world: World, session: Session): Promise<Reply[]> {
  const { asks, answers } = await stepReturns(world, session, "invitation");
  const late = await lateAnswers(world, asks);
  const members = new Map((await membersOf(world.table, session.network)).map((member) => [member.id, member]));
  const replies = asks.map((ask): Reply => {
    const member = members.get(ask.member);
    const answer = answers.get(ask.id) ?? late.get(ask.id);
    const said = answer && { ...comingIn(answer.content), at: answer.at };
    return {
      ...{ member: ask.member, name: member?.name ?? "", isGuest: member?.standing === "guest" },
      ...{ isUndelivered: ask.undelivered && !ask.answer, isLate: answer?.late ?? false, ...said },
    };
  });
  return replies.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function lateAnswers(world: World, asks: readonly Ask[]): Promise<Map<string, Answer>> {
  const keys = asks.filter((ask) => ask.late).map(({ id }) => ({ ask: id, version: 1, late: true }));
  const found = await world.table.getMany(keys.map((key) => Answer.key(key)));
  return new Map(
    keys.flatMap((key) => {
      const answer = found.get(Answer, key);
      return answer ? [[key.ask, answer] as const] : [];
    }),
  );
}

function comingIn({ coming, note }: Content): Pick<Reply, "coming" | "note"> {
  return {
    ...((coming === "coming" || coming === "online" || coming === "absent") && { coming }),
    ...(typeof note === "string" && { note }),
  };
}

/** How many come, come online, stay away, and have not said; guests are not counted. */
export type ReplyFigures = { invited: number; coming: number; online: number; absent: number; silent: number };

export function replyFigures(replies: readonly Reply[]): ReplyFigures {
  const members = replies.filter(({ isGuest }) => !isGuest);
  const count = (coming: Coming | undefined) => members.filter((reply) => reply.coming === coming).length;
  return {
    ...{ invited: members.length, coming: count("coming"), online: count("online") },
    ...{ absent: count("absent"), silent: count(undefined) },
  };
}

/** A reminder that will go out by itself: when, and to how many of those who have not said. */
export type ComingReminder = { at: Instant; to: number };

/** The reminders of the invitation that are still to come, if nobody answers before; none once the time to answer is over. */
export async function comingReminders(world: World, session: Session): Promise<ComingReminder[]> {
  const collection = await world.table.get(Collection, { id: stepCollection(session, "invitation") });
  if (collection?.state !== "open") return [];
  const { asks } = await stepReturns(world, session, "invitation");
  const now = world.clock.now();
  const moments = asks.flatMap((ask) => remindersLeft(ask, collection.openedAt)).filter((at) => at > now);
  return [...new Set(moments)].toSorted().map((at) => ({ at, to: moments.filter((one) => one === at).length }));
}
