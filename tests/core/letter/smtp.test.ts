import { after as later, type World } from "@quorate/core/kit";
import { failedLetters, sendLetters, sweepOutbox } from "@quorate/core/letter";
import { afterEach, describe, expect, it } from "vitest";
import { smtpMail } from "../../../packages/functions/src/ports/smtp.ts";
import { addressOf, foundNetwork, inDays, lettersOf, openCollection } from "../../support/asks.ts";
import { cutOff, lettersWaiting, renderer, sets } from "../../support/outbox.ts";
import { SESSION_DAY, type TestWorld, testWorld } from "../../support/world.ts";
import { type MailboxFault, openMailbox } from "./mailbox-server.ts";

let test: TestWorld;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
afterEach(async () => {
  await test.close();
  await mailbox.close();
});

/** Letters to so many members wait to be sent through a mailbox that fails as the queue of faults says. */
async function outbox(size: number, faults: (MailboxFault | undefined)[] = [], lettersAMinute = 100) {
  mailbox = await openMailbox(faults);
  const clock = { now: () => test?.clock.now() ?? SESSION_DAY };
  test = await testWorld({ mail: smtpMail({ url: mailbox.url, lettersAMinute }, clock) });
  const { world } = test;
  const members = await foundNetwork(world, size);
  await openCollection(world, { members, deadline: inDays(world, 10) });
  return { world, ids: await lettersWaiting(world) };
}

const sendAll = (world: World, ids: readonly string[]) => sendLetters(world, ids, renderer(world));

async function sweepsFor(world: World, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    test.clock.moveTo(later(world.clock.now(), { minutes: 1 }));
    await sweepOutbox(world, renderer(world));
  }
}

const recipients = () => mailbox.taken.flatMap(({ to }) => to).toSorted();
const everybody = (size: number) => Array.from({ length: size }, (_, index) => addressOf(index + 1)).toSorted();
const statesOf = async (world: World) => (await lettersOf(world)).map(({ state }) => state);
const reasonsOf = async (world: World) => (await failedLetters(world.table)).map(({ reason }) => reason);

describe("letters through a mailbox", () => {
  it("go one at a time to each member, from the network, in Serbian letters and with an id of their own", async () => {
    const { world, ids } = await outbox(3);
    await sendAll(world, ids);
    expect(recipients()).toEqual(everybody(3));
    expect(await statesOf(world)).toEqual(["sent", "sent", "sent"]);
    for (const { from, raw } of mailbox.taken) {
      expect(from).toBe("pisma@quorate.example");
      expect(raw).toContain(`From: =?UTF-8?B?${Buffer.from("Актив").toString("base64")}?= <pisma@quorate.example>`);
    }
    const ownIds = (await lettersOf(world)).map(({ mail }) => mail ?? "");
    expect(new Set(ownIds).size).toBe(3);
    for (const id of ownIds)
      expect(mailbox.taken.filter(({ raw }) => raw.includes(`Message-ID: ${id}`))).toHaveLength(1);
  });

  it.each<MailboxFault>(["no-greeting", "password", "busy"])(
    "wait when the server says %s before it has a byte of them, and each goes once",
    async (fault) => {
      const { world, ids } = await outbox(2, [fault, undefined]);
      await sendAll(world, ids);
      expect((await statesOf(world)).toSorted()).toEqual(["batched", "sent"]);
      await sweepsFor(world, 2);
      expect(recipients()).toEqual(everybody(2));
      expect(await statesOf(world)).toEqual(["sent", "sent"]);
    },
  );

  it.each<[MailboxFault, string]>([
    ["address", "smtp-550"],
    ["letter", "smtp-554"],
  ])("that are refused for good (%s) are not tried again, and are shown without an address", async (fault, reason) => {
    const { world, ids } = await outbox(2, [fault]);
    await sendAll(world, ids);
    await sweepsFor(world, 40);
    expect(mailbox.taken).toHaveLength(1);
    expect(await reasonsOf(world)).toEqual([reason]);
  });

  it.each<[MailboxFault, number]>([
    ["taken-and-silent", 2],
    ["half-way", 1],
  ])("of which nobody knows whether they were taken (%s) are shown, and not sent again", async (fault, taken) => {
    const { world, ids } = await outbox(2, [fault]);
    await sendAll(world, ids);
    await sweepsFor(world, 40);
    expect(mailbox.taken).toHaveLength(taken);
    expect(await reasonsOf(world)).toEqual(["outcome-unknown"]);
    expect((await test.items()).filter(({ record }) => record === "rendered")).toEqual([]);
  });

  it("whose machine was switched off between sending and recording are shown, and not sent again", async () => {
    const { world, ids } = await outbox(2);
    await expect(sendAll(cutOff(world, sets("batch", "accepted")), ids)).rejects.toThrow("switched off");
    expect(mailbox.taken).toHaveLength(1);
    await sweepsFor(world, 40);
    expect(recipients()).toEqual(everybody(2));
    expect(await reasonsOf(world)).toEqual(["outcome-unknown"]);
    expect((await statesOf(world)).toSorted()).toEqual(["failed", "sent"]);
  });

  it("go once, though several sweeps take them up at the same time", async () => {
    const { world, ids } = await outbox(3, ["busy", "busy", "busy"]);
    await sendAll(world, ids);
    test.clock.moveTo(later(world.clock.now(), { minutes: 1 }));
    const sweep = () => sweepOutbox(world, renderer(world));
    await Promise.all([sweep(), sweep(), sweep()]);
    await sweepsFor(world, 2);
    expect(recipients()).toEqual(everybody(3));
    expect(await statesOf(world)).toEqual(["sent", "sent", "sent"]);
  });

  it("keep the mailbox's pace: so many in a minute", async () => {
    const { world, ids } = await outbox(7, [], 3);
    await sendAll(world, ids);
    expect(mailbox.taken).toHaveLength(3);
    await sweepsFor(world, 1);
    expect(mailbox.taken).toHaveLength(6);
    await sweepsFor(world, 1);
    expect(recipients()).toEqual(everybody(7));
  });
});
