import { Temporal } from "temporal-polyfill";
import { type Instant, toInstant } from "../kit/index.ts";

/** How a round stands, as far as it says whether it may close. */
export type RoundStanding = {
  /** Its deadline has passed. */
  isOver: boolean;
  received: number;
  minimum: number;
  /** So many could still answer. */
  open: number;
  extensionDays?: number | undefined;
  /** It was extended by itself once. */
  extended?: boolean | undefined;
  /** The coordinator closes it with fewer. */
  closesBelow?: boolean | undefined;
};

/**
 * What becomes of a round at its deadline (plan-review 5): with the minimum met it closes; else it is extended by itself, once,
 * while somebody can still answer; else the coordinator is asked.
 */
export function atDeadline(round: RoundStanding): "wait" | "close" | "extend" | "ask" {
  if (!round.isOver) return "wait";
  if (round.received >= round.minimum || round.closesBelow) return "close";
  return round.extensionDays !== undefined && !round.extended && round.open > 0 ? "extend" : "ask";
}

/** The same time of the day so many days later, in the zone. */
export function daysLater(instant: Instant, days: number, zone: string): Instant {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return toInstant(local.add({ days }).epochMilliseconds);
}

/** The time of the day of this moment on another day, in the zone. */
export function onDay(day: string, instant: Instant, zone: string): Instant {
  const time = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime();
  return toInstant(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
}
