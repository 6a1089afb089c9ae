import {
  Ask,
  Collection,
  checkCollection,
  finishOpening,
  openAsks,
  recordUndelivered,
  type Sent,
  viewWithdrawal,
  withdrawAnswer,
  withdrawalNonce,
  withdrawScope,
} from "@quorate/core/ask";
import {
  canonical,
  Lost,
  after as later,
  Refusal,
  replace,
  type Table,
  untilWritten,
  type World,
} from "@quorate/core/kit";
import { Letter } from "@quorate/core/letter";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  abstains,
  answersStored,
  askAgain,
  asksIn,
  beginRoll,
  confirms,
  extend,
  figuresOf,
  foundNetwork,
  inDays,
  lettersOf,
  linkOf,
  linkTo,
  lookOn,
  type OpenPage,
  objects,
  openCollection,
  openPage,
  send,
  VOTES,
} from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";

let test: TestWorld;
beforeEach(async () => {
  test = await testWorld();
});
afterEach(() => test.close());

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new Error(`there is no number ${index}`);
  return found;
};

/** A collection that asks so many members, the first of whom has her form open. */
async function opened(size: number) {
  const { world } = test;
  const members = await foundNetwork(world, size);
  const deadline = inDays(world, 7);
  const collection = await openCollection(world, { members, deadline });
  const asks = await asksIn(world, collection.id);
  return { world, deadline, collection: collection.id, asks };
}

/** The table on which something happens just before the first write that fits. */
function interrupted(
  world: World,
  fits: (item: Record<string, unknown>) => boolean,
  act: () => Promise<unknown>,
): World {
  let isDone = false;
  const write: Table["write"] = async (writes) => {
    const isIt = writes.some((one) => (one.kind === "create" || one.kind === "replace") && fits(one.item));
    if (isIt && !isDone) {
      isDone = true;
      await act();
    }
    await world.table.write(writes);
  };
  return { ...world, table: { ...world.table, write } };
}

describe("R9 Late, and the fence: the close is one", () => {
  /** What a close reports: every place on the roll with its marks and its answer, and the figures of each vote. */
  async function report(world: World, collection: string) {
    const asks = await asksIn(world, collection);
    return {
      roll: asks.map(({ id, state, marks, answer }) => ({ id, state, marks, reference: answer?.reference })),
      figures: await Promise.all(VOTES.map((vote) => figuresOf(world, collection, vote))),
    };
  }

  const raw = (index: number) => at([confirms, objects, abstains], index % 3);

  type Starts = (() => void)[];

  it.each([
    ["in turn", 50, (answers: Starts, closes: Starts) => answers.flatMap((one, index) => [at(closes, index), one])],
    ["the answers first", 12, (answers: Starts, closes: Starts) => [...answers, ...closes]],
    ["the closes first", 12, (answers: Starts, closes: Starts) => [...closes, ...answers]],
  ])(
    "answers race closes, %s, %i of each, and every close reports the same ballots and marks",
    async (_, size, order) => {
      const { world, collection, asks, deadline } = await opened(size);
      const pages: OpenPage[] = [];
      for (const ask of asks) pages.push(await openPage(world, await linkTo(world, ask)));
      // The last moment of the grace period is the first of the close.
      test.clock.moveTo(later(deadline, { minutes: 5 }));

      const sent: Promise<Sent>[] = [];
      const reports: Promise<unknown>[] = [];
      const answers = pages.map((page, index) => () => {
        sent[index] = send(world, page, raw(index));
      });
      const closes = pages.map(() => () => {
        reports.push(lookOn(world, collection).then(() => report(world, collection)));
      });
      for (const start of order(answers, closes)) start();
      const told = await Promise.all(sent);
      const all = await Promise.all(reports);

      expect(all).toHaveLength(size);
      expect(new Set(all.map(canonical)).size).toBe(1);
      expect(await report(world, collection)).toEqual(all[0]);
      const items = await test.items();
      const counted = { confirm: 0, object: 0, abstain: 0 };
      for (const [index, after] of (await asksIn(world, collection)).entries()) {
        const one = at(told, index);
        expect(after.state).toBe("closed");
        expect(["accepted", "late"]).toContain(one.kind);
        const isIn = one.kind === "accepted";
        expect(after.answer?.reference).toBe(isIn ? one.reference : undefined);
        expect(after.marks).toEqual(isIn ? { v1: "letter", v2: "letter" } : { v1: "none", v2: "none" });
        expect(answersStored(items, after.id)).toHaveLength(isIn ? 1 : 0);
        expect(answersStored(items, after.id, true)).toHaveLength(isIn ? 0 : 1);
        if (isIn) counted[at(["confirm", "object", "abstain"] as const, index % 3)] += 1;
      }
      const late = told.filter(({ kind }) => kind === "late").length;
      const figures = await figuresOf(world, collection, "v1");
      expect(figures).toEqual({ kind: "confirmations", ...counted, sent: size, late, silent: late, undelivered: 0 });
      expect(await lettersOf(world, "ask.receipt")).toHaveLength(size - late);
    },
    240_000,
  );

  it("an answer that meets the close between its reading and its writing is late, and is told so", async () => {
    const { world, collection, asks, deadline } = await opened(2);
    const page = await openPage(world, await linkTo(world, at(asks, 0)));
    test.clock.moveTo(later(deadline, { minutes: 5 }));
    const meets = interrupted(
      world,
      (item) => item.record === "answer",
      () => lookOn(world, collection),
    );
    expect((await send(meets, page, confirms)).kind).toBe("late");
    // The close has counted by then: what comes after it is kept, and is in no figures.
    expect(await figuresOf(world, collection, "v1")).toMatchObject({ sent: 2, confirm: 0, silent: 2, late: 0 });
    expect(await lettersOf(world, "ask.receipt")).toEqual([]);
  });

  it("a close that meets an answer between its reading and its writing counts it", async () => {
    const { world, collection, asks, deadline } = await opened(2);
    const ask = at(asks, 0);
    const page = await openPage(world, await linkTo(world, ask));
    test.clock.moveTo(later(deadline, { minutes: 5 }));
    const isItsClose = (item: Record<string, unknown>) => item.id === ask.id && item.state === "closed";
    const meets = interrupted(world, isItsClose, async () => {
      expect((await send(world, page, confirms)).kind).toBe("accepted");
    });
    expect((await lookOn(meets, collection)).word).toBe("closed");
    expect(await figuresOf(world, collection, "v1")).toMatchObject({ sent: 2, confirm: 1, silent: 1, late: 0 });
  });

  it("a late answer is kept once, and a second one does not take its place", async () => {
    const { world, collection, asks, deadline } = await opened(1);
    const ask = at(asks, 0);
    const page = await openPage(world, await linkTo(world, ask));
    test.clock.moveTo(later(deadline, { minutes: 5, seconds: 1 }));
    expect((await lookOn(world, collection)).word).toBe("closed");
    const told = await Promise.all([confirms, objects, confirms].map((one) => send(world, page, one)));
    expect(told.map(({ kind }) => kind)).toEqual(["late", "late", "late"]);
    expect(answersStored(await test.items(), ask.id, true)).toHaveLength(1);
    expect(await askAgain(world, ask)).toMatchObject({ state: "closed", late: "after-close", marks: { v1: "none" } });
  });

  it("an answer after the close leaves the figures as they were at it, also of somebody who was not reached", async () => {
    const { world, collection, asks, deadline } = await opened(2);
    const [ask, other] = [at(asks, 0), at(asks, 1)];
    const pages = [await openPage(world, await linkTo(world, ask)), await openPage(world, await linkTo(world, other))];
    await recordUndelivered(world, ask);
    test.clock.moveTo(later(deadline, { minutes: 6 }));
    await lookOn(world, collection);
    const atTheClose = await figuresOf(world, collection, "v1");
    expect(atTheClose).toMatchObject({ sent: 2, silent: 1, late: 0, undelivered: 1 });
    for (const page of pages) expect((await send(world, page, confirms)).kind).toBe("late");
    expect(answersStored(await test.items(), ask.id, true)).toHaveLength(1);
    expect(await figuresOf(world, collection, "v1")).toEqual(atTheClose);
  });

  it("who takes her answer back after a later one came too late is late, and not silent only", async () => {
    const { world, collection, asks, deadline } = await opened(2);
    const ask = at(asks, 0);
    const token = await linkTo(world, ask);
    await send(world, await openPage(world, token), confirms);
    test.clock.moveTo(later(deadline, { minutes: 1 }));
    const tooLate = await openPage(world, token);
    for (const one of [objects, { ...objects, v2: "abstain" }])
      expect((await send(world, tooLate, one)).kind).toBe("late");
    expect(await askAgain(world, ask)).toMatchObject({ state: "answered", late: "before-close" });
    const scope = withdrawScope(ask, 1);
    const receipt = await linkOf(world, scope, later(deadline, { hours: 20 }));
    const view = await viewWithdrawal(world, receipt);
    await withdrawAnswer(world, { token: receipt, page: withdrawalNonce(world, view) });
    test.clock.moveTo(later(deadline, { minutes: 6 }));
    await lookOn(world, collection);
    expect(await figuresOf(world, collection, "v1")).toMatchObject({ sent: 2, confirm: 0, silent: 2, late: 1 });
  });

  it("a change of an answer that comes after the close leaves the answer in force as it was", async () => {
    const { world, collection, asks, deadline } = await opened(2);
    const ask = at(asks, 0);
    const token = await linkTo(world, ask);
    await send(world, await openPage(world, token), confirms);
    const change = await openPage(world, token);
    test.clock.moveTo(later(deadline, { minutes: 6 }));
    await lookOn(world, collection);
    expect((await send(world, change, objects)).kind).toBe("late");
    expect(await figuresOf(world, collection, "v1")).toMatchObject({ confirm: 1, object: 0, silent: 1, late: 0 });
    expect(await askAgain(world, ask)).toMatchObject({ late: "after-close", marks: { v1: "letter" } });
  });

  it("a page that was opened after the deadline is late though the form has not closed yet", async () => {
    const { world, asks, deadline, collection } = await opened(1);
    const ask = at(asks, 0);
    const token = await linkTo(world, ask);
    const before = await openPage(world, token);
    test.clock.moveTo(later(deadline, { seconds: 1 }));
    const tooLate = await openPage(world, token);
    expect((await send(world, tooLate, confirms)).kind).toBe("late");
    expect((await send(world, before, confirms)).kind).toBe("accepted");
    test.clock.moveTo(later(deadline, { minutes: 5 }));
    await lookOn(world, collection);
    expect(await figuresOf(world, collection, "v1")).toMatchObject({ sent: 1, confirm: 1, silent: 0, late: 0 });
  });
});

describe("one person's two sends", () => {
  it("from two tabs with different content at once: one is accepted, the other is shown both", async () => {
    const { world, asks } = await opened(1);
    const ask = at(asks, 0);
    const token = await linkTo(world, ask);
    const tabs = [await openPage(world, token), await openPage(world, token)] as const;
    const told = await Promise.all([send(world, tabs[0], confirms), send(world, tabs[1], objects)]);
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(["accepted", "conflict"]);
    const [accepted] = told.filter((one) => one.kind === "accepted");
    const [conflict] = told.filter((one) => one.kind === "conflict");
    expect(conflict?.stored).toEqual(accepted?.content);
    expect(conflict?.yours).not.toEqual(accepted?.content);
    expect(answersStored(await test.items(), ask.id).map(({ content }) => content)).toEqual([accepted?.content]);
    expect(await lettersOf(world, "ask.receipt")).toHaveLength(1);
  });

  it("of the same content twenty times at once: one answer, one receipt, the same reference", async () => {
    const { world, asks } = await opened(1);
    const ask = at(asks, 0);
    const token = await linkTo(world, ask);
    const pages = [await openPage(world, token), await openPage(world, token)];
    const sends = Array.from({ length: 20 }, (_, index) => send(world, at(pages, index % 2), confirms));
    const told = await Promise.all(sends);
    const references = told.map((one) => (one.kind === "accepted" ? one.reference : one.kind));
    expect(new Set(references).size).toBe(1);
    expect(told.filter((one) => one.kind === "accepted" && !one.again)).toHaveLength(1);
    const answers = answersStored(await test.items(), ask.id);
    expect(answers.map(({ version, reference }) => [version, reference])).toEqual([[1, at(references, 0)]]);
    expect(await lettersOf(world, "ask.receipt")).toHaveLength(1);
  });

  it("of an answer and then a change: the last one counts, and each has its receipt, the second naming the first", async () => {
    const { world, asks, collection } = await opened(1);
    const ask = at(asks, 0);
    const token = await linkTo(world, ask);
    const first = await send(world, await openPage(world, token), confirms);
    const second = await send(world, await openPage(world, token), objects);
    const third = await send(world, await openPage(world, token), confirms);
    const [a, b, c] = [first, second, third].map((one) => (one.kind === "accepted" ? one.reference : one.kind));
    expect(new Set([a, b, c]).size).toBe(3);
    const receipts = (await lettersOf(world, "ask.receipt")).toSorted((x, y) => (x.version < y.version ? -1 : 1));
    expect(receipts.map(({ facts }) => [facts.replaces, facts.reference])).toEqual([
      [undefined, a],
      [a, b],
      [b, c],
    ]);
    expect(await figuresOf(world, collection, "v1")).toMatchObject({ confirm: 1, object: 0 });
    expect(answersStored(await test.items(), ask.id)).toHaveLength(3);
  });

  it("a page that knew of an older version does not overwrite a newer one", async () => {
    const { world, asks } = await opened(1);
    const token = await linkTo(world, at(asks, 0));
    const old = await openPage(world, token);
    await send(world, old, confirms);
    const change = await openPage(world, token);
    await send(world, change, objects);
    for (const page of [old, change]) {
      expect(await send(world, page, abstains)).toMatchObject({ kind: "conflict", stored: objects, yours: abstains });
    }
    expect((await send(world, old, objects)).kind).toBe("accepted");
  });
});

describe("R3 One mark per member per vote, whatever the channel", () => {
  /** What the attested presence does: a live mark where there is none. */
  const markLive = (world: World, { collection, id }: Ask, vote: string) =>
    untilWritten(async () => {
      const ask = await world.table.get(Ask, { collection, id });
      if (ask?.marks?.[vote] !== "none") return;
      await world.table.write([replace(Ask, ask, { ...ask, marks: { ...ask.marks, [vote]: "live" } })]);
    });

  it("a live mark and a letter on one vote are impossible together, whichever comes first", async () => {
    const { world, asks, collection } = await opened(20);
    const pages: OpenPage[] = [];
    for (const ask of asks) pages.push(await openPage(world, await linkTo(world, ask)));
    const races = asks.map((ask, index) =>
      Promise.all(
        index % 2 === 0
          ? [send(world, at(pages, index), confirms), markLive(world, ask, "v1")]
          : [markLive(world, ask, "v1"), send(world, at(pages, index), confirms)],
      ),
    );
    await Promise.all(races);
    const items = await test.items();
    const after = await asksIn(world, collection);
    for (const ask of after) {
      const [answer] = answersStored(items, ask.id);
      expect(ask.marks).toEqual({ v1: expect.stringMatching(/^(live|letter)$/), v2: "letter" });
      expect(answer?.content).toEqual(ask.marks?.v1 === "live" ? { v2: "confirm" } : { v1: "confirm", v2: "confirm" });
    }
    const byLetter = after.filter(({ marks }) => marks?.v1 === "letter").length;
    expect(await figuresOf(world, collection, "v1")).toMatchObject({ sent: byLetter, confirm: byLetter, silent: 0 });
    expect(await figuresOf(world, collection, "v2")).toMatchObject({ sent: 20, confirm: 20 });
  });

  it("who has a live mark in a vote is not asked about it on a page that she had open before", async () => {
    const { world, asks } = await opened(1);
    const ask = at(asks, 0);
    const page = await openPage(world, await linkTo(world, ask));
    await markLive(world, ask, "v1");
    const sent = await send(world, page, { v2: "confirm" });
    expect(sent).toMatchObject({ kind: "accepted", content: { v2: "confirm" } });
    expect((await askAgain(world, ask)).marks).toEqual({ v1: "live", v2: "letter" });
  });
});

describe("R10 Extension, early close: an extension and the close", () => {
  const refused = (error: unknown) => {
    if (error instanceof Refusal && error.code === "collection.closed") return "refused";
    throw error;
  };

  it("race: either it is closed and the extension refused, or it is extended and open", async () => {
    const { world, collection, deadline } = await opened(3);
    test.clock.moveTo(later(deadline, { minutes: 5 }));
    const until = later(deadline, { days: 2 });
    const looks = Array.from({ length: 20 }, () => lookOn(world, collection));
    const extension = extend(world, collection, until).then(() => "extended", refused);
    const words = new Set((await Promise.all(looks)).map(({ word }) => word));
    const outcome = await extension;
    await lookOn(world, collection);
    const asks = await asksIn(world, collection);
    if (outcome === "refused") expect(words).toEqual(new Set(["closed"]));
    const isOpen = outcome === "extended";
    expect(words).toEqual(new Set([isOpen ? "wait" : "closed"]));
    expect(asks.map(({ state }) => state)).toEqual(asks.map(() => (isOpen ? "open" : "closed")));
    expect(asks.map((ask) => ask.deadline)).toEqual(asks.map(() => (isOpen ? until : deadline)));
  });

  it("that is written while the close begins stands: nothing is closed before its new time", async () => {
    const { world, collection, deadline } = await opened(2);
    test.clock.moveTo(later(deadline, { minutes: 5 }));
    const until = later(deadline, { days: 2 });
    const begins = (item: Record<string, unknown>) => item.record === "collection" && item.state === "closing";
    await checkCollection(
      interrupted(world, begins, () => extend(world, collection, until)),
      collection,
    );
    expect((await lookOn(world, collection)).word).toBe("wait");
    const asks = await asksIn(world, collection);
    expect(asks.map((ask) => [ask.state, ask.deadline])).toEqual(asks.map(() => ["open", until]));
    expect(await world.table.get(Collection, { id: collection })).toMatchObject({ state: "open", extensions: 1 });
  });

  it("is refused once the close has begun", async () => {
    const { world, collection, deadline } = await opened(1);
    test.clock.moveTo(later(deadline, { minutes: 5 }));
    expect((await checkCollection(world, collection)).word).toBe("again");
    const until = later(deadline, { days: 2 });
    await expect(extend(world, collection, until)).rejects.toMatchObject({ code: "collection.closed" });
    expect((await lookOn(world, collection)).word).toBe("closed");
    expect(await lettersOf(world, "election.confirmation")).toHaveLength(1);
  });

  it("moves forward only, by an hour at least from now", async () => {
    const { world, collection, deadline } = await opened(1);
    for (const [until, code] of [
      [deadline, "not-forward"],
      [later(deadline, { minutes: -1 }), "not-forward"],
    ] as const) {
      const problems = [{ field: "until", code }];
      await expect(extend(world, collection, until)).rejects.toMatchObject({ code: "collection.extension", problems });
    }
    test.clock.moveTo(later(deadline, { minutes: -10 }));
    const problems = [{ field: "until", code: "too-soon" }];
    await expect(extend(world, collection, later(deadline, { minutes: 30 }))).rejects.toMatchObject({ problems });
  });

  it("moves every open window, tells once those who have not answered, and an answer given stays", async () => {
    const { world, collection, asks, deadline } = await opened(3);
    await send(world, await openPage(world, await linkTo(world, at(asks, 0))), confirms);
    const until = later(deadline, { days: 2 });
    await extend(world, collection, until);
    await Promise.all(Array.from({ length: 10 }, () => lookOn(world, collection)));
    const after = await asksIn(world, collection);
    expect(after.map((ask) => [ask.state, ask.deadline, ask.extensions])).toEqual([
      ["answered", until, 1],
      ["open", until, 1],
      ["open", until, 1],
    ]);
    const letters = await lettersOf(world, "election.confirmation");
    const told = letters.filter(({ facts }) => facts.extension === 1).map(({ member }) => member);
    expect(told.toSorted()).toEqual([at(asks, 1).member, at(asks, 2).member]);
    test.clock.moveTo(later(deadline, { hours: 1 }));
    const late = await send(world, await openPage(world, await linkTo(world, at(after, 1))), objects);
    expect(late.kind).toBe("accepted");
  });

  it("counts from the moment it is written: who sends before the windows are moved is not late", async () => {
    const { world, collection, asks, deadline } = await opened(1);
    const page = await openPage(world, await linkTo(world, at(asks, 0)));
    test.clock.moveTo(later(deadline, { minutes: 4, seconds: 59 }));
    await extend(world, collection, later(deadline, { days: 2 }));
    test.clock.moveTo(later(deadline, { minutes: 5, seconds: 1 }));
    expect((await send(world, page, confirms)).kind).toBe("accepted");
    await lookOn(world, collection);
    expect(await figuresOf(world, collection, "v1")).toMatchObject({ confirm: 1, late: 0 });
  });
});

describe("two who do the same at once", () => {
  it("begin one collection, and each person is asked once", async () => {
    const { world } = test;
    const members = await foundNetwork(world, 3);
    const collection = await beginRoll(world, { members, deadline: inDays(world, 7) });
    const asked = (await asksIn(world, collection.id)).map(({ id, member, person, zone }) => ({
      ...{ id, member, person, zone },
      parts: [...VOTES],
    }));
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        await openAsks(world, collection, asked);
        await finishOpening(world, collection.id);
      }),
    );
    const letters = await lettersOf(world, "election.confirmation");
    expect(letters.map(({ member }) => member).toSorted()).toEqual(members.map(({ id }) => id));
    expect((await test.items()).filter((item) => item.record === "link")).toHaveLength(3);
    expect(await world.table.find(Letter, "due", "letters")).toHaveLength(3);
  });

  it("lose against each other, and not against the rule: who was first stands", async () => {
    const { world, asks } = await opened(1);
    const ask = await askAgain(world, at(asks, 0));
    const writes = [1, 2].map((epoch) => world.table.write([replace(Ask, ask, { ...ask, epoch })]));
    const results = await Promise.allSettled(writes);
    expect(results.flatMap((one) => (one.status === "rejected" ? [one.reason] : []))).toEqual([expect.any(Lost)]);
  });
});
