import { beginSetUp } from "@quorate/core/people";
import { expect, test } from "vitest";
import { signInLetter, site } from "./browser.ts";

const fields = {
  "network.name": "Актив стручних сарадника",
  "network.shortName": "Актив",
  "network.locale": "sr-Cyrl",
  "network.zone": "Europe/Belgrade",
  "coordinator.name": "Биљана Илић",
  "coordinator.address": "biljana.ilic@skola.example",
};

test("the set-up link opens a form; a visit writes nothing, and the form sets up the network once", async () => {
  const test = await site();
  const path = new URL((await beginSetUp(test.world)) ?? "").pathname;
  const browser = test.browser();
  const before = await test.items();
  const page = await browser.get(`${path}?lang=sr-Cyrl`);
  expect(page.html).toContain("Припремите своју мрежу");
  expect(page.html).not.toContain("checked");
  expect(page.html).not.toMatch(/<script|style=/);
  expect(await test.items()).toEqual(before);

  const done = await browser.post(`${path}?lang=sr-Cyrl`, fields);
  expect(done.status).toBe(200);
  expect(done.html).toContain("biljana.ilic@skola.example");
  const request = /name="request" value="([^"]+)"/.exec(done.html)?.[1] ?? "";
  const code = (await signInLetter(test))?.code ?? "";
  expect((await browser.post("/sign-in-code", { request, code })).status).toBe(303);

  for (const again of [await browser.post(path, fields), await browser.get(path)]) {
    expect(again.status).toBe(410);
  }
});

test("what is wrong is named at each field, with everything typed still there", async () => {
  const test = await site();
  const path = new URL((await beginSetUp(test.world)) ?? "").pathname;
  const before = await test.items();
  const { status, html } = await test.browser().post(`${path}?lang=en`, {
    ...fields,
    "network.shortName": "Актив стручних сарадника",
    "network.locale": "",
    "network.zone": "",
    "coordinator.address": "biljana",
  });
  expect(status).toBe(422);
  expect(html).toContain('value="Биљана Илић"');
  expect(html).toContain('value="biljana"');
  expect(html).toContain("Shorten this to 20 characters; now it has 24");
  for (const id of ["network.shortName", "network.locale-en", "network.zone", "coordinator.address"]) {
    expect(html).toContain(`href="#${id}"`);
    expect(html).toContain(`id="${id}"`);
  }
  expect(await test.items()).toEqual(before);
});

test("a link that nobody made is unknown", async () => {
  const { browser } = await site();
  expect(await browser().get(`/set-up/${"A".repeat(43)}`)).toMatchObject({ status: 404, html: "link.unknown" });
});
