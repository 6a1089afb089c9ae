import { after as later } from "@quorate/core/kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askAgain, confirms, lettersOf } from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";
import { headingOf, wordsOf } from "./browser.ts";
import { asked, codeSent } from "./site.ts";

let test: TestWorld;
beforeEach(async () => {
  test = await testWorld();
});
afterEach(() => test.close());

const form = { code: true };
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("a form that opens with a code", () => {
  it("shows nothing of itself before, sends no code to a visit, and opens once in each browser", async () => {
    const { browser, site, path, ask, world } = await asked(test.world, form);
    const before = await test.items();
    const closed = await browser.get(path);
    expect(headingOf(closed.html)).toBe("Овај образац се отвара кодом");
    expect(closed.html).not.toContain('name="v1"');
    expect(closed.html).not.toContain('name="page"');
    expect(await test.items()).toEqual(before);

    const sent = await browser.post(`${path}/code`, {});
    expect(sent.status).toBe(200);
    const code = await codeSent(world);
    expect(sent.html).not.toContain(code);
    expect(JSON.stringify(await test.items())).not.toContain(code);
    expect(await browser.post(`${path}/open`, { code: ` ${code.slice(0, 3)} ${code.slice(3)}` })).toMatchObject({
      ...{ status: 303, to: path },
    });
    expect((await browser.fill(path, confirms)).status).toBe(303);
    expect((await askAgain(world, ask)).answer?.version).toBe(1);
    expect(wordsOf((await browser.get(path)).html)).toContain("Потврђујем");

    const elsewhere = site.browser();
    expect(wordsOf((await elsewhere.get(path)).html)).not.toContain("Потврђујем");
    expect((await elsewhere.post(`${path}/open`, { code })).status).toBe(422);
  });

  it("says what is wrong with a code, and after five wrong ones takes none", async () => {
    const { browser, path, world } = await asked(test.world, form, "en");
    await browser.post(`${path}/code`, {});
    const code = await codeSent(world);
    expect(wordsOf((await browser.post(`${path}/open`, { code: "12a" })).html)).toContain("Enter the six digits");
    for (let turn = 0; turn < 4; turn += 1) {
      const { status, html } = await browser.post(`${path}/open`, { code: other(code) });
      expect(status).toBe(422);
      expect(wordsOf(html)).toContain("This code is not right");
    }
    expect((await browser.post(`${path}/open`, { code })).status).toBe(422);
    test.clock.moveTo(later(world.clock.now(), { minutes: 1 }));
    await browser.post(`${path}/code`, {});
    expect((await browser.post(`${path}/open`, { code: await codeSent(world) })).status).toBe(303);
  });

  it("ends a code after half an hour, and sends three an hour", async () => {
    const { browser, path, world } = await asked(test.world, form);
    await browser.post(`${path}/code`, {});
    const code = await codeSent(world);
    test.clock.moveTo(later(world.clock.now(), { minutes: 30 }));
    expect((await browser.post(`${path}/open`, { code })).status).toBe(422);
    for (let turn = 0; turn < 2; turn += 1) expect((await browser.post(`${path}/code`, {})).status).toBe(200);
    const refused = await browser.post(`${path}/code`, {});
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "1800"]);
    expect(await lettersOf(world, "ask.code")).toHaveLength(3);
  });

  it("is the only kind that sends codes", async () => {
    const { browser, path } = await asked(test.world);
    const before = (await test.items()).length;
    expect((await browser.post(`${path}/code`, {})).status).toBe(404);
    expect((await browser.post(`${path}/open`, { code: "123456" })).status).toBe(404);
    expect((await test.items()).length).toBe(before + 1);
  });
});
