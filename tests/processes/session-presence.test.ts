import * as Election from "@quorate/core/election";
import { after } from "@quorate/core/kit";
import * as Session from "@quorate/core/session";
import { plainProfile } from "@quorate/core/vote";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Association, answer, formOf, foundAssociation, type Story, startStory } from "../support/association.ts";

const START = "2026-03-03T08:00:00.000Z";
const PLANNED = after(START, { days: 8 });
const MEETING = after(START, { days: 10 });
const RETURNS = 11;
const LEAVES = 12;
const TWO_LINKS = 13;
const LATECOMER = 14;

describe("who is there at a session with three votes", () => {
  let story: Story;
  let association: Association;
  let session: string;
  let election: string;
  const id = (index: number) => association.memberAt(index).id;
  const address = (index: number) => association.memberAt(index).address;
  const minute = (minutes: number) => story.clock.moveTo(after(MEETING, { minutes }));
  const present = (index: number, there: boolean) =>
    Session.recordPresence(story.machine.world, { session, member: id(index), there });
  const vote = async (number: number, from: number, during: () => Promise<void> = async () => {}) => {
    const { world } = story.machine;
    const of = { election, number, actor: id(0) };
    minute(from);
    await Election.openVote(world, { ...of, candidates: [] });
    minute(from + 2);
    await during();
    minute(from + 4);
    await Election.closeVote(world, of);
  };

  beforeEach(async () => {
    story = await startStory(START);
    association = await foundAssociation(story.machine);
    const { world } = story.machine;
    const day = (days: number) => after(MEETING, { days });
    session = await Session.planSession(world, {
      ...{ network: association.network, zone: association.zone, actor: id(0), title: "1. седница" },
      ...{ startsAt: PLANNED, place: "Свечана сала", answerBy: after(START, { days: 6 }) },
      agenda: ["План рада", "Статут", "Чланарина"].map((title) => ({ title, isVote: true })),
      ...{ recorder: id(0), verifiers: [id(1), id(2)] },
      invitedGuests: [{ name: "Ана Анић", address: "ana@opstina.test" }],
    });
    election = await Election.openElection(world, {
      ...{ network: association.network, session, actor: id(0), title: "Одлуке", profile: plainProfile },
      votes: ["План рада", "Статут", "Чланарина"].map((title) => ({
        ...{ kind: "adopt" as const, title, text: { title, body: `${title}: текст.` } },
      })),
      ...{ mode: "ratified", declarers: [id(0), id(1)] },
      deadlines: { figures: day(1), attestation: day(2), confirmation: day(7), waiver: day(9), declaration: day(12) },
    });
    await story.machine.settled();
  });
  afterEach(() => story.close());

  it("from 14 to 13 of 27 during item 3: items 1 and 2 stand, item 3 has no quorum, each is asked what she missed", async () => {
    const { world } = story.machine;
    const first = await formOf(story, address(TWO_LINKS), "позив на седницу");
    const moved = { session, actor: id(0), startsAt: MEETING, place: "Свечана сала", answerBy: PLANNED };
    await Session.moveSession(world, moved, async () => {});
    await story.machine.settled();
    const second = await formOf(story, address(TWO_LINKS), "позив на седницу");
    expect(second.link).not.toBe(first.link);
    await story.moveTo(MEETING);
    await Session.openSession(world, session);
    await story.machine.settled();
    for (let index = 0; index < TWO_LINKS; index += 1) await present(index, true);

    // Two tabs, each by another of her links, both opened before she has come: she is there once.
    const code = Session.roomCode(world, session);
    const tabs = await Promise.all(
      [first, second].map(async ({ link, browser }) => ({ browser, page: await browser.open(`${link}/session`) })),
    );
    for (const { browser, page } of tabs) {
      const form = page.forms.find((one) => one.action.endsWith("/session"));
      if (!form) throw new Error(page.text);
      expect((await browser.send(page, form, { code })).text).toContain("уписано");
    }
    const { stays, entered } = await entriesOf(id(TWO_LINKS));
    expect([stays.length, entered.length]).toEqual([1, 1]);

    // The guest is there to the end and is nowhere counted.
    const guest = await formOf(story, "ana@opstina.test", "позив на седницу");
    const page = await guest.browser.open(`${guest.link}/session`);
    const form = page.forms.find((one) => one.action.endsWith("/session"));
    if (!form) throw new Error(page.text);
    await guest.browser.send(page, form, { code: Session.roomCode(world, session) });

    await vote(1, 5);
    minute(12);
    await present(RETURNS, false);
    await present(LATECOMER, true);
    await vote(2, 15);
    minute(22);
    await present(RETURNS, true);
    await present(LATECOMER, false);
    await vote(3, 25, () => present(LEAVES, false));
    await Session.closeSession(world, session, (row) => Election.mayCloseSession(world, row));
    await story.machine.settled();

    const figures = ["v1", "v2", "v3"].flatMap((key) => [
      [`${key}-for`, "14"],
      [`${key}-against`, "0"],
      [`${key}-abstain`, "0"],
    ]);
    await answer(story, address(0), "бројке", Object.fromEntries(figures));
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });

    const put = await Election.votesOf(world.table, election);
    expect(put.map(({ live }) => live?.attendance)).toEqual([
      { atOpening: 14, atClosing: 14, duringVote: 14 },
      { atOpening: 14, atClosing: 14, duringVote: 14 },
      { atOpening: 14, atClosing: 13, duringVote: 14 },
    ]);
    const asks = async (index: number) => {
      const { page: asked } = await formOf(story, address(index), "потврда");
      return [...new Set([...asked.body.toString().matchAll(/ name="(v\d)"/g)].map(([, vote]) => vote))];
    };
    expect(await asks(20)).toEqual(["v1", "v2"]);
    expect(await asks(RETURNS)).toEqual(["v2"]);
    expect(await asks(LATECOMER)).toEqual(["v1"]);
    for (const index of [LEAVES, TWO_LINKS]) await expect(formOf(story, address(index), "потврда")).rejects.toThrow();
    await expect(formOf(story, "ana@opstina.test", "потврда")).rejects.toThrow();

    await answer(story, address(RETURNS), "потврда", { v2: "confirm" });
    await answer(story, address(LATECOMER), "потврда", { v1: "object", "v1-reason": "Нисам ни чула предлог." });
    const { deadlines } = await Election.readElection(world, election);
    await story.moveTo(after(deadlines.confirmation, { minutes: 6 }));
    const counted = await Election.votesOf(world.table, election);
    expect(counted.map(({ outcome }) => outcome?.kind)).toEqual(["declared", "declared", "no-quorum"]);
  });

  const entriesOf = async (member: string) => {
    const presence = await story.machine.world.table.get(Session.MemberPresence, { session, member });
    if (!presence) throw new Error(`${member} never came`);
    return presence;
  };
});
