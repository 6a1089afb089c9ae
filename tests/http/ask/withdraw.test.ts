import { reissueLink } from "@quorate/core/ask";
import { after as later } from "@quorate/core/kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  abstains,
  answersStored,
  askAgain,
  confirms,
  figuresOf,
  kept,
  lettersOf,
  linkTo,
  lookOn,
  objects,
} from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";
import { headingOf, hidden, wordsOf } from "./browser.ts";
import { asked, newest, withdrawPath } from "./site.ts";

let test: TestWorld;
beforeEach(async () => {
  test = await testWorld();
});
afterEach(() => test.close());

const TAKE_BACK = { withdraw: "yes" };

/** Somebody has answered by a link that was passed around; the addressee has the receipt. */
async function answered() {
  const all = await asked(test.world);
  await all.browser.fill(all.path, objects);
  const receipt = await withdrawPath(all.world);
  return { ...all, receipt, addressee: all.site.browser() };
}

describe("not you? withdraw", () => {
  it("shows whose answer it is and never what was said; a visit takes nothing back", async () => {
    const { addressee, receipt, ask, world } = await answered();
    const before = await test.items();
    const { status, html } = await addressee.get(receipt);
    expect(status).toBe(200);
    const words = wordsOf(html);
    expect(words).toContain("Члан 01");
    expect(words).toContain((await askAgain(world, ask)).answer?.reference);
    expect(words).not.toContain("Приговарам");
    expect(await test.items()).toEqual(before);
  });

  it("takes the answer back: it is deleted and counts no more, the form waits again, and both are told", async () => {
    const { addressee, receipt, ask, world, collection, site } = await answered();
    const { reference } = (await askAgain(world, ask)).answer ?? {};
    expect(await addressee.fill(receipt, TAKE_BACK)).toMatchObject({ status: 303, to: receipt });
    const done = await addressee.get(receipt);
    expect(headingOf(done.html)).toBe("Одговор је повучен");
    const now = await askAgain(world, ask);
    expect(now).toMatchObject({ state: "open", marks: { v1: "none", v2: "none" } });
    expect(now.answer).toBeUndefined();
    expect(now.withdrawn).toMatchObject([{ version: 1, reference }]);
    expect(answersStored(await test.items(), ask.id)).toEqual([]);
    expect(await figuresOf(world, collection, "v1")).toMatchObject({ object: 0 });

    const told = await newest(world, "ask.withdrawn");
    if (told?.kind !== "ask.withdrawn" || !told.props.url) throw new Error("the addressee was not told");
    const fresh = new URL(told.props.url).pathname;
    expect((await site.browser().fill(fresh, confirms)).status).toBe(303);
    expect((await askAgain(world, ask)).answer?.version).toBe(2);
    const asker = await newest(world, "ask.withdrawal");
    expect(asker).toMatchObject({ props: { name: "Члан 01", reference } });
    expect(await lettersOf(world, "ask.withdrawal")).toHaveLength(1);
  });

  it("pressed bare takes nothing back and asks once more", async () => {
    const { addressee, receipt } = await answered();
    const before = kept(await test.items());
    const { status, html } = await addressee.fill(receipt, {});
    expect(status).toBe(422);
    expect(html).toContain('href="#withdraw"');
    expect(kept(await test.items())).toEqual(before);
  });

  it("needs its own page", async () => {
    const { addressee, receipt, path } = await answered();
    const page = hidden((await addressee.get(path)).html);
    const before = kept(await test.items());
    expect((await addressee.post(receipt, { ...page, ...TAKE_BACK })).status).toBe(409);
    expect(kept(await test.items())).toEqual(before);
  });

  it("withdraws the answer that it was mailed for, and no newer one", async () => {
    const { browser, addressee, receipt, path, ask, world } = await answered();
    const page = hidden((await browser.get(`${path}?change=yes`)).html);
    const open = hidden((await addressee.get(receipt)).html);
    await browser.post(path, { ...page, ...abstains });
    expect(await addressee.get(receipt)).toMatchObject({ status: 410 });
    expect((await addressee.post(receipt, { ...open, ...TAKE_BACK })).status).toBe(410);
    expect((await askAgain(world, ask)).answer?.version).toBe(2);
  });

  it("works for a day", async () => {
    const { addressee, receipt, ask, world } = await answered();
    const open = hidden((await addressee.get(receipt)).html);
    test.clock.moveTo(later(world.clock.now(), { hours: 24 }));
    const { status, html } = await addressee.get(receipt);
    expect(status).toBe(410);
    expect(headingOf(html)).toBe("Овај одговор више не може да се повуче");
    expect((await addressee.post(receipt, { ...open, ...TAKE_BACK })).status).toBe(410);
    expect((await askAgain(world, ask)).answer?.version).toBe(1);
  });

  it("after the deadline opens nothing again, and after the close takes nothing back", async () => {
    const { world, deadline, collection, path, browser, addressee, other, ask } = await asked(test.world).then(
      (all) => ({ ...all, addressee: all.site.browser() }),
    );
    const othersPath = `/a/${await linkTo(world, other)}`;
    const [page, others] = [hidden((await browser.get(path)).html), hidden((await browser.get(othersPath)).html)];
    test.clock.moveTo(later(deadline, { minutes: 1 }));
    await browser.post(path, { ...page, ...objects });
    const first = await withdrawPath(world);
    test.clock.moveTo(later(deadline, { minutes: 2 }));
    await browser.post(othersPath, { ...others, ...objects });
    const second = await withdrawPath(world);
    await addressee.fill(first, TAKE_BACK);
    expect(wordsOf((await addressee.get(first)).html)).toContain("Рок је прошао");
    const told = await newest(world, "ask.withdrawn");
    expect(told?.kind === "ask.withdrawn" && told.props.url).toBeFalsy();
    test.clock.moveTo(later(deadline, { minutes: 6 }));
    await lookOn(world, collection);
    expect((await addressee.get(second)).status).toBe(410);
    expect((await askAgain(world, ask)).state).toBe("closed");
    expect(await figuresOf(world, collection, "v1")).toMatchObject({ object: 1 });
  });

  it("does not stop working when the form's own links are revoked", async () => {
    const { addressee, receipt, ask, world } = await answered();
    await reissueLink(world, ask, { revoke: true });
    expect((await addressee.fill(receipt, TAKE_BACK)).status).toBe(303);
  });

  it("a page that was open before the withdrawal may still be sent, as a new answer", async () => {
    const { browser, addressee, receipt, path, ask, world } = await answered();
    const page = hidden((await browser.get(`${path}?change=yes`)).html);
    await addressee.fill(receipt, TAKE_BACK);
    expect((await browser.post(path, { ...page, ...confirms })).status).toBe(303);
    expect((await askAgain(world, ask)).answer?.version).toBe(2);
  });
});
