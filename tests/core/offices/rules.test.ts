import {
  endOfMandate,
  type Holding,
  lastDay,
  mandateStanding,
  mostAtOnce,
  overlaps,
  reminderOf,
  whoGivesWay,
} from "@quorate/core/offices";
import { describe, expect, it } from "vitest";

type Mandate = Pick<Holding, "member" | "from" | "until" | "ended">;

const ended = (why: "resigned" | "annulled", on: string) => ({ why, on, at: "2026-06-01T08:00:00.000Z" });
const mandate = (member: string, from: string, until: string, more: Partial<Mandate> = {}): Mandate => ({
  ...{ member, from, until, ...more },
});
const year = mandate("a", "2026-03-13", "2027-03-12");

describe("a mandate", () => {
  it.each([
    [year, "2026-03-12", "coming"],
    [year, "2026-03-13", "held"],
    [year, "2027-03-12", "held"],
    [year, "2027-03-13", "over"],
    [{ ...year, ended: ended("resigned", "2026-06-01") }, "2026-06-01", "held"],
    [{ ...year, ended: ended("resigned", "2026-06-01") }, "2026-06-02", "ended"],
    [{ ...year, ended: ended("annulled", "2026-06-01") }, "2026-05-01", "ended"],
  ] as const)("of %o is on %s: %s", (one, day, standing) => {
    expect(mandateStanding(one, day)).toBe(standing);
  });

  it.each([
    ["2026-03-13", 24, "2028-03-12"],
    ["2026-01-01", 12, "2026-12-31"],
    ["2026-08-31", 6, "2027-02-27"],
  ])("that begins on %s and lasts %i months ends on %s", (from, months, until) => {
    expect(endOfMandate(from, months)).toBe(until);
  });

  it("never was in force when its election is annulled, nor when it ended before it began", () => {
    expect(lastDay({ ...year, ended: ended("annulled", "2026-06-01") })).toBeUndefined();
    expect(lastDay({ ...year, ended: ended("resigned", "2026-03-12") })).toBeUndefined();
    expect(lastDay({ ...year, ended: ended("resigned", "2026-06-01") })).toBe("2026-06-01");
    expect(lastDay(year)).toBe("2027-03-12");
  });

  it("is announced at nine in the morning of its zone, in winter and in summer", () => {
    expect(reminderOf("2027-03-12", 60, "Europe/Belgrade")).toBe("2027-01-11T08:00:00.000Z");
    expect(reminderOf("2026-09-12", 60, "Europe/Vilnius")).toBe("2026-07-14T06:00:00.000Z");
  });
});

describe("the seats of an office", () => {
  const two = [year, mandate("b", "2026-09-01", "2027-08-31")];

  it("are taken on every day of a mandate, the first and the last", () => {
    expect(overlaps(year, "2027-03-12", "2027-04-01")).toBe(true);
    expect(overlaps(year, "2027-03-13", "2027-04-01")).toBe(false);
    expect(overlaps(year, "2026-01-01", "2026-03-13")).toBe(true);
  });

  it("are counted day by day: two mandates one after the other take one", () => {
    expect(mostAtOnce(two, "2026-03-13", "2027-08-31")).toBe(2);
    expect(mostAtOnce(two, "2026-03-13", "2026-08-31")).toBe(1);
    expect(mostAtOnce([year, mandate("b", "2027-03-13", "2028-03-12")], "2026-01-01", "2028-12-31")).toBe(1);
    expect(mostAtOnce([], "2026-01-01", "2028-12-31")).toBe(0);
  });
});

describe("when members are elected", () => {
  const [a, b, c] = [
    mandate("a", "2025-01-01", "2026-12-31"),
    mandate("b", "2025-01-01", "2027-06-30"),
    mandate("c", "2025-01-01", "2027-06-30"),
  ] as const;
  const gone = (seats: number, mandates: readonly Mandate[], elected: string[], from = "2026-03-13") =>
    whoGivesWay({ seats }, mandates, elected, from).map(({ member }) => member);

  it("to the only seat, who holds it gives way", () => expect(gone(1, [a], ["x"])).toEqual(["a"]));
  it("to a vacant seat, nobody does", () => expect(gone(2, [a], ["x"])).toEqual([]));
  it("to all seats, everybody does", () => expect(gone(3, [a, b, c], ["x", "y", "z"])).toEqual(["a", "b", "c"]));
  it("again, her earlier mandate ends whatever is vacant", () => expect(gone(3, [a, b], ["b"])).toEqual(["b"]));
  it("to one seat of several, the mandate that would end first does", () =>
    expect(gone(3, [a, b, c], ["x"])).toEqual(["a"]));
  it("and two would end on the same day, no name order decides between them", () => {
    expect(gone(2, [b, c], ["x"])).toEqual([]);
    expect(gone(3, [a, b, c], ["x", "y"])).toEqual(["a"]);
  });
  it("from the day after a mandate, it has run its course", () =>
    expect(gone(1, [a], ["x"], "2027-01-01")).toEqual([]));
});
