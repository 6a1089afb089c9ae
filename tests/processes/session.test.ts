import { readJournal } from "@quorate/core/journal";
import { after } from "@quorate/core/kit";
import * as Session from "@quorate/core/session";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Association, foundAssociation, type Story, startStory, subjectsTo } from "../support/association.ts";

const START = "2026-03-03T08:00:00.000Z";

const nothingStandsAgainst = async () => {};

describe("a session", () => {
  let story: Story;
  let association: Association;
  const id = (index: number) => association.memberAt(index).id;
  const address = (index: number) => association.memberAt(index).address;
  const row = (session: string) => Session.readSession(story.machine.world, session);
  const acts = async (session: string) =>
    (await readJournal(story.machine.world.table, session)).map(({ act, actor }) => [act, actor]);

  beforeEach(async () => {
    story = await startStory(START);
    association = await foundAssociation(story.machine, 6);
  });
  afterEach(() => story.close());

  const plan = async () => {
    const session = await Session.planSession(story.machine.world, {
      ...{ network: association.network, zone: association.zone, actor: id(0), title: "1. седница" },
      ...{ startsAt: after(START, { days: 10 }), place: "видео-позив", agenda: [{ title: "План рада" }] },
      ...{ recorder: id(1), verifiers: [id(2), id(3)] },
    });
    await story.machine.settled();
    return session;
  };

  it("held without invitations goes from its planning to its close, each step in its journal", async () => {
    const session = await plan();
    expect(await row(session)).toMatchObject({ state: "running", stage: "meeting", meeting: "planned" });
    const { world } = story.machine;
    await story.moveTo(after(START, { days: 10 }));
    await Session.openSession(world, session, id(0));
    await Session.recordPresence(world, { session, member: id(4), there: true });
    await Session.closeSession(world, session, nothingStandsAgainst);
    await story.machine.settled();
    expect(await row(session)).toMatchObject({ state: "ended", stage: "held", meeting: "closed" });
    expect(await acts(session)).toEqual([
      ["planned", id(0)],
      ["meeting.opened", id(0)],
      ["meeting.closed", id(1)],
      ["held", "quorate"],
    ]);
    expect(subjectsTo(story, address(4))).toEqual([]);
  });

  it("that nobody closes is parked, the coordinator is told, and it goes on with a later deadline", async () => {
    const session = await plan();
    await story.moveTo(after((await row(session)).deadlines.meeting, { minutes: 1 }));
    expect(await row(session)).toMatchObject({ state: "parked", parked: { fault: "lapsed" } });
    expect(subjectsTo(story, address(0))).toEqual(["Актив: седница је застала"]);

    const { world } = story.machine;
    const resumed = { session, actor: id(0) };
    await expect(Session.resumeSession(world, resumed)).rejects.toMatchObject({ code: "input.invalid" });
    await Session.resumeSession(world, { ...resumed, until: after(world.clock.now(), { days: 7 }) });
    await story.machine.settled();
    expect(await row(session)).toMatchObject({ state: "running", execution: 2 });
    await Session.openSession(world, session);
    await Session.closeSession(world, session, nothingStandsAgainst);
    await story.machine.settled();
    expect(await row(session)).toMatchObject({ state: "ended" });
  });

  it("goes on where it was after the machine was killed", async () => {
    const session = await plan();
    await story.restart();
    const { world } = story.machine;
    await Session.openSession(world, session);
    await Session.closeSession(world, session, nothingStandsAgainst);
    await story.machine.settled();
    expect(await row(session)).toMatchObject({ state: "ended", execution: 1 });
  });
});
