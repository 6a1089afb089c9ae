import * as Election from "@quorate/core/election";
import { calendarDay } from "@quorate/core/i18n";
import { firstBroken, readJournal } from "@quorate/core/journal";
import { after } from "@quorate/core/kit";
import * as Offices from "@quorate/core/offices";
import { leaveNetwork, Member } from "@quorate/core/people";
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

  describe("coordinates the network", () => {
    const member = async (index: number) =>
      (await world().table.get(Member, { network: association.network, id: id(index) }))?.coordinator;
    const coordinators = async () =>
      (await Promise.all([0, 1, 2, 3, 4].map(member))).flatMap((coordinates, index) => (coordinates ? [index] : []));
    const asked = (index: number) =>
      subjectsTo(story, address(index)).filter((one) => one.includes("овлашћења координатора")).length;
    const state = async (index: number, fields: Record<string, string>) => {
      const browser = new Browser(story.machine.url);
      const page = await browser.open(linkTo(index, "/hand-over/"));
      const form = page.forms.find(({ action }) => action.includes("/hand-over/"));
      if (!form) return page;
      const sent = await browser.send(page, form, fields);
      await story.machine.settled();
      return sent;
    };

    it("but nobody gets its rights by winning: the coordinator states that they pass, and the new one signs in by her letter", async () => {
      await elect();
      expect(await coordinators()).toEqual([0]);
      expect([0, 1, 2, 3, 4].map(asked)).toEqual([1, 0, 0, 0, 0]);
      expect((await state(0, {})).status).toBe(422);
      expect(await coordinators()).toEqual([0]);

      const page = await state(0, { keeps: "no" });
      expect(page.text).toContain("Овлашћења су прешла");
      expect(page.forms.filter(({ action }) => action.includes("/hand-over/"))).toEqual([]);
      expect(await coordinators()).toEqual([3]);
      expect(subjectsTo(story, address(0)).at(-1)).toContain("нови координатор");

      const browser = new Browser(story.machine.url);
      const way = await browser.open(linkTo(3, "/sign-in/"));
      const [press] = way.forms;
      if (!press) throw new Error(`no button to sign in: ${way.text}`);
      const home = await browser.send(way, press);
      expect([home.status, new URL(home.url).pathname]).toEqual([200, `/n/${association.network}`]);

      const journal = await readJournal(world().table, association.network);
      expect(journal.map(({ act }) => act).slice(-2)).toEqual(["rights.asked", "rights.passed"]);
      expect(journal.at(-1)).toMatchObject({ actor: id(0), facts: { to: id(3), "ended-1": id(0) } });
      const head = await world().table.get(Offices.NetworkJournal, { network: association.network });
      expect(firstBroken(journal, head?.journal ?? { seq: 0, hash: "" })).toBeUndefined();
    });

    it("and where she who has the rights is silent, two others state it, and hers end with it", async () => {
      const [before] = await holdings();
      await Offices.endHolding(world(), {
        ...{ network: association.network, actor: id(0), holding: before?.id ?? "", on: "2026-03-03" },
        ...{ why: "resigned", reason: "Прелази на рад у другу општину." },
      });
      await Offices.recordHolding(world(), {
        ...{
          network: association.network,
          actor: id(0),
          office,
          member: id(0),
          from: "2026-03-04",
          until: "2027-03-02",
        },
      });
      await elect();
      await story.moveTo(after(world().clock.now(), { days: 15 }));
      await Promise.all([story.machine.sweep(), story.machine.sweep()]);
      await story.machine.settled();
      // Nobody else coordinates or holds an office; who stood is none of the two, nor is she who was silent.
      expect([0, 1, 2, 3, 4].map(asked)).toEqual([1, 1, 1, 0, 1]);
      expect((await state(0, { keeps: "no" })).forms.length).toBeLessThan(3);
      expect((await state(1, {})).text).toContain("Изјавила је једна од две особе");
      await state(1, {});
      expect(await coordinators()).toEqual([0]);
      expect((await state(4, {})).text).toContain("Овлашћења су прешла");
      expect(await coordinators()).toEqual([3]);
    });

    it("and where nobody states it, everything stays as it was", async () => {
      await elect();
      for (const days of [15, 15]) {
        await story.moveTo(after(world().clock.now(), { days }));
        await story.machine.sweep();
        await story.machine.settled();
      }
      expect(await coordinators()).toEqual([0]);
      expect(await Offices.handOversOf(world().table, association.network)).toMatchObject([{ state: "lapsed" }]);
      expect((await state(0, { keeps: "no" })).text).toContain("Време за ово је истекло");
    });

    it("and where the election is annulled, whoever got the rights is asked to state that they go back", async () => {
      const election = await elect();
      await state(0, { keeps: "no" });
      await Election.requestAnnulment(world(), { election, actor: id(0), reason: REASON });
      await story.machine.settled();
      await answer(story, address(1), "поништавање", { verdict: "agree" });
      expect(await coordinators()).toEqual([3]);
      expect(asked(3)).toBe(1);
      await state(3, { keeps: "no" });
      expect(await coordinators()).toEqual([0]);
    });

    it("and a coordinator passes hers on by herself, to one who can sign in; the network is never without", async () => {
      const { network } = association;
      const pass = (to: number, keeps: boolean) =>
        Offices.passRights(world(), { network, by: id(0), to: id(to), keeps });
      await expect(pass(0, true)).rejects.toMatchObject({ problems: [{ code: "same-person" }] });
      await pass(1, true);
      expect(await coordinators()).toEqual([0, 1]);
      await Promise.allSettled([
        pass(2, false),
        Offices.passRights(world(), { network, by: id(1), to: id(0), keeps: false }),
      ]);
      expect((await coordinators()).length).toBeGreaterThan(0);
      for (const index of [0, 1, 2, 3, 4]) {
        await leaveNetwork(world(), Election.rolls, { network, member: id(index) }).catch(() => undefined);
      }
      expect(await coordinators()).toHaveLength(1);
    });
  });
});
