import { answerAsk, checkCollection, remindAsks, type Sent } from "@quorate/core/ask";
import { create, defineRecord, Lost, replace, Transient, type World } from "@quorate/core/kit";
import * as v from "valibot";
import { afterEach, describe, expect, it } from "vitest";
import {
  abstains,
  answersStored,
  asksIn,
  confirms,
  figuresOf,
  foundNetwork,
  inDays,
  lettersOf,
  linkTo,
  objects,
  openCollection,
  openPage,
} from "../../support/asks.ts";
import { type FaultCounts, failStore, type StoreFaults } from "../../support/store-faults.ts";
import { seededRandom, type TestWorld, testWorld } from "../../support/world.ts";

const opened: TestWorld[] = [];
afterEach(async () => {
  for (const test of opened.splice(0)) await test.close();
});

/** A world whose store fails as often as is said, while it is not calm. */
async function failing(faults: Partial<StoreFaults>, seed: string) {
  const test = await testWorld({ seed });
  opened.push(test);
  const state = { isCalm: true };
  const all = { conflict: 0, throttle: 0, lostAnswer: 0, ...faults };
  const counts = failStore(test.store.client, seededRandom(`faults ${seed}`), all, () => state.isCalm);
  return { test, world: test.world, counts, state };
}

/** As a person presses again, or a state machine's Retry does: what may succeed later is tried again. */
async function patiently<R>(act: () => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Transient) || tries === 10) throw error;
    }
  }
}

const Bell = defineRecord({
  kind: "bell",
  schema: v.object({ id: v.string(), note: v.string() }),
  key: ({ id }: { id: string }) => ({ pk: `bell#${id}`, sk: "bell" }),
});

describe("a transaction that meets another one", () => {
  it("is tried again, and given up as what may succeed later when it meets others without end", async () => {
    const { world, counts, state } = await failing({ conflict: 1 }, "always");
    state.isCalm = false;
    await expect(world.table.write([create(Bell, { id: "1", note: "a" })])).rejects.toBeInstanceOf(Transient);
    expect(counts.conflict).toBeGreaterThan(3);
    state.isCalm = true;
    expect(await world.table.get(Bell, { id: "1" })).toBeUndefined();
  });

  it.each([
    ["the retry carries the same token", { lostAnswer: 0.5 }],
    ["so does the next try when the retry meets another", { lostAnswer: 0.4, conflict: 0.4 }],
  ])("is written once when its answer is lost: %s", async (_, faults) => {
    const { world, counts, state } = await failing(faults, "lost");
    await world.table.write([create(Bell, { id: "1", note: "0" })]);
    for (let turn = 1; turn <= 20; turn += 1) {
      const bell = await world.table.get(Bell, { id: "1" });
      if (!bell) throw new Error("no bell");
      state.isCalm = false;
      await world.table.write([replace(Bell, bell, { ...bell, note: String(turn) })]).catch((error: unknown) => {
        // Three times in a row: the caller does not know, and looks again.
        expect(error).toBeInstanceOf(Transient);
      });
      state.isCalm = true;
      expect(await world.table.get(Bell, { id: "1" })).toMatchObject({ rev: turn + 1, note: String(turn) });
    }
    expect(counts.lostAnswer).toBeGreaterThan(5);
  });

  it("still loses to who was first: a condition is no conflict", async () => {
    const { world, state } = await failing({ conflict: 0.3 }, "conditions");
    await world.table.write([create(Bell, { id: "1", note: "a" })]);
    state.isCalm = false;
    for (let turn = 0; turn < 10; turn += 1) {
      await expect(world.table.write([create(Bell, { id: "1", note: "b" })])).rejects.toBeInstanceOf(Lost);
    }
  });
});

describe("nine absentees answer a store that fails", () => {
  const answers = [confirms, confirms, confirms, confirms, objects, objects, abstains, confirms] as const;

  /** Every answer is sent twice, as with a double press; one is changed, and one member stays silent. */
  async function collect(world: World, collection: string): Promise<Sent[]> {
    const asks = await asksIn(world, collection);
    const told: Sent[] = [];
    for (const [index, raw] of answers.entries()) {
      const ask = asks[index];
      if (!ask) throw new Error("nobody was asked");
      const token = await patiently(() => linkTo(world, ask));
      const page = await patiently(() => openPage(world, token));
      const send = () => patiently(() => answerAsk(world, { ...page, raw }));
      told.push(...(await Promise.all([send(), send()])));
      if (index === 0) {
        const change = await patiently(() => openPage(world, token));
        told.push(await patiently(() => answerAsk(world, { ...change, raw: abstains })));
      }
    }
    return told;
  }

  async function close(world: World, collection: string): Promise<void> {
    for (;;) {
      const { word } = await patiently(() => checkCollection(world, collection));
      if (word === "closed") return;
      if (word === "remind") await patiently(() => remindAsks(world, collection));
    }
  }

  const total = (counts: FaultCounts) => counts.conflict + counts.throttle + counts.lostAnswer;

  it.each(["1", "2", "3", "4"])(
    "one answer an ask, one receipt a version, and figures that add up (seed %s)",
    async (seed) => {
      const { test, world, counts, state } = await failing({ conflict: 0.3, throttle: 0.05, lostAnswer: 0.05 }, seed);
      const members = await foundNetwork(world, 9);
      const deadline = inDays(world, 7);
      const { id } = await openCollection(world, { members, deadline });
      state.isCalm = false;
      const told = await collect(world, id);
      expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(["accepted"]));
      test.clock.moveTo(inDays(world, 8));
      await Promise.all([close(world, id), close(world, id)]);
      state.isCalm = true;
      expect(total(counts)).toBeGreaterThan(5);

      const items = await test.items();
      const asks = await asksIn(world, id);
      const receipts = await lettersOf(world, "ask.receipt");
      for (const [index, ask] of asks.entries()) {
        const versions = index === 0 ? 2 : index === 8 ? 0 : 1;
        const stored = answersStored(items, ask.id);
        expect(stored.map(({ version }) => version)).toEqual(Array.from({ length: versions }, (_, at) => at + 1));
        expect(
          receipts
            .filter((one) => one.ask?.id === ask.id)
            .map(({ facts }) => facts.reference)
            .toSorted(),
        ).toEqual(stored.map(({ reference }) => reference).toSorted());
        expect(ask).toMatchObject({ state: "closed", marks: { v1: versions > 0 ? "letter" : "none" } });
        expect(ask.answer?.version).toBe(versions === 0 ? undefined : versions);
      }
      expect(await figuresOf(world, id, "v1")).toEqual({
        ...{ kind: "confirmations", sent: 9, confirm: 4, object: 2, abstain: 2, silent: 1, late: 0, undelivered: 0 },
      });
    },
  );
});
