import * as Election from "@quorate/core/election";
import { firstBroken, readJournal } from "@quorate/core/journal";
import { after, create, newId } from "@quorate/core/kit";
import { leaveNetwork, Member, Person } from "@quorate/core/people";
import { Browser } from "@quorate/local/demo/browser";
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
} from "../support/association.ts";
import { signedIn } from "../support/coordinator.ts";

const REASON = "Прешла је у другу школу.";

describe("R7 Joining and leaving: while an election runs", () => {
  let story: Story;
  let association: Association;
  let election: string;
  const address = (index: number) => association.memberAt(index).address;
  const id = (index: number) => association.memberAt(index).id;
  const row = () => Election.readElection(story.machine.world, election);
  const leave = (index: number, reason = REASON) =>
    leaveNetwork(story.machine.world, Election.rolls, {
      ...{ network: association.network, member: id(index), by: id(0), reason },
    });

  /** Five of nine were present, and the others have their letters. */
  beforeEach(async () => {
    story = await startStory("2026-03-03T08:00:00.000Z");
    association = await foundAssociation(story.machine, 9);
    const votes = [{ kind: "elect" as const, title: "Избор председника" }];
    const of = await openElection(story, association, { votes, objectionDays: 15 });
    election = of.election;
    await holdSession(story, association, of, 5);
    await answer(story, address(0), "бројке", { "v1-for": "5", "v1-against": "0", "v1-abstain": "0" });
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
  });
  afterEach(() => story.close());

  const finish = async () => {
    await story.moveTo(after((await row()).deadlines.confirmation, { minutes: 6 }));
    for (const index of [0, 1]) await answer(story, address(index), "проглашење", { verdict: "agree" });
  };

  it("a member who leaves before she has voted is taken off the roll with a reason, and her link ends; a given vote counts", async () => {
    await answer(story, address(5), "потврда", { v1: "confirm" });
    const { link } = await formOf(story, address(6), "потврда");
    await expect(leave(6, "")).rejects.toMatchObject({ problems: [{ field: "reason", code: "min_length" }] });
    const browser = await signedIn(story, address(0));
    const page = await browser.open(`/n/${association.network}/people/m/${id(6)}`);
    const form = page.forms.find(({ action }) => action.includes("/leave"));
    if (!form) throw new Error(page.text);
    expect((await browser.send(page, form, { reason: "кратко" })).status).toBe(422);
    expect((await browser.send(page, form, { reason: REASON })).status).toBe(200);
    await leave(5);
    expect((await new Browser(story.machine.url).open(link)).status).toBe(410);
    expect((await row()).left).toMatchObject([
      { member: id(6), by: id(0), reason: REASON, hasVoted: false },
      { member: id(5), hasVoted: true },
    ]);

    await finish();
    const [vote] = await Election.votesOf(story.machine.world.table, election);
    expect(vote?.letters).toMatchObject({ sent: 3, confirm: 1, silent: 1, undelivered: 1 });
    expect(vote?.outcome).toMatchObject({ kind: "declared", tally: { for: 6, base: 8, required: 5 } });
    const journal = await readJournal(story.machine.world.table, election);
    expect(firstBroken(journal, (await row()).journal)).toBeUndefined();
    expect(journal.map(({ act }) => act)).toEqual(expect.arrayContaining(["roll.removed", "roll.left"]));
    expect(JSON.stringify(journal)).not.toContain(REASON);
    const minutes = await (await signedIn(story, address(0))).open(
      `/n/${association.network}/elections/${election}/minutes`,
    );
    expect(minutes.text).toContain("Члан 07: одлазак из мреже пре гласања");
    expect(minutes.text).toContain("Члан 06: одлазак из мреже; дати глас остаје урачунат");
  });

  it("who voted in the session stays on the roll, and who answers for the election or stands in it cannot leave", async () => {
    await expect(leave(3)).rejects.toMatchObject({ code: "member.stands" });
    await expect(leave(2)).rejects.toMatchObject({ code: "member.asked" });
    await finish();
    const before = await Election.votesOf(story.machine.world.table, election);
    await leave(7);
    expect(await Election.votesOf(story.machine.world.table, election)).toEqual(before);
    expect((await row()).left).toEqual([]);
  });

  it("who is admitted after the roll was frozen sees the result, and the page says that she has no vote", async () => {
    const { world } = story.machine;
    const person = newId(world.random, "person");
    const now = world.clock.now();
    await world.table.write([
      create(Person, { id: person, address: "nova@school.test", locale: "sr-Cyrl", zone: "Europe/Belgrade" }),
      create(Member, {
        ...{ network: association.network, id: newId(world.random, "member"), person, name: "Нова Чланица" },
        ...{ groups: [], standing: "active", coordinator: false, since: now },
      }),
    ]);
    await finish();
    const [letter] = story.machine.mailSink?.letters({ to: "nova@school.test" }) ?? [];
    const link = letter?.links.find((href) => href.includes("/m/"));
    const page = await new Browser(story.machine.url).open(link ?? "");
    expect(page.text).toContain("На овим изборима немате глас.");
    expect(page.forms.filter(({ action }) => action.includes("objection"))).toEqual([]);
    expect(Election.rollSizeOf(await row())).toBe(9);
  });
});
