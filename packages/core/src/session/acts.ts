import * as v from "valibot";
import { appendEntry, emptyJournal } from "../journal/index.ts";
import { command, create, Instant, newId, type Problem, Refusal, type World } from "../kit/index.ts";
import { Member } from "../people/index.ts";
import { moveRow } from "../process/index.ts";
import { Session } from "./records.ts";
import { heldBy } from "./rules.ts";

/** The most characters of a title, a place, an item of the agenda or a guest. */
export const LONGEST_LINE = 200;
/** The most items of an agenda, and the most guests: one item of the store holds them all. */
export const MOST_LINES = 100;

const Words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LONGEST_LINE));

const Chosen = v.pipe(v.string(), v.nonEmpty());

const Plan = v.object({
  network: v.string(),
  actor: v.string(),
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
export const planSession = command(Plan, async (world, { actor, ...plan }): Promise<string> => {
  const problems = await wrongPeople(world, plan.network, [plan.recorder, ...plan.verifiers]);
  if (problems.length > 0) throw new Refusal("input.invalid", { problems });
  const id = newId(world.random, "session");
  const now = world.clock.now();
  const agenda = plan.agenda.map((item, index) => ({ ...item, id: String(index + 1) }));
  const facts = { startsAt: plan.startsAt, items: agenda.length };
  const { head, write } = appendEntry(emptyJournal, { process: id, at: now, actor, act: "planned", facts });
  const session: Session = {
    ...{ ...plan, id, agenda, opener: actor, meeting: "planned", elections: [] },
    deadlines: { meeting: heldBy(plan.startsAt) },
    ...{ state: "running", stage: "meeting", execution: 1, openedAt: now, journal: head },
  };
  await world.table.write([create(Session, session), write]);
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

/**
 * The session is open: from now on presence and votes are recorded. Opening it twice is opening it once. `actor`: who opens
 * it, the recorder if not given.
 */
export async function openSession(world: World, id: string, actor?: string): Promise<void> {
  await moveRow(world, Session, id, async ({ meeting, recorder }) => {
    if (meeting === "open") return undefined;
    if (meeting === "closed") throw new Refusal("session.closed");
    return {
      changes: { meeting: "open" as const, beganAt: world.clock.now() },
      ...{ act: "meeting.opened", actor: actor ?? recorder },
    };
  });
}

/**
 * The session is closed; who is still there leaves with it. The elections that meet here go on to the figures. `mayClose`
 * refuses while a vote is open or has not been put. `actor`: who closes it, the recorder if not given.
 */
export async function closeSession(
  world: World,
  id: string,
  mayClose: (session: Session) => Promise<void>,
  actor?: string,
): Promise<void> {
  await moveRow(world, Session, id, async (session) => {
    if (session.meeting === "closed") return undefined;
    if (session.meeting === "planned") throw new Refusal("session.closed");
    await mayClose(session);
    return {
      changes: { meeting: "closed" as const, closedAt: world.clock.now() },
      ...{ act: "meeting.closed", actor: actor ?? session.recorder },
    };
  });
}

const Resumption = v.object({ session: v.string(), actor: v.string(), until: v.optional(Instant) });

/**
 * Takes a parked session up again in a new execution; where its time ran out, until the deadline given. Refuses when that is
 * needed and missing or past, or the session is not parked.
 */
export const resumeSession = command(Resumption, async (world, { session: id, actor, until }) => {
  const now = world.clock.now();
  await moveRow(world, Session, id, async ({ state, stage, meeting, deadlines, execution }) => {
    if (state !== "parked") throw new Refusal("process.not-parked");
    const isOver = meeting !== "closed" && deadlines.meeting <= now;
    if (isOver && (!until || until <= now)) {
      throw new Refusal("input.invalid", { problems: [{ field: "until", code: "in-the-past" }] });
    }
    return {
      changes: {
        ...(isOver && until && { deadlines: { ...deadlines, meeting: until } }),
        ...{ state: "running" as const, execution: execution + 1 },
      },
      unparked: true,
      ...{ act: "resumed", actor, facts: { stage } },
    };
  });
});
