import { type Ask, recordUndelivered, reissueLink, type Sent, viewAsk } from "@quorate/core/ask";
import { canonical, type Instant, after as later, Refusal, type World } from "@quorate/core/kit";
import type { LetterAnswer } from "@quorate/core/vote";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answersStored,
  askAgain,
  asksIn,
  extend,
  figuresOf,
  foundNetwork,
  inDays,
  lettersOf,
  linkTo,
  lookOn,
  type OpenPage,
  openCollection,
  openPage,
  send,
  VOTES,
} from "../support/asks.ts";
import { failStore } from "../support/store-faults.ts";
import { seededRandom, type TestWorld, testWorld } from "../support/world.ts";

/** A form as one person has it open in one tab. */
type Tab = OpenPage & { epoch: number; openedAt: Instant; version: number };

/** What we hold to be true of one member who is asked. */
type Expected = {
  epoch: number;
  tabs: Tab[];
  /** Every answer that was accepted, in order: the last one is in force. */
  answers: { choice: LetterAnswer; reference: string }[];
  isUndelivered: boolean;
  /** Something of hers is kept that came after its time; late in the figures only if it came before her ask was closed. */
  wasLate: boolean;
  isLate: boolean;
};

type Model = { deadline: Instant; isClosed: boolean; members: Expected[] };
type Real = { test: TestWorld; world: World; collection: string; asks: readonly Ask[]; atClose?: string };
type Act = fc.AsyncCommand<Model, Real>;

const closesAt = ({ deadline }: Model) => later(deadline, { minutes: 5 });
const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error("there is none");
  return found;
};
const rawOf = (choice: LetterAnswer) => ({ v1: choice, v2: choice });
const inForce = ({ answers }: Expected) => answers.at(-1);

/** Whether an answer from this page counts now, by the rule of votes R9. */
function isInTime(model: Model, now: Instant, openedAt: Instant): boolean {
  if (model.isClosed) return false;
  return now <= model.deadline || (now <= closesAt(model) && openedAt <= model.deadline);
}

/** What is told to somebody who sends this now. */
function expectedOf(model: Model, member: Expected, tab: Tab, choice: LetterAnswer, now: Instant): string {
  if (tab.epoch !== member.epoch) return "link.revoked";
  if (inForce(member)?.choice === choice) return "accepted again";
  if (!isInTime(model, now, tab.openedAt)) return "late";
  return member.answers.length > 0 && member.answers.length !== tab.version ? "conflict" : "accepted";
}

async function told(sending: Promise<Sent>): Promise<{ word: string; reference: string }> {
  try {
    const sent = await sending;
    if (sent.kind !== "accepted") return { word: sent.kind, reference: "" };
    return { word: sent.again ? "accepted again" : "accepted", reference: sent.reference };
  } catch (error) {
    if (error instanceof Refusal) return { word: error.code, reference: "" };
    throw error;
  }
}

/** What follows in the model from what somebody was told. */
function note(
  member: Expected,
  choice: LetterAnswer,
  { word, reference }: { word: string; reference: string },
  isOpen: boolean,
): void {
  if (word === "accepted") member.answers.push({ choice, reference });
  if (word === "accepted again") expect(reference).toBe(inForce(member)?.reference);
  if (word !== "late" || member.wasLate) return;
  member.wasLate = true;
  member.isLate = isOpen;
}

/** The collection closes at its time or when all are in. */
function isToClose(model: Model, now: Instant): boolean {
  return model.isClosed || now >= closesAt(model) || model.members.every(({ answers }) => answers.length > 0);
}

const always = () => true;

const open = (index: number): Act => ({
  check: always,
  toString: () => `open(${index})`,
  async run(model, { world, asks }) {
    const member = at(model.members, index);
    const ask = at(asks, index);
    const token = await linkTo(world, { ...ask, epoch: member.epoch });
    const now = world.clock.now();
    const { kind } = await viewAsk(world, token);
    const form = member.answers.length > 0 ? "answered" : "form";
    expect(kind).toBe(isInTime(model, now, now) ? form : "closed");
    if (kind === "closed") return;
    const version = member.answers.length;
    member.tabs.push({ ...(await openPage(world, token)), epoch: member.epoch, openedAt: now, version });
  },
});

const answer = (index: number, tabIndex: number, choice: LetterAnswer): Act => ({
  check: (model) => at(model.members, index).tabs.length > 0,
  toString: () => `answer(${index}, tab ${tabIndex}, ${choice})`,
  async run(model, { world }) {
    const member = at(model.members, index);
    const tab = at(member.tabs, tabIndex);
    const expected = expectedOf(model, member, tab, choice, world.clock.now());
    const outcome = await told(send(world, tab, rawOf(choice)));
    expect(outcome.word).toBe(expected);
    note(member, choice, outcome, !model.isClosed);
  },
});

/** Two presses at once: one effect. */
const answerTwice = (index: number, tabIndex: number, choice: LetterAnswer): Act => ({
  check: (model) => at(model.members, index).tabs.length > 0,
  toString: () => `answer twice(${index}, tab ${tabIndex}, ${choice})`,
  async run(model, { world }) {
    const member = at(model.members, index);
    const tab = at(member.tabs, tabIndex);
    const expected = expectedOf(model, member, tab, choice, world.clock.now());
    const outcomes = await Promise.all([1, 2].map(() => told(send(world, tab, rawOf(choice)))));
    const words = outcomes.map(({ word }) => word).toSorted();
    expect(words).toEqual(expected === "accepted" ? ["accepted", "accepted again"] : [expected, expected]);
    for (const outcome of outcomes.toSorted((a, b) => (a.word < b.word ? -1 : 1))) {
      note(member, choice, outcome, !model.isClosed);
    }
  },
});

/** An answer and the machine's look at the same time: in before the close, or late. */
const answerWhileLooking = (index: number, tabIndex: number, choice: LetterAnswer): Act => ({
  check: (model) => at(model.members, index).tabs.length > 0,
  toString: () => `answer while looking(${index}, tab ${tabIndex}, ${choice})`,
  async run(model, { world, collection, asks }) {
    const member = at(model.members, index);
    const tab = at(member.tabs, tabIndex);
    const now = world.clock.now();
    const before = expectedOf(model, member, tab, choice, now);
    const afterwards = expectedOf({ ...model, isClosed: isToClose(model, now) }, member, tab, choice, now);
    const [outcome] = await Promise.all([told(send(world, tab, rawOf(choice))), lookOn(world, collection)]);
    expect([before, afterwards]).toContain(outcome.word);
    note(member, choice, outcome, (await askAgain(world, at(asks, index))).late === "before-close");
    await lookOn(world, collection);
    model.isClosed = isToClose(model, now);
  },
});

const look: Act = {
  check: always,
  toString: () => "look",
  async run(model, { world, collection }) {
    model.isClosed = isToClose(model, world.clock.now());
    expect((await lookOn(world, collection)).word).toBe(model.isClosed ? "closed" : "wait");
  },
};

const extendBy = (minutes: number): Act => ({
  check: always,
  toString: () => `extend by ${minutes} minutes`,
  async run(model, { world, collection }) {
    const until = later(model.deadline, { minutes });
    const refusal = await extend(world, collection, until).then(
      () => undefined,
      (error: unknown) => error,
    );
    const isAllowed = !model.isClosed && minutes > 0 && until >= later(world.clock.now(), { hours: 1 });
    if (isAllowed) expect(refusal).toBeUndefined();
    else expect(refusal).toMatchObject({ code: model.isClosed ? "collection.closed" : "collection.extension" });
    if (isAllowed) model.deadline = until;
  },
});

const bounce = (index: number): Act => ({
  check: always,
  toString: () => `bounce(${index})`,
  async run(model, { world, asks }) {
    const member = at(model.members, index);
    const counts = member.answers.length === 0 && !member.isUndelivered && !model.isClosed;
    expect(await recordUndelivered(world, at(asks, index))).toBe(counts);
    member.isUndelivered ||= counts;
  },
});

const reissue = (index: number, revoke: boolean): Act => ({
  check: always,
  toString: () => `${revoke ? "revoke" : "reissue"}(${index})`,
  async run(model, { world, asks }) {
    const member = at(model.members, index);
    const again = reissueLink(world, at(asks, index), { revoke });
    if (model.isClosed) return expect(again).rejects.toMatchObject({ code: "collection.closed" });
    await again;
    if (revoke) member.epoch += 1;
  },
});

const pass = (minutes: number): Act => ({
  check: always,
  toString: () => `${minutes} minutes pass`,
  async run(_, { test, world }) {
    test.clock.moveTo(later(world.clock.now(), { minutes }));
  },
});

const toTheClose: Act = {
  check: (model) => !model.isClosed,
  toString: () => "the time of the close comes",
  async run(model, { test, world }) {
    if (world.clock.now() < closesAt(model)) test.clock.moveTo(closesAt(model));
  },
};

/** Every act, and after it everything that has to hold at any time. */
const holding = (act: Act): Act => ({
  check: (model) => act.check(model),
  toString: () => act.toString(),
  async run(model, real) {
    await act.run(model, real);
    await holds(model, real);
  },
});

async function holds(model: Model, real: Real): Promise<void> {
  const { world, collection, test } = real;
  const roll = await asksIn(world, collection);
  const asks = roll.filter((ask) => real.asks.some(({ id }) => id === ask.id));
  const items = await test.items();
  const receipts = await lettersOf(world, "ask.receipt");

  // R3: who was there has her live mark and nothing else; who answered has one letter in each vote, and nobody else has.
  for (const ask of roll) {
    if (asks.includes(ask)) continue;
    expect(ask).toMatchObject({ state: "unasked", marks: { v1: "live", v2: "live" } });
    expect(answersStored(items, ask.id)).toEqual([]);
  }
  for (const [index, ask] of asks.entries()) {
    const member = at(model.members, index);
    const mark = member.answers.length > 0 ? "letter" : "none";
    expect(ask.marks).toEqual({ v1: mark, v2: mark });
    expect(ask.answer?.reference).toBe(inForce(member)?.reference);
    expect(ask.state).toBe(model.isClosed ? "closed" : member.answers.length > 0 ? "answered" : "open");
    expect(ask.epoch).toBe(member.epoch);
    // One answer and one receipt for each version, and at most one that came late.
    const references = member.answers.map(({ reference }) => reference);
    expect(answersStored(items, ask.id).map(({ reference }) => reference)).toEqual(references);
    const receipted = receipts.filter((letter) => letter.ask?.id === ask.id).map(({ facts }) => facts.reference);
    expect(receipted.toSorted()).toEqual(references.toSorted());
    expect(answersStored(items, ask.id, true).length).toBeLessThanOrEqual(1);
    if (member.wasLate) expect(ask.late).toBe(member.isLate ? "before-close" : "after-close");
  }

  // R1, R4: the figures add up, and say what happened.
  const counted = { confirm: 0, object: 0, abstain: 0, silent: 0, late: 0, undelivered: 0 };
  for (const member of model.members) {
    const choice = inForce(member)?.choice;
    if (choice) counted[choice] += 1;
    else if (member.isLate) {
      counted.silent += 1;
      counted.late += 1;
    } else if (member.isUndelivered) counted.undelivered += 1;
    else counted.silent += 1;
  }
  for (const vote of VOTES) {
    const figures = await figuresOf(world, collection, vote);
    expect(figures).toEqual({ kind: "confirmations", sent: asks.length, ...counted });
    const { confirm, object, abstain, silent, undelivered } = figures;
    expect(confirm + object + abstain + silent + undelivered).toBe(figures.sent);
    expect(roll.filter((ask) => ask.marks?.[vote] === "letter")).toHaveLength(confirm + object + abstain);
  }

  // R9: after the close the ballots and the marks are what they were at the close.
  if (!model.isClosed) return;
  const ballots = canonical(roll.map(({ id, marks, answer }) => ({ id, marks, reference: answer?.reference ?? "" })));
  real.atClose ??= ballots;
  expect(ballots).toBe(real.atClose);
}

const someone = fc.nat({ max: 3 });
const tab = fc.nat({ max: 4 });
const choice = fc.constantFrom<LetterAnswer[]>("confirm", "object", "abstain");
const opens = someone.map(open);
const answers = fc.tuple(someone, tab, choice).map((of) => answer(...of));

const acts: fc.Arbitrary<Act>[] = [
  // Thrice each: without forms that are open and sent there is little to see.
  ...[opens, opens, opens, answers, answers, answers],
  fc.tuple(someone, tab, choice).map((of) => answerTwice(...of)),
  fc.tuple(someone, tab, choice).map((of) => answerWhileLooking(...of)),
  fc.constant(look),
  fc.constant(toTheClose),
  fc.integer({ min: -60, max: 3 * 24 * 60 }).map(extendBy),
  someone.map(bounce),
  fc.tuple(someone, fc.boolean()).map((of) => reissue(...of)),
  fc.integer({ min: 1, max: 24 * 60 }).map(pass),
];

describe("a collection of answers", () => {
  it("holds one mark a member, figures that add up, and the fence of the close, in whatever order things happen", async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.commands(
          acts.map((one) => one.map(holding)),
          { maxCommands: 40, size: "max" },
        ),
        fc.integer({ min: 1, max: 4 }),
        async (commands, size) => {
          runs += 1;
          const test = await testWorld({ seed: `simulation ${runs}` });
          const { world } = test;
          const members = await foundNetwork(world, size + 1);
          const [present, absent] = [members.slice(0, 1), members.slice(1)];
          const { id, deadline } = await openCollection(world, {
            members: absent,
            present,
            deadline: inDays(world, 2),
          });
          failStore(test.store.client, seededRandom(`faults ${runs}`), { conflict: 0.1, throttle: 0, lostAnswer: 0 });
          const asks = (await asksIn(world, id)).filter(({ state }) => state === "open");
          const fresh = (): Expected => ({
            epoch: 0,
            tabs: [],
            answers: [],
            isUndelivered: false,
            wasLate: false,
            isLate: false,
          });
          const model: Model = { deadline, isClosed: false, members: asks.map(fresh) };
          await fc.asyncModelRun(() => ({ model, real: { test, world, collection: id, asks } }), commands);
          await test.close();
        },
      ),
      // The same runs every time; another number gives others.
      { numRuns: 40, seed: Number(process.env.QUORATE_SEED ?? 27), endOnFailure: true },
    );
  }, 300_000);
});
