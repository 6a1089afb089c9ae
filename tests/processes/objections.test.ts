import * as Election from "@quorate/core/election";
import { firstBroken, readJournal } from "@quorate/core/journal";
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
import { signedIn } from "../support/coordinator.ts";

const REASON = "Један глас је бројан два пута.";

describe("R15 Declared is immutable: after the declaration", () => {
  let story: Story;
  let association: Association;
  let election: string;
  const address = (index: number) => association.memberAt(index).address;
  const id = (index: number) => association.memberAt(index).id;
  const row = () => Election.readElection(story.machine.world, election);

  /** All of five are present and for it; declared on the spot, with fifteen days for objections. */
  beforeEach(async () => {
    story = await startStory("2026-03-03T08:00:00.000Z");
    association = await foundAssociation(story.machine, 5);
    const office = await Offices.addOffice(story.machine.world, {
      ...{ network: association.network, actor: id(0), title: { plain: "Председник" }, seats: 1, months: 24 },
      coordinates: false,
    });
    const of = await openElection(story, association, {
      votes: [{ kind: "elect", title: "Избор председника", office: { id: office } }],
      objectionDays: 15,
    });
    election = of.election;
    await holdSession(story, association, of, 5);
    await answer(story, address(0), "бројке", { "v1-for": "5", "v1-against": "0", "v1-abstain": "0" });
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
    for (const index of [0, 1]) await answer(story, address(index), "проглашење", { verdict: "agree" });
  });
  afterEach(() => story.close());

  const minutesLink = (index: number) => {
    const letters = story.machine.mailSink?.letters({ to: address(index) }) ?? [];
    const link = letters.flatMap(({ links }) => links).findLast((href) => href.includes("/m/"));
    if (!link) throw new Error("no letter leads to the minutes");
    return link;
  };
  const objectAs = async (index: number, reason: string) => {
    const browser = new Browser(story.machine.url);
    const page = await browser.open(minutesLink(index));
    const form = page.forms.find(({ action }) => action.endsWith("/objection"));
    if (!form) throw new Error(`no form to object: ${page.text}`);
    const sent = await browser.send(page, form, { reason });
    await story.machine.settled();
    return sent;
  };

  it("a member objects in writing within the window: kept verbatim, the coordinator is told, what was declared stands", async () => {
    expect(await row()).toMatchObject({ state: "running", stage: "declared" });
    const page = await objectAs(3, REASON);
    expect(page.text).toContain("Ваш приговор је забележен");
    expect(await Election.challengesOf(story.machine.world.table, election)).toMatchObject([
      { member: id(3), reason: REASON },
    ]);
    expect(subjectsTo(story, address(0)).at(-1)).toContain("приговор");
    const minutes = await Election.minutesOf(story.machine.world, election);
    expect(minutes.challenges).toMatchObject([{ name: "Члан 04", reason: REASON }]);
    await expect(
      Election.lodgeObjection(story.machine.world, { election, member: id(3), reason: `${REASON} Поново.` }),
    ).rejects.toMatchObject({ code: "objection.made" });
  });

  it("an objection without words is shown again with what is wrong, and nothing is kept", async () => {
    const page = await objectAs(3, "Не.");
    expect(page.status).toBe(422);
    expect(await Election.challengesOf(story.machine.world.table, election)).toEqual([]);
  });

  it("whoever was elected may decline the office: it is vacant, nobody moves up, and what was declared stands (R12)", async () => {
    const { world } = story.machine;
    const held = () => Offices.holdingsOf(world.table, association.network);
    expect(await held()).toMatchObject([{ member: id(3) }]);
    const browser = new Browser(story.machine.url);
    const others = await browser.open(minutesLink(4));
    expect(others.forms.some(({ action }) => action.endsWith("/decline"))).toBe(false);
    const page = await browser.open(minutesLink(3));
    const form = page.forms.find(({ action }) => action.endsWith("/decline"));
    if (!form) throw new Error(`no form to decline: ${page.text}`);
    // Opened by a scanner, or sent without a word: nothing is declined.
    expect((await browser.send(page, form, {})).status).toBe(422);
    expect(await held()).not.toMatchObject([{ ended: expect.anything() }]);
    const sent = await browser.send(page, form, { office: "v1" });
    await story.machine.settled();
    expect(sent.text).toContain("Забележено је да функцију не прихватате");
    expect(await held()).toMatchObject([{ member: id(3), ended: { why: "declined", on: "2026-03-12" } }]);
    expect((await browser.send(page, form, { office: "v1" })).status).toBe(404);
    expect(subjectsTo(story, address(0)).at(-1)).toContain("не прихвата функцију");
    const [vote] = await Election.votesOf(world.table, election);
    expect(vote?.outcome).toMatchObject({ kind: "declared", elected: ["c1"] });
    const minutes = await browser.open(minutesLink(4));
    expect(minutes.text).toContain("Члан 04 не прихвата функцију");
    expect(minutes.text).toContain("Место је упражњено и нико га не заузима.");
    const journal = await readJournal(world.table, election);
    expect(journal.at(-1)).toMatchObject({ act: "office.declined", actor: id(3) });
    expect(firstBroken(journal, (await row()).journal)).toBeUndefined();
  });

  it("later than fifteen days after the declaration nobody declines: she resigns", async () => {
    await story.moveTo(after((await row()).declaredAt ?? "", { days: 15, minutes: 1 }));
    const { world } = story.machine;
    const late = Election.declineOffice(world, { election, vote: "v1", member: id(3) });
    await expect(late).rejects.toMatchObject({ code: "decline.closed" });
    expect(await Offices.holdingsOf(world.table, association.network)).toMatchObject([{ member: id(3) }]);
  });

  it("when the window closes the result is final, and nobody can object any more", async () => {
    const until = (await row()).objectionsUntil;
    expect(until).toBe("2026-03-28T22:59:59.999Z");
    await story.moveTo(after(until ?? "", { minutes: 1 }));
    expect(await row()).toMatchObject({ state: "ended", stage: "final" });
    await expect(
      Election.lodgeObjection(story.machine.world, { election, member: id(3), reason: REASON }),
    ).rejects.toMatchObject({ code: "objection.closed" });
    const page = await new Browser(story.machine.url).open(minutesLink(3));
    expect(page.text).toContain("Рок за приговор је истекао");
  });

  it("a result is annulled when a second person agrees; everybody on the roll is told why", async () => {
    await Election.requestAnnulment(story.machine.world, { election, actor: id(0), reason: REASON });
    await story.machine.settled();
    expect(await row()).toMatchObject({ stage: "annulment" });
    await answer(story, address(1), "поништавање", { verdict: "agree" });
    expect(await row()).toMatchObject({ state: "ended", stage: "annulled", annulment: { reason: REASON } });
    for (const index of [0, 3, 4]) expect(subjectsTo(story, address(index)).at(-1)).toContain("поништен");
    const journal = await readJournal(story.machine.world.table, election);
    expect(journal.map(({ act }) => act).slice(-2)).toEqual(["annulment.requested", "result.annulled"]);
    expect(firstBroken(journal, (await row()).journal)).toBeUndefined();
    const page = await new Browser(story.machine.url).open(minutesLink(3));
    expect(page.text).toContain(REASON);
  });

  it("an annulled election is held again: same votes, people and candidates, a fresh roll and fresh links; each names the other", async () => {
    const { world } = story.machine;
    const { network } = association;
    await Election.requestAnnulment(world, { election, actor: id(0), reason: REASON });
    await story.machine.settled();
    await answer(story, address(1), "поништавање", { verdict: "agree" });

    const desk = await signedIn(story, address(0));
    expect((await desk.open(`/n/${network}/elections/${election}`)).text).toContain(
      "Поновите изборе с новим линковима",
    );
    const page = await desk.open(`/n/${network}/elections/new?again=${election}&session=letter`);
    const form = page.forms.find(({ action }) => action.endsWith("/elections"));
    if (!form) throw new Error(page.text);
    const proposed = Object.fromEntries(form.fields);
    expect(proposed).toMatchObject({
      ...{ again: election, title: (await row()).title, "vote1-title": "Избор председника" },
      ...{ declarer1: id(0), declarer2: id(1), [`vote1-stands-${id(3)}`]: "yes" },
    });
    // Without the only candidate nobody would stand: that is said, and nothing is opened.
    const nobody = await desk.send(page, form, { [`vote1-stands-${id(3)}`]: [] });
    expect(nobody.status).toBe(422);

    const opened = await desk.send(page, form);
    await story.machine.settled();
    expect(opened.text).toContain("Овим се понављају избори који су поништени");
    expect(opened.text).toContain(REASON);
    const [again] = await Election.electionsOf(world.table, network);
    if (!again) throw new Error("nothing was opened");
    expect(again).toMatchObject({ repeats: election, stage: "confirmation", roll: { size: 5 } });
    expect(await row()).toMatchObject({ stage: "annulled", repeatedBy: again.id });
    const [vote] = await Election.votesOf(world.table, again.id);
    expect(vote?.vote).toMatchObject({ mode: "combined", candidates: [{ id: "c1", member: id(3) }] });
    await answer(story, address(2), "писмено изјашњавање", { v1: "for" });
    const twice = await desk.send(page, form);
    expect(twice.status).toBe(409);
    expect(await Election.electionsOf(world.table, network)).toHaveLength(2);

    const before = await new Browser(story.machine.url).open(minutesLink(3));
    expect(before.text).toContain("Избори се понављају");
    const minutes = await Election.minutesOf(world, again.id);
    expect(minutes.repetition.earlier).toMatchObject({ id: election, kind: "annulled", reason: REASON });
    const journal = await readJournal(world.table, election);
    expect(journal.at(-1)).toMatchObject({ act: "repeated", facts: { by: again.id } });
    expect(firstBroken(journal, (await row()).journal)).toBeUndefined();
  });

  it("a refused annulment leaves the result as it was, and the window goes on; so does one that nobody decides", async () => {
    await Election.requestAnnulment(story.machine.world, { election, actor: id(0), reason: REASON });
    await story.machine.settled();
    await answer(story, address(1), "поништавање", { verdict: "object", "verdict-reason": "Бројано је једном." });
    expect(await row()).toMatchObject({ state: "running", stage: "declared" });
    await Election.requestAnnulment(story.machine.world, { election, actor: id(1), reason: REASON });
    await story.machine.settled();
    await story.moveTo(after(story.machine.world.clock.now(), { days: 3, minutes: 6 }));
    expect(await row()).toMatchObject({ state: "running", stage: "declared" });
    await story.moveTo(after((await row()).objectionsUntil ?? "", { minutes: 1 }));
    expect(await row()).toMatchObject({ state: "ended", stage: "final" });
  });
});
