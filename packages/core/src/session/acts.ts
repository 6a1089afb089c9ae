import * as v from "valibot";
import { command, Instant, Refusal, type World } from "../kit/index.ts";
import { moveRow } from "../process/index.ts";
import { Session } from "./records.ts";

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
    if (session.meeting !== "open") throw new Refusal("session.closed");
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
