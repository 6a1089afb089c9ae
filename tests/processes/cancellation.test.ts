import { asksOf, collectionsOf } from "@quorate/core/ask";
import * as Election from "@quorate/core/election";
import { firstBroken, readJournal } from "@quorate/core/journal";
import { after } from "@quorate/core/kit";
import { executionName } from "@quorate/core/process";
import { readSession } from "@quorate/core/session";
import { plainProfile } from "@quorate/core/vote";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Association,
  answer,
  formOf,
  foundAssociation,
  holdSession,
  openElection,
  type Story,
  startStory,
  subjectsTo,
} from "../support/association.ts";

const REASON = "Седница је погрешно сазвана.";

describe("an election that is cancelled", () => {
  let story: Story;
  let association: Association;
  const address = (index: number) => association.memberAt(index).address;
  const id = (index: number) => association.memberAt(index).id;
  const row = (election: string) => Election.readElection(story.machine.world, election);
  const told = (index: number) => subjectsTo(story, address(index)).filter((one) => one.includes("отказани"));
  const request = async (election: string, reason = REASON) => {
    await Election.requestCancellation(story.machine.world, { election, actor: id(0), reason });
    await story.machine.settled();
  };

  beforeEach(async () => {
    story = await startStory("2026-03-03T08:00:00.000Z");
    association = await foundAssociation(story.machine, 6);
  });
  afterEach(() => story.close());

  /** Four of six were present and the figures are attested: the two absent have their letters. */
  async function untilLetters(more: Partial<Election.SetUp> = {}) {
    const votes = [{ kind: "elect" as const, title: "Избор председника" }];
    const of = await openElection(story, association, { votes, ...more });
    await holdSession(story, association, of, 4);
    await answer(story, address(0), "бројке", { "v1-for": "4", "v1-against": "0", "v1-abstain": "0" });
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
    return of;
  }

  it("while the letters are out runs on until a second person agrees; then its forms close and all who were asked are told", async () => {
    const of = await untilLetters();
    const { link } = await formOf(story, address(4), "потврда");
    await request(of.election);
    expect(await row(of.election)).toMatchObject({ state: "running", stage: "confirmation" });
    expect(told(4)).toEqual([]);
    await expect(formOf(story, address(0), "отказивање")).rejects.toThrow("no form");

    await answer(story, address(2), "отказивање", { verdict: "agree" });
    const election = await row(of.election);
    expect(election).toMatchObject({ state: "ended", stage: "cancelled", cancellation: { reason: REASON } });
    const { world } = story.machine;
    expect(await world.processes.status("election", executionName(election))).toBe("ended");
    for (const { id: collection } of await collectionsOf(world.table, of.election)) {
      const states = (await asksOf(world.table, collection, 1)).map(({ state }) => state);
      expect(states).not.toContain("open");
    }
    for (const index of [0, 1, 2, 4]) expect(told(index)).toHaveLength(1);
    expect(told(3)).toEqual([]);
    const gone = await fetch(link);
    const page = await gone.text();
    expect(gone.status).toBe(410);
    expect(page).toContain("отказано");
    expect(page).toContain(REASON);
    const journal = await readJournal(world.table, of.election);
    expect(firstBroken(journal, election.journal)).toBeUndefined();
    expect(journal.map(({ act }) => act).slice(-2)).toEqual(["cancellation.requested", "cancelled"]);
    // Nothing is left that would wake it, however much later.
    await story.moveTo(after(of.startsAt, { days: 30 }));
    expect(await row(of.election)).toEqual(election);
  });

  it("is not, when the second person refuses with a reason, which reaches who asked, or when nobody decides", async () => {
    const of = await untilLetters();
    await request(of.election);
    const why = "Писма су већ послата, нека се заврши.";
    await answer(story, address(1), "отказивање", { verdict: "object", "verdict-reason": why });
    expect(await row(of.election)).toMatchObject({ stage: "confirmation", state: "running" });
    expect((await row(of.election)).cancellation).toBeUndefined();
    const letters = story.machine.mailSink?.letters({ to: address(0) }) ?? [];
    expect(letters.some(({ text }) => text.includes(why))).toBe(true);

    await request(of.election);
    await story.moveTo(after(story.machine.world.clock.now(), { days: 3, minutes: 10 }));
    await story.machine.sweep();
    await story.machine.settled();
    expect((await row(of.election)).cancellation).toBeUndefined();
    expect(told(4)).toEqual([]);
    await answer(story, address(4), "потврда", { v1: "confirm" });
    expect((await row(of.election)).stage).not.toBe("cancelled");
  });

  it("by one person, where one declares, before the session: the session is free and can be held without it", async () => {
    const one = { profile: { ...plainProfile, twoPeopleDeclare: false } };
    const of = await openElection(story, association, one);
    await request(of.election);
    expect(await row(of.election)).toMatchObject({ state: "ended", stage: "cancelled" });
    expect((await readSession(story.machine.world, of.session)).elections).toEqual([]);
    const again = { election: of.election, actor: id(0), reason: REASON };
    await expect(Election.requestCancellation(story.machine.world, again)).rejects.toMatchObject({
      code: "election.stage",
    });
  });

  it("while it is parked ends too, and who asked may take the request back before", async () => {
    const of = await untilLetters();
    await request(of.election);
    await Election.recallCancellation(story.machine.world, { election: of.election, actor: id(0) });
    await story.machine.settled();
    expect((await row(of.election)).cancellation).toBeUndefined();
    const { stage, deadlines } = await row(of.election);
    expect(stage).toBe("confirmation");
    await story.moveTo(after(deadlines.confirmation, { minutes: 6 }));
    await answer(story, address(0), "проглашење", { verdict: "object", "verdict-reason": "Недостаје један одговор." });
    expect(await row(of.election)).toMatchObject({ state: "parked", stage: "declaration" });
    await request(of.election);
    await answer(story, address(1), "отказивање", { verdict: "agree" });
    expect(await row(of.election)).toMatchObject({ state: "ended", stage: "cancelled", execution: 2 });
    expect(told(5).length + told(4).length).toBe(2);
  });
});
