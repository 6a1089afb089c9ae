import * as Election from "@quorate/core/election";
import { calendarDay } from "@quorate/core/i18n";
import { after } from "@quorate/core/kit";
import * as Offices from "@quorate/core/offices";
import { Browser } from "@quorate/local/demo/browser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Association,
  answer,
  foundAssociation,
  holdSession,
  openElection,
  type Story,
  startStory,
  subjectsTo,
} from "../support/association.ts";

const REASON = "Један глас је бројан два пута.";

describe("the office of a president", () => {
  let story: Story;
  let association: Association;
  let office: string;
  const address = (index: number) => association.memberAt(index).address;
  const id = (index: number) => association.memberAt(index).id;
  const world = () => story.machine.world;
  const holdings = () => Offices.holdingsOf(world().table, association.network);
  const letters = (index: number) => story.machine.mailSink?.letters({ to: address(index) }) ?? [];
  const linkTo = (index: number, part: string) => {
    const link = letters(index)
      .flatMap(({ links }) => links)
      .findLast((href) => href.includes(part));
    if (!link) throw new Error(`no link to ${part} for ${address(index)}`);
    return link;
  };

  /** Five members; the second has been president for a year, and has another one before her. */
  beforeEach(async () => {
    story = await startStory("2026-03-03T08:00:00.000Z");
    association = await foundAssociation(story.machine, 5);
    const { network } = association;
    office = await Offices.addOffice(world(), {
      ...{ network, actor: id(0), title: { plain: "Председник" }, seats: 1, months: 24, coordinates: true },
    });
    await Offices.recordHolding(world(), {
      ...{ network, actor: id(0), office, member: id(1), from: "2025-03-03", until: "2027-03-02" },
    });
  });
  afterEach(() => story.close());

  /** All five are present and for the fourth member; declared on the spot, with fifteen days for objections. */
  const elect = async (filled: Partial<{ from: string; until: string }> = {}) => {
    const of = await openElection(story, association, {
      votes: [{ kind: "elect", title: "Избор председника", office: { id: office, ...filled } }],
      objectionDays: 15,
    });
    await holdSession(story, association, of, 5);
    await answer(story, address(0), "бројке", { "v1-for": "5", "v1-against": "0", "v1-abstain": "0" });
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
    for (const index of [0, 1]) await answer(story, address(index), "проглашење", { verdict: "agree" });
    return of.election;
  };

  it("is held by whoever a declared election has elected; until the day before, by whoever held it", async () => {
    const election = await elect();
    expect(await holdings()).toMatchObject([
      { member: id(1), from: "2025-03-03", ended: { why: "succeeded", on: "2026-03-12", election } },
      { member: id(3), from: "2026-03-13", until: "2028-03-12", source: { kind: "election", election, vote: "v1" } },
    ]);
    const { declaredAt } = await Election.readElection(world(), election);
    expect(declaredAt?.slice(0, 10)).toBe("2026-03-13");
    await story.restart();
    expect(await holdings()).toHaveLength(2);
  });

  it("is shown by the link of the result's letter, with the minutes that the mandate comes from", async () => {
    await elect({ from: "2026-04-01", until: "2026-12-31" });
    const browser = new Browser(story.machine.url);
    const minutes = await browser.open(linkTo(4, "/m/"));
    const href = minutes.body.querySelector('a[href^="/offices/"]')?.getAttribute("href") ?? "";
    const page = await browser.open(href);
    expect(page.text).toContain("Члан 04");
    const days = page.body.querySelectorAll("time").map((time) => time.getAttribute("datetime"));
    expect(days).toEqual(["2025-03-03", "2026-03-31", "2026-04-01", "2026-12-31"]);
    const from = page.body.querySelector('a[href*="/minutes/"]')?.getAttribute("href") ?? "";
    expect((await browser.open(from)).text).toContain("Избор председника");
  });

  it("is held again by whoever gave way when the election is annulled, and stays with the elected when it is final", async () => {
    const election = await elect();
    await Election.requestAnnulment(world(), { election, actor: id(0), reason: REASON });
    await story.machine.settled();
    await answer(story, address(1), "поништавање", { verdict: "agree" });
    const [earlier, elected] = await holdings();
    expect(earlier).toMatchObject({ member: id(1), until: "2027-03-02" });
    expect(earlier?.ended).toBeUndefined();
    expect(elected).toMatchObject({ member: id(3), ended: { why: "annulled", election } });
    await Offices.unseatElected(world(), { network: association.network, election, zone: association.zone });
    expect(await holdings()).toEqual([earlier, elected]);

    const again = await elect();
    const { objectionsUntil } = await Election.readElection(world(), again);
    await story.moveTo(after(objectionsUntil ?? "", { minutes: 1 }));
    expect(await Election.readElection(world(), again)).toMatchObject({ stage: "final" });
    expect((await holdings()).filter(({ ended }) => !ended)).toMatchObject([
      { member: id(3), source: { election: again } },
    ]);
  });

  it("is announced as ending sixty days before, once, to the holder and the coordinators, though a run was missed", async () => {
    const subject = "мандат истиче";
    const announced = (index: number) => subjectsTo(story, address(index)).filter((one) => one.includes(subject));
    await story.moveTo("2027-01-01T07:59:00.000Z");
    await story.machine.sweep();
    await story.machine.settled();
    expect([0, 1].map((index) => announced(index).length)).toEqual([0, 0]);
    // Nothing ran for three days.
    story.clock.moveTo("2027-01-04T12:00:00.000Z");
    await Promise.all([story.machine.sweep(), story.machine.sweep()]);
    await story.machine.settled();
    await story.restart();
    await story.machine.sweep();
    await story.machine.settled();
    expect([0, 1, 2].map((index) => announced(index).length)).toEqual([1, 1, 0]);
    expect(announced(1)[0]).toContain(calendarDay("sr-Cyrl", "2027-03-02"));
    const page = await new Browser(story.machine.url).open(linkTo(1, "/offices/"));
    expect(page.text).toContain("Члан 02");
  });

  it("is not announced as ending to who has resigned", async () => {
    const [holding] = await holdings();
    await Offices.endHolding(world(), {
      ...{ network: association.network, actor: id(0), holding: holding?.id ?? "", on: "2026-03-03" },
      ...{ why: "resigned", reason: "Прелази на рад у другу општину." },
    });
    await story.moveTo("2027-01-04T12:00:00.000Z");
    await story.machine.sweep();
    await story.machine.settled();
    expect(subjectsTo(story, address(1)).join()).not.toContain("мандат");
  });

  it("is filled by no election that names another office, more seats than there are, or an end before the beginning", async () => {
    const votes = (filled: object, seats = 1) => ({
      votes: [{ kind: "elect" as const, title: "Избор председника", seats, office: { id: office, ...filled } }],
    });
    const opening = [votes({ id: "ofc_other" }), votes({}, 2), votes({ from: "2026-04-01", until: "2026-03-31" })];
    for (const set of opening) {
      await expect(openElection(story, association, set)).rejects.toMatchObject({ code: "election.setup" });
    }
    expect(subjectsTo(story, address(3))).toEqual([]);
  });
});
