import { type Frequency, morningOf, sendingTime, slotAfter } from "@quorate/core/digest";
import { inZone } from "@quorate/core/i18n";
import { after, type Instant } from "@quorate/core/kit";
import { describe, expect, it, test } from "vitest";

const zones = ["Europe/Belgrade", "Europe/Warsaw", "Europe/Vilnius"] as const;

describe("the day of the next digest", () => {
  const vectors: [now: Instant, frequency: Exclude<Frequency, "off">, slot: string][] = [
    // Friday; the Sunday before a Monday; Monday before and after seven in Belgrade.
    ["2026-11-20T12:00:00.000Z", "weekly", "2026-11-23"],
    ["2026-11-22T22:59:00.000Z", "weekly", "2026-11-23"],
    ["2026-11-23T05:59:59.999Z", "weekly", "2026-11-23"],
    ["2026-11-23T06:00:00.000Z", "weekly", "2026-11-30"],
    ["2026-11-23T06:00:00.000Z", "fortnightly", "2026-12-07"],
    ["2026-12-07T06:00:00.000Z", "fortnightly", "2026-12-21"],
    ["2026-11-23T06:00:00.000Z", "monthly", "2026-12-07"],
    ["2026-12-07T06:00:00.000Z", "monthly", "2027-01-04"],
    // A month that begins with a Monday.
    ["2027-01-31T12:00:00.000Z", "monthly", "2027-02-01"],
  ];
  it.each(vectors)("after %s, %s, is %s", (now, frequency, slot) => {
    expect(slotAfter(now, "Europe/Belgrade", frequency)).toBe(slot);
  });

  it("is the same fortnight for everybody, whenever she began", () => {
    const from = (now: Instant) => slotAfter(now, "Europe/Vilnius", "fortnightly");
    const first = from("2026-01-01T12:00:00.000Z");
    for (let days = 0; days < 400; days += 1) {
      const slot = from(after("2026-01-01T12:00:00.000Z", { days }));
      const weeks = (Date.parse(slot) - Date.parse(first)) / (7 * 24 * 3600_000);
      expect(weeks % 2, slot).toBe(0);
    }
  });
});

describe("the clocks change, and a digest still goes out on Monday at seven by the wall clock", () => {
  test.each(zones)("in %s, every week from 2026 to 2028", (zone) => {
    let now: Instant = "2026-01-01T12:00:00.000Z";
    const gaps = new Set<number>();
    for (let last = Number.NaN; now < "2029-01-01"; ) {
      const at = morningOf(slotAfter(now, zone, "weekly"), zone);
      const local = inZone(at, zone);
      expect([local.dayOfWeek, local.hour, local.minute], at).toEqual([1, 7, 0]);
      expect(sendingTime(at, zone), at).toBe(at);
      if (!Number.isNaN(last)) gaps.add((Date.parse(at) - last) / 3600_000);
      last = Date.parse(at);
      now = at;
    }
    // A week in hours; one less where summer time began in it, one more where it ended.
    expect([...gaps].toSorted((a, b) => a - b)).toEqual([167, 168, 169]);
  });

  // The Mondays after 29 March and 25 October 2026, 28 March and 31 October 2027, 26 March and 29 October 2028.
  const mondays = [
    ["2026-03-30", "05:00"],
    ["2026-10-26", "06:00"],
    ["2027-03-29", "05:00"],
    ["2027-11-01", "06:00"],
    ["2028-03-27", "05:00"],
    ["2028-10-30", "06:00"],
  ] as const;
  it.each(mondays)("on %s at %s UTC in Belgrade and Warsaw, an hour earlier in Vilnius", (day, utc) => {
    expect(morningOf(day, "Europe/Belgrade")).toBe(`${day}T${utc}:00.000Z`);
    expect(morningOf(day, "Europe/Warsaw")).toBe(`${day}T${utc}:00.000Z`);
    expect(morningOf(day, "Europe/Vilnius")).toBe(after(`${day}T${utc}:00.000Z`, { hours: -1 }));
  });
});

describe("what comes late", () => {
  const vectors: [now: string, then: string][] = [
    // By the clocks of Belgrade in winter: Monday 7.00 and 19.59 at once; 20.00, 23.30, 3.00 wait for the morning.
    ["2026-11-23T06:00:00.000Z", "2026-11-23T06:00:00.000Z"],
    ["2026-11-23T18:59:59.999Z", "2026-11-23T18:59:59.999Z"],
    ["2026-11-23T19:00:00.000Z", "2026-11-24T06:00:00.000Z"],
    ["2026-11-23T22:30:00.000Z", "2026-11-24T06:00:00.000Z"],
    ["2026-11-24T02:00:00.000Z", "2026-11-24T06:00:00.000Z"],
    // From Friday evening until Sunday night it waits for Monday.
    ["2026-11-27T19:00:00.000Z", "2026-11-30T06:00:00.000Z"],
    ["2026-11-28T11:00:00.000Z", "2026-11-30T06:00:00.000Z"],
    ["2026-11-29T22:00:00.000Z", "2026-11-30T06:00:00.000Z"],
  ];
  it.each(vectors)("at %s goes out at %s", (now, then) => {
    expect(sendingTime(now, "Europe/Belgrade")).toBe(then);
  });

  it("never goes out at night or on a weekend, whenever it comes", () => {
    for (const zone of zones) {
      for (let hours = 0; hours < 24 * 7 * 60; hours += 7) {
        const local = inZone(sendingTime(after("2026-02-01T00:30:00.000Z", { hours }), zone), zone);
        expect(local.hour).toBeGreaterThanOrEqual(7);
        expect(local.hour).toBeLessThan(20);
        expect(local.dayOfWeek).toBeLessThanOrEqual(5);
      }
    }
  });
});
