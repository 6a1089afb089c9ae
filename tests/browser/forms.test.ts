import { AxeBuilder } from "@axe-core/playwright";
import { serve } from "@hono/node-server";
import { Answer, Ask, asksOf, Draft } from "@quorate/core/ask";
import { type Field, Form } from "@quorate/core/form";
import { plain } from "@quorate/core/i18n";
import { replace } from "@quorate/core/kit";
import { createApp } from "@quorate/functions/http";
import type { Browser, Page } from "playwright-core";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fields, formOf } from "../core/form/forms.ts";
import { wordsOf } from "../http/ask/browser.ts";
import { asked, codeSent, withdrawPath } from "../http/ask/site.ts";
import { startChromium } from "../support/chromium.ts";
import { testWorld } from "../support/world.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const people = Array.from({ length: 40 }, (_, index) => ({
  ...{ value: `mem_${index}`, label: plain(`Члан ${index + 1}, ОШ „Вук Караџић”`) },
}));
const candidate = (id: string, name: string): Field => ({
  ...{ id, kind: "choice", label: plain(name), required: true },
  options: ["За", "Против", "Уздржавам се"].map((label, index) => ({ value: `o${index}`, label: plain(label) })),
});

/** A form with a field of every kind: a grid of candidates, a long list of people, and what is asked under a condition. */
const every = v.parse(
  Form,
  formOf(
    { title: plain("О Вама"), fields: [fields.short, fields.email, fields.date, { ...fields.number, decimals: 1 }] },
    {
      title: plain("Чланови управног одбора"),
      note: plain("Одлучите о сваком кандидату посебно."),
      fields: [
        candidate("jelena", "Јелена Петровић"),
        candidate("milos", "Милош Антић"),
        candidate("sonja", "Соња Мишић"),
      ],
    },
    { title: plain("Колико је седница била корисна?"), fields: [fields.scale] },
    { title: plain("Теме"), fields: [{ ...fields.choices, hint: undefined }] },
    {
      title: plain("Кога предлажете?"),
      fields: [
        { ...fields.person, options: people, label: plain("Члан мреже") },
        { ...fields.person, id: "second" },
      ],
    },
    {
      title: plain("Прихватате ли кандидатуру?"),
      fields: [fields.yesno, { ...fields.long, label: plain("Зашто не?"), onlyIf: { field: "accept", is: ["no"] } }],
    },
    { title: plain("Програм"), fields: [fields.statement], onlyIf: { field: "accept", is: ["yes"] } },
  ),
);

async function site(form: Partial<Form>) {
  const test = await testWorld();
  const all = await asked(test.world, form);
  const server = serve({ fetch: createApp(test.world).fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((listening) => server.once("listening", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("it does not listen");
  const url = `http://127.0.0.1:${address.port}`;
  const close = async () => {
    await new Promise((closed) => server.close(closed));
    await test.close();
  };
  return { ...all, test, url, close };
}

type Site = Awaited<ReturnType<typeof site>>;

async function tab(javaScriptEnabled: boolean, width = 320): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width, height: 720 },
    reducedMotion: "reduce",
  });
  return context.newPage();
}

/** The form of every kind of field, asked of members whose votes it is not. */
async function everyKind(form: Partial<Form> = {}): Promise<Site> {
  const all = await site({ ...form, sections: every.sections });
  for (const ask of await asksOf(all.world.table, all.collection, 1)) {
    const { marks: _, ...rest } = ask;
    const parts = every.sections.map(({ id }) => id);
    await all.world.table.write([replace(Ask, ask, { ...rest, parts })]);
  }
  return all;
}

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Nothing against WCAG 2.2 AA, in light and in dark, and nothing that has to be scrolled sideways. */
async function isForEverybody(page: Page, kind: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().withTags(WCAG).analyze();
    expect
      .soft(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`),
        kind,
      )
      .toEqual([]);
    expect.soft(passes.length, kind).toBeGreaterThan(0);
  }
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), kind).toBe(0);
}

const press = async (page: Page, name: string) => {
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name, exact: true }).click()]);
};

describe("a form of every kind of field", () => {
  it("and its pages are for everybody, on the narrowest telephone", async () => {
    const { url, path, close } = await everyKind({ checkAnswers: true, passOn: true });
    const page = await tab(true);
    await page.goto(`${url}${path}`);
    await isForEverybody(page, "form");
    await press(page, "Провери одговоре");
    await isForEverybody(page, "form with errors");
    await press(page, "Сачувај и настави касније");
    await isForEverybody(page, "kept");
    await page.goto(`${url}${path}/pass-on`);
    await isForEverybody(page, "pass on");
    await press(page, "Проследи");
    await isForEverybody(page, "pass on with errors");
    await page.getByLabel("Члан 03").check();
    await press(page, "Проследи");
    await isForEverybody(page, "passed on");
    await close();
  });

  it("is filled in, checked and sent by keyboard alone, without a script", async () => {
    const { url, path, world, ask, close } = await everyKind({ checkAnswers: true });
    const page = await tab(false);
    await page.goto(`${url}${path}`);
    const type = async (keys: readonly string[]) => {
      for (const key of keys) {
        if (/^(?:Tab|Space|ArrowDown|ArrowRight|Enter)$/.test(key)) await page.keyboard.press(key);
        else await page.keyboard.type(key);
      }
    };
    await page.getByLabel("Питање").first().focus();
    await type(["Јелена", "Tab", "j@skola.example", "Tab", "20", "Tab", "3", "Tab", "2027", "Tab", "7,5"]);
    for (let candidate = 0; candidate < 3; candidate += 1) await type(["Tab", "Space"]);
    await type(["Tab", "Space", "ArrowRight", "Tab", "Space", "Tab", "Space", "Tab", "Tab", "Tab", "ArrowDown"]);
    await type(["Tab", "Space", "Tab", "Space", "ArrowDown", "Tab", "Немам довољно времена.", "Tab", "Tab"]);
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    await isReached(page, "Проверите своје одговоре");
    await press(page, "Пошаљи одговоре");
    const answered = await world.table.get(Ask, { collection: ask.collection, id: ask.id });
    const answer = await world.table.get(Answer, { ask: ask.id, version: answered?.answer?.version ?? 0, late: false });
    expect(answer?.content).toEqual({
      ...{ name: "Јелена", address: "j@skola.example", born: "2027-03-20", present: 7.5 },
      ...{ jelena: "o0", milos: "o0", sonja: "o0", useful: 2, topics: ["inclusion", "steam"] },
      ...{ proposed: "mem_0", second: "mem_1", accept: false, why: "Немам довољно времена." },
    });
    await close();
  });

  it("shows with a script only what is asked, and without one all of it with when it is", async () => {
    const { url, path, close } = await everyKind();
    const bare = await tab(false);
    await bare.goto(`${url}${path}`);
    expect(await bare.getByLabel("Зашто не?").isVisible()).toBe(true);
    expect(await bare.getByText("Само ако је одговор на").count()).toBe(2);

    const page = await tab(true);
    await page.goto(`${url}${path}`);
    const why = page.getByLabel("Зашто не?");
    const programme = page.getByRole("group", { name: "Програм" });
    expect([await why.isVisible(), await programme.isVisible()]).toEqual([false, false]);
    await page.getByLabel("Не прихватам", { exact: true }).check();
    expect([await why.isVisible(), await programme.isVisible()]).toEqual([true, false]);
    await page.getByLabel("Прихватам", { exact: true }).check();
    expect([await why.isVisible(), await programme.isVisible()]).toEqual([false, true]);
    await close();
  });

  it("saves by itself with a script, and says so; what was saved is there in the next tab", async () => {
    const { url, path, ask, world, close } = await everyKind();
    const page = await tab(true);
    await page.clock.install();
    await page.goto(`${url}${path}`);
    await page.getByLabel("Питање").first().fill("Јелена");
    expect(await world.table.get(Draft, { ask: ask.id })).toBeUndefined();
    const saved = page.waitForResponse((response) => response.status() === 204);
    await page.clock.fastForward(31_000);
    await saved;
    await page.getByText("Сачувано, није послато").waitFor();
    expect((await world.table.get(Draft, { ask: ask.id }))?.typed).toEqual({ name: ["Јелена"] });
    const next = await tab(false);
    await next.goto(`${url}${path}`);
    expect(await next.getByLabel("Питање").first().inputValue()).toBe("Јелена");
    await close();
  });
});

async function isReached(page: Page, heading: string): Promise<void> {
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(heading);
}

it("the pages of a code and of a withdrawal are for everybody", async () => {
  const { url, path, world, browser: other, close } = await site({ code: true });
  const page = await tab(true);
  await page.goto(`${url}${path}`);
  await isForEverybody(page, "code");
  await press(page, "Пошаљи ми код");
  await press(page, "Отвори образац");
  await isForEverybody(page, "code with errors");
  await page.getByLabel("Шестоцифрени код").fill(await codeSent(world));
  await press(page, "Отвори образац");
  await isReached(page, "Потврдите резултате седнице");
  for (const group of await page.getByRole("group").all()) await group.getByLabel("Потврђујем").check();
  await press(page, "Пошаљи одговоре");
  await isForEverybody(page, "receipt");
  expect(wordsOf((await other.get(path)).html)).not.toContain("Потврђујем");
  const receipt = await withdrawPath(world);
  await page.goto(`${url}${receipt}`);
  await isForEverybody(page, "withdraw");
  await press(page, "Повуци одговор");
  await isForEverybody(page, "withdraw with errors");
  await page.getByLabel("Да, овај одговор повлачим").check();
  await press(page, "Повуци одговор");
  await isForEverybody(page, "withdrawn");
  await close();
});
