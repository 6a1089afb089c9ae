import { asksOf, collectionsOf, sendTest } from "@quorate/core/ask";
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
