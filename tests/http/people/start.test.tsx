import { expect, test } from "vitest";
import { aktiv, signedIn, signInLetter, site } from "./browser.ts";

test("the start page has its two forms in every language, and no script and no style attribute", async () => {
  const browser = (await site()).browser();
  for (const [lang, title] of [
    ["en", "Decisions your network can stand by"],
    ["sr-Cyrl", "За координаторе"],
    ["sr-Latn", "Za koordinatore"],
    ["lt", "Koordinatoriams"],
    ["pl", "koordynator"],
  ]) {
    const { status, html } = await browser.get(`/?lang=${lang}`);
    expect(status).toBe(200);
    expect(html).toContain(`<html lang="${lang}"`);
    expect(html).toContain(title);
    expect(html).toContain('name="address"');
    expect(html).toContain('name="sign-in-address"');
    expect(html).not.toMatch(/<script|style=/);
    expect(html.match(/<h1/g)).toHaveLength(1);
  }
});

test("asking answers the same for known, unknown and repeated addresses", async () => {
  const { browser } = await aktiv();
  for (const [path, field] of [
    ["/lost-letter?lang=en", "address"],
    ["/sign-in?lang=en", "sign-in-address"],
  ] as const) {
    const post = async (address: string) => {
      const { status, html } = await browser().post(path, { [field]: address });
      return { status, html: html.replace(/name="request" value="[^"]+"/, "") };
    };
    const known = await post("biljana.ilic@skola.example");
    expect(known.status).toBe(200);
    expect(known.html).toContain("Look into your mailbox");
    expect(await post("nobody@elsewhere.example")).toEqual(known);
    for (const address of ["biljana.ilic@skola.example", "nobody@elsewhere.example"]) {
      await post(address);
      await post(address);
      expect(await post(address)).toEqual({ status: 429, html: "too-many" });
    }
  }
});

test("an address that is none comes back with what was typed, and an error that leads to the field", async () => {
  const { browser, items } = await site();
  const before = await items();
  const { status, html } = await browser().post("/sign-in?lang=en", { "sign-in-address": "biljana <at> skola" });
  expect(status).toBe(422);
  expect(html).toContain("<title>Error: ");
  expect(html).toContain('value="biljana &lt;at&gt; skola"');
  expect(html).toContain('href="#sign-in-address"');
  expect(html).toContain('aria-describedby="sign-in-address-hint sign-in-address-error"');
  expect((await browser().post("/lost-letter?lang=en", {})).html).toContain("Please fill this in");
  expect(await items()).toEqual(before);
});

test("a coordinator signs in by the link: its page changes nothing, its button signs in once", async () => {
  const test = await aktiv();
  const browser = test.browser();
  const letter = await signInLetter(test);
  const path = letter?.path ?? "";
  const before = await test.items();
  const page = await browser.get(path);
  await browser.get(path);
  expect(page).toMatchObject({ status: 200 });
  expect(page.html).toContain("Биљана Илић");
  expect(page.headers.getSetCookie()).toEqual([]);
  expect(await test.items()).toEqual(before);

  const pressed = await browser.post(path);
  expect(pressed).toMatchObject({ status: 303, to: "/" });
  expect(pressed.headers.get("Set-Cookie")).toMatch(/^quorate=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  expect((await browser.get("/")).headers.get("Location")).toBe(`/n/${test.network}`);

  for (const again of [await test.browser().get(path), await test.browser().post(path)]) {
    expect(again.status).toBe(410);
    expect(again.html).toContain("sign-in-address");
    expect(again.headers.getSetCookie()).toEqual([]);
  }
});

test("on https the cookie is held to the host", async () => {
  const test = await aktiv({ url: "https://quorate.example" });
  const letter = await signInLetter(test);
  const { headers } = await test.browser().post(letter?.path ?? "");
  expect(headers.get("Set-Cookie")).toMatch(
    /^__Host-quorate=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
});

test("a coordinator signs in by the code on the page where she asked; wrong ones come back in words", async () => {
  const test = await aktiv();
  test.clock.moveTo("2026-03-13T12:00:00.000Z");
  const browser = test.browser();
  const asked = await browser.post("/sign-in?lang=en", { "sign-in-address": "Biljana.Ilic@skola.example" });
  const request = /name="request" value="([^"]+)"/.exec(asked.html)?.[1] ?? "";
  const code = (await signInLetter(test))?.code ?? "";
  const wrong = await browser.post("/sign-in-code?lang=en", { request, code: code === "111111" ? "222222" : "111111" });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain("This code is not right");
  expect((await browser.post("/sign-in-code?lang=en", { request, code: "12" })).html).toContain("Enter the six digits");
  expect(await browser.post("/sign-in-code?lang=en", { request, code })).toMatchObject({
    status: 303,
    to: "/?lang=en",
  });
  expect((await browser.get(`/n/${test.network}/people`)).status).toBe(200);
});

test("after signing out the pages are closed, in every copy of the browser", async () => {
  const test = await aktiv();
  const browser = await signedIn(test);
  expect((await browser.get(`/n/${test.network}/people`)).status).toBe(200);
  expect((await browser.post("/sign-out")).status).toBe(200);
  expect(await browser.get(`/n/${test.network}/people`)).toMatchObject({ status: 401, html: "sign-in.needed" });
});

test("a link that nobody made is unknown, and posts to it are counted", async () => {
  const { browser } = await site();
  const path = `/sign-in/${"A".repeat(43)}`;
  expect(await browser().get(path)).toMatchObject({ status: 404, html: "link.unknown" });
  for (let turn = 0; turn < 20; turn += 1) expect((await browser().post(path)).status).toBe(404);
  expect(await browser().post(path)).toMatchObject({ status: 429 });
  expect((await browser().get(path)).status).toBe(404);
});
