import { Ask, askId, asksOf } from "@quorate/core/ask";
import { replace } from "@quorate/core/kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answersStored, askAgain, confirms, kept, lettersOf, linkTo } from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";
import { headingOf, hidden, wordsOf } from "./browser.ts";
import { asked } from "./site.ts";

let test: TestWorld;
beforeEach(async () => {
  test = await testWorld();
});
afterEach(() => test.close());

/** A form that may be passed on, asked of two of three members, and of nobody's vote. */
async function passable() {
  const all = await asked(test.world, { passOn: true });
  for (const one of [all.ask, all.other]) {
    const ask = await askAgain(all.world, one);
    const { marks: _, ...rest } = ask;
    await all.world.table.write([replace(Ask, ask, rest)]);
  }
  const [, colleague] = all.others;
  if (!colleague) throw new Error("there is no colleague");
  return { ...all, colleague };
}

describe("pass it on to a colleague", () => {
  it("asks her instead, by a letter of her own, and each of the two says who the other is", async () => {
    const { browser, path, ask, world, colleague, collection, site } = await passable();
    await browser.fill(path, { v1: "object", act: "keep" });
    const form = await browser.get(path);
    expect(form.html).toContain(`href="${path}/pass-on"`);
    const choose = await browser.get(`${path}/pass-on`);
    expect(wordsOf(choose.html)).toContain("Члан 03");
    expect(wordsOf(choose.html)).not.toContain("Члан 02");
    expect(await browser.post(`${path}/pass-on`, { ...hidden(choose.html), colleague: colleague.id })).toMatchObject({
      ...{ status: 303, to: path },
    });
    const done = await browser.get(path);
    expect([done.status, headingOf(done.html)]).toEqual([200, "Прослеђено: Члан 03"]);
    expect(await askAgain(world, ask)).toMatchObject({ state: "closed", passedTo: { member: colleague.id } });
    const next = await askAgain(world, { collection, id: askId(collection, colleague.id, 1) });
    expect(next).toMatchObject({ state: "open", passedFrom: { member: ask.member, name: "Члан 01" } });
    const letters = (await lettersOf(world, "election.confirmation")).filter(({ member }) => member === colleague.id);
    expect(letters).toHaveLength(1);
    const hers = site.browser();
    const herPath = `/a/${await linkTo(world, next)}`;
    const page = await hers.get(herPath);
    expect(wordsOf(page.html)).toContain("Проследила особа Члан 01");
    expect(page.html).not.toMatch(/ checked/);
    expect(page.html).not.toContain("/pass-on");
    expect((await hers.fill(herPath, confirms)).status).toBe(303);
    expect(answersStored(await test.items(), next.id)).toHaveLength(1);
    expect((await browser.post(path, { ...hidden(form.html), ...confirms })).status).toBe(410);
  });

  it("is never for a vote, nor where the form does not allow it", async () => {
    const { browser, path, others } = await asked(test.world, { passOn: true });
    const form = await browser.get(path);
    expect(form.html).not.toContain("/pass-on");
    expect(await browser.get(`${path}/pass-on`)).toMatchObject({ status: 303, to: path });
    const before = kept(await test.items());
    const sent = { ...hidden(form.html), colleague: others[1]?.id ?? "" };
    expect((await browser.post(`${path}/pass-on`, sent)).status).toBe(403);
    expect(kept(await test.items())).toEqual(before);
  });

  it("goes to nobody who is asked already, nobody at all, and twice to nobody", async () => {
    const { browser, path, other, colleague, world, collection } = await passable();
    const page = hidden((await browser.get(`${path}/pass-on`)).html);
    const pass = (to: string) => browser.post(`${path}/pass-on`, { ...page, colleague: to });
    expect((await pass(other.member)).status).toBe(422);
    const bare = await pass("");
    expect(bare.status).toBe(422);
    expect(bare.html).toContain(`href="#colleague-${colleague.id}"`);
    const both = await Promise.all([pass(colleague.id), pass(colleague.id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 403]);
    expect(await asksOf(world.table, collection, 1)).toHaveLength(3);
    const others = await browser.get(`/a/${await linkTo(world, other)}/pass-on`);
    expect(wordsOf(others.html)).toContain("Сви у мрежи су већ замољени за одговор.");
  });
});
