import {
  askId,
  awaitCollection,
  checkCollection,
  finishOpening,
  isDue,
  openAsks,
  recordUndelivered,
  reissueLink,
  remindAsks,
  signalAnswer,
} from "@quorate/core/ask";
import { after as later } from "@quorate/core/kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  askAgain,
  asksIn,
  beginRoll,
  confirms,
  extend,
  figuresOf,
  foundNetwork,
  inDays,
  lettersOf,
  linkTo,
  lookOn,
  openCollection,
  openPage,
  send,
  VOTES,
  ZONE,
} from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";

let test: TestWorld;
/** The tokens under which the state machine was answered, in order. */
let answered: string[];

beforeEach(async () => {
  answered = [];
  test = await testWorld({
    processes: {
      start: async () => {},
      answer: async (token) => {
        answered.push(token);
        return "answered";
      },
      stop: async () => {},
      status: async () => "running",
    },
  });
});
afterEach(() => test.close());

async function opened(size: number, days = 7) {
  const { world } = test;
  const members = await foundNetwork(world, size);
  const deadline = inDays(world, days);
  const collection = await openCollection(world, { members, deadline });
  return { world, deadline, collection: collection.id, asks: await asksIn(world, collection.id) };
}

const one = <T>([first]: readonly T[]): T => {
  if (first === undefined) throw new Error("there is none");
  return first;
};

describe("the opening of a collection", () => {
  it("that was cut off half way goes on: whoever looks meanwhile is sent back to ask the others", async () => {
    const { world } = test;
    const members = await foundNetwork(world, 5);
    const collection = await beginRoll(world, { members, deadline: inDays(world, 7) });
    const asked = members.map((member) => ({
      ...{ id: askId(collection.id, member.id, 1), member: member.id, person: member.person, zone: ZONE },
      parts: [...VOTES],
    }));
    for (const count of [0, 3]) {
      await openAsks(world, collection, asked.slice(0, count));
      expect(await checkCollection(world, collection.id)).toEqual({ word: "remind", seconds: 0 });
      expect(await isDue(world, collection.id)).toBe(false);
    }
    await openAsks(world, collection, asked);
    await finishOpening(world, collection.id);
    expect((await checkCollection(world, collection.id)).word).toBe("wait");
    expect((await asksIn(world, collection.id)).map(({ state }) => state)).toEqual(members.map(() => "open"));
    expect(await lettersOf(world, "election.confirmation")).toHaveLength(5);
  });

  it("that took longer than its deadline still asks everybody before it closes", async () => {
    const { world } = test;
    const members = await foundNetwork(world, 1);
    const collection = await beginRoll(world, { members, deadline: inDays(world, 1) });
    test.clock.moveTo(later(collection.deadline, { days: 1 }));
    expect((await checkCollection(world, collection.id)).word).toBe("remind");
  });

  it("of nobody is closed as soon as it is complete: an empty audience is nobody", async () => {
    const { world } = test;
    const present = await foundNetwork(world, 3);
    const collection = await beginRoll(world, { members: [], present, deadline: inDays(world, 7) });
    await finishOpening(world, collection.id);
    expect((await lookOn(world, collection.id)).word).toBe("closed");
    expect(await lettersOf(world)).toEqual([]);
  });
});

describe("an extension", () => {
  it("reaches those who are asked, however many on the roll are not", async () => {
    const { world } = test;
    const roll = await foundNetwork(world, 212);
    const [members, present] = [roll.slice(210), roll.slice(0, 210)];
    const { id, deadline } = await openCollection(world, { members, present, deadline: inDays(world, 7) });
    const until = later(deadline, { days: 2 });
    await extend(world, id, until);
    const words: string[] = [];
    for (let look = 0; look < 3; look += 1) words.push((await checkCollection(world, id)).word);
    expect(words).toEqual(["again", "wait", "wait"]);
    const asks = (await asksIn(world, id)).filter(({ state }) => state === "open");
    expect(asks.map((ask) => ask.deadline)).toEqual([until, until]);
  }, 120_000);

  it("of which the machine hears after it has slept is found by the next look", async () => {
    const { world, collection, deadline } = await opened(1);
    await awaitCollection(world, collection, "token-1");
    expect(answered).toEqual([]);
    await extend(world, collection, later(deadline, { days: 1 }));
    expect(await isDue(world, collection)).toBe(true);
    await awaitCollection(world, collection, "token-2");
    expect(answered).toEqual(["token-2"]);
  });
});

describe("the machine that waits", () => {
  it("is woken when all are in, and not before", async () => {
    const { world, collection, asks } = await opened(3);
    await awaitCollection(world, collection, "token");
    for (const [index, ask] of asks.entries()) {
      await send(world, await openPage(world, await linkTo(world, ask)), confirms);
      await signalAnswer(world, collection);
      expect(answered).toEqual(index < 2 ? [] : ["token"]);
    }
    expect((await lookOn(world, collection)).word).toBe("closed");
    await signalAnswer(world, collection);
    expect(answered).toEqual(["token"]);
  });

  it("answers itself when everything was in before it began to wait", async () => {
    const { world, collection, asks } = await opened(1);
    await send(world, await openPage(world, await linkTo(world, one(asks))), confirms);
    await awaitCollection(world, collection, "token");
    expect(answered).toEqual(["token"]);
  });

  it("is told to wait until the next reminder, and then until the close", async () => {
    const { world, collection, deadline } = await opened(1, 10);
    const opening = world.clock.now();
    const wait = async () => (await checkCollection(world, collection)).seconds;
    const first = later(opening, { days: 5 });
    expect(await wait()).toBe(5 * 24 * 3600);
    test.clock.moveTo(first);
    expect((await checkCollection(world, collection)).word).toBe("remind");
    await remindAsks(world, collection);
    test.clock.moveTo(later(deadline, { days: -1 }));
    await remindAsks(world, collection);
    expect(await wait()).toBe(24 * 3600 + 5 * 60);
    const letters = await lettersOf(world, "election.confirmation");
    expect(letters.flatMap(({ facts }) => facts.reminder ?? [])).toEqual([1, 2]);
  });
});

describe("reminders", () => {
  it("go to those alone who have not answered and whose letter has not come back, and once each", async () => {
    const { world, collection, asks } = await opened(4, 10);
    const [answers, bounces, ...silent] = asks;
    if (!answers || !bounces) throw new Error("nobody was asked");
    await send(world, await openPage(world, await linkTo(world, answers)), confirms);
    expect(await recordUndelivered(world, bounces)).toBe(true);
    test.clock.moveTo(later(world.clock.now(), { days: 5 }));
    await Promise.all(Array.from({ length: 5 }, () => remindAsks(world, collection)));
    const reminders = (await lettersOf(world)).filter(({ facts }) => "reminder" in facts);
    expect(reminders.map(({ member }) => member).toSorted()).toEqual(silent.map(({ member }) => member));
  });

  it("carry a further link, and the earlier ones go on working", async () => {
    const { world, collection, asks } = await opened(1, 10);
    const first = await linkTo(world, one(asks));
    test.clock.moveTo(later(world.clock.now(), { days: 5 }));
    await remindAsks(world, collection);
    const links = (await lettersOf(world, "election.confirmation")).map(({ link }) => link);
    expect(new Set(links).size).toBe(2);
    expect((await send(world, await openPage(world, first), confirms)).kind).toBe("accepted");
  });
});

describe("a link that is issued again", () => {
  it("leaves the earlier ones working; with a revocation they all end, and the new one works", async () => {
    const { world, asks } = await opened(1);
    const ask = one(asks);
    const first = await linkTo(world, ask);
    await reissueLink(world, ask, { revoke: false });
    const page = await openPage(world, first);
    await reissueLink(world, ask, { revoke: true });
    await expect(openPage(world, first)).rejects.toMatchObject({ code: "link.revoked", status: 410 });
    await expect(send(world, page, confirms)).rejects.toMatchObject({ code: "link.revoked" });
    const again = await linkTo(world, await askAgain(world, ask));
    expect((await send(world, await openPage(world, again), confirms)).kind).toBe("accepted");
    expect((await lettersOf(world, "election.confirmation")).flatMap(({ facts }) => facts.again ?? [])).toEqual([1, 2]);
  });

  it("is none after the close", async () => {
    const { world, collection, deadline, asks } = await opened(1);
    test.clock.moveTo(later(deadline, { minutes: 5 }));
    await lookOn(world, collection);
    await expect(reissueLink(world, one(asks), { revoke: true })).rejects.toMatchObject({ code: "collection.closed" });
  });
});

describe("an undelivered letter", () => {
  it("is not silence; an answer after it is an answer", async () => {
    const { world, collection, asks } = await opened(3);
    const [silent, bounced, answersLater] = asks;
    if (!silent || !bounced || !answersLater) throw new Error("nobody was asked");
    for (const ask of [bounced, answersLater]) expect(await recordUndelivered(world, ask)).toBe(true);
    expect(await recordUndelivered(world, bounced)).toBe(false);
    await send(world, await openPage(world, await linkTo(world, answersLater)), confirms);
    expect(await recordUndelivered(world, answersLater)).toBe(false);
    expect(await figuresOf(world, collection, "v1")).toMatchObject({ sent: 3, confirm: 1, silent: 1, undelivered: 1 });
  });
});
