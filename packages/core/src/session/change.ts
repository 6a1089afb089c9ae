import * as v from "valibot";
import { Collection } from "../ask/index.ts";
import { localDate } from "../i18n/index.ts";
import { command, Instant, Refusal, replace, sha256, type World, type Write } from "../kit/index.ts";
import { moveRow, stepCollection, turnOf } from "../process/index.ts";
import { Line, wrongAnswerBy } from "./plan.ts";
import { Session } from "./records.ts";
import { heldBy } from "./rules.ts";

const Move = v.object({
  session: v.string(),
  actor: v.string(),
  startsAt: Instant,
  endsAt: v.optional(Instant),
  place: Line,
  /** Until when members are asked anew whether they come; only where they were invited and the day is another. */
  answerBy: v.optional(Instant),
});

/**
 * The session is at another time or place. Everybody invited is told, with the changed entry for the calendar; where the day is
 * another, everybody is asked anew whether she comes, and what was answered before stands no longer. Refuses a meeting that has
 * begun or will not be held, a moment that is past, and what `mayMove` refuses.
 */
export const moveSession = async (
  world: World,
  input: v.InferInput<typeof Move>,
  mayMove: (session: Session, startsAt: Instant) => Promise<void>,
): Promise<void> => {
  const { session: id, actor, startsAt, endsAt, place, answerBy } = await checked(world, input);
  const now = world.clock.now();
  await moveRow(world, Session, id, async (session) => {
    if (session.meeting !== "planned") throw new Refusal("session.begun");
    const wasThere = session.startsAt === startsAt && session.endsAt === endsAt && session.place === place;
    if (wasThere) return undefined;
    const { zone, deadlines, turns, sequence } = session;
    const isInvited = deadlines.invitation !== undefined;
    const isAnotherDay = localDate(startsAt, zone) !== localDate(session.startsAt, zone);
    const asksAnew = isInvited && isAnotherDay;
    const problems = [
      ...(startsAt <= now ? [{ field: "startsAt", code: "in-the-past" }] : []),
      ...(endsAt !== undefined && endsAt <= startsAt ? [{ field: "endsAt", code: "before-the-start" }] : []),
      ...(asksAnew ? wrongAnswerBy(answerBy ?? now, startsAt, now) : []),
    ];
    if (problems.length > 0) throw new Refusal("input.invalid", { problems });
    await mayMove(session, startsAt);
    const invitation = asksAnew ? answerBy : deadlines.invitation;
    return {
      changes: {
        ...{ startsAt, endsAt, place, sequence: sequence + 1, overdue: undefined },
        deadlines: { ...(invitation && { invitation }), meeting: heldBy(startsAt) },
        ...(asksAnew && {
          stage: "invitation" as const,
          turns: { ...turns, invitation: turnOf(session, "invitation") + 1 },
        }),
        // A new invitation tells it; where nobody was invited there is nobody to tell.
        ...((asksAnew || !isInvited) && { told: sequence + 1 }),
      },
      ...{ act: "meeting.moved", actor, facts: { from: session.startsAt, until: startsAt, place: sha256(place) } },
      writes: asksAnew ? await closing(world, session) : [],
    };
  });
};

const checked = command(Move, async (_, move) => move);

/** What was asked for the other day is closed; the machine closes each form of it. */
async function closing(world: World, session: Session): Promise<Write[]> {
  const collection = await world.table.get(Collection, { id: stepCollection(session, "invitation") });
  if (!collection || collection.state === "closed" || collection.state === "closing") return [];
  const closed: Collection = { ...collection, state: "closing", nudges: collection.nudges + 1 };
  return [replace(Collection, collection, closed)];
}

const Cancellation = v.object({
  session: v.string(),
  actor: v.string(),
  reason: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(1000)),
});

/**
 * The session will not be held, or not to its end. Everybody invited is told why, and their calendars take the entry out.
 * Refuses one that was held, and one in which a vote is open. A parked one runs again to tell it.
 */
export const cancelSession = command(Cancellation, async (world, { session: id, actor, reason }) => {
  await moveRow(world, Session, id, async (session) => {
    if (session.meeting === "cancelled") return undefined;
    if (session.meeting === "closed") throw new Refusal("session.closed");
    if (session.openVote) throw new Refusal("session.vote-open");
    const isParked = session.state === "parked";
    return {
      changes: {
        meeting: "cancelled" as const,
        cancellation: { reason, by: actor, at: world.clock.now() },
        ...{ stage: "cancelled" as const, sequence: session.sequence + 1 },
        ...(isParked && { state: "running" as const, execution: session.execution + 1 }),
      },
      ...(isParked && { unparked: true as const }),
      ...{ act: "meeting.cancelled", actor, facts: { reason: sha256(reason) } },
    };
  });
});
