import { chooseSettings, digestKind, enrol, Issue, Subscription, unsubscribe } from "@quorate/core/digest";
import { create, issueLink, Link, linkToken, Transient } from "@quorate/core/kit";
import { Letter } from "@quorate/core/letter";
import { Network } from "@quorate/core/people";
import type { ProcessKind } from "@quorate/core/process";
import { afterEach, expect, it } from "vitest";
import { foundNetwork, NETWORK } from "../../support/asks.ts";
import { failStore } from "../../support/store-faults.ts";
import { seededRandom, type TestWorld, testWorld } from "../../support/world.ts";

const opened: TestWorld[] = [];
afterEach(async () => {
  for (const test of opened.splice(0)) await test.close();
});

const MONDAY = "2026-03-16T06:00:00.000Z";

/** A process with one thing to tell, which is coming; its network is looked at so often. */
function telling() {
  const looked = { times: 0 };
  const kind: ProcessKind = {
    ...{ name: "telling", definition: {}, tasks: {} },
    findIn: async () => [],
    findOpen: async () => [],
    park: async () => {},
    signalIfDue: async () => {},
    news: async (_, __, { until }) => {
      looked.times += 1;
      return [{ section: "coming", at: until, title: { plain: "Седница" }, lines: [] }];
    },
  };
  return { kind, looked };
}

async function network(size: number) {
  const test = await testWorld();
  opened.push(test);
  const { world } = test;
  const members = await foundNetwork(world, size);
  for (const { person } of members) await enrol(world, { network: NETWORK, person });
  test.clock.moveTo(MONDAY);
  const { kind, looked } = telling();
  const { tasks } = digestKind([kind]);
  const write = async (process: string) => {
    for (;;) {
      try {
        const said = await tasks.WriteDigests?.(world, { network: "", process });
        if (said?.word !== "more") return said?.word;
      } catch (error) {
        if (!(error instanceof Transient)) throw error;
      }
    }
  };
  const begin = () => digestKind([kind]).beginDue?.(world);
  const letters = async () => (await test.items()).filter(({ record }) => record === Letter.kind);
  const runs = async () => (await test.items()).filter(({ record }) => record === "digest").map(({ id }) => String(id));
  return { ...test, members, looked, write, begin, letters, runs };
}

it("a run begins by itself once, and two at work on a store that fails write each digest once", async () => {
  const test = await network(130);
  await Promise.all([test.begin(), test.begin()]);
  await test.begin();
  const [run = "", ...more] = await test.runs();
  expect(more).toEqual([]);
  const state = { isCalm: false };
  const faults = { conflict: 0.1, throttle: 0.01, lostAnswer: 0.03 };
  failStore(test.store.client, seededRandom("digest"), faults, () => state.isCalm);
  await Promise.all([test.write(run), test.write(run)]);
  state.isCalm = true;
  const letters = await test.letters();
  expect(letters).toHaveLength(130);
  expect(new Set(letters.map(({ person }) => person)).size).toBe(130);
  // A network is looked at once for each page, not once for each of its members.
  expect(test.looked.times).toBeLessThan(20);
  for (const { person } of test.members) {
    const found = await test.world.table.get(Subscription, { person });
    expect(found).toMatchObject({ slot: "2026-03-23", nextAt: "2026-03-23T06:00:00.000Z" });
    expect(await test.world.table.get(Issue, { person, slot: "2026-03-16" })).toMatchObject({ run });
  }
});

it("enrolling again changes nothing, and a network that is only rehearsed in has no digests", async () => {
  const test = await network(1);
  const [member] = test.members;
  const person = member?.person ?? "";
  const before = await test.items();
  await enrol(test.world, { network: NETWORK, person });
  expect(await test.items()).toEqual(before);
  const at = test.world.clock.now();
  await test.world.table.write([
    create(Network, {
      ...{ id: "net_rehearsal", name: "Проба", shortName: "Проба", locale: "sr-Cyrl", zone: "Europe/Belgrade" },
      ...{ createdAt: at, rehearsal: { of: NETWORK, by: member?.id ?? "", at } },
    }),
  ]);
  await enrol(test.world, { network: "net_rehearsal", person: "per_nobody" });
  expect(await test.world.table.get(Subscription, { person: "per_nobody" })).toBeUndefined();
});

it("who chose another frequency, or none, is asked about again only then, and nothing of the time between is lost", async () => {
  const test = await network(1);
  const person = test.members[0]?.person ?? "";
  const link = issueLink(test.world, { act: "digest", person });
  await test.world.table.write([create(Link, link)]);
  const token = linkToken(test.world.keys, link);
  await chooseSettings(test.world, { token, frequency: "monthly", locale: "sr-Latn" });
  const since = (await test.world.table.get(Subscription, { person }))?.since;
  expect(await test.world.table.get(Subscription, { person })).toMatchObject({
    slot: "2026-04-06",
    frequency: "monthly",
  });
  await unsubscribe(test.world, token);
  await test.begin();
  test.clock.moveTo("2026-05-04T09:00:00.000Z");
  await test.begin();
  expect(await test.runs()).toEqual([]);
  await chooseSettings(test.world, { token, frequency: "weekly" });
  expect(await test.world.table.get(Subscription, { person })).toMatchObject({ slot: "2026-05-11", since });
});
