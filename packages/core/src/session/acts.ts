import * as v from "valibot";
import {
  command,
  create,
  Instant,
  newId,
  Refusal,
  replace,
  type Stored,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { Member } from "../people/index.ts";
import { MemberPresence, Session } from "./records.ts";
import { arrive, isThere, leave } from "./rules.ts";

const Words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));

const Plan = v.object({
  network: v.string(),
  title: Words,
  startsAt: Instant,
  place: Words,
  zone: v.string(),
  recorder: v.string(),
  verifiers: v.pipe(v.array(v.string()), v.length(2)),
  agenda: v.array(v.object({ title: Words })),
  guests: v.optional(v.array(Words), []),
});

/** A planned session. Refuses a recorder who verifies herself and people who are not members, naming the field. */
export const planSession = command(Plan, async (world, plan): Promise<string> => {
  const people = [plan.recorder, ...plan.verifiers];
  if (new Set(people).size !== people.length) {
    throw new Refusal("input.invalid", { problems: [{ field: "verifiers", code: "same-person" }] });
  }
  const found = await world.table.getMany(people.map((id) => Member.key({ network: plan.network, id })));
  for (const [index, id] of people.entries()) {
    if (found.get(Member, { network: plan.network, id })?.standing === "active") continue;
    throw new Refusal("input.invalid", {
      problems: [{ field: index === 0 ? "recorder" : "verifiers", code: "not-a-member" }],
    });
  }
  const id = newId(world.random, "session");
  const agenda = plan.agenda.map((item, index) => ({ ...item, id: String(index + 1) }));
  await world.table.write([create(Session, { ...plan, id, agenda, state: "planned", elections: [] })]);
  return id;
});

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

/** Records that a member came or left, at this moment. The same twice changes nothing. Refuses while the session is not open. */
export const recordPresence = command(Movement, (world, { session: id, member, there }) =>
  untilWritten(async () => {
    const session = await readSession(world, id);
    if (session.state !== "open") throw new Refusal("session.closed");
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
