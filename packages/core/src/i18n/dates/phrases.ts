import type { Instant } from "../../kit/clock.ts";
import { inScript } from "../latin.ts";
import type { Locale } from "../locale.ts";
import { say } from "../say.ts";
import { inZone, type LocalDate, offsetAt, type Zone } from "../zone.ts";
import { cityOf } from "./cities.ts";
import { en } from "./en.ts";
import { lt } from "./lt.ts";
import { pl } from "./pl.ts";
import { sr } from "./sr.ts";
import type { DateWords, Moment } from "./words.ts";

/** Whether the year is said: left out for days around now. */
export type WithYear = { year?: boolean };

const words: Readonly<Record<Locale, DateWords>> = { en, lt, pl, "sr-Cyrl": sr, "sr-Latn": sr };

function momentIn(instant: Instant, zone: Zone): Moment {
  const { year, month, day, dayOfWeek, hour, minute } = inZone(instant, zone);
  return { year, month: month - 1, day, weekday: dayOfWeek - 1, hour, minute };
}

function phrase(locale: Locale, instant: Instant, zone: Zone, put: (words: DateWords, at: Moment) => string): string {
  return inScript(locale, put(words[locale], momentIn(instant, zone)));
}

/** The zone and the offset in force at that moment: (Београд, UTC+1). */
export function zoneNote(locale: Locale, instant: Instant, zone: Zone): string {
  const offset = offsetAt(instant, zone);
  const city = cityOf(locale === "sr-Latn" ? "sr-Cyrl" : locale, zone);
  return city === "UTC" ? `(${offset})` : inScript(locale, `(${city},\u00a0${offset})`);
}

/** до петка, 20. марта 2026. у 20.00 – the deadline without its zone, where that stands apart. */
export function byWhen(locale: Locale, instant: Instant, zone: Zone): string {
  return phrase(locale, instant, zone, (say, at) => say.by(at));
}

/** до петка, 20. марта 2026. у 20.00 (Београд, UTC+1) */
export function byDeadline(locale: Locale, instant: Instant, zone: Zone): string {
  return `${byWhen(locale, instant, zone)} ${zoneNote(locale, instant, zone)}`;
}

/** до петка у 20.00 – for subjects and lists. */
export function shortBy(locale: Locale, instant: Instant, zone: Zone): string {
  return phrase(locale, instant, zone, (say, at) => say.shortBy(at));
}

/** у петак, 20. марта */
export function onDay(locale: Locale, instant: Instant, zone: Zone, { year = false }: WithYear = {}): string {
  return phrase(locale, instant, zone, (say, at) => say.onDay(at, year));
}

/** у петак, 20. марта у 20.00 */
export function onDayAt(locale: Locale, instant: Instant, zone: Zone, { year = false }: WithYear = {}): string {
  return phrase(locale, instant, zone, (say, at) => say.onDayAt(at, year));
}

/** у среду, 18. марта 2026. у 14.32 (Београд, UTC+1) */
export function onMoment(locale: Locale, instant: Instant, zone: Zone): string {
  return `${onDayAt(locale, instant, zone, { year: true })} ${zoneNote(locale, instant, zone)}`;
}

/** у петак у 20.00 */
export function shortOn(locale: Locale, instant: Instant, zone: Zone): string {
  return phrase(locale, instant, zone, (say, at) => say.shortOn(at));
}

/** у 20.00 */
export function atTime(locale: Locale, instant: Instant, zone: Zone): string {
  return phrase(locale, instant, zone, (say, at) => say.atTime(at));
}

/** 20.00 */
export function timeOf(locale: Locale, instant: Instant, zone: Zone): string {
  return phrase(locale, instant, zone, (say, at) => say.time(at));
}

/** 20. марта */
export function dateOf(locale: Locale, instant: Instant, zone: Zone, { year = false }: WithYear = {}): string {
  return phrase(locale, instant, zone, (say, at) => say.date(at, year));
}

/** 20. марта 2026. */
export function fullDate(locale: Locale, instant: Instant, zone: Zone): string {
  return dateOf(locale, instant, zone, { year: true });
}

/** 20. марта 2026. – a calendar day, which is the same in every zone. */
export function calendarDay(locale: Locale, day: LocalDate): string {
  return fullDate(locale, `${day}T12:00:00.000Z`, "UTC");
}

/** среда, 18. марта */
export function weekdayDate(locale: Locale, instant: Instant, zone: Zone, { year = false }: WithYear = {}): string {
  return phrase(locale, instant, zone, (say, at) => say.weekdayDate(at, year));
}

/** 18. марта у 14.32 */
export function dateTime(locale: Locale, instant: Instant, zone: Zone, { year = false }: WithYear = {}): string {
  return phrase(locale, instant, zone, (say, at) => say.dateTime(at, year));
}

function isOneDay(start: Moment, end: Moment): boolean {
  return start.year === end.year && start.month === end.month && start.day === end.day;
}

/** од 10.00 до 11.35; over several days од 14. марта у 12.00 до 20. марта 2026. у 20.00 */
export function between(locale: Locale, start: Instant, end: Instant, zone: Zone): string {
  return phrase(locale, end, zone, (say, last) => {
    const first = momentIn(start, zone);
    return isOneDay(first, last) ? say.hours(first, last) : say.days(first, last);
  });
}

/** When a meeting was: у петак, 13. марта 2026. од 10.00 до 11.35 (Београд, UTC+1) */
export function meetingTime(locale: Locale, start: Instant, end: Instant, zone: Zone): string {
  const when = phrase(locale, end, zone, (say, last) => {
    const first = momentIn(start, zone);
    return isOneDay(first, last) ? say.onDayHours(first, last) : say.days(first, last);
  });
  return `${when} ${zoneNote(locale, start, zone)}`;
}

/** до рока: 5 дана; on the last day that it is the last. */
export function daysLeft(locale: Locale, n: number): string {
  return say(locale, "common.daysLeft", { n });
}
