import { Temporal } from "temporal-polyfill";
import * as v from "valibot";
import { type Instant, toInstant } from "../kit/clock.ts";

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

/** An IANA zone that this machine knows, `Europe/Belgrade`: never a bare offset. */
export const Zone = v.pipe(v.string(), v.check(isZone, "not a time zone"));
export type Zone = v.InferOutput<typeof Zone>;

function isReal(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}

/** A calendar day, `2026-03-20`. */
export const LocalDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((text) => isReal(() => Temporal.PlainDate.from(text, { overflow: "reject" })), "no such day"),
);
export type LocalDate = v.InferOutput<typeof LocalDate>;

/** A day and a time on a wall clock, `2026-03-20T20:00`, as a `datetime-local` field sends it. */
export const LocalDateTime = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/),
  v.check((text) => isReal(() => Temporal.PlainDateTime.from(text, { overflow: "reject" })), "no such time"),
);
export type LocalDateTime = v.InferOutput<typeof LocalDateTime>;

/** The moment on the wall clocks of a zone. */
export function inZone(instant: Instant, zone: Zone): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

/** The value of a `datetime-local` field: `2026-03-20T20:00`. */
export function localDateTime(instant: Instant, zone: Zone): LocalDateTime {
  return inZone(instant, zone).toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** The calendar day that it is in the zone: `2026-03-20`. */
export function localDate(instant: Instant, zone: Zone): LocalDate {
  return inZone(instant, zone).toPlainDate().toString();
}

/**
 * The moment at which a zone's wall clocks show this time. A time that clocks pass twice (the end of summer time) is the
 * first of the two; one that they skip (its start) is told as `skipped`. Text that is no local time is a fault.
 */
export function parseLocal(text: LocalDateTime, zone: Zone): Instant | "skipped" {
  const wanted = Temporal.PlainDateTime.from(text, { overflow: "reject" });
  const found = wanted.toZonedDateTime(zone, { disambiguation: "earlier" });
  return found.toPlainDateTime().equals(wanted) ? toInstant(found.epochMilliseconds) : "skipped";
}

/** The last millisecond of a calendar day in a zone; shown, it is 23.59 of that day. */
export function endOfLocalDay(date: LocalDate, zone: Zone): Instant {
  const nextDay = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone);
  return toInstant(nextDay.epochMilliseconds - 1);
}

/** Calendar days from one moment to another on a zone's wall calendar: 0 is the same day, negative when `to` is past. */
export function daysBetween(from: Instant, to: Instant, zone: Zone): number {
  const day = inZone(from, zone).toPlainDate();
  return day.until(inZone(to, zone).toPlainDate(), { largestUnit: "day" }).days;
}

/** Whether it is from 01:00 up to 04:00 in the zone: nothing is scheduled then. */
export function isNight(instant: Instant, zone: Zone): boolean {
  const { hour } = inZone(instant, zone);
  return hour >= 1 && hour < 4;
}

/** The offset in force at the moment: `UTC+1`, `UTC+5:30`, `UTC`. */
export function offsetAt(instant: Instant, zone: Zone): string {
  const [, sign = "", hours = "", minutes = ""] = /^([+-])(\d{2}):(\d{2})/.exec(inZone(instant, zone).offset) ?? [];
  if (Number(hours) === 0 && Number(minutes) === 0) return "UTC";
  return `UTC${sign === "-" ? "−" : "+"}${Number(hours)}${minutes === "00" ? "" : `:${minutes}`}`;
}
