import { asksOf, collectionsOf, openAsksOf, sendTest } from "@quorate/core/ask";
import * as Election from "@quorate/core/election";
import { after } from "@quorate/core/kit";
import { plainProfile } from "@quorate/core/vote";
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

describe("a test of a letter", () => {
  let story: Story;
  let association: Association;
  let election: string;
  const address = (index: number) => association.memberAt(index).address;
  const id = (index: number) => association.memberAt(index).id;

  beforeEach(async () => {
    story = await startStory("2026-03-03T08:00:00.000Z");
    association = await foundAssociation(story.machine, 6);
    const votes = [{ kind: "elect" as const, title: "Избор председника" }];
    const of = await openElection(story, association, { votes });
    election = of.election;
    await holdSession(story, association, of, 4);
    await answer(story, address(0), "бројке", { "v1-for": "4", "v1-against": "0", "v1-abstain": "0" });
  });
  afterEach(() => story.close());

  const collection = async (step: string) => {
    const found = (await collectionsOf(story.machine.world.table, election)).find((one) => one.step === step);
    if (!found) throw new Error(`no ${step}`);
    return found;
  };

  it("goes to the coordinator alone, is marked, and its form stores nothing", async () => {
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
    const { world } = story.machine;
    const { id: of, network } = await collection("confirmation");
    const before = { 4: subjectsTo(story, address(4)), asks: await asksOf(world.table, of, 1) };
    await sendTest(world, { collection: of, network, actor: id(0) });
    await story.machine.settled();
    const letter = story.machine.mailSink?.letters({ to: address(0) }).at(-1);
    expect(letter?.subject).toMatch(/^Проба: Актив: потврда/);
    expect(letter?.text).toContain("во је проба");
    expect(subjectsTo(story, address(4))).toEqual(before[4]);
    const browser = new Browser(story.machine.url);
    const form = await browser.open(letter?.links.find((href) => href.includes("/t/")) ?? "");
    expect(form.text).toContain("Ово је проба.");
    const [fields] = form.forms;
    if (!fields) throw new Error(form.text);
    expect((await browser.send(form, fields, {})).status).toBe(422);
    expect((await browser.send(form, fields, { v1: "confirm" })).text).toContain("Проба је успела");
    await story.machine.settled();
    expect(await asksOf(world.table, of, 1)).toEqual(before.asks);
  });

  it("is not sent of what others are to attest, each alone, as long as they have not", async () => {
    const { id: of, network } = await collection("attestation");
    await expect(sendTest(story.machine.world, { collection: of, network, actor: id(0) })).rejects.toMatchObject({
      code: "not-yours",
    });
  });
});

describe("a test before an election is opened", () => {
  let story: Story;
  let association: Association;
  const START = "2026-03-03T08:00:00.000Z";
  const id = (index: number) => association.memberAt(index).id;
  const address = (index: number) => association.memberAt(index).address;
  const day = (days: number) => after(START, { days });

  beforeEach(async () => {
    story = await startStory(START);
    association = await foundAssociation(story.machine, 5);
  });
  afterEach(() => story.close());

  const tried = (more: Partial<Election.SetUp>) =>
    Election.tryElection(story.machine.world, {
      ...{ network: association.network, actor: id(0), title: "Писмени избори", mode: "combined" },
      votes: [{ kind: "elect", title: "Избор председника" }],
      profile: { ...plainProfile, lettersCountTowardsQuorum: true },
      declarers: [id(0), id(1)],
      deadlines: {
        ...{ nominations: day(3), acceptance: day(6), candidates: day(8) },
        ...{ confirmation: day(15), waiver: day(17), declaration: day(20) },
      },
      ...more,
    });
  const testForm = async () => {
    await story.machine.settled();
    const letter = story.machine.mailSink?.letters({ to: address(0) }).at(-1);
    const browser = new Browser(story.machine.url);
    return { letter, browser, page: await browser.open(letter?.links.find((href) => href.includes("/t/")) ?? "") };
  };

  it("is the letter that everybody would get first; nobody else gets it, and no election is there", async () => {
    expect(await tried({})).toBe("sent");
    const { letter, browser, page } = await testForm();
    expect(letter?.subject).toMatch(/^Проба: Актив: предлози кандидата/);
    expect(letter?.text).toContain("Избор председника");
    expect(page.text).toContain("Ово је проба.");
    const [form] = page.forms;
    if (!form) throw new Error(page.text);
    expect((await browser.send(page, form, { v1: id(3) })).text).toContain("Проба је успела");
    const { world } = story.machine;
    expect(await Election.electionsOf(world.table, association.network)).toEqual([]);
    expect(await openAsksOf(world, association.memberAt(0).person)).toEqual([]);
    for (const index of [1, 2, 3]) expect(subjectsTo(story, address(index))).toEqual([]);
  });

  it("takes the place of the one before; a text that all vote on by letter is tried with its form", async () => {
    await tried({});
    const text = { title: "План рада", body: "Четири семинара." };
    const deadlines = { confirmation: day(5), waiver: day(7), declaration: day(9) };
    expect(await tried({ deadlines, votes: [{ kind: "adopt", title: "Усвајање плана рада", text }] })).toBe("sent");
    const { letter, page } = await testForm();
    expect(letter?.subject).toMatch(/^Проба: Актив: /);
    expect(page.text).toContain("Четири семинара.");
    expect(page.text).not.toContain("Избор председника");
  });

  it("says when nobody would be written to before the session, and refuses what opening would refuse", async () => {
    const { startsAt, session } = await openElection(story, association);
    const later = (days: number) => after(startsAt, { days });
    const deadlines = {
      ...{ figures: later(1), attestation: later(2) },
      ...{ confirmation: later(7), waiver: later(9), declaration: later(12) },
    };
    expect(await tried({ session, deadlines })).toBe("nobody-yet");
    await expect(tried({ declarers: [id(0)] })).rejects.toMatchObject({ code: "election.setup" });
  });
});
