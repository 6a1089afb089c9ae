import { type DateWords, dottedTime, type Moment, nameOf } from "./words.ts";

const weekdays = ["poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"];
const untilWeekday = ["poniedziałku", "wtorku", "środy", "czwartku", "piątku", "soboty", "niedzieli"];
const onWeekday = ["poniedziałek", "wtorek", "środę", "czwartek", "piątek", "sobotę", "niedzielę"];
const months = [
  ...["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"],
  ...["lipca", "sierpnia", "września", "października", "listopada", "grudnia"],
];

/** we before wtorek, w before the others; never at the end of a line */
const on = (at: Moment) => `${at.weekday === 1 ? "we" : "w"}\u00a0${nameOf(onWeekday, at.weekday)}`;
const hour = (at: Moment) => `godz.\u00a0${dottedTime(at)}`;
const atTime = (at: Moment) => `o\u00a0${hour(at)}`;
const date = (at: Moment, year: boolean) =>
  `${at.day}\u00a0${nameOf(months, at.month)}${year ? ` ${at.year}\u00a0r.` : ""}`;
const onDay = (at: Moment, year: boolean) => `${on(at)}, ${date(at, year)}`;
const hours = (start: Moment, end: Moment) => `od ${hour(start)} do ${dottedTime(end)}`;

export const pl: DateWords = {
  time: dottedTime,
  atTime,
  date,
  weekdayDate: (at, year) => `${nameOf(weekdays, at.weekday)}, ${date(at, year)}`,
  onDay,
  onDayAt: (at, year) => `${onDay(at, year)}, ${atTime(at)}`,
  shortOn: (at) => `${on(at)} ${atTime(at)}`,
  dateTime: (at, year) => `${date(at, year)} ${atTime(at)}`,
  by: (at) => `do ${nameOf(untilWeekday, at.weekday)}, ${date(at, true)}, do\u00a0${hour(at)}`,
  shortBy: (at) => `do ${nameOf(untilWeekday, at.weekday)}, ${hour(at)}`,
  hours,
  days: (start, end) =>
    `od ${date(start, start.year !== end.year)}, ${hour(start)}, do ${date(end, true)}, ${hour(end)}`,
  onDayHours: (start, end) => `${onDay(start, true)}, ${hours(start, end)}`,
};
