import { after } from "@quorate/core/kit";
import { expect, test } from "vitest";
import { aktiv, type Browser, type Site, signedIn, signInLetter } from "./browser.ts";

/** One more browser, signed in by a letter of its own. */
async function another(site: Site): Promise<Browser> {
  const browser = site.browser();
  await browser.post("/sign-in", { "sign-in-address": "biljana.ilic@skola.example" });
  const letter = await signInLetter(site);
  await browser.post(letter?.path ?? "");
  return browser;
}

const otherDevice = (html: string) =>
  /action="\/signed-in\/(sgn_\w+)"(?![\s\S]*action="\/signed-in\/sgn_)/.exec(html)?.[1];

test("a coordinator sees where she is signed in, and signs out in one browser from another", async () => {
  const site = await aktiv();
  const first = await signedIn(site);
  site.clock.moveTo(after(site.clock.now(), { hours: 1 }));
  const second = await another(site);
  const { status, html } = await second.get("/signed-in");
  expect(status).toBe(200);
  expect(html.match(/<section/g)).toHaveLength(2);
  const other = otherDevice(html);
  expect((await second.post(`/signed-in/${other}`)).to).toBe("/signed-in?done=yes");
  expect((await first.get("/signed-in")).status).toBe(401);
  expect((await second.get("/signed-in")).html.match(/<section/g)).toHaveLength(1);
});

test("signing out everywhere ends every browser, this one too", async () => {
  const site = await aktiv();
  const first = await signedIn(site);
  site.clock.moveTo(after(site.clock.now(), { hours: 1 }));
  const second = await another(site);
  await second.post("/signed-in/all");
  for (const browser of [first, second]) expect((await browser.get("/signed-in")).status).toBe(401);
});

test("nobody signs out somebody else, and what has expired is not listed", async () => {
  const site = await aktiv();
  const browser = await signedIn(site);
  expect((await browser.post("/signed-in/sgn_00000000000000000000")).status).toBe(404);
  expect((await site.browser().post("/signed-in/all")).status).toBe(401);
  site.clock.moveTo(after(site.clock.now(), { hours: 11 }));
  const second = await another(site);
  site.clock.moveTo(after(site.clock.now(), { hours: 2 }));
  const { html } = await second.get("/signed-in");
  expect(html.match(/<section/g)).toHaveLength(1);
});

test("the day it was last used is noted once a day, and nothing finer", async () => {
  const site = await aktiv();
  const browser = await signedIn(site);
  await browser.get("/signed-in");
  const before = await site.items();
  site.clock.moveTo(after(site.clock.now(), { minutes: 10 }));
  await browser.get("/signed-in");
  expect(await site.items()).toEqual(before);
  const [device] = before.filter((item) => item.record === "signed-in");
  expect(device?.seenOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
