import { Temporal } from "temporal-polyfill";
import { inZone, type LocalDate, type Zone } from "../i18n/index.ts";
import { type Instant, toInstant } from "../kit/index.ts";
import type { Frequency } from "./records.ts";

const MONDAY = 1;
const FRIDAY = 5;
/** From this hour of a working day on digests are written, and from the other one on no more: never at night (digests 7). */
const HOURS = { first: 7, last: 20 };
/** A Monday from which fortnights are counted, so that everybody has the same ones. */
const FIRST_MONDAY = Temporal.PlainDate.from("1970-01-05");

/** The first day of a frequency whose morning comes after this moment: a Monday, every second one, the first one of a month. */
export function slotAfter(now: Instant, zone: Zone, frequency: Exclude<Frequency, "off">): LocalDate {
  const local = inZone(now, zone);
  let day = local.toPlainDate();
  if (local.hour >= HOURS.first) day = day.add({ days: 1 });
  while (day.dayOfWeek !== MONDAY || !isOfFrequency(day, frequency)) day = day.add({ days: 1 });
  return day.toString();
}

function isOfFrequency(monday: Temporal.PlainDate, frequency: Exclude<Frequency, "off">): boolean {
  switch (frequency) {
    case "weekly":
      return true;
    case "fortnightly":
      return (FIRST_MONDAY.until(monday, { largestUnit: "day" }).days / 7) % 2 === 0;
    case "monthly":
      return monday.day <= 7;
  }
}

/** When the digest of a day is written: at seven by the clocks of the zone. */
export function morningOf(slot: LocalDate, zone: Zone): Instant {
  return toInstant(
    Temporal.PlainDate.from(slot).toZonedDateTime({ timeZone: zone, plainTime: sevenOClock }).epochMilliseconds,
  );
}

const sevenOClock = Temporal.PlainTime.from({ hour: HOURS.first });

/** Now, if digests may be written now in the zone; else the next moment at which they may. */
export function sendingTime(now: Instant, zone: Zone): Instant {
  const local = inZone(now, zone);
  const isWorkingDay = (day: { dayOfWeek: number }) => day.dayOfWeek >= MONDAY && day.dayOfWeek <= FRIDAY;
  if (isWorkingDay(local) && local.hour >= HOURS.first && local.hour < HOURS.last) return now;
  let day = local.toPlainDate();
  if (local.hour >= HOURS.first) day = day.add({ days: 1 });
  while (!isWorkingDay(day)) day = day.add({ days: 1 });
  return morningOf(day.toString(), zone);
}
