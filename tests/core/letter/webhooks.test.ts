import { createHmac } from "node:crypto";
import { enrol, Subscription } from "@quorate/core/digest";
import type { World } from "@quorate/core/kit";
import { type Letter, recordFate } from "@quorate/core/letter";
import { createApp } from "@quorate/functions/http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  askAgain,
  asksIn,
  confirms,
  figuresOf,
  foundElection,
  foundNetwork,
  inDays,
  lettersOf,
  linkTo,
  NETWORK,
  openCollection,
  openPage,
  send,
} from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";

const secretOf = (text: string) => `whsec_${Buffer.from(text.padEnd(24, ".")).toString("base64")}`;
const SECRET = secretOf("the installation's");

/** As the mail service signs: https://docs.svix.com/receiving/verifying-payloads/how-manual */
function signature(secret: string, text: string): string {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  return `v1,${createHmac("sha256", key).update(text).digest("base64")}`;
}

let test: TestWorld;
beforeEach(async () => {
  test = await testWorld();
});
afterEach(() => test.close());

/** Two members are asked; what the mail service tells of their letters. */
async function asked() {
  const { world } = test;
  const members = await foundNetwork(world, 3);
  await foundElection(world, members);
  const { id } = await openCollection(world, { members: members.slice(1), deadline: inDays(world, 7) });
  const asks = await asksIn(world, id);
  const letters = await lettersOf(world, "election.confirmation");
  const [ask, other] = asks;
  const letter = letters.find((one) => one.ask?.id === ask?.id);
  if (!ask || !other || !letter) throw new Error("nobody was asked");
  return { world, collection: id, ask, other, letter, tell: telling(world) };
}

type Told = { type: string; letter?: string; bounce?: string };
type Signing = { secret?: string; minutesAgo?: number; tamper?: (body: string) => string; id?: string };

function telling(world: World) {
  const app = createApp(world, { webhookSecret: SECRET });
  let events = 0;
  return async ({ type, letter, bounce }: Told, signing: Signing = {}): Promise<number> => {
    const { secret = SECRET, minutesAgo = 0, tamper = (body: string) => body } = signing;
    events += 1;
    const id = signing.id ?? `msg_${events}`;
    const data = {
      email_id: "mail_1",
      ...(letter && { tags: { letter } }),
      ...(bounce && { bounce: { type: bounce, subType: "General", message: "" } }),
    };
    const body = JSON.stringify({ type, created_at: world.clock.now(), data });
    // A signature's age goes by real time.
    const timestamp = String(Math.floor(Date.now() / 1000) - minutesAgo * 60);
    const response = await app.request("/webhooks/mail", {
      method: "POST",
      body: tamper(body),
      headers: {
        "Content-Type": "application/json",
        "svix-id": id,
        "svix-timestamp": timestamp,
        "svix-signature": signature(secret, `${id}.${timestamp}.${body}`),
      },
    });
    return response.status;
  };
}

const bounced = ({ id }: Letter): Told => ({ type: "email.bounced", letter: id, bounce: "Permanent" });
const stateOf = async (world: World, { id }: Letter) => (await lettersOf(world)).find((one) => one.id === id)?.state;

describe("the mail service's webhook", () => {
  it("says that a letter arrived; said again, it changes nothing", async () => {
    const { world, letter, tell } = await asked();
    const event = { type: "email.delivered", letter: letter.id };
    expect(await tell(event, { id: "msg_same" })).toBe(204);
    expect(await stateOf(world, letter)).toBe("delivered");
    const before = await test.items();
    expect(await tell(event, { id: "msg_same" })).toBe(204);
    expect(await tell(event)).toBe(204);
    expect(await test.items()).toEqual(before);
  });

  it("says that a letter came back: the ask is undelivered, and the coordinator is told once, however often it is said", async () => {
    const { world, letter, ask, collection, tell } = await asked();
    for (let time = 0; time < 3; time += 1) expect(await tell(bounced(letter))).toBe(204);
    await Promise.all([tell(bounced(letter)), tell(bounced(letter))]);
    expect(await stateOf(world, letter)).toBe("bounced");
    expect(await askAgain(world, ask)).toMatchObject({ undelivered: true, state: "open" });
    expect(await figuresOf(world, collection, "v1")).toMatchObject({ sent: 2, undelivered: 1, silent: 1 });
    const told = await lettersOf(world, "ask.undelivered");
    expect(told).toMatchObject([{ member: "mem_00001", facts: { member: ask.member } }]);
  });

  it("in any order leaves the same: what came back stays so", async () => {
    const { world, letter, tell } = await asked();
    await tell(bounced(letter));
    await tell({ type: "email.delivered", letter: letter.id });
    await tell({ type: "email.sent", letter: letter.id });
    expect(await stateOf(world, letter)).toBe("bounced");
    await tell({ type: "email.complained", letter: letter.id });
    await tell(bounced(letter));
    expect(await stateOf(world, letter)).toBe("complained");
  });

  it("a complaint of any letter stops the digests", async () => {
    const { world, letter, tell } = await asked();
    await enrol(world, { network: NETWORK, person: letter.person });
    await tell({ type: "email.complained", letter: letter.id });
    await tell({ type: "email.complained", letter: letter.id });
    expect(await world.table.get(Subscription, { person: letter.person })).toMatchObject({ frequency: "off" });
  });

  it("that comes after her answer leaves the answer as it is", async () => {
    const { world, letter, ask, collection, tell } = await asked();
    await send(world, await openPage(world, await linkTo(world, ask)), confirms);
    expect(await tell(bounced(letter))).toBe(204);
    expect(await askAgain(world, ask)).toMatchObject({ undelivered: false, state: "answered" });
    expect(await figuresOf(world, collection, "v1")).toMatchObject({ sent: 2, confirm: 1, undelivered: 0 });
  });

  it("about a full mailbox, an opened letter, or a letter that we do not know changes nothing", async () => {
    const { letter, tell } = await asked();
    const before = await test.items();
    expect(await tell({ type: "email.bounced", letter: letter.id, bounce: "Transient" })).toBe(204);
    expect(await tell({ type: "email.opened", letter: letter.id })).toBe(204);
    expect(await tell({ type: "email.delivered", letter: "let_unknown" })).toBe(204);
    expect(await tell({ type: "email.delivered" })).toBe(204);
    expect(await test.items()).toEqual(before);
  });

  it.each<[string, Signing]>([
    ["signed by somebody else", { secret: secretOf("somebody else's") }],
    ["whose body was changed", { tamper: (body) => body.replace("Permanent", "permanent") }],
    ["signed ten minutes ago", { minutesAgo: 10 }],
    ["signed ten minutes ahead", { minutesAgo: -10 }],
  ])("%s is refused and changes nothing", async (_, signing) => {
    const { letter, tell } = await asked();
    const before = await test.items();
    expect(await tell(bounced(letter), signing)).toBe(403);
    expect(await test.items()).toEqual(before);
  });

  it("of a receipt that came back makes nobody undelivered and tells nobody", async () => {
    const { world, ask, tell } = await asked();
    await send(world, await openPage(world, await linkTo(world, ask)), confirms);
    const [receipt] = await lettersOf(world, "ask.receipt");
    if (!receipt) throw new Error("there is no receipt");
    await recordFate(world, receipt.id, "delivered");
    expect(await tell(bounced(receipt))).toBe(204);
    expect(await askAgain(world, ask)).toMatchObject({ undelivered: false });
    expect(await lettersOf(world, "ask.undelivered")).toEqual([]);
  });
});
