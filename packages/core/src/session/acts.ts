import * as v from "valibot";
import { Collection } from "../ask/index.ts";
import { command, Instant, Refusal, type World } from "../kit/index.ts";
import { moveRow, stepCollection, turnOf } from "../process/index.ts";
import { Session } from "./records.ts";
import { minutesDeadlines, movedDeadlines } from "./rules.ts";

/**
 * The session is open: from now on presence and votes are recorded. Opening it twice is opening it once. `actor`: who opens
 * it, the recorder if not given.
 */
export async function openSession(world: World, id: string, actor?: string): Promise<void> {
  await moveRow(world, Session, id, async ({ meeting, recorder }) => {
    if (meeting === "open") return undefined;
    if (meeting === "closed") throw new Refusal("session.closed");
    if (meeting === "cancelled") throw new Refusal("session.begun");
    return {
      changes: { meeting: "open" as const, beganAt: world.clock.now() },
      ...{ act: "meeting.opened", actor: actor ?? recorder },
    };
  });
}

/** Who closes a meeting, the recorder if not given; and when it ended, if it was before now. */
export type Closing = { actor?: string; endedAt?: Instant };

/**
 * The session is closed; who is still there leaves with it. The elections that meet here go on to the figures. Refuses an
 * end that is still to come or before the opening; `mayClose` refuses while a vote is open or has not been put, and an end
 * before the last of them was closed.
 */
export async function closeSession(
  world: World,
  id: string,
  mayClose: (session: Session, closedAt: Instant) => Promise<void>,
  { actor, endedAt }: Closing = {},
): Promise<void> {
  await moveRow(world, Session, id, async (session) => {
    if (session.meeting === "closed") return undefined;
    if (session.meeting !== "open") throw new Refusal("session.closed");
    const now = world.clock.now();
    const closedAt = endedAt ?? now;
    if (closedAt > now || closedAt < (session.beganAt ?? session.startsAt)) {
      throw new Refusal("input.invalid", { problems: [{ field: "endedAt", code: "not-while-it-met" }] });
    }
    await mayClose(session, closedAt);
    const { correctionDays, deadlines, zone } = session;
    return {
      changes: {
        ...{ meeting: "closed" as const, closedAt },
        ...(correctionDays !== undefined && {
          deadlines: { ...deadlines, ...minutesDeadlines(now, correctionDays, zone) },
        }),
      },
      ...{ act: "meeting.closed", actor: actor ?? session.recorder, ...(endedAt && { facts: { endedAt } }) },
    };
  });
}

const Resumption = v.object({ session: v.string(), actor: v.string(), until: v.optional(Instant) });

/**
 * Takes a parked session up again in a new execution; a step whose time ran out is begun anew, until the deadline given, and the
 * deadlines after it keep their distance. Refuses when that is needed and missing or past, or the session is not parked.
 */
export const resumeSession = command(Resumption, async (world, { session: id, actor, until }) => {
  const now = world.clock.now();
  await moveRow(world, Session, id, async (session) => {
    const { state, stage, execution } = session;
    if (state !== "parked") throw new Refusal("process.not-parked");
    return {
      changes: { ...(await begunAnew(world, session, until, now)), state: "running", execution: execution + 1 },
      unparked: true,
      ...{ act: "resumed", actor, facts: { stage } },
    };
  });
});

/** What changes so that the stage has time again: nothing, when its time is not over. */
async function begunAnew(
  world: World,
  session: Session,
  until: Instant | undefined,
  now: Instant,
): Promise<Partial<Session>> {
  const { stage, deadlines, turns } = session;
  if (stage === "meeting" && session.meeting === "closed") return {};
  const step = v.safeParse(v.picklist(["meeting", "draft", "corrections", "replies", "approval"]), stage);
  if (!step.success) return {};
  const asks = step.output === "meeting" ? undefined : step.output;
  const collection = asks && (await world.table.get(Collection, { id: stepCollection(session, asks) }));
  // What those present have answered is kept: the close of their forms is final.
  if (stage === "corrections" && collection) return {};
  const isOver = collection ? collection.state === "closed" : (deadlines[step.output] ?? now) <= now;
  if (!isOver) return {};
  if (!until || until <= now) {
    throw new Refusal("input.invalid", { problems: [{ field: "until", code: "in-the-past" }] });
  }
  return {
    deadlines: movedDeadlines(deadlines, step.output, until),
    ...(asks && collection && { turns: { ...turns, [asks]: turnOf(session, asks) + 1 } }),
  };
}
