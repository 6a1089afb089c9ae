/** A moment as the wall calendar and clock of a zone show it. Weekdays count from Monday = 0, months from January = 0. */
export type Moment = { year: number; month: number; day: number; weekday: number; hour: number; minute: number };

/** How one language says days and times. `year` adds the year; every phrase keeps a date and a time unbroken. */
export interface DateWords {
  /** 20.00 */
  time(at: Moment): string;
  /** in its case after "at": у 20.00 */
  atTime(at: Moment): string;
  /** 20. марта · 20. марта 2026. */
  date(at: Moment, year: boolean): string;
  /** среда, 18. марта */
  weekdayDate(at: Moment, year: boolean): string;
  /** у петак, 20. марта */
  onDay(at: Moment, year: boolean): string;
  /** у петак, 20. марта у 20.00 */
  onDayAt(at: Moment, year: boolean): string;
  /** у петак у 20.00 */
  shortOn(at: Moment): string;
  /** 18. марта у 14.32 */
  dateTime(at: Moment, year: boolean): string;
  /** до петка, 20. марта 2026. у 20.00 */
  by(at: Moment): string;
  /** до петка у 20.00 */
  shortBy(at: Moment): string;
  /** од 10.00 до 11.35 */
  hours(start: Moment, end: Moment): string;
  /** од 14. марта у 12.00 до 20. марта 2026. у 20.00 */
  days(start: Moment, end: Moment): string;
  /** у петак, 13. марта 2026. од 10.00 до 11.35 */
  onDayHours(start: Moment, end: Moment): string;
}

/** The name of a weekday or month by its number. */
export function nameOf(names: readonly string[], at: number): string {
  const name = names[at];
  if (name === undefined) throw new RangeError(`no name for ${at}`);
  return name;
}

export const twoDigits = (n: number) => String(n).padStart(2, "0");

/** Hours and minutes with a full stop and no leading zero: 9.05. */
export const dottedTime = (at: Moment) => `${at.hour}.${twoDigits(at.minute)}`;
