import { enrol, Subscription } from "@quorate/core/digest";
import { create, issueLink, Link, type LinkScope, linkToken } from "@quorate/core/kit";
import { Person } from "@quorate/core/people";
import { afterEach, expect, it } from "vitest";
import { foundNetwork, NETWORK } from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";
import { headingOf, siteOf } from "../ask/browser.ts";

const opened: TestWorld[] = [];
afterEach(async () => {
  for (const test of opened.splice(0)) await test.close();
});

async function settings(more: Partial<LinkScope> = {}) {
  const test = await testWorld();
  opened.push(test);
  const { world } = test;
  const person = (await foundNetwork(world, 1))[0]?.person ?? "";
  await enrol(world, { network: NETWORK, person });
  const link = issueLink(world, { act: "digest", person, ...more });
  await world.table.write([create(Link, link)]);
  const frequency = async () => (await world.table.get(Subscription, { person }))?.frequency;
  return { ...test, ...siteOf(world), person, path: `/digest/${linkToken(world.keys, link)}`, frequency };
}

it("shows how often the digest comes and changes it, with the language of all letters; a visit writes nothing", async () => {
  const { browser, path, items, frequency, world, person } = await settings();
  const before = await items();
  const reader = browser();
  const page = await reader.get(path);
  expect(headingOf(page.html)).toBe("Ваш преглед");
  expect(page.html).toMatch(/value="weekly" checked/);
  expect((await reader.get(`${path}/off`)).html).toContain(`action="${path}/off"`);
  expect(await items()).toEqual(before);
  const sent = await reader.post(path, { frequency: "monthly", locale: "sr-Latn" });
  expect(sent.to).toBe(`${path}?done=yes`);
  expect(await frequency()).toBe("monthly");
  expect((await world.table.get(Person, { id: person }))?.locale).toBe("sr-Latn");
  expect((await reader.get(sent.to ?? "")).html).toContain("Sačuvano je.");
});

it("a mail program's button stops it without a page, as often as it is pressed", async () => {
  const { browser, path, frequency } = await settings();
  for (let press = 0; press < 2; press += 1) {
    const { status, html } = await browser().post(`${path}/off`, { "List-Unsubscribe": "One-Click" });
    expect(status).toBe(200);
    expect(headingOf(html)).toBe("Преглед Вам више не стиже.");
    expect(await frequency()).toBe("off");
  }
});

it("keeps what is there when what is sent is no choice, and opens by its own links only", async () => {
  const { browser, path, frequency } = await settings();
  expect((await browser().post(path, { frequency: "hourly", locale: "sr-Cyrl" })).status).toBe(422);
  expect(await frequency()).toBe("weekly");
  const forged = `${path.slice(0, -2)}${path.endsWith("AA") ? "BB" : "AA"}`;
  expect((await browser().get(forged)).status).toBe(404);
  const other = await settings({ act: "minutes" });
  expect((await other.browser().get(other.path)).status).toBe(404);
});
