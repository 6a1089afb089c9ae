import * as v from "valibot";
import {
  command,
  create,
  Instant,
  newId,
  type Problem,
  Refusal,
  replace,
  type Stored,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { Member } from "../people/index.ts";
import { MemberPresence, Session } from "./records.ts";
import { arrive, isThere, leave } from "./rules.ts";

/** The most characters of a title, a place, an item of the agenda or a guest. */
export const LONGEST_LINE = 200;
/** The most items of an agenda, and the most guests: one item of the store holds them all. */
export const MOST_LINES = 100;

const Words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LONGEST_LINE));

const Chosen = v.pipe(v.string(), v.nonEmpty());

const Plan = v.object({
  network: v.string(),
  title: Words,
  startsAt: Instant,
  place: Words,
  zone: v.string(),
  recorder: Chosen,
  verifiers: v.pipe(v.array(Chosen), v.length(2)),
  agenda: v.pipe(v.array(v.object({ title: Words })), v.maxLength(MOST_LINES)),
  guests: v.optional(v.pipe(v.array(Words), v.maxLength(MOST_LINES)), []),
});

/** A planned session. Refuses one person in two places and people who are not active members, naming each field. */
export const planSession = command(Plan, async (world, plan): Promise<string> => {
  const problems = await wrongPeople(world, plan.network, [plan.recorder, ...plan.verifiers]);
  if (problems.length > 0) throw new Refusal("input.invalid", { problems });
  const id = newId(world.random, "session");
  const agenda = plan.agenda.map((item, index) => ({ ...item, id: String(index + 1) }));
  await world.table.write([create(Session, { ...plan, id, agenda, state: "planned", elections: [] })]);
  return id;
});

/** What is wrong with the recorder and the verifiers, who come in this order. */
async function wrongPeople(world: World, network: string, people: readonly string[]): Promise<Problem[]> {
  const found = await world.table.getMany([...new Set(people)].map((id) => Member.key({ network, id })));
  return people.flatMap((id, index): Problem[] => {
    const field = index === 0 ? "recorder" : `verifiers.${index - 1}`;
    if (found.get(Member, { network, id })?.standing !== "active") return [{ field, code: "not-a-member" }];
    return people.indexOf(id) < index ? [{ field, code: "same-person" }] : [];
  });
}

export async function readSession(world: World, id: string): Promise<Stored<Session>> {
  const session = await world.table.get(Session, { id });
  if (!session) throw new Refusal("not-found");
  return session;
}

/** The session is open: from now on presence and votes are recorded. Opening it twice is opening it once. */
export async function openSession(world: World, id: string): Promise<void> {
  await untilWritten(async () => {
    const session = await readSession(world, id);
    if (session.state === "open") return;
    if (session.state === "closed") throw new Refusal("session.closed");
    await world.table.write([replace(Session, session, { ...session, state: "open", openedAt: world.clock.now() })]);
  });
}

const Movement = v.object({ session: v.string(), member: v.string(), there: v.boolean() });

/**
 * Records that a member came or left, at this moment. The same twice changes nothing. Refuses while the session is not open,
 * and people who are not members of its network.
 */
export const recordPresence = command(Movement, (world, { session: id, member, there }) =>
  untilWritten(async () => {
    const session = await readSession(world, id);
    if (session.state !== "open") throw new Refusal("session.closed");
    if (!(await world.table.get(Member, { network: session.network, id: member }))) {
      throw new Refusal("input.invalid", { problems: [{ field: "member", code: "not-a-member" }] });
    }
    const known = await world.table.get(MemberPresence, { session: id, member });
    const now = world.clock.now();
    const before = known?.stays ?? [];
    if (isThere(before) === there) return;
    const stays = there ? arrive(before, now) : leave(before, now);
    const next = { session: id, member, stays };
    await world.table.write([known ? replace(MemberPresence, known, next) : create(MemberPresence, next)]);
  }),
);

/**
 * The session is closed; who is still there leaves with it. The elections that meet here go on to the figures. `mayClose`
 * refuses while a vote is open or has not been put.
 */
export async function closeSession(
  world: World,
  id: string,
  mayClose: (session: Session) => Promise<void>,
): Promise<void> {
  await untilWritten(async () => {
    const session = await readSession(world, id);
    if (session.state === "closed") return;
    if (session.state === "planned") throw new Refusal("session.closed");
    await mayClose(session);
    await world.table.write([replace(Session, session, { ...session, state: "closed", closedAt: world.clock.now() })]);
  });
}
