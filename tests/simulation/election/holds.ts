import { createHash } from "node:crypto";
import * as Election from "@quorate/core/election";
import { firstBroken, readJournal } from "@quorate/core/journal";
import { addressChangesOf } from "@quorate/core/people";
import { expect } from "vitest";
import type { Real } from "./acts.ts";
import { rollIn } from "./founding.ts";
import { at, groupsOf, type Model, outcomeOf } from "./model.ts";

type Vote = Awaited<ReturnType<typeof Election.votesOf>>[number];

/** JSON with its keys in order: the same as the journal's where there are only plain words and whole numbers. */
function sorted(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, of]) => `${JSON.stringify(key)}:${sorted(of)}`).join()}}`;
}

/** Everything that has to hold of an election at any time. */
export async function holds(model: Model, real: Real): Promise<void> {
  const { world, founded } = real;
  const row = await Election.readElection(world, founded.election);
  const votes = await Election.votesOf(world.table, founded.election);
  await oneMarkEach(model, real);
  if (model.stage !== "letters") countedOnce(model, real, votes);
  const stages = { letters: "confirmation", returned: "declaration" } as const;
  const stage = model.stage === "letters" || model.stage === "returned" ? stages[model.stage] : model.stage;
  expect(row.stage).toBe(stage);
  expect(row.state).toBe(
    model.stage === "returned" ? "parked" : ["final", "annulled"].includes(model.stage) ? "ended" : "running",
  );
  // R15: what was declared is what it was, and only an annulment with a reason ends it.
  if (row.declaredAt !== undefined) {
    const declared = sorted({ at: row.declaredAt, outcomes: votes.map(({ id, outcome }) => ({ id, outcome })) });
    real.declared ??= declared;
    expect(declared).toBe(real.declared);
  }
  expect(row.declaredAt !== undefined).toBe(["declared", "annulment", "annulled", "final"].includes(model.stage));
  if (row.stage === "annulled") expect(row.annulment?.reason).toMatch(/\S{3}/);
  expect((await Election.challengesOf(world.table, founded.election)).length).toBe(model.objected.size);
  // R8: the minutes say how many addresses were changed.
  expect(await addressChangesOf(world.table, founded.election)).toBe(model.addressChanges);
  await chained(real, row.journal);
}

/** R3: one place for each member, and in it one mark for each vote; nobody else has one. */
async function oneMarkEach(model: Model, { world, founded }: Real): Promise<void> {
  const roll = await rollIn(world, founded.election);
  expect(roll.map(({ member }) => member)).toEqual(founded.members.map(({ id }) => id).toSorted());
  for (const [index, ask] of roll.entries()) {
    const member = at(model.members, index);
    const marks = model.votes.map((vote, of) => {
      const isThere = model.scenario.hands[of]?.[index] !== "away";
      const isIn = member.parts.includes(vote.id) && member.inForce !== undefined;
      return [vote.id, isThere ? "live" : isIn ? "letter" : "none"];
    });
    expect(ask.marks).toEqual(Object.fromEntries(marks));
    expect(ask.answer?.version).toBe(member.inForce?.version);
    expect(ask.epoch).toBe(member.epoch);
  }
}

/** R1, R4, R9: nothing after the fence is counted, every letter is in one group, and the outcome is what members make it. */
function countedOnce(model: Model, real: Real, votes: readonly Vote[]): void {
  for (const [index, { letters, outcome, live }] of votes.entries()) {
    const { for: inFavour, against, abstain, ...groups } = groupsOf(model, index);
    const answered = inFavour + against + abstain;
    const sent = answered + groups.silent + groups.undelivered;
    expect(letters).toMatchObject({ sent, ...groups });
    if (letters?.kind === "confirmations") {
      expect(letters).toMatchObject({ confirm: inFavour, object: against, abstain });
    } else expect(letters?.answered).toBe(answered);
    expect((live?.attendance.duringVote ?? 0) + sent).toBeLessThanOrEqual(model.members.length);
    const { kind, elected } = outcomeOf(model, index);
    expect(outcome?.kind).toBe(kind);
    if (outcome?.kind === "declared") expect(outcome.elected).toEqual(elected);
  }
  const counted = sorted(votes.map(({ id, live, outcome }) => ({ id, live, outcome })));
  real.counted ??= counted;
  expect(counted).toBe(real.counted);
}

/** R17: the chain is whole, by a hash of our own, and what it held it still holds. */
async function chained(real: Real, head: { seq: number; hash: string }): Promise<void> {
  const entries = await readJournal(real.world.table, real.founded.election);
  let previous = "0".repeat(64);
  for (const { process, seq, at: when, actor, act, facts, previous: before, hash } of entries) {
    expect(before).toBe(previous);
    const entry = sorted({ process, seq, at: when, actor, act, facts });
    previous = createHash("sha256")
      .update(previous + entry)
      .digest("hex");
    expect(hash).toBe(previous);
  }
  expect(head).toEqual({ seq: entries.length, hash: previous });
  const hashes = entries.map(({ hash }) => hash);
  expect(hashes.slice(0, real.journal.length)).toEqual(real.journal);
  real.journal = hashes;
}

/** R17: what is taken out of the journal or changed in it is seen, entry by entry. */
export async function tamperingIsSeen({ world, founded }: Real): Promise<void> {
  const { journal: head } = await Election.readElection(world, founded.election);
  const entries = await readJournal(world.table, founded.election);
  expect(firstBroken(entries, head)).toBeUndefined();
  for (const [index, entry] of entries.entries()) {
    expect(firstBroken(entries.toSpliced(index, 1), head)).toBe(index + 1);
    expect(firstBroken(entries.with(index, { ...entry, actor: "mem_other" }), head)).toBe(index + 1);
    expect(firstBroken(entries.with(index, { ...entry, facts: { ...entry.facts, sent: 27 } }), head)).toBe(index + 1);
  }
}
