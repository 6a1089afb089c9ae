import { replace } from "@quorate/core/kit";
import { Letter, type LetterState } from "@quorate/core/letter";
import { Member } from "@quorate/core/people";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { letterPages } from "../../packages/functions/src/pages/letters/index.ts";
import {
  holdSession,
  memberId,
  NETWORK,
  nameAt,
  openedElection,
  type Site,
  sendLetters,
  signedIn,
  site,
  wordsOf,
} from "./election/site.ts";

let here: Site;
let election: string;
const letters = `/n/${NETWORK}/letters`;

/** An election whose nine absentees are asked. */
beforeEach(async () => {
  here = await site();
  here.app.route("/", letterPages(here.world));
  election = await openedElection(here);
  await holdSession(here, election);
  await sendLetters(here, election);
});
afterEach(() => here.close());

/** What the outbox writes of a letter. */
async function becomes(letter: Letter | undefined, state: LetterState, reason?: string): Promise<string> {
  const stored = letter && (await here.world.table.get(Letter, { id: letter.id }));
  if (!stored) throw new Error("there is no such letter");
  await here.world.table.write([replace(Letter, stored, { ...stored, state, ...(reason && { reason }) })]);
  return stored.id;
}

const readLetter = (id: string) => here.world.table.get(Letter, { id });
const lettersOf = () => here.world.table.find(Letter, "lookup", `letters#${election}`);
const ofKind = async (kind: string) => (await lettersOf()).filter((letter) => letter.kind === kind);
const receipts = () => ofKind("ask.receipt");
const confirmations = () => ofKind("election.confirmation");

describe("a letter that did not go out", () => {
  it("is a task on the coordinator's home, and is sent again", async () => {
    const [receipt] = await receipts();
    const id = await becomes(receipt, "failed", "outcome-unknown");
    expect(wordsOf((await here.get(`/n/${NETWORK}`)).html)).toContain("1 писмо није послато");
    const words = wordsOf((await here.get(letters)).html);
    expect(words).toContain(nameAt(0));
    expect(words).toContain("Могуће је да је писмо ипак стигло.");
    expect((await here.post(`${letters}/${id}/again`)).status).toBe(303);
    const again = await readLetter(id);
    expect(again).toMatchObject({ state: "waiting" });
    expect(again).not.toHaveProperty("reason");
    expect(wordsOf((await here.get(letters)).html)).toContain("Сва писма су послата.");
    expect((await here.post(`${letters}/${id}/again`)).status).toBe(409);
  });

  it("and one that was marked as spam stands there with its reader's name, and what follows for her", async () => {
    const before = wordsOf((await here.get(letters)).html);
    expect(before).not.toContain("нежељена пошта");
    const [confirmation] = await confirmations();
    await becomes(confirmation, "complained");
    const words = wordsOf((await here.get(letters)).html);
    expect(words).toContain("Означено као нежељена пошта");
    expect(words).toContain("Преглед им више не шаљемо.");
    const reader = await here.world.table.get(Member, { network: NETWORK, id: confirmation?.member ?? "" });
    expect(reader && words.includes(reader.name)).toBe(true);
    expect(before).not.toContain(reader?.name);
  });

  it("is given up with a reason that is kept, and not without one", async () => {
    const id = await becomes((await receipts())[0], "failed", "daily_quota_exceeded");
    const short = await here.post(`${letters}/${id}/give-up`, { [`reason-${id}`]: "не" });
    expect(short.status).toBe(422);
    expect(await readLetter(id)).not.toHaveProperty("givenUp");
    const reason = "Члан је обавештен телефоном.";
    expect((await here.post(`${letters}/${id}/give-up`, { [`reason-${id}`]: reason })).status).toBe(303);
    expect(await readLetter(id)).toMatchObject({ state: "failed", givenUp: { by: memberId(0), reason } });
    expect(wordsOf((await here.get(letters)).html)).toContain("Сва писма су послата.");
    expect((await here.post(`${letters}/${id}/again`)).status).toBe(409);
  });

  it("and asks goes again by a new link, from the page of its election", async () => {
    const id = await becomes((await confirmations())[0], "failed", "unsent-after-20-hours");
    const { html } = await here.get(letters);
    expect(html).toContain(`/n/${NETWORK}/elections/${election}"`);
    expect(html).not.toContain(`${letters}/${id}/again`);
    expect((await here.post(`${letters}/${id}/again`)).status).toBe(409);
  });

  it("is for its own network's coordinators alone", async () => {
    const id = await becomes((await receipts())[0], "failed", "smtp-550");
    const member = await signedIn(here.world, `per_${memberId(5)}`);
    expect((await here.get(letters, member)).status).toBe(403);
    expect((await here.post(`${letters}/${id}/again`, {}, member)).status).toBe(403);
    expect((await here.post(`${letters}/let_unknown/again`)).status).toBe(404);
  });
});

describe("how an election's letters arrived", () => {
  it("is told in figures of those that ask, without a name and without a receipt", async () => {
    const [first, second, third, fourth] = await confirmations();
    await becomes(first, "delivered");
    await becomes(second, "bounced");
    await becomes(third, "complained");
    await becomes(fourth, "failed", "smtp-550");
    const asking = (await lettersOf()).filter(({ ask, link }) => ask && link).length;
    const page = await here.get(`/n/${NETWORK}/elections/${election}/letters`);
    const words = wordsOf(page.html);
    expect(page.status).toBe(200);
    expect(words).toMatch(new RegExp(`чека на слање ${asking - 4}\\b`));
    expect(words).toMatch(/уручење још није потврђено 0/);
    expect(words).toMatch(/ уручено 1/);
    expect(words).toMatch(/неуручено 1/);
    expect(words).toMatch(/нежељену пошту 1/);
    expect(words).toMatch(/није послато 1/);
    expect(words).not.toContain(nameAt(20));
  });
});
