import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  atTime,
  between,
  byDeadline,
  byWhen,
  dateOf,
  dateTime,
  daysBetween,
  daysLeft,
  endOfLocalDay,
  isNight,
  LocalDate,
  LocalDateTime,
  type Locale,
  localDate,
  localDateTime,
  meetingTime,
  onDay,
  onDayAt,
  onMoment,
  parseLocal,
  shortBy,
  shortOn,
  timeOf,
  weekdayDate,
  Zone,
  zoneNote,
} from "../../../packages/core/src/i18n/index.ts";

const belgrade = "Europe/Belgrade";
const vilnius = "Europe/Vilnius";
const warsaw = "Europe/Warsaw";

/** Friday, 20 March 2026: 20:00 in Belgrade and Warsaw, then 20:00 in Vilnius. */
const friday = "2026-03-20T19:00:00.000Z";
const fridayVilnius = "2026-03-20T18:00:00.000Z";

const readable = (text: string) => text.replaceAll("\u00a0", " ");

describe("a deadline", () => {
  test.each<[Locale, string, string, string]>([
    ["en", friday, belgrade, "by Friday, 20 March 2026, 20:00 (Belgrade, UTC+1)"],
    ["sr-Cyrl", friday, belgrade, "до петка, 20. марта 2026. у 20.00 (Београд, UTC+1)"],
    ["sr-Latn", friday, belgrade, "do petka, 20. marta 2026. u 20.00 (Beograd, UTC+1)"],
    ["lt", fridayVilnius, vilnius, "iki 2026 m. kovo 20 d., penktadienio, 20.00 val. (Vilnius, UTC+2)"],
    ["pl", friday, warsaw, "do piątku, 20 marca 2026 r., do godz. 20.00 (Warszawa, UTC+1)"],
  ])("in %s at %s in %s is %s", (locale, instant, zone, said) => {
    expect(readable(byDeadline(locale, instant, zone))).toBe(said);
  });

  test("does not break inside its date, its time and its zone", () => {
    expect(byDeadline("sr-Cyrl", friday, belgrade)).toBe(
      "до петка, 20.\u00a0марта 2026. у\u00a020.00 (Београд,\u00a0UTC+1)",
    );
    expect(byWhen("lt", fridayVilnius, vilnius)).toBe(
      "iki 2026\u00a0m. kovo\u00a020\u00a0d., penktadienio, 20.00\u00a0val.",
    );
    expect(byWhen("pl", friday, warsaw)).toBe("do piątku, 20\u00a0marca 2026\u00a0r., do\u00a0godz.\u00a020.00");
  });

  test.each<[Locale, string]>([
    ["en", "by Friday 20:00"],
    ["sr-Cyrl", "до петка у 20.00"],
    ["lt", "iki penktadienio 21.00 val."],
    ["pl", "do piątku, godz. 20.00"],
  ])("in a subject of %s is %s", (locale, said) => {
    expect(readable(shortBy(locale, friday, locale === "lt" ? vilnius : belgrade))).toBe(said);
  });

  test.each<[string, string, string]>([
    ["2026-03-28T19:00:00.000Z", belgrade, "до суботе, 28. марта 2026. у 20.00 (Београд, UTC+1)"],
    ["2026-03-29T00:59:00.000Z", belgrade, "до недеље, 29. марта 2026. у 1.59 (Београд, UTC+1)"],
    ["2026-03-29T01:00:00.000Z", belgrade, "до недеље, 29. марта 2026. у 3.00 (Београд, UTC+2)"],
    ["2026-03-29T18:00:00.000Z", belgrade, "до недеље, 29. марта 2026. у 20.00 (Београд, UTC+2)"],
    ["2026-03-30T18:00:00.000Z", warsaw, "до понедељка, 30. марта 2026. у 20.00 (Варшава, UTC+2)"],
    ["2026-03-30T17:00:00.000Z", vilnius, "до понедељка, 30. марта 2026. у 20.00 (Вилњус, UTC+3)"],
    ["2026-10-24T18:00:00.000Z", belgrade, "до суботе, 24. октобра 2026. у 20.00 (Београд, UTC+2)"],
    ["2026-10-25T00:30:00.000Z", belgrade, "до недеље, 25. октобра 2026. у 2.30 (Београд, UTC+2)"],
    ["2026-10-25T01:30:00.000Z", belgrade, "до недеље, 25. октобра 2026. у 2.30 (Београд, UTC+1)"],
    ["2026-10-25T19:00:00.000Z", warsaw, "до недеље, 25. октобра 2026. у 20.00 (Варшава, UTC+1)"],
    ["2026-10-26T18:00:00.000Z", vilnius, "до понедељка, 26. октобра 2026. у 20.00 (Вилњус, UTC+2)"],
  ])("at %s in %s carries the offset then in force: %s", (instant, zone, said) => {
    expect(readable(byDeadline("sr-Cyrl", instant, zone))).toBe(said);
  });

  test("in a zone whose city we have no word for names it as IANA does", () => {
    expect(readable(zoneNote("pl", friday, "America/New_York"))).toBe("(New York, UTC−4)");
    expect(readable(zoneNote("en", friday, "Asia/Kolkata"))).toBe("(Kolkata, UTC+5:30)");
    expect(zoneNote("en", friday, "UTC")).toBe("(UTC)");
  });

  test.each<[Locale, number, string]>([
    ["en", 5, "5 days left"],
    ["en", 1, "1 day left"],
    ["sr-Cyrl", 5, "до рока: 5 дана"],
    ["sr-Cyrl", 21, "до рока: 21 дан"],
    ["lt", 5, "iki termino liko 5 dienos"],
    ["lt", 10, "iki termino liko 10 dienų"],
    ["pl", 5, "do końca terminu: 5 dni"],
    ["sr-Cyrl", 0, "последњи дан рока"],
  ])("in %s with %d to go: %s", (locale, n, said) => {
    expect(daysLeft(locale, n)).toBe(said);
  });
});

describe("weekdays", () => {
  const week = ["16", "17", "18", "19", "20", "21", "22"].map((day) => `2026-03-${day}T12:00:00.000Z`);
  const weekOf = (say: (locale: Locale, instant: string, zone: string) => string, locale: Locale) =>
    week.map((day) => readable(say(locale, day, belgrade)));

  test("stand in their case after до, iki, do", () => {
    expect(weekOf(shortBy, "sr-Cyrl").map((said) => said.split(" ")[1])).toEqual([
      ...["понедељка", "уторка", "среде", "четвртка", "петка", "суботе", "недеље"],
    ]);
    expect(weekOf(shortBy, "lt").map((said) => said.split(" ")[1])).toEqual([
      ...["pirmadienio", "antradienio", "trečiadienio", "ketvirtadienio", "penktadienio", "šeštadienio", "sekmadienio"],
    ]);
    expect(weekOf(shortBy, "pl").map((said) => said.split(/[ ,]/)[1])).toEqual([
      ...["poniedziałku", "wtorku", "środy", "czwartku", "piątku", "soboty", "niedzieli"],
    ]);
  });

  test("stand in their case after “on”", () => {
    expect(weekOf(onDay, "sr-Cyrl").map((said) => said.split(",")[0])).toEqual([
      ...["у понедељак", "у уторак", "у среду", "у четвртак", "у петак", "у суботу", "у недељу"],
    ]);
    expect(weekOf(onDay, "lt").map((said) => said.split(", ")[1])).toEqual([
      ...["pirmadienį", "antradienį", "trečiadienį", "ketvirtadienį", "penktadienį", "šeštadienį", "sekmadienį"],
    ]);
    expect(weekOf(onDay, "pl").map((said) => said.split(",")[0])).toEqual([
      ...["w poniedziałek", "we wtorek", "w środę", "w czwartek", "w piątek", "w sobotę", "w niedzielę"],
    ]);
  });

  test.each<[Locale, string]>([
    ["en", "on Friday, 20 March"],
    ["sr-Cyrl", "у петак, 20. марта"],
    ["lt", "kovo 20 d., penktadienį"],
    ["pl", "w piątek, 20 marca"],
  ])("a day in %s is %s", (locale, said) => {
    expect(readable(onDay(locale, friday, belgrade))).toBe(said);
  });
});

describe("months", () => {
  const year = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}-05T12:00:00.000Z`);

  test("stand in the genitive", () => {
    expect(year.map((day) => readable(dateOf("sr-Cyrl", day, belgrade)))).toEqual([
      ...["5. јануара", "5. фебруара", "5. марта", "5. априла", "5. маја", "5. јуна", "5. јула", "5. августа"],
      ...["5. септембра", "5. октобра", "5. новембра", "5. децембра"],
    ]);
    expect(year.map((day) => readable(dateOf("lt", day, vilnius)))).toEqual([
      ...["sausio 5 d.", "vasario 5 d.", "kovo 5 d.", "balandžio 5 d.", "gegužės 5 d.", "birželio 5 d."],
      ...["liepos 5 d.", "rugpjūčio 5 d.", "rugsėjo 5 d.", "spalio 5 d.", "lapkričio 5 d.", "gruodžio 5 d."],
    ]);
    expect(year.map((day) => readable(dateOf("pl", day, warsaw)))).toEqual([
      ...["5 stycznia", "5 lutego", "5 marca", "5 kwietnia", "5 maja", "5 czerwca"],
      ...["5 lipca", "5 sierpnia", "5 września", "5 października", "5 listopada", "5 grudnia"],
    ]);
  });
});

describe("moments", () => {
  const received = "2026-03-18T13:32:00.000Z";

  test.each<[Locale, string]>([
    ["en", "18 March at 14:32"],
    ["sr-Cyrl", "18. марта у 14.32"],
    ["lt", "kovo 18 d. 14.32 val."],
    ["pl", "18 marca o godz. 14.32"],
  ])("an answer in %s came in on %s", (locale, said) => {
    expect(readable(dateTime(locale, received, belgrade))).toBe(said);
  });

  test.each<[Locale, string]>([
    ["en", "on Friday, 20 March at 20:00"],
    ["sr-Cyrl", "у петак, 20. марта у 20.00"],
    ["lt", "kovo 20 d., penktadienį, 20.00 val."],
    ["pl", "w piątek, 20 marca, o godz. 20.00"],
  ])("a form in %s closed %s", (locale, said) => {
    expect(readable(onDayAt(locale, friday, belgrade))).toBe(said);
  });

  test("are said as the model pages say them", () => {
    const begin = "2026-03-13T09:00:00.000Z";
    const end = "2026-03-13T10:35:00.000Z";
    expect(readable(meetingTime("sr-Cyrl", begin, end, belgrade))).toBe(
      "у петак, 13. марта 2026. од 10.00 до 11.35 (Београд, UTC+1)",
    );
    expect(between("sr-Cyrl", begin, end, belgrade)).toBe("од 10.00 до 11.35");
    expect(readable(between("sr-Cyrl", "2026-03-14T11:00:00.000Z", friday, belgrade))).toBe(
      "од 14. марта у 12.00 до 20. марта 2026. у 20.00",
    );
    expect(readable(dateTime("sr-Cyrl", "2026-03-21T08:15:00.000Z", belgrade, { year: true }))).toBe(
      "21. марта 2026. у 9.15",
    );
    expect(readable(weekdayDate("sr-Latn", "2026-03-18T08:15:00.000Z", belgrade))).toBe("sreda, 18. marta");
    expect(readable(shortOn("sr-Latn", friday, belgrade))).toBe("u petak u 20.00");
    expect(timeOf("sr-Cyrl", "2026-03-13T08:52:00.000Z", belgrade)).toBe("9.52");
    expect(atTime("sr-Cyrl", friday, belgrade)).toBe("у\u00a020.00");
    expect(readable(onMoment("lt", "2026-03-18T12:32:00.000Z", vilnius))).toBe(
      "2026 m. kovo 18 d., trečiadienį, 14.32 val. (Vilnius, UTC+2)",
    );
    expect(readable(meetingTime("pl", begin, end, warsaw))).toBe(
      "w piątek, 13 marca 2026 r., od godz. 10.00 do 11.35 (Warszawa, UTC+1)",
    );
    expect(readable(between("lt", begin, end, vilnius))).toBe("nuo 11.00 iki 12.35 val.");
    expect(readable(meetingTime("en", begin, end, belgrade))).toBe(
      "on Friday, 13 March 2026 from 10:00 to 11:35 (Belgrade, UTC+1)",
    );
  });

  test("over New Year's Eve carry both years", () => {
    expect(readable(between("pl", "2026-12-30T11:00:00.000Z", "2027-01-08T19:00:00.000Z", warsaw))).toBe(
      "od 30 grudnia 2026 r., godz. 12.00, do 8 stycznia 2027 r., godz. 20.00",
    );
  });
});

describe("local times", () => {
  test("become the instant in force, on either side of the clock change", () => {
    expect(parseLocal("2026-03-20T20:00", belgrade)).toBe(friday);
    expect(parseLocal("2026-03-20T20:00", vilnius)).toBe(fridayVilnius);
    expect(parseLocal("2026-03-29T20:00", warsaw)).toBe("2026-03-29T18:00:00.000Z");
    expect(parseLocal("2026-10-25T20:00", warsaw)).toBe("2026-10-25T19:00:00.000Z");
    expect(localDateTime(friday, belgrade)).toBe("2026-03-20T20:00");
    expect(localDate("2026-03-20T23:30:00.000Z", belgrade)).toBe("2026-03-21");
  });

  test("that the clocks skip are told as skipped", () => {
    expect(parseLocal("2026-03-29T02:30", belgrade)).toBe("skipped");
    expect(parseLocal("2026-03-29T02:30", warsaw)).toBe("skipped");
    expect(parseLocal("2026-03-29T03:30", vilnius)).toBe("skipped");
    expect(parseLocal("2026-03-29T02:30", vilnius)).toBe("2026-03-29T00:30:00.000Z");
    expect(parseLocal("2026-03-29T03:00", belgrade)).toBe("2026-03-29T01:00:00.000Z");
  });

  test("that come twice are the first of the two", () => {
    expect(parseLocal("2026-10-25T02:30", belgrade)).toBe("2026-10-25T00:30:00.000Z");
    expect(parseLocal("2026-10-25T02:30", warsaw)).toBe("2026-10-25T00:30:00.000Z");
    expect(parseLocal("2026-10-25T03:30", vilnius)).toBe("2026-10-25T00:30:00.000Z");
  });

  test.each([
    ["2026-03-28", belgrade, "2026-03-28T22:59:59.999Z"],
    ["2026-03-29", belgrade, "2026-03-29T21:59:59.999Z"],
    ["2026-03-29", vilnius, "2026-03-29T20:59:59.999Z"],
    ["2026-03-30", warsaw, "2026-03-30T21:59:59.999Z"],
    ["2026-10-24", warsaw, "2026-10-24T21:59:59.999Z"],
    ["2026-10-25", belgrade, "2026-10-25T22:59:59.999Z"],
    ["2026-10-26", vilnius, "2026-10-26T21:59:59.999Z"],
  ])("the day %s ends in %s at %s", (date, zone, instant) => {
    expect(endOfLocalDay(date, zone)).toBe(instant);
  });

  test("it is night from 01:00 up to 04:00", () => {
    expect(isNight("2026-03-19T23:59:00.000Z", belgrade)).toBe(false);
    expect(isNight("2026-03-20T00:00:00.000Z", belgrade)).toBe(true);
    expect(isNight("2026-03-20T02:59:00.000Z", belgrade)).toBe(true);
    expect(isNight("2026-03-20T03:00:00.000Z", belgrade)).toBe(false);
    expect(isNight("2026-03-20T02:00:00.000Z", vilnius)).toBe(false);
    expect(isNight("2026-03-29T01:30:00.000Z", belgrade)).toBe(true);
    expect(isNight("2026-10-25T02:59:00.000Z", belgrade)).toBe(true);
  });

  test("days are counted on the wall calendar, whatever the clocks do", () => {
    expect(daysBetween("2026-03-28T22:30:00.000Z", "2026-03-29T22:30:00.000Z", belgrade)).toBe(2);
    expect(daysBetween("2026-03-15T23:30:00.000Z", friday, belgrade)).toBe(4);
    expect(daysBetween(friday, friday, belgrade)).toBe(0);
    expect(daysBetween(friday, "2026-03-19T12:00:00.000Z", belgrade)).toBe(-1);
  });

  test("only real days, times and zones are taken", () => {
    expect(v.is(LocalDate, "2026-02-29")).toBe(false);
    expect(v.is(LocalDate, "2028-02-29")).toBe(true);
    expect(v.is(LocalDateTime, "2026-03-20T24:30")).toBe(false);
    expect(v.is(LocalDateTime, "2026-03-20T20:00")).toBe(true);
    expect(v.is(Zone, belgrade)).toBe(true);
    expect(v.is(Zone, "Europe/Belgrad")).toBe(false);
    expect(v.is(Zone, "+01:00")).toBe(false);
  });
});
