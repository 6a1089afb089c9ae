import { type DateWords, dottedTime, type Moment, nameOf } from "./words.ts";

const weekdays = ["понедељак", "уторак", "среда", "четвртак", "петак", "субота", "недеља"];
const untilWeekday = ["понедељка", "уторка", "среде", "четвртка", "петка", "суботе", "недеље"];
const onWeekday = ["понедељак", "уторак", "среду", "четвртак", "петак", "суботу", "недељу"];
const months = [
  ...["јануара", "фебруара", "марта", "априла", "маја", "јуна"],
  ...["јула", "августа", "септембра", "октобра", "новембра", "децембра"],
];

const atTime = (at: Moment) => `у\u00a0${dottedTime(at)}`;
const date = (at: Moment, year: boolean) => `${at.day}.\u00a0${nameOf(months, at.month)}${year ? ` ${at.year}.` : ""}`;
const onDay = (at: Moment, year: boolean) => `у ${nameOf(onWeekday, at.weekday)}, ${date(at, year)}`;
const hours = (start: Moment, end: Moment) => `од ${dottedTime(start)} до ${dottedTime(end)}`;

/** In Cyrillic; Latin is derived. */
export const sr: DateWords = {
  time: dottedTime,
  atTime,
  date,
  weekdayDate: (at, year) => `${nameOf(weekdays, at.weekday)}, ${date(at, year)}`,
  onDay,
  onDayAt: (at, year) => `${onDay(at, year)} ${atTime(at)}`,
  shortOn: (at) => `у ${nameOf(onWeekday, at.weekday)} ${atTime(at)}`,
  dateTime: (at, year) => `${date(at, year)} ${atTime(at)}`,
  by: (at) => `до ${nameOf(untilWeekday, at.weekday)}, ${date(at, true)} ${atTime(at)}`,
  shortBy: (at) => `до ${nameOf(untilWeekday, at.weekday)} ${atTime(at)}`,
  hours,
  days: (start, end) =>
    `од ${date(start, start.year !== end.year)} ${atTime(start)} до ${date(end, true)} ${atTime(end)}`,
  onDayHours: (start, end) => `${onDay(start, true)} ${hours(start, end)}`,
};
