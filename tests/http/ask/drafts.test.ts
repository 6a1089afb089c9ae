import { Draft } from "@quorate/core/ask";
import { after as later } from "@quorate/core/kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answersStored, askAgain, confirms, kept, lookOn, objects } from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";
import { headingOf, hidden, wordsOf } from "./browser.ts";
import { asked } from "./site.ts";

let test: TestWorld;
beforeEach(async () => {
  test = await testWorld();
});
afterEach(() => test.close());

const REASON = "Више предлога.";
const half = { v1: "object", "v1-reason": REASON };
const keep = { ...half, act: "keep" };

describe("save and continue later", () => {
  it("keeps what was typed without a script, says so, and the same link goes on with it", async () => {
    const { browser, path, ask, world } = await asked(test.world);
    const saved = await browser.fill(path, keep);
    expect(saved).toMatchObject({ status: 303, to: `${path}?kept=yes` });
    const told = await browser.get(`${path}?kept=yes`);
    expect(headingOf(told.html)).toBe("Недовршен одговор је сачуван");
    expect((await askAgain(world, ask)).state).toBe("open");
    const { html } = await browser.get(path);
    expect(html).toMatch(/name="v1" value="object"[^>]*checked/);
    expect(html).toContain(REASON);
    expect(wordsOf(html)).toContain("Ово сте сачували");
    expect((await browser.fill(path, { ...half, v2: "confirm" })).status).toBe(303);
    expect(await world.table.get(Draft, { ask: ask.id })).toBeUndefined();
    expect(wordsOf((await browser.get(path)).html)).not.toContain("Имате сачуване измене");
  });

  it("says nothing of a draft where none was kept, and a visit keeps none", async () => {
    const { browser, path } = await asked(test.world);
    const before = await test.items();
    expect(headingOf((await browser.get(`${path}?kept=yes`)).html)).toBe("Потврдите резултате седнице");
    expect(await test.items()).toEqual(before);
  });

  it("after an answer leaves it in force, and its page leads back to what was saved", async () => {
    const { browser, path, ask, world } = await asked(test.world);
    await browser.fill(path, confirms);
    const page = hidden((await browser.get(`${path}?change=yes`)).html);
    await browser.post(path, { ...page, ...keep });
    const answered = await browser.get(path);
    expect(wordsOf(answered.html)).toContain("Имате сачуване измене које нису послате");
    expect((await askAgain(world, ask)).answer?.version).toBe(1);
    const again = await browser.get(`${path}?change=yes`);
    expect(again.html).toMatch(/name="v1" value="object"[^>]*checked/);
    await browser.post(path, { ...hidden(again.html), ...objects });
    expect((await askAgain(world, ask)).answer?.version).toBe(2);
    expect(wordsOf((await browser.get(path)).html)).not.toContain("Имате сачуване измене");
  });

  it("too large is refused with the form, naming the field", async () => {
    const { browser, path } = await asked(test.world);
    const { status, html } = await browser.fill(path, { ...keep, "v1-reason": "ш".repeat(140_000) });
    expect(status).toBe(422);
    expect(html).toContain('href="#v1-reason"');
    expect(kept(await test.items()).some(({ record }) => record === "draft")).toBe(false);
  });

  it("of a confidential form is shown only in the browser that saved it", async () => {
    const { site, browser, path } = await asked(test.world, { confidential: true });
    await browser.fill(path, keep);
    expect((await browser.get(path)).html).toContain(REASON);
    const elsewhere = await site.browser().get(path);
    expect(elsewhere.html).not.toContain(REASON);
    expect(elsewhere.html).not.toMatch(/ checked/);
    expect(wordsOf(elsewhere.html)).toContain("сачуван у другом прегледачу");
  });

  it("is not offered where nothing may be kept, nor taken", async () => {
    const { browser, path } = await asked(test.world, { drafts: false });
    const { html } = await browser.get(path);
    expect(html).not.toContain('value="keep"');
    expect(html).not.toContain("data-saved");
    expect((await browser.post(path, { ...hidden(html), ...keep })).status).toBe(403);
  });

  it("by the page itself is answered without a page", async () => {
    const { browser, path, ask, world } = await asked(test.world);
    const saved = await browser.fill(path, { ...half, act: "autosave" });
    expect([saved.status, saved.html]).toEqual([204, ""]);
    expect((await world.table.get(Draft, { ask: ask.id }))?.typed).toEqual({ v1: ["object"], "v1-reason": [REASON] });
    const page = hidden((await browser.get(path)).html);
    expect((await browser.post(path, { ...page, act: "autosave", v1: "ш".repeat(140_000) })).status).toBe(422);
    expect((await browser.post(path, { ...half, act: "autosave" })).status).toBe(409);
  });

  it("at the close is not sent; the closed page shows it for a month", async () => {
    const { browser, path, ask, world, deadline, collection } = await asked(test.world);
    await browser.fill(path, keep);
    test.clock.moveTo(later(deadline, { minutes: 6 }));
    await lookOn(world, collection);
    const { status, html } = await browser.get(path);
    expect(status).toBe(410);
    expect(wordsOf(html)).toContain("Сачувано, а није послато");
    expect(html).toContain(REASON);
    expect(answersStored(await test.items(), ask.id)).toEqual([]);
  });
});

describe("check your answers", () => {
  const form = { checkAnswers: true };

  it("shows everything once more, stores nothing, and then sends it", async () => {
    const { browser, path, ask, world } = await asked(test.world, form, "en");
    const page = await browser.get(path);
    expect(page.html).toContain('name="act" value="check"');
    const before = await test.items();
    const checked = await browser.post(path, { ...hidden(page.html), ...objects, act: "check" });
    expect(checked.status).toBe(200);
    expect(headingOf(checked.html)).toBe("Check your answers");
    expect(wordsOf(checked.html)).toContain(`Приговарам: ${REASON}`);
    expect(await test.items()).toEqual(before);
    expect((await browser.post(path, { ...hidden(checked.html), act: "send" })).status).toBe(303);
    expect((await askAgain(world, ask)).answer?.version).toBe(1);
    expect(answersStored(await test.items(), ask.id)).toMatchObject([{ content: objects }]);
  });

  it("of an answer that is not whole is the form with what is missing", async () => {
    const { browser, path } = await asked(test.world, form);
    const { status, html } = await browser.fill(path, { ...half, act: "check" });
    expect(status).toBe(422);
    expect(html).toContain('href="#v2-confirm"');
    expect(html).toContain(REASON);
  });

  it("leads back to each answer with all of them still there", async () => {
    const { browser, path } = await asked(test.world, form);
    const checked = await browser.fill(path, { ...objects, act: "check" });
    expect(checked.html).toContain(`formaction="${path}#v2-confirm"`);
    const before = await test.items();
    const again = await browser.post(path, { ...hidden(checked.html), change: "v2" });
    expect(again.status).toBe(200);
    expect(again.html).toMatch(/name="v2" value="confirm"[^>]*checked/);
    expect(again.html).toContain(REASON);
    expect(await test.items()).toEqual(before);
  });
});

it("an answer is changed so many times in an hour, then not before the oldest is an hour ago", async () => {
  const { browser, path, ask, world } = await asked(test.world);
  const change = async (turn: number) => {
    const page = hidden((await browser.get(`${path}?change=yes`)).html);
    return browser.post(path, { ...page, ...objects, "v1-reason": `Разлог ${turn}.` });
  };
  for (let turn = 0; turn < 20; turn += 1) expect((await change(turn)).status).toBe(303);
  const refused = await change(20);
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "3600"]);
  expect((await askAgain(world, ask)).answer?.version).toBe(20);
  test.clock.moveTo(later(world.clock.now(), { hours: 1 }));
  expect((await change(21)).status).toBe(303);
});
