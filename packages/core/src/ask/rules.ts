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

/** A process's own plan (asks 10), in the place of the default: in days, and from when on the days after are counted. */
export type ReminderPlan = NonNullable<Collection["reminders"]>;

/**
 * One reminder so many days before the deadline, and never a second one before it; once a deadline has been missed, those after
 * it, whether or not the one before has gone.
 */
function ownPlan({ before: days, after: later, missed }: ReminderPlan, ask: Reminded, openedAt: Instant): Instant[] {
  if (!ask.deadline) return [];
  if (missed !== undefined) return later.map((day) => inDaytime(after(missed, { days: day }), ask.zone));
  const at = inDaytime(before(ask.deadline, { days }), ask.zone);
  return ask.reminded.length === 0 && at >= after(openedAt, BETWEEN_REMINDERS) ? [at] : [];
}

type Reminded = Pick<Ask, "state" | "undelivered" | "byHand" | "reminded" | "zone" | "deadline">;

/** When this person is to be reminded next: never once she answered, it bounced, or five have gone. Past moments count once. */
export function nextReminder(ask: Reminded, openedAt: Instant, own?: ReminderPlan): Instant | undefined {
  return remindersLeft(ask, openedAt, own)[0];
}

/** The moments of her plan at which she is still to be reminded, if she does not answer before. */
export function remindersLeft(ask: Reminded, openedAt: Instant, own?: ReminderPlan): Instant[] {
  if (ask.state !== "open" || ask.undelivered || ask.byHand || !ask.deadline || ask.reminded.length >= MOST_REMINDERS) {
    return [];
  }
  const last = ask.reminded.at(-1);
  const plan = own ? ownPlan(own, ask, openedAt) : reminderPlan(openedAt, ask.deadline, ask.zone);
  return plan.filter((at) => last === undefined || at >= after(last, BETWEEN_REMINDERS));
}

/**
 * Whether this person may be written to at this moment: a reminder planned for the day is not sent in the night, and one
 * that was missed is not sent after the deadline.
 */
export function isReminderDue(ask: Reminded, openedAt: Instant, now: Instant, own?: ReminderPlan): boolean {
  return reminderAt(ask, openedAt, now, own) === now;
}

/** When the next reminder can go out from now on: in the person's day and before her deadline. */
function reminderAt(ask: Reminded, openedAt: Instant, now: Instant, own?: ReminderPlan): Instant | undefined {
  const next = nextReminder(ask, openedAt, own);
  if (next === undefined || !ask.deadline) return undefined;
  const at = inDaytime(next > now ? next : now, ask.zone);
  return at < ask.deadline ? at : undefined;
}

/** When the machine has to look at a collection again if nothing signals before: the next reminder or the close. */
export function nextCheck(
  collection: Pick<Collection, "closesAt" | "openedAt" | "reminders">,
  asks: readonly Ask[],
  now: Instant,
): Instant {
  let soonest = collection.closesAt;
  for (const ask of asks) {
    const at = reminderAt(ask, collection.openedAt, now, collection.reminders);
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

type Window = { deadline?: Instant | undefined; closesAt?: Instant | undefined };

/** The window of an ask after an extension for all: its own, where that one is longer. */
export function laterWindow(ask: Window, { deadline, closesAt }: Pick<Collection, "deadline" | "closesAt">): Window {
  const isLonger = ask.deadline !== undefined && ask.deadline > deadline;
  return isLonger ? { deadline: ask.deadline, closesAt: ask.closesAt } : { deadline, closesAt };
}

/** The later of two moments. */
export function laterOf(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

/** Whether a new deadline may stand: only forward, and at least an hour from now (votes R10). */
export function checkExtension(collection: Pick<Collection, "state" | "deadline">, until: Instant, now: Instant) {
  if (collection.state !== "open") return "closed";
  if (until <= collection.deadline) return "not-forward";
  if (toMilliseconds(until) - toMilliseconds(now) < milliseconds({ hours: 1 })) return "too-soon";
  return "allowed";
}
