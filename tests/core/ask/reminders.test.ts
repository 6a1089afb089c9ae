import { type Ask, inDaytime, isReminderDue, nextCheck, nextReminder, reminderPlan } from "@quorate/core/ask";
import {
  type Instant,
  after as later,
  secondsBetween,
  before as sooner,
  toInstant,
  toMilliseconds,
} from "@quorate/core/kit";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";

const BELGRADE = "Europe/Belgrade";
const VILNIUS = "Europe/Vilnius";

describe("a moment in the person's day", () => {
  it.each([
    ["06:59 is too early", "2026-03-10T05:59:59.999Z", BELGRADE, "2026-03-10T06:00:00.000Z"],
    ["07:00 is day", "2026-03-10T06:00:00.000Z", BELGRADE, "2026-03-10T06:00:00.000Z"],
    ["noon is day", "2026-03-10T11:30:00.000Z", BELGRADE, "2026-03-10T11:30:00.000Z"],
    ["20:00 is day", "2026-03-10T19:00:00.000Z", BELGRADE, "2026-03-10T19:00:00.000Z"],
    ["after 20:00 waits for the morning", "2026-03-10T19:00:00.001Z", BELGRADE, "2026-03-11T06:00:00.000Z"],
    ["midnight waits for the same day's morning", "2026-03-09T23:00:00.000Z", BELGRADE, "2026-03-10T06:00:00.000Z"],
    ["the same moment is night further east", "2026-03-10T18:30:00.000Z", VILNIUS, "2026-03-11T05:00:00.000Z"],
    ["into the day on which summer time begins", "2026-03-28T22:00:00.000Z", BELGRADE, "2026-03-29T05:00:00.000Z"],
    ["in the hour that is left out", "2026-03-29T01:00:00.000Z", BELGRADE, "2026-03-29T05:00:00.000Z"],
    ["out of the day on which summer time begins", "2026-03-29T18:30:00.000Z", BELGRADE, "2026-03-30T05:00:00.000Z"],
    ["into the day on which summer time ends", "2026-10-24T22:00:00.000Z", BELGRADE, "2026-10-25T06:00:00.000Z"],
    ["in the hour that comes twice", "2026-10-25T01:30:00.000Z", BELGRADE, "2026-10-25T06:00:00.000Z"],
    ["out of the day on which summer time ends", "2026-10-25T19:30:00.000Z", BELGRADE, "2026-10-26T06:00:00.000Z"],
    ["spring in Vilnius", "2026-03-28T20:00:00.000Z", VILNIUS, "2026-03-29T04:00:00.000Z"],
    ["autumn in Vilnius", "2026-10-24T20:00:00.000Z", VILNIUS, "2026-10-25T05:00:00.000Z"],
  ])("%s", (_, instant, zone, expected) => {
    expect(inDaytime(instant, zone)).toBe(expected);
  });
});

describe("the default plan", () => {
  it.each<[string, Instant, Instant, string, Instant[]]>([
    [
      "of a month: 7 days and 1 day before the deadline",
      ...(["2026-03-01T09:00:00.000Z", "2026-03-28T19:00:00.000Z", BELGRADE] as const),
      ["2026-03-21T19:00:00.000Z", "2026-03-27T19:00:00.000Z"],
    ],
    [
      "of just under two weeks: halfway is before the seventh day, which is later",
      ...(["2026-03-02T09:00:00.000Z", "2026-03-16T19:00:00.000Z", BELGRADE] as const),
      ["2026-03-09T19:00:00.000Z", "2026-03-15T19:00:00.000Z"],
    ],
    [
      "of ten days: halfway is later than 7 days before",
      ...(["2026-03-10T09:00:00.000Z", "2026-03-20T19:00:00.000Z", BELGRADE] as const),
      ["2026-03-15T14:00:00.000Z", "2026-03-19T19:00:00.000Z"],
    ],
    [
      "of a week whose halfway falls into the night: in the morning",
      ...(["2026-03-13T11:00:00.000Z", "2026-03-20T19:00:00.000Z", BELGRADE] as const),
      ["2026-03-17T06:00:00.000Z", "2026-03-19T19:00:00.000Z"],
    ],
    [
      "of three days: the first would be too near the second, so there is one",
      ...(["2026-03-16T09:00:00.000Z", "2026-03-19T19:00:00.000Z", BELGRADE] as const),
      ["2026-03-18T19:00:00.000Z"],
    ],
    [
      "of two days: the day before",
      ...(["2026-03-16T09:00:00.000Z", "2026-03-18T09:00:00.000Z", BELGRADE] as const),
      ["2026-03-17T09:00:00.000Z"],
    ],
    [
      "of a day and a half: none, the letter itself is not 20 hours old",
      ...(["2026-03-16T09:00:00.000Z", "2026-03-17T19:00:00.000Z", BELGRADE] as const),
      [],
    ],
    [
      "to the end of a day: in the mornings, the last on the last day",
      ...(["2026-03-17T09:00:00.000Z", "2026-03-20T22:59:59.000Z", BELGRADE] as const),
      ["2026-03-19T06:00:00.000Z", "2026-03-20T06:00:00.000Z"],
    ],
    [
      "over the beginning of summer time: in the day before and after it",
      ...(["2026-03-20T09:00:00.000Z", "2026-03-30T04:00:00.000Z", BELGRADE] as const),
      ["2026-03-25T06:30:00.000Z", "2026-03-29T05:00:00.000Z"],
    ],
    [
      "over the end of summer time: in the day before and after it",
      ...(["2026-10-01T09:00:00.000Z", "2026-10-25T22:00:00.000Z", BELGRADE] as const),
      ["2026-10-19T05:00:00.000Z", "2026-10-25T06:00:00.000Z"],
    ],
    [
      "over the beginning of summer time in Vilnius",
      ...(["2026-03-01T09:00:00.000Z", "2026-03-29T20:00:00.000Z", VILNIUS] as const),
      ["2026-03-23T05:00:00.000Z", "2026-03-29T04:00:00.000Z"],
    ],
  ])("%s", (_, openedAt, deadline, zone, plan) => {
    expect(reminderPlan(openedAt, deadline, zone)).toEqual(plan);
  });
});

type Waiting = Parameters<typeof nextReminder>[0];
const OPENED = "2026-03-10T09:00:00.000Z";
const waiting = (more: Partial<Waiting> = {}): Waiting => ({
  ...{ state: "open", undelivered: false, reminded: [], zone: BELGRADE, deadline: "2026-03-20T19:00:00.000Z" },
  ...more,
});

describe("the next reminder", () => {
  const [first, second] = ["2026-03-15T14:00:00.000Z", "2026-03-19T19:00:00.000Z"];

  it("is the plan's first, then its second, then none", () => {
    expect(nextReminder(waiting(), OPENED)).toBe(first);
    expect(nextReminder(waiting({ reminded: [first] }), OPENED)).toBe(second);
    expect(nextReminder(waiting({ reminded: [first, second] }), OPENED)).toBeUndefined();
  });

  it("that went out late moves no other nearer than 20 hours", () => {
    expect(nextReminder(waiting({ reminded: [sooner(second, { hours: 20 })] }), OPENED)).toBe(second);
    expect(nextReminder(waiting({ reminded: [sooner(second, { hours: 19, minutes: 59 })] }), OPENED)).toBeUndefined();
  });

  it("is none once she has answered, the ask is closed, or her letter came back", () => {
    for (const state of ["answered", "closed", "unasked"] as const) {
      expect(nextReminder(waiting({ state }), OPENED)).toBeUndefined();
    }
    expect(nextReminder(waiting({ undelivered: true }), OPENED)).toBeUndefined();
  });

  it("is none after five, however far the deadline is moved", () => {
    const reminded = [11, 12, 13, 14, 15].map((day) => `2026-03-${day}T09:00:00.000Z`);
    const deadline = "2026-06-30T18:00:00.000Z";
    expect(nextReminder(waiting({ reminded: reminded.slice(0, 4), deadline }), OPENED)).toBeDefined();
    expect(nextReminder(waiting({ reminded, deadline }), OPENED)).toBeUndefined();
  });
});

describe("a reminder is due", () => {
  it("from its planned moment on, in the person's day", () => {
    expect(isReminderDue(waiting(), OPENED, "2026-03-15T13:59:59.999Z")).toBe(false);
    expect(isReminderDue(waiting(), OPENED, "2026-03-15T14:00:00.000Z")).toBe(true);
    expect(isReminderDue(waiting(), OPENED, "2026-03-15T22:00:00.000Z")).toBe(false);
    expect(isReminderDue(waiting(), OPENED, "2026-03-16T05:59:59.999Z")).toBe(false);
    expect(isReminderDue(waiting(), OPENED, "2026-03-16T06:00:00.000Z")).toBe(true);
  });

  it("never after the deadline, though it was missed and the form has not closed yet", () => {
    const late = "2026-03-20T19:02:00.000Z";
    const deadline = "2026-03-20T18:59:00.000Z";
    expect(isReminderDue(waiting({ deadline }), OPENED, late)).toBe(false);
    const asks = [waiting({ deadline })] as Ask[];
    const closesAt = later(deadline, { minutes: 5 });
    expect(nextCheck({ openedAt: OPENED, closesAt }, asks, late)).toBe(closesAt);
  });
});

const ZONES = [BELGRADE, VILNIUS, "Europe/Warsaw", "Asia/Tokyo", "America/New_York", "UTC"];
const isNight = (instant: Instant, zone: string) => {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime();
  const [day, evening] = [Temporal.PlainTime.from("07:00"), Temporal.PlainTime.from("20:00")];
  return Temporal.PlainTime.compare(local, day) < 0 || Temporal.PlainTime.compare(local, evening) > 0;
};

const minutesFrom = (most: number) => fc.integer({ min: 1, max: most });
/** A collection: when it opens, how long it runs, by how much it is extended and when, and how late the machine looks. */
const course = fc.record({
  openedAt: fc.integer({ min: Date.UTC(2026, 1, 1), max: Date.UTC(2026, 10, 30) }).map(toInstant),
  minutes: minutesFrom(60 * 24 * 60),
  zone: fc.constantFrom(...ZONES),
  extensions: fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), by: minutesFrom(30 * 24 * 60) }), {
    maxLength: 4,
  }),
  /** The machine was away: it looks so many minutes after it was due. */
  delays: fc.infiniteStream(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, minutesFrom(3 * 24 * 60))),
});

describe("whatever happens", () => {
  it("nobody is reminded within 20 hours, at night, after the deadline, or more than five times", () => {
    fc.assert(
      fc.property(course, ({ openedAt, minutes, zone, extensions, delays }) => {
        let ask: Waiting = waiting({ zone, deadline: later(openedAt, { minutes }) });
        const [...waitingExtensions] = extensions.map(({ at, by }) => ({
          at: later(openedAt, { minutes: Math.floor(minutes * at) }),
          by,
        }));
        let now = openedAt;
        for (const delay of delays) {
          for (const extension of waitingExtensions.splice(0)) {
            if (extension.at > now) waitingExtensions.push(extension);
            else ask = { ...ask, deadline: later(ask.deadline ?? now, { minutes: extension.by }) };
          }
          const deadline = ask.deadline ?? now;
          const closesAt = later(deadline, { minutes: 5 });
          if (now >= closesAt) break;
          if (isReminderDue(ask, openedAt, now)) {
            expect(now < deadline).toBe(true);
            ask = { ...ask, reminded: [...ask.reminded, now] };
          }
          const next = nextCheck({ openedAt, closesAt }, [ask] as Ask[], now);
          // The machine is not kept busy: it looks again when there is something to do.
          expect(next > now).toBe(true);
          expect(next === closesAt || isReminderDue(ask, openedAt, next)).toBe(true);
          now = later(next, { minutes: delay });
        }
        for (const [index, at] of ask.reminded.entries()) {
          expect(isNight(at, zone)).toBe(false);
          const earlier = ask.reminded[index - 1] ?? openedAt;
          expect(secondsBetween(earlier, at)).toBeGreaterThanOrEqual(20 * 3600);
        }
        expect(ask.reminded.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 500 },
    );
  });

  it("a collection with time for it is reminded of, the last time within a day and a night of its deadline", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2026, 1, 1), max: Date.UTC(2026, 10, 30) }).map(toInstant),
        fc.integer({ min: 44 * 60, max: 60 * 24 * 60 }),
        fc.constantFrom(...ZONES),
        (openedAt, minutes, zone) => {
          const deadline = later(openedAt, { minutes });
          const plan = reminderPlan(openedAt, deadline, zone);
          expect(plan.length).toBeGreaterThanOrEqual(1);
          expect(plan.length).toBeLessThanOrEqual(2);
          const left = toMilliseconds(deadline) - toMilliseconds(plan.at(-1) ?? openedAt);
          expect(left).toBeGreaterThan(0);
          expect(left).toBeLessThanOrEqual(24 * 3600 * 1000);
        },
      ),
    );
  });
});
