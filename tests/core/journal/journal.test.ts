import { createHash } from "node:crypto";
import { Election, readElection } from "@quorate/core/election";
import { appendEntry, emptyJournal, firstBroken, type JournalEntry, readJournal } from "@quorate/core/journal";
import { moveRow } from "@quorate/core/process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { foundElection, foundNetwork } from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";

/** The letters of the president, as their close is written. */
const closed = { sent: 9, confirm: 7, object: 1, abstain: 0, silent: 0, late: 0, undelivered: 1 };

describe("R17 Journal: a chain of entries, each with the hash of the one before it", () => {
  let here: TestWorld;
  let election: string;
  const row = () => readElection(here.world, election);
  const entries = () => readJournal(here.world.table, election);
  const write = (act: string, facts: JournalEntry["facts"] = {}) =>
    moveRow(here.world, Election, election, async () => ({ changes: {}, act, actor: "mem_00001", facts }));

  beforeEach(async () => {
    here = await testWorld();
    await foundElection(here.world, await foundNetwork(here.world, 1));
    election = "elc_test";
    for (const act of ["letters.opened", "deadline.moved", "letters.closed"]) await write(act);
    await write("letters.counted", { v1: closed });
    await write("result.approved");
  });
  afterEach(() => here.close());

  test("anybody computes the hashes again: SHA-256 of the one before and of the entry as JSON with its keys in order", async () => {
    let previous = "0".repeat(64);
    for (const { seq, at, act, facts, hash } of await entries()) {
      const figures = act === "letters.counted" ? `{"v1":${ordered(closed)}}` : "{}";
      const body = `{"act":"${act}","actor":"mem_00001","at":"${at}","facts":${figures},"process":"elc_test","seq":${seq}}`;
      previous = createHash("sha256").update(`${previous}${body}`).digest("hex");
      expect({ act, hash }).toEqual({ act, hash: previous });
      expect(facts).toEqual(act === "letters.counted" ? { v1: closed } : {});
    }
    expect((await row()).journal).toEqual({ seq: 5, hash: previous });
  });

  const ordered = (figures: Record<string, number>) =>
    `{${Object.entries(figures)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `"${name}":${value}`)
      .join()}}`;

  test("one entry that is taken out is seen, be it the first or the last; so are two that change places", async () => {
    const [all, { journal }] = [await entries(), await row()];
    expect(firstBroken(all, journal)).toBeUndefined();
    for (const index of all.keys()) expect(firstBroken(all.toSpliced(index, 1), journal)).toBe(index + 1);
    expect(firstBroken([...all.slice(0, 3), ...all.slice(3).toReversed()], journal)).toBe(4);
    expect(firstBroken([], journal)).toBe(1);
  });

  test.each([
    { words: "who acted", change: { actor: "mem_00002" } },
    { words: "what was done", change: { act: "letters.opened" } },
    { words: "when", change: { at: "2026-03-13T08:59:59.000Z" } },
    { words: "of which process", change: { process: "elc_other" } },
    { words: "one vote in the figures", change: { facts: { v1: { ...closed, confirm: 8, object: 0 } } } },
    { words: "its own hash", change: { hash: "f".repeat(64) } },
    { words: "the hash of the one before", change: { previous: "f".repeat(64) } },
  ])("one entry in which is changed $words is seen", async ({ change }) => {
    const [all, { journal }] = [await entries(), await row()];
    expect(
      firstBroken(
        all.map((entry) => (entry.seq === 4 ? { ...entry, ...change } : entry)),
        journal,
      ),
    ).toBe(4);
  });

  test("a whole chain made anew from the changed entry on is another one than the head that the letters carry", async () => {
    const all = await entries();
    let head = emptyJournal;
    const forged = all.map(({ process, at, actor, act, facts }): JournalEntry => {
      const other = act === "letters.counted" ? { v1: { ...closed, confirm: 8, object: 0 } } : facts;
      const entry = { process, at, actor, act, facts: other };
      const { previous, seq } = { previous: head.hash, seq: head.seq + 1 };
      head = appendEntry(head, entry).head;
      return { ...entry, seq, previous, hash: head.hash };
    });
    expect(firstBroken(forged, head)).toBeUndefined();
    expect(firstBroken(forged, (await row()).journal)).toBe(6);
  });

  test("twelve who write at once write one chain", async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => write(`act.${index}`)));
    const all = await entries();
    expect(all).toHaveLength(17);
    expect(new Set(all.map(({ act }) => act)).size).toBe(17);
    expect(firstBroken(all, (await row()).journal)).toBeUndefined();
  });
});
