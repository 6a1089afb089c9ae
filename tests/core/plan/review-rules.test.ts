import { type Ask, nextReminder } from "@quorate/core/ask";
import { atDeadline, barredFrom, daysLater, onDay } from "@quorate/core/plan";
import { describe, expect, it } from "vitest";

describe("a round at its deadline", () => {
  const round = { isOver: true, received: 1, minimum: 2, open: 1, extensionDays: 7 };
  it.each([
    ["waits before it", { isOver: false, received: 3 }, "wait"],
    ["closes with the minimum", { received: 2 }, "close"],
    ["is extended once by itself below it", {}, "extend"],
    ["is not extended twice: the coordinator is asked", { extended: true }, "ask"],
    ["is not extended where nobody can answer any more", { open: 0 }, "ask"],
    ["is not extended where no days are set", { extensionDays: undefined }, "ask"],
    ["closes below the minimum where the coordinator says so", { closesBelow: true }, "close"],
  ] as const)("%s", (_, more, verdict) => {
    expect(atDeadline({ ...round, ...more })).toBe(verdict);
  });

  it("keeps the time of the day over the end of winter time", () => {
    const eve = "2026-03-27T18:00:00.000Z";
    expect(daysLater(eve, 4, "Europe/Vilnius")).toBe("2026-03-31T17:00:00.000Z");
    expect(onDay("2026-03-31", eve, "Europe/Vilnius")).toBe("2026-03-31T17:00:00.000Z");
  });
});

describe("a reviewer's reminders", () => {
  const own = { before: 2, after: [1, 4] };
  const deadline = "2026-03-20T18:00:00.000Z";
  const opened = "2026-03-02T08:00:00.000Z";
  const ask = {
    state: "open",
    undelivered: false,
    reminded: [],
    zone: "Europe/Vilnius",
    deadline,
  } satisfies Partial<Ask>;

  it("are one before the deadline, and none more where it is put off", () => {
    expect(nextReminder(ask, opened, own)).toBe("2026-03-18T18:00:00.000Z");
    const reminded = ["2026-03-18T18:00:00.000Z"];
    expect(nextReminder({ ...ask, reminded, deadline: "2026-03-27T18:00:00.000Z" }, opened, own)).toBeUndefined();
  });

  it("are two after a deadline that was missed, whether or not the one before has gone", () => {
    const missed = { ...own, missed: deadline };
    const later = { ...ask, deadline: "2026-03-30T17:00:00.000Z" };
    expect(nextReminder(later, opened, missed)).toBe("2026-03-21T18:00:00.000Z");
    const reminded = ["2026-03-18T18:00:00.000Z", "2026-03-21T18:00:00.000Z"];
    expect(nextReminder({ ...later, reminded }, opened, missed)).toBe("2026-03-24T18:00:00.000Z");
    expect(
      nextReminder({ ...later, reminded: [...reminded, "2026-03-24T18:00:00.000Z"] }, opened, missed),
    ).toBeUndefined();
  });
});

describe("who may not review", () => {
  const author = { id: "m1", person: "p1", institution: "Ąžuolų progimnazija" };
  const approver = { id: "m9", person: "p9" };
  it.each([
    ["an author", author, "author"],
    ["an author by another place of hers", { id: "m2", person: "p1", institution: "Taryba" }, "author"],
    [
      "a colleague from her school, however it is spelt",
      { id: "m3", person: "p3", institution: " ąžuolų  Progimnazija." },
      "institution",
    ],
    ["who decides", approver, "approver"],
    ["somebody else", { id: "m4", person: "p4", institution: "Beržų progimnazija" }, undefined],
    ["somebody of no institution", { id: "m5", person: "p5" }, undefined],
  ])("%s", (_, member, why) => {
    expect(barredFrom(member, [author, { id: "m8", person: "p8" }], approver)).toBe(why);
  });
});
