import * as Election from "@quorate/core/election";
import { Link, linkToken } from "@quorate/core/kit";
import { Letter } from "@quorate/core/letter";
import { correctAddress, peopleLetter } from "@quorate/core/people";
import { expect, test } from "vitest";
import { addAsk, addMember } from "../../core/people/fixtures.ts";
import { aktiv, signedIn } from "./browser.ts";

/** A second coordinator, whose own address takes two, and a member of whom nobody else is asked. */
async function site() {
  const test = await aktiv();
  const browser = await signedIn(test);
  const second = await addMember(test.world, test.network, {
    ...{ id: "second", name: "Цеца Нешић", address: "ceca@skola.example", coordinator: true },
  });
  const member = await addMember(test.world, test.network, {
    id: "ana",
    name: "Ана Тасић",
    address: "a@skola.example",
  });
  const third = await addMember(test.world, test.network, {
    ...{ id: "third", name: "Вера Илић", address: "vera@skola.example", coordinator: true },
  });
  return { ...test, visitor: test.browser, browser, people: `/n/${test.network}/people`, second, third, member };
}

/** The page behind the link in the letter to this address. */
async function requestFor({ world }: Awaited<ReturnType<typeof site>>, address: string): Promise<string> {
  for (const letter of await world.table.find(Letter, "due", "letters")) {
    const content = await peopleLetter(world, letter);
    if (content && !("skip" in content) && content.kind === "people.address-request" && content.address === address) {
      return new URL(content.props.url).pathname;
    }
  }
  throw new Error(`no letter to ${address}`);
}

const hashIn = (html: string) => /name="hash" value="([^"]+)"/.exec(html)?.[1] ?? "";

test("a coordinator corrects a member's address; what is wrong comes back with the words why", async () => {
  const test = await site();
  const { browser, people, member, world } = test;
  const path = `${people}/m/${member.id}/address?lang=en`;
  expect((await browser.get(`${people}/m/${member.id}?lang=en`)).html).toContain(`${member.id}/address?lang=en"`);
  const form = await browser.get(path);
  expect(form.html).toContain("The old address gets a letter.");
  expect(form.html).not.toContain("takes two people");
  for (const address of ["", "no address", "a@skola.example"]) {
    const wrong = await browser.post(path, { address });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('id="address-error"');
  }
  const ask = await addAsk(world, member, "Анкета");
  expect(await browser.post(path, { address: "ana@home.example" })).toMatchObject({ status: 303 });
  expect((await browser.get(`${people}/m/${member.id}?lang=en`)).html).toContain("home.<wbr/>example");
  expect((await test.items()).find((item) => item.id === ask.id)).toMatchObject({ epoch: 1 });
});

test("a coordinator's address waits for a second person, who decides by her letter's link; a visit writes nothing", async () => {
  const test = await site();
  const { browser, people, second } = test;
  const path = `${people}/m/${second.id}/address?lang=en`;
  expect((await browser.get(path)).html).toContain("This takes two people");
  const { to } = await browser.post(path, { address: "ceca@home.example" });
  const request = to ?? "";
  const own = await browser.get(request);
  expect(own.html).toContain("You requested this, so somebody else decides.");
  expect((await browser.get(`${people}?lang=en`)).html).toContain("wait for a second person: 1");
  expect(await browser.post(request, { hash: hashIn(own.html), verdict: "approve" })).toMatchObject({ status: 403 });

  const link = await requestFor(test, "vera@skola.example");
  const vera = test.visitor();
  const before = await test.items();
  const page = await vera.get(`${link}?lang=en`);
  expect(page.html).toContain("Вера Илић");
  expect(page.html).not.toMatch(/checked|<script|style=/);
  expect(await test.items()).toEqual(before);

  const hash = hashIn(page.html);
  expect((await vera.post(`${link}?lang=en`, { hash })).html).toContain('href="#verdict-approve"');
  const short = await vera.post(`${link}?lang=en`, { hash, verdict: "refuse", reason: "не" });
  expect(short.status).toBe(422);
  expect(short.html).toContain('href="#reason"');
  expect(await vera.post(link, { hash: "0", verdict: "approve" })).toMatchObject({ status: 409, html: "page.stale" });
  expect(await vera.post(link, { hash, verdict: "approve" })).toMatchObject({ status: 303, to: link });
  expect((await vera.get(`${link}?lang=en`)).html).toContain("The address is changed");

  const ceca = test.visitor();
  const late = await ceca.post(`${await otherLink(test, second.id)}?lang=en`, {
    hash,
    verdict: "refuse",
    reason: "Није моја адреса.",
  });
  expect(late.status).toBe(409);
  expect(late.html).toContain("Somebody decided before you.");
  expect(late.html).toContain("Вера Илић");
  expect((await test.visitor().get(`${link.slice(0, -2)}AA`)).status).toBe(404);
});

/** The link of the request's letter to this member, also after it is decided. */
async function otherLink({ world, items }: Awaited<ReturnType<typeof site>>, member: string): Promise<string> {
  const item = (await items()).find((one) => one.record === "letter" && one.member === member && one.link);
  const link = await world.table.get(Link, { id: String(item?.link) });
  if (!link) throw new Error("no link");
  return `/address/${linkToken(world.keys, link)}`;
}

test("a request is withdrawn by the one who made it", async () => {
  const test = await site();
  const { browser, people, second } = test;
  const { to } = await browser.post(`${people}/m/${second.id}/address`, { address: "ceca@home.example" });
  expect(await browser.post(`${to}/withdraw`)).toMatchObject({ status: 303, to });
  expect((await browser.get(`${to}?lang=en`)).html).toContain("Withdrawn");
  expect((await browser.get(`${people}?lang=en`)).html).not.toContain("wait for a second person");
});

test("nobody else sees or makes a correction", async () => {
  const test = await site();
  const { people, member, second, network, world } = test;
  const asked = await correctAddress(world, Election.rolls, {
    ...{ network, member: second.id, by: member.id, address: "x@home.example" },
  });
  if (asked.kind !== "waits") throw new Error(asked.kind);
  const stranger = test.visitor();
  for (const path of [`m/${member.id}/address`, `address/${asked.change.id}`]) {
    expect((await stranger.get(`${people}/${path}`)).status).toBe(401);
    expect((await stranger.post(`${people}/${path}`, { address: "x@y.example" })).status).toBe(401);
  }
  expect((await stranger.post(`${people}/address/${asked.change.id}/withdraw`)).status).toBe(401);
  expect((await test.browser.get(`${people}/address/adr_x`)).status).toBe(404);
});
