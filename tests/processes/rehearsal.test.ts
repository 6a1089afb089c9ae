import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as Election from "@quorate/core/election";
import { after } from "@quorate/core/kit";
import * as Offices from "@quorate/core/offices";
import { membersOf, Network } from "@quorate/core/people";
import { openRehearsal, wipeRehearsal } from "@quorate/core/rehearsal";
import { processes } from "@quorate/functions/processes";
import { Browser, textOf } from "@quorate/local/demo/browser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Association,
  foundAssociation,
  holdSession,
  openElection,
  type Story,
  startStory,
} from "../support/association.ts";

describe("a rehearsal", () => {
  let story: Story;
  let real: Association;
  let played: Association;
  const coordinator = () => real.memberAt(0).address;

  beforeEach(async () => {
    story = await startStory("2026-03-03T08:00:00.000Z");
    real = await foundAssociation(story.machine, 5);
    const { world } = story.machine;
    const network = await openRehearsal(world, { network: real.network, actor: real.memberAt(0).id });
    const members = (await membersOf(world.table, network))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ id, person, name }) => ({ id, person, name, address: coordinator() }));
    const memberAt = (index: number) => {
      const found = members[index];
      if (!found) throw new Error(`no member ${index}`);
      return found;
    };
    played = { network, zone: real.zone, members, memberAt };
  });
  afterEach(() => story.close());

  const letters = () => story.machine.mailSink?.letters({}) ?? [];

  /** Answers the newest letter of this subject that was made out to this member. */
  async function answerAs(index: number, subject: string, fields: Readonly<Record<string, string>>) {
    const name = played.memberAt(index).name;
    const letter = letters().findLast(
      (one) => one.subject.includes(subject) && one.text.includes(`Одговарате као: ${name}`),
    );
    const browser = new Browser(story.machine.url);
    const page = await browser.open(letter?.links.find((href) => href.includes("/a/")) ?? "");
    const form = page.forms.find(({ action }) => action.includes("/a/"));
    if (!form) throw new Error(page.text);
    const sent = await browser.send(page, form, fields);
    await story.machine.settled();
    return sent;
  }

  async function everything(): Promise<string[]> {
    const { endpoint, table: TableName } = story.machine.store;
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const client = new DynamoDBClient({ endpoint, region: "local", credentials });
    const items: string[] = [];
    for await (const page of paginateScan({ client }, { TableName, ConsistentRead: true })) {
      items.push(...(page.Items ?? []).map((item) => JSON.stringify(unmarshall(item))));
    }
    client.destroy();
    return items;
  }

  it("holds a whole election as for real; every letter comes to who rehearses, and is marked; then nothing of it is left", async () => {
    const { world } = story.machine;
    const before = (await everything()).length;
    const votes = [{ kind: "elect" as const, title: "Избор председника" }];
    const of = await openElection(story, played, { votes });
    await holdSession(story, played, of, 3);
    await answerAs(0, "бројке", { "v1-for": "3", "v1-against": "0", "v1-abstain": "0" });
    for (const index of [0, 1, 2]) await answerAs(index, "овера", { verdict: "agree" });
    const page = await answerAs(4, "потврда", { v1: "confirm" });
    expect(textOf(page.body)).toContain("Проба: Актив стручних сарадника");
    await story.moveTo(after((await Election.readElection(world, of.election)).deadlines.confirmation, { minutes: 6 }));
    for (const index of [0, 1]) await answerAs(index, "проглашење", { verdict: "agree" });
    expect(await Election.readElection(world, of.election)).toMatchObject({ state: "ended", stage: "declared" });

    expect(letters().length).toBeGreaterThan(10);
    for (const { to, subject, text } of letters()) {
      expect(to).toBe(coordinator());
      expect(subject).toMatch(/^Проба: /);
      expect(text).toContain("ништа се не одлучује");
    }

    const ids = [played.network, of.election, of.session, ...played.members.map(({ id }) => id)];
    await wipeRehearsal(world, processes, played.network);
    await story.machine.settled();
    const left = (await everything()).filter((item) => ids.some((id) => item.includes(id)));
    expect(left).toEqual([]);
    expect((await everything()).length).toBeLessThanOrEqual(before);
    expect(await world.table.get(Network, { id: real.network })).toBeDefined();
    expect(await membersOf(world.table, real.network)).toHaveLength(5);
  });

  it("has the offices of its network, and who holds them holds them in it", async () => {
    const { world } = story.machine;
    const actor = real.memberAt(0).id;
    const title = { plain: "Председник" };
    const set = { network: real.network, actor, title, seats: 1, months: 24, coordinates: false };
    const office = await Offices.addOffice(world, set);
    const mandate = { from: "2025-03-01", until: "2027-02-28" };
    const held = { network: real.network, actor, office, member: real.memberAt(2).id, ...mandate };
    await Offices.recordHolding(world, held);
    const network = await openRehearsal(world, { network: real.network, actor });
    const [played] = await Offices.officesOf(world.table, network);
    expect(played).toMatchObject({ title, seats: 1, months: 24, coordinates: false });
    const [holding] = await Offices.holdingsOf(world.table, network);
    expect(holding).toMatchObject({ office: played?.id, ...mandate });
    const holder = (await membersOf(world.table, network)).find(({ id }) => id === holding?.member);
    expect(holder?.name).toBe(real.memberAt(2).name);
    expect(await Offices.holdingsOf(world.table, real.network)).toMatchObject([{ office, member: held.member }]);
    await wipeRehearsal(world, processes, network);
    expect(await Offices.officesOf(world.table, network)).toEqual([]);
  });

  it("is not held of a rehearsal, and a real network is never wiped", async () => {
    const { world } = story.machine;
    const actor = played.memberAt(0).id;
    await expect(openRehearsal(world, { network: played.network, actor })).rejects.toMatchObject({
      code: "rehearsal.twice",
    });
    await expect(wipeRehearsal(world, processes, real.network)).rejects.toMatchObject({ code: "not-found" });
    expect(await membersOf(world.table, real.network)).toHaveLength(5);
  });
});
