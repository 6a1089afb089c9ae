import { Temporal } from "temporal-polyfill";
import { after, before, type Instant, milliseconds, type Span, toInstant, toMilliseconds } from "../kit/index.ts";
import type { Ask, Collection } from "./records.ts";

/** A form opened before the deadline may be sent within this time after it (votes R9). */
export const GRACE: Span = { minutes: 5 };

const DAY_BEGINS = 7;
const DAY_ENDS = 20;
const BETWEEN_REMINDERS: Span = { hours: 20 };
const MOST_REMINDERS = 5;

/** The moment itself between 07:00 and 20:00 of the zone, else the next 07:00 there (asks 10). */
export function inDaytime(instant: Instant, zone: string): Instant {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const end = local.withPlainTime({ hour: DAY_ENDS });
  const begin = local.withPlainTime({ hour: DAY_BEGINS });
  if (Temporal.ZonedDateTime.compare(local, begin) < 0) return toInstant(begin.epochMilliseconds);
  if (Temporal.ZonedDateTime.compare(local, end) <= 0) return instant;
  return toInstant(begin.add({ days: 1 }).epochMilliseconds);
}

/** The default plan (asks 10): at the later of halfway and 7 days before the deadline, then 1 day before; in the person's day. */
export function reminderPlan(openedAt: Instant, deadline: Instant, zone: string): Instant[] {
  const halfway = (toMilliseconds(openedAt) + toMilliseconds(deadline)) / 2;
  const weekBefore = toMilliseconds(before(deadline, { days: 7 }));
  const first = inDaytime(toInstant(Math.max(halfway, weekBefore)), zone);
  const last = inDaytime(before(deadline, { days: 1 }), zone);
  const plan = after(first, BETWEEN_REMINDERS) <= last ? [first, last] : [last];
  return plan.filter((at) => at < deadline && at >= after(openedAt, BETWEEN_REMINDERS));
}

type Reminded = Pick<Ask, "state" | "undelivered" | "byHand" | "reminded" | "zone" | "deadline">;

/** When this person is to be reminded next: never once she answered, it bounced, or five have gone. Past moments count once. */
export function nextReminder(ask: Reminded, openedAt: Instant): Instant | undefined {
  return remindersLeft(ask, openedAt)[0];
}

/** The moments of her plan at which she is still to be reminded, if she does not answer before. */
export function remindersLeft(ask: Reminded, openedAt: Instant): Instant[] {
  if (ask.state !== "open" || ask.undelivered || ask.byHand || !ask.deadline || ask.reminded.length >= MOST_REMINDERS) {
    return [];
  }
  const last = ask.reminded.at(-1);
  return reminderPlan(openedAt, ask.deadline, ask.zone).filter(
    (at) => last === undefined || at >= after(last, BETWEEN_REMINDERS),
  );
}

/**
 * Whether this person may be written to at this moment: a reminder planned for the day is not sent in the night, and one
 * that was missed is not sent after the deadline.
 */
export function isReminderDue(ask: Reminded, openedAt: Instant, now: Instant): boolean {
  return reminderAt(ask, openedAt, now) === now;
}

/** When the next reminder can go out from now on: in the person's day and before her deadline. */
function reminderAt(ask: Reminded, openedAt: Instant, now: Instant): Instant | undefined {
  const next = nextReminder(ask, openedAt);
  if (next === undefined || !ask.deadline) return undefined;
  const at = inDaytime(next > now ? next : now, ask.zone);
  return at < ask.deadline ? at : undefined;
}

/** When the machine has to look at a collection again if nothing signals before: the next reminder or the close. */
export function nextCheck(
  collection: Pick<Collection, "closesAt" | "openedAt">,
  asks: readonly Ask[],
  now: Instant,
): Instant {
  let soonest = collection.closesAt;
  for (const ask of asks) {
    const at = reminderAt(ask, collection.openedAt, now);
    if (at !== undefined && at < soonest) soonest = at;
  }
  return soonest;
}

/**
 * Whether an answer received now counts: the ask is open, and it is before the deadline, or within the grace for a form
 * that was opened before it (votes R9). The receive time is the server's.
 */
export function window(
  ask: Pick<Ask, "state" | "deadline" | "closesAt">,
  now: Instant,
  openedAt: Instant,
): "open" | "closed" {
  if (ask.state !== "open" && ask.state !== "answered") return "closed";
  if (!ask.deadline || !ask.closesAt) return "closed";
  if (now <= ask.deadline) return "open";
  return now <= ask.closesAt && openedAt <= ask.deadline ? "open" : "closed";
}

/** Whether a new deadline may stand: only forward, and at least an hour from now (votes R10). */
export function checkExtension(collection: Pick<Collection, "state" | "deadline">, until: Instant, now: Instant) {
  if (collection.state !== "open") return "closed";
  if (until <= collection.deadline) return "not-forward";
  if (toMilliseconds(until) - toMilliseconds(now) < milliseconds({ hours: 1 })) return "too-soon";
  return "allowed";
}
