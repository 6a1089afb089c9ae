import { asksOf } from "@quorate/core/ask";
import * as Election from "@quorate/core/election";
import { replace } from "@quorate/core/kit";
import { Person } from "@quorate/core/people";
import { Browser, type Page } from "@quorate/local/demo/browser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Association,
  answer,
  foundAssociation,
  holdSession,
  openElection,
  type Story,
  startStory,
} from "../support/association.ts";
import { signedIn } from "../support/coordinator.ts";

describe("a member without e-mail", () => {
  let story: Story;
  let association: Association;
  let election: string;
  const address = (index: number) => association.memberAt(index).address;
  const id = (index: number) => association.memberAt(index).id;
  const row = () => Election.readElection(story.machine.world, election);

  /** Four of six were present; of the two absent the one before the last has no address. */
  beforeEach(async () => {
    story = await startStory("2026-03-03T08:00:00.000Z");
    association = await foundAssociation(story.machine, 6);
    const { world } = story.machine;
    const person = await world.table.get(Person, { id: association.memberAt(4).person });
    if (!person) throw new Error("nobody");
    await world.table.write([replace(Person, person, { ...person, address: "" })]);
    const votes = [{ kind: "elect" as const, title: "Избор председника" }];
    const of = await openElection(story, association, { votes });
    election = of.election;
    await holdSession(story, association, of, 4);
    await answer(story, address(0), "бројке", { "v1-for": "4", "v1-against": "0", "v1-abstain": "0" });
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
  });
  afterEach(() => story.close());

  async function askOf(index: number) {
    const { roll } = await row();
    const asks = await asksOf(story.machine.world.table, roll?.collection ?? "", 1);
    const ask = asks.find(({ member }) => member === id(index));
    if (!ask) throw new Error("not asked");
    return ask;
  }

  const coordinator = () => signedIn(story, address(0));

  const at = async (act: string) => {
    const { network } = association;
    const ask = await askOf(4);
    const query = new URLSearchParams({ collection: ask.collection, ask: ask.id });
    return `${story.machine.url}/n/${network}/elections/${election}/${act}?${query}`;
  };
  const formOn = (page: Page, action: string) => {
    const form = page.forms.find((one) => one.action.includes(action));
    if (!form) throw new Error(`${page.status} ${page.text}`);
    return form;
  };

  it("is not written to, and counts as not reached until a printed letter was made for her; its short address opens her form", async () => {
    expect(await askOf(4)).toMatchObject({ state: "open", byHand: true, undelivered: true });
    expect(story.machine.mailSink?.letters({ to: "" }) ?? []).toEqual([]);
    const browser = await coordinator();
    const before = await browser.open(await at("letter"));
    const letter = await browser.send(before, formOn(before, "/letter"), {});
    expect(letter.text).toContain("Члан 05");
    expect(await askOf(4)).toMatchObject({ undelivered: false, printed: { by: id(0) } });
    const short = /\/k\/[0-9A-Z-]{14}/.exec(letter.text)?.[0];
    if (!short) throw new Error(letter.text);
    const member = new Browser(story.machine.url);
    const typed = short.toLowerCase().replaceAll("0", "o").replaceAll("-", "");
    const form = await member.open(`${story.machine.url}${typed}`);
    await member.send(form, formOn(form, "/a/"), { v1: "confirm" });
    await story.machine.settled();
    expect((await askOf(4)).answer?.assisted).toBeUndefined();
    expect((await member.open(`${story.machine.url}/k/0000-0000-0000`)).status).toBe(404);
  });

  it("gives her answer to a coordinator, who records it: named as such, with a receipt to print, and counted in the minutes", async () => {
    const browser = await coordinator();
    const page = await browser.open(await at("assist"));
    expect((await browser.send(page, formOn(page, "/assist"), { v1: "confirm" })).status).toBe(422);
    const receipt = await browser.send(page, formOn(page, "/assist"), { v1: "confirm", means: "phone" });
    expect(receipt.text).toContain("Телефоном");
    expect(receipt.text).toContain("Члан 01");
    const ask = await askOf(4);
    expect(ask.answer).toMatchObject({ version: 1, assisted: true });
    expect(receipt.text).toContain(ask.answer?.reference ?? "-");
    await story.machine.settled();
    const minutes = await Election.minutesOf(story.machine.world, election);
    expect(minutes.votes[0]?.assisted).toBe(1);
  });

  it("is not helped by a candidate, and nobody answers for a member whom letters reach", async () => {
    const { world } = story.machine;
    const { collection, id: ask } = await askOf(4);
    const now = await row();
    await expect(Election.viewAssistedAnswer(world, now, { collection, id: ask }, id(3))).rejects.toMatchObject({
      code: "duty.candidate",
    });
    const other = await askOf(0).catch(() => undefined);
    if (!other) throw new Error("no place on the roll");
    await expect(Election.viewAssistedAnswer(world, now, other, id(0))).rejects.toMatchObject({
      code: "assist.reachable",
    });
  });
});
