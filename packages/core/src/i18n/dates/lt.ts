import { type DateWords, dottedTime, type Moment, nameOf } from "./words.ts";

const stems = ["pirm", "antr", "treč", "ketvirt", "penkt", "šešt", "sekm"];
const stemEnds = ["a", "a", "ia", "a", "a", "a", "a"];
const months = [
  ...["sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio"],
  ...["liepos", "rugpjūčio", "rugsėjo", "spalio", "lapkričio", "gruodžio"],
];

const weekday = (at: Moment, ending: "is" | "io" | "į") =>
  `${nameOf(stems, at.weekday)}${nameOf(stemEnds, at.weekday)}dien${ending}`;
const atTime = (at: Moment) => `${dottedTime(at)}\u00a0val.`;
const date = (at: Moment, year: boolean) =>
  `${year ? `${at.year}\u00a0m. ` : ""}${nameOf(months, at.month)}\u00a0${at.day}\u00a0d.`;
const onDay = (at: Moment, year: boolean) => `${date(at, year)}, ${weekday(at, "į")}`;
const hours = (start: Moment, end: Moment) => `nuo ${dottedTime(start)} iki ${atTime(end)}`;

export const lt: DateWords = {
  time: dottedTime,
  atTime,
  date,
  weekdayDate: (at, year) => `${date(at, year)}, ${weekday(at, "is")}`,
  onDay,
  onDayAt: (at, year) => `${onDay(at, year)}, ${atTime(at)}`,
  shortOn: (at) => `${weekday(at, "į")} ${atTime(at)}`,
  dateTime: (at, year) => `${date(at, year)} ${atTime(at)}`,
  by: (at) => `iki ${date(at, true)}, ${weekday(at, "io")}, ${atTime(at)}`,
  shortBy: (at) => `iki ${weekday(at, "io")} ${atTime(at)}`,
  hours,
  days: (start, end) =>
    `nuo ${date(start, true)} ${atTime(start)} iki ${date(end, start.year !== end.year)} ${atTime(end)}`,
  onDayHours: (start, end) => `${onDay(start, true)}, ${hours(start, end)}`,
};
