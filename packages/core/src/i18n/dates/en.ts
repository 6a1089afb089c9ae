import { type DateWords, type Moment, nameOf, twoDigits } from "./words.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

const weekday = (at: Moment) => nameOf(weekdays, at.weekday);
const time = (at: Moment) => `${twoDigits(at.hour)}:${twoDigits(at.minute)}`;
const atTime = (at: Moment) => `at\u00a0${time(at)}`;
const date = (at: Moment, year: boolean) => `${at.day}\u00a0${nameOf(months, at.month)}${year ? ` ${at.year}` : ""}`;
const onDay = (at: Moment, year: boolean) => `on ${weekday(at)}, ${date(at, year)}`;
const hours = (start: Moment, end: Moment) => `from ${time(start)} to ${time(end)}`;

export const en: DateWords = {
  time,
  atTime,
  date,
  weekdayDate: (at, year) => `${weekday(at)}, ${date(at, year)}`,
  onDay,
  onDayAt: (at, year) => `${onDay(at, year)} ${atTime(at)}`,
  shortOn: (at) => `on ${weekday(at)} ${atTime(at)}`,
  dateTime: (at, year) => `${date(at, year)} ${atTime(at)}`,
  by: (at) => `by ${weekday(at)}, ${date(at, true)}, ${time(at)}`,
  shortBy: (at) => `by ${weekday(at)}\u00a0${time(at)}`,
  hours,
  days: (start, end) =>
    `from ${date(start, start.year !== end.year)} ${atTime(start)} to ${date(end, true)} ${atTime(end)}`,
  onDayHours: (start, end) => `${onDay(start, true)} ${hours(start, end)}`,
};
