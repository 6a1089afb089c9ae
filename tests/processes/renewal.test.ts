import * as Election from "@quorate/core/election";
import { readJournal } from "@quorate/core/journal";
import { after } from "@quorate/core/kit";
import { plainProfile } from "@quorate/core/vote";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Association,
  answer,
  foundAssociation,
  type Story,
  startStory,
  subjectsTo,
} from "../support/association.ts";

const START = "2026-03-03T08:00:00.000Z";
const inDays = (days: number) => after(START, { days });

describe("an election whose letters are out for nearly a year", () => {
  let story: Story;
  let association: Association;
  let election: string;
  const row = () => Election.readElection(story.machine.world, election);
  const status = (execution: number) => story.machine.world.processes.status("election", `${election}-${execution}`);
  const everyLetter = () => association.members.map(({ address }) => subjectsTo(story, address).length);

  beforeEach(async () => {
    story = await startStory(START);
    association = await foundAssociation(story.machine, 4);
    const { network, memberAt } = association;
    election = await Election.openElection(story.machine.world, {
      ...{ network, actor: memberAt(0).id, title: "План рада", mode: "combined" },
      profile: { ...plainProfile, lettersCountTowardsQuorum: true },
      votes: [{ kind: "adopt", title: "Усвајање плана рада", text: { title: "План рада", body: "Четири семинара." } }],
      declarers: [memberAt(0).id, memberAt(1).id],
      deadlines: { confirmation: inDays(350), waiver: inDays(355), declaration: inDays(360) },
    });
    await story.machine.settled();
  });
  afterEach(() => story.close());

  it("goes on in another execution before that, the one before it is stopped, and nobody is asked again", async () => {
    await story.moveTo(inDays(299));
    await story.machine.sweep();
    expect(await row()).toMatchObject({ execution: 1 });

    await story.moveTo(inDays(301));
    const letters = everyLetter();
    await Promise.all([story.machine.sweep(), story.machine.sweep()]);
    await story.machine.settled();
    await story.machine.sweep();
    await story.machine.settled();
    const renewed = await row();
    expect(renewed).toMatchObject({ state: "running", stage: "confirmation", execution: 2 });
    expect(renewed.outdated).toBeUndefined();
    expect([await status(1), await status(2), await status(3)]).toEqual(["failed", "running", undefined]);
    expect(everyLetter()).toEqual(letters);
    const acts = (await readJournal(story.machine.world.table, election)).map(({ act }) => act);
    expect(acts.filter((act) => act === "execution.renewed")).toHaveLength(1);

    for (const { address } of association.members.slice(0, 3)) {
      await answer(story, address, "изјашњавање", { v1: "for" });
    }
    await story.moveTo(after(inDays(350), { minutes: 6 }));
    expect(await row()).toMatchObject({ stage: expect.stringMatching(/^(waiver|declaration)$/), state: "running" });
  });

  it("is renewed by what a crash has left half done", async () => {
    await story.moveTo(inDays(301));
    const { world } = story.machine;
    const failing = { ...world.processes, stop: async () => Promise.reject(new Error("the machine went down")) };
    await expect(Election.kind.renew?.({ ...world, processes: failing }, election)).rejects.toThrow("went down");
    await story.machine.settled();
    expect(await row()).toMatchObject({ execution: 2, outdated: 1 });
    await story.machine.sweep();
    await story.machine.settled();
    expect((await row()).outdated).toBeUndefined();
    expect([await status(1), await status(2)]).toEqual(["failed", "running"]);
  });
});
