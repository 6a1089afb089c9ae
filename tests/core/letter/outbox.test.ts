import { recordUndelivered, reissueLink, remindAsks } from "@quorate/core/ask";
import { create, after as later, replace, Transient, type World, type Write } from "@quorate/core/kit";
import {
  Batch,
  failedLetters,
  Letter,
  letterId,
  type Render,
  recordFate,
  sendLetters,
  sweepOutbox,
} from "@quorate/core/letter";
import { Person } from "@quorate/core/people";
import type { Fault } from "@quorate/local/mail-sink";
import { afterEach, describe, expect, it } from "vitest";
import { resendMail } from "../../../packages/functions/src/ports/resend.ts";
import { openSink } from "../../local/mail-sink/fixtures.ts";
import {
  addressOf,
  asksIn,
  confirms,
  foundNetwork,
  inDays,
  lettersOf,
  linkTo,
  nameOf,
  openCollection,
  openPage,
  send,
} from "../../support/asks.ts";
import { cutOff, lettersWaiting, renderer, sets } from "../../support/outbox.ts";
import { SESSION_DAY, type TestWorld, testWorld } from "../../support/world.ts";

let test: TestWorld;
afterEach(() => test.close());

/** Letters to so many members in the outbox, and a mail service that fails as the queue of faults says. */
async function outbox(size: number, faults: Fault[] = []) {
  // The service goes by the same clock.
  const clock = { now: () => test?.clock.now() ?? SESSION_DAY };
  const { sink, resend } = await openSink({ clock, faults: { next: () => faults.shift() } });
  test = await testWorld({ mail: resendMail(resend) });
  const { world } = test;
  const members = await foundNetwork(world, size);
  const collection = await openCollection(world, { members, deadline: inDays(world, 10) });
  const asks = await asksIn(world, collection.id);
  return { world, sink, faults, collection: collection.id, asks, members, ids: await lettersWaiting(world) };
}

const file = { filename: "session.ics", contentType: "text/calendar; charset=utf-8", content: "BEGIN:VCALENDAR\r\n" };

/** Every second letter brings a file. */
function withFiles(render: Render): Render {
  let count = 0;
  return async (letter) => {
    const mail = await render(letter);
    count += 1;
    return "skip" in mail || count % 2 === 0 ? mail : { ...mail, attachments: [file] };
  };
}

describe("letters with a file", () => {
  it("go out one by one beside the batch of the others, and once each when the first try fails", async () => {
    const { world, sink, ids } = await outbox(5, ["500", "timeout-after-accept", "429"]);
    const render = withFiles(renderer(world));
    await sendLetters(world, ids, render);
    for (let tries = 0; tries < 4; tries += 1) {
      test.clock.moveTo(later(world.clock.now(), { hours: 1 }));
      await sweepOutbox(world, render);
    }
    const sent = sink.letters();
    expect(sent.map(({ attachments }) => attachments.length).toSorted()).toEqual([0, 0, 1, 1, 1]);
    expect(new Set(sent.map(({ to }) => to)).size).toBe(5);
    expect((await lettersOf(world)).map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => "sent"));
    const batches = new Set((await lettersOf(world)).map(({ batch }) => batch));
    expect(batches.size).toBe(4);
  });
});

const sendAll = (world: World, ids: readonly string[]) => sendLetters(world, ids, renderer(world));
const sweep = (world: World) => sweepOutbox(world, renderer(world));

async function minutesPass(world: World, minutes: number): Promise<void> {
  test.clock.moveTo(later(world.clock.now(), { minutes }));
}

const statesOf = async (world: World) => (await lettersOf(world)).map(({ state }) => state);
const batches = async () => (await test.items()).filter(({ record }) => record === "batch");
const bytes = async () => (await test.items()).filter(({ record }) => record === "rendered");

/** Who got a letter how often. */
function mailbox(sink: Awaited<ReturnType<typeof openSink>>["sink"]): string[] {
  return sink
    .letters()
    .map(({ to }) => to)
    .toSorted();
}

const all = (size: number) => Array.from({ length: size }, (_, index) => addressOf(index + 1)).toSorted();

describe("the outbox", () => {
  it("hands over each letter once and forgets its bytes; what is stored meanwhile shows no name, address or link", async () => {
    const { world, sink, ids, asks } = await outbox(3);
    let stored = "";
    const watched: World = {
      ...world,
      mail: {
        ...world.mail,
        send: async (key, letters) => {
          stored = JSON.stringify(
            (await test.items()).filter(({ record }) => record !== "person" && record !== "member"),
          );
          return world.mail.send(key, letters);
        },
      },
    };
    await sendAll(watched, ids);
    expect(mailbox(sink)).toEqual(all(3));
    expect(await statesOf(world)).toEqual(["sent", "sent", "sent"]);
    expect(await bytes()).toEqual([]);
    const mails = sink.letters();
    expect((await lettersOf(world)).map(({ mail }) => mail).toSorted()).toEqual(mails.map(({ id }) => id).toSorted());
    expect(stored).toContain(asks[0]?.id);
    for (const { text } of mails) {
      const { url } = JSON.parse(text);
      expect(stored).not.toContain(url.split("/").at(-1));
    }
    for (const index of [1, 2]) {
      expect(stored).not.toContain(nameOf(index).replace("01", "02"));
      expect(stored).not.toContain(addressOf(index));
    }
  });

  it("of many letters is handed over in batches, each letter in one", async () => {
    const { world, sink, ids } = await outbox(45);
    await sendAll(world, ids);
    expect(mailbox(sink)).toEqual(all(45));
    expect((await batches()).map(({ letters }) => Array.isArray(letters) && letters.length).toSorted()).toEqual([
      40, 5,
    ]);
  });

  it("sends a letter once, however many mailers and sweeps take it at the same time", async () => {
    const { world, sink, ids } = await outbox(5);
    await minutesPass(world, 1);
    await Promise.all([sendAll(world, ids), sendAll(world, ids.toReversed()), sweep(world), sweep(world)]);
    await minutesPass(world, 1);
    await sweep(world);
    expect(mailbox(sink)).toEqual(all(5));
    expect(new Set(await statesOf(world))).toEqual(new Set(["sent"]));
  });

  it("waits when the mail service is asked too often, and then sends", async () => {
    const { world, sink, ids } = await outbox(3, ["429"]);
    await sendAll(world, ids);
    expect(mailbox(sink)).toEqual([]);
    expect(await statesOf(world)).toEqual(["batched", "batched", "batched"]);
    expect(test.log).toMatchObject([{ level: "info", event: "batch.postponed", fields: { tries: 1 } }]);
    await sweep(world);
    expect(mailbox(sink)).toEqual([]);
    await minutesPass(world, 1);
    await sweep(world);
    expect(mailbox(sink)).toEqual(all(3));
    expect(await statesOf(world)).toEqual(["sent", "sent", "sent"]);
  });

  it("asks the mail service no sooner than the headers of its last answer say", async () => {
    const { resend } = await openSink({ rateLimit: { requests: 2, seconds: 3600 } });
    const waits: number[] = [];
    const wait = async (milliseconds: number) => {
      waits.push(milliseconds);
    };
    test = await testWorld({ mail: resendMail(resend, wait) });
    const { world } = test;
    const members = await foundNetwork(world, 90);
    await openCollection(world, { members, deadline: inDays(world, 10) });
    await sendAll(world, await lettersWaiting(world));
    // Two answers left nothing to ask; the third was refused, and is not asked again before the hour is over.
    expect(waits).toEqual([0, 5000, 5000]);
    const refused = (await batches()).filter(({ state }) => state === "sending");
    expect(refused).toHaveLength(1);
    await minutesPass(world, 30);
    await sweep(world);
    expect(waits).toHaveLength(3);
  });

  it("pauses longer each time, up to an hour", async () => {
    const { world, faults, ids } = await outbox(1);
    const pauses: number[] = [];
    faults.push(...Array.from({ length: 10 }, () => "500" as const));
    await sendAll(world, ids);
    for (let tries = 0; tries < 9; tries += 1) {
      const [batch] = await batches();
      const next = String(batch?.nextTryAt);
      pauses.push((Date.parse(next) - Date.parse(world.clock.now())) / 1000);
      test.clock.moveTo(next);
      await sweep(world);
    }
    expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
  });

  it("sends the same bytes again when the answer was lost after the letters were taken: each arrives once", async () => {
    const { world, sink, ids, members } = await outbox(3, ["timeout-after-accept"]);
    await sendAll(world, ids);
    expect(mailbox(sink)).toEqual(all(3));
    expect(await statesOf(world)).toEqual(["batched", "batched", "batched"]);
    // Whoever rendered anew would send something else by now, and the service would refuse it.
    const person = await world.table.get(Person, { id: members[0]?.person ?? "" });
    if (!person) throw new Error("nobody is there");
    await world.table.write([replace(Person, person, { ...person, address: "nova@skola.example", locale: "en" })]);
    await minutesPass(world, 1);
    await sweep(world);
    expect(mailbox(sink)).toEqual(all(3));
    expect(await statesOf(world)).toEqual(["sent", "sent", "sent"]);
    expect(await bytes()).toEqual([]);
  });

  it.each<[string, (write: Write) => boolean]>([
    ["before a letter was claimed", sets("batch", "sending")],
    ["between sending and recording", sets("batch", "accepted")],
  ])("that crashed %s is completed by the sweep, and no letter goes twice", async (_, moment) => {
    const { world, sink, ids } = await outbox(3);
    await expect(sendAll(cutOff(world, moment), ids)).rejects.toThrow("switched off");
    expect(new Set(await statesOf(world)).has("sent")).toBe(false);
    await minutesPass(world, 1);
    await sweep(world);
    await sweep(world);
    expect(mailbox(sink)).toEqual(all(3));
    expect(await statesOf(world)).toEqual(["sent", "sent", "sent"]);
    expect(await bytes()).toEqual([]);
  });

  it("that crashed after the claim and before the sending is completed by the sweep", async () => {
    const { world, sink, ids } = await outbox(2);
    const send = () => Promise.reject(new Error("the machine was switched off"));
    await expect(sendAll({ ...world, mail: { ...world.mail, send } }, ids)).rejects.toThrow("switched off");
    expect(await statesOf(world)).toEqual(["batched", "batched"]);
    await minutesPass(world, 1);
    await sweep(world);
    expect(mailbox(sink)).toEqual(all(2));
  });

  it("leaves a letter alone that the stream is about to bring", async () => {
    const { world, sink } = await outbox(1);
    test.clock.moveTo(later(world.clock.now(), { seconds: 29 }));
    await sweep(world);
    expect(mailbox(sink)).toEqual([]);
    test.clock.moveTo(later(world.clock.now(), { seconds: 1 }));
    await sweep(world);
    expect(mailbox(sink)).toEqual(all(1));
  });

  it("of a machine that starts alone waits for nothing: what the last run left goes at once", async () => {
    const { world, sink, ids } = await outbox(2, ["429"]);
    await sendAll(world, ids.slice(0, 1));
    await sweepOutbox(world, renderer(world), { isAlone: true });
    expect(mailbox(sink)).toEqual(all(2));
    expect(await statesOf(world)).toEqual(["sent", "sent"]);
  });

  it("lets one bad address fail alone, and shows it to the operator", async () => {
    const { world, sink, ids, members } = await outbox(3);
    const person = await world.table.get(Person, { id: members[1]?.person ?? "" });
    if (!person) throw new Error("nobody is there");
    await world.table.write([replace(Person, person, { ...person, address: "ovo nije adresa" })]);
    await sendAll(world, ids);
    expect(mailbox(sink)).toEqual([addressOf(1), addressOf(3)]);
    const failed = await failedLetters(world.table);
    expect(failed).toMatchObject([{ member: members[1]?.id, state: "failed", reason: expect.any(String) }]);
    expect(failed[0]?.reason).not.toContain("ovo nije");
    await minutesPass(world, 60);
    await sweep(world);
    expect(mailbox(sink)).toHaveLength(2);
  });

  it("shows the failed letters of every network, however many one of them has", async () => {
    const { world } = await outbox(1);
    const failed = (network: string, number: number) => {
      const of = { process: "elc_1", kind: "election.result", person: `per_${number}`, version: "1" };
      return create(Letter, {
        ...{ ...of, id: letterId({ ...of, process: network }), network, facts: {} },
        ...{ state: "failed", reason: "not-rendered", writtenAt: world.clock.now() },
      });
    };
    await world.table.write(Array.from({ length: 60 }, (_, number) => failed("net_a", number)));
    await world.table.write(Array.from({ length: 60 }, (_, number) => failed("net_a", 60 + number)));
    await world.table.write([failed("net_b", 1)]);
    const found = await failedLetters(world.table);
    expect(found).toHaveLength(121);
    expect(found.filter(({ network }) => network === "net_b")).toHaveLength(1);
  });

  it("lets one letter that cannot be rendered fail alone, and logs it without a name", async () => {
    const { world, sink, ids, asks } = await outbox(3);
    const render = renderer(world);
    const faulty: Render = async (letter) => {
      if (letter.member === asks[0]?.member) throw new Error(`the records of ${letter.id} are not whole`);
      return render(letter);
    };
    await sendLetters(world, ids, faulty);
    expect(mailbox(sink)).toEqual([addressOf(2), addressOf(3)]);
    expect(await failedLetters(world.table)).toMatchObject([{ member: asks[0]?.member, reason: "not-rendered" }]);
    expect(test.log).toMatchObject([{ level: "error", event: "letter.not-rendered" }]);
  });

  it("renders again later what could not be read just now", async () => {
    const { world, sink, ids } = await outbox(2);
    const throttled: Render = () => Promise.reject(new Transient("the store does not answer"));
    await expect(sendLetters(world, ids, throttled)).rejects.toBeInstanceOf(Transient);
    await minutesPass(world, 1);
    await sweep(world);
    expect(mailbox(sink)).toEqual(all(2));
  });

  it("gives up what is unsent after 20 hours, and shows it to the operator", async () => {
    const { world, sink, ids, faults } = await outbox(2);
    faults.push(...Array.from({ length: 100 }, () => "500" as const));
    await sendAll(world, ids);
    for (let hour = 0; hour < 20; hour += 1) {
      await minutesPass(world, 60);
      await sweep(world);
    }
    expect(await statesOf(world)).toEqual(["batched", "batched"]);
    faults.splice(0);
    await minutesPass(world, 1);
    await sweep(world);
    await minutesPass(world, 60);
    await sweep(world);
    expect(mailbox(sink)).toEqual([]);
    const failed = await failedLetters(world.table);
    expect(failed.map(({ reason }) => reason)).toEqual(["unsent-after-20-hours", "unsent-after-20-hours"]);
    expect(await bytes()).toEqual([]);
  });

  it("does not try again when the day's quota is used up", async () => {
    const { world, sink, ids } = await outbox(1, ["quota"]);
    await sendAll(world, ids);
    expect(await failedLetters(world.table)).toMatchObject([{ reason: "daily_quota_exceeded" }]);
    await minutesPass(world, 60);
    await sweep(world);
    expect(mailbox(sink)).toEqual([]);
  });

  it("goes on with the other batches when one of them meets a fault", async () => {
    const { world, sink, ids } = await outbox(2);
    for (const id of ids) {
      const send = () => Promise.reject(new Error("the machine was switched off"));
      await expect(sendAll({ ...world, mail: { ...world.mail, send } }, [id])).rejects.toThrow("switched off");
    }
    const [first] = await batches();
    await minutesPass(world, 1);
    const mail: World["mail"] = {
      ...world.mail,
      send: (key, letters) =>
        key === first?.id ? Promise.reject(new Error("a letter nobody can send")) : world.mail.send(key, letters),
    };
    await sweep({ ...world, mail });
    expect(mailbox(sink)).toHaveLength(1);
    expect(test.log).toMatchObject([{ level: "error", event: "batch.not-sent", fields: { batch: first?.id } }]);
  });
});

describe("a reminder is looked at again when it is sent", () => {
  /** A reminder to each of two members waits in the outbox. */
  async function reminded() {
    const all = await outbox(2);
    await sendAll(all.world, all.ids);
    test.clock.moveTo(later(all.world.clock.now(), { days: 5 }));
    await remindAsks(all.world, all.collection);
    const [first, second] = all.asks;
    if (!first || !second) throw new Error("nobody was asked");
    const waiting = await lettersWaiting(all.world);
    expect(waiting).toHaveLength(2);
    return { ...all, first, second, waiting };
  }

  const fates = async (world: World) =>
    (await lettersOf(world))
      .filter(({ facts }) => "reminder" in facts)
      .toSorted((a, b) => (String(a.member) < String(b.member) ? -1 : 1))
      .map(({ state, reason }) => [state, reason]);

  it("and left out when she has answered meanwhile; her receipt goes", async () => {
    const { world, sink, first, waiting } = await reminded();
    await send(world, await openPage(world, await linkTo(world, first)), confirms);
    await sendAll(world, [...waiting, ...(await lettersWaiting(world)).filter((id) => !waiting.includes(id))]);
    expect(await fates(world)).toEqual([
      ["skipped", "answered"],
      ["sent", undefined],
    ]);
    const toHer = sink.letters({ to: addressOf(1) }).map(({ subject }) => subject);
    expect(toHer).toEqual(["election.confirmation", "ask.receipt"]);
  });

  it("and left out when her letter has come back meanwhile, or its link was revoked", async () => {
    const { world, first, second, waiting } = await reminded();
    await recordUndelivered(world, first);
    await reissueLink(world, second, { revoke: true });
    await sendAll(world, waiting);
    expect(await fates(world)).toEqual([
      ["skipped", "undelivered"],
      ["skipped", "revoked"],
    ]);
  });
});

describe("what becomes of a letter", () => {
  it("is never taken back by what comes late", async () => {
    const { world, ids } = await outbox(1);
    const [id = ""] = ids;
    await sendAll(world, ids);
    const state = async (): Promise<Letter["state"] | undefined> => (await lettersOf(world))[0]?.state;
    for (const [fate, then] of [
      ["delivered", "delivered"],
      ["delivered", "delivered"],
      ["bounced", "bounced"],
      ["delivered", "bounced"],
      ["complained", "complained"],
      ["bounced", "complained"],
      ["delivered", "complained"],
    ] as const) {
      await recordFate(world, id, fate);
      expect(await state()).toBe(then);
    }
    expect(await recordFate(world, "let_unknown", "delivered")).toBeUndefined();
  });

  it("stands when it was told before the sending was recorded", async () => {
    const { world, ids, sink } = await outbox(2);
    await expect(sendAll(cutOff(world, sets("batch", "accepted")), ids)).rejects.toThrow("switched off");
    await recordFate(world, ids[0] ?? "", "delivered");
    await minutesPass(world, 1);
    await sweep(world);
    const letters = await lettersOf(world);
    expect(letters.map(({ id, state }) => [id === ids[0], state]).toSorted()).toEqual([
      [false, "sent"],
      [true, "delivered"],
    ]);
    expect(letters.map(({ mail }) => mail).toSorted()).toEqual(
      sink
        .letters()
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(await world.table.get(Batch, { id: letters[0]?.batch ?? "" })).toMatchObject({ state: "accepted" });
  });
});
