import * as Election from "@quorate/core/election";
import type { Locale } from "@quorate/core/i18n";
import { after } from "@quorate/core/kit";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Association, answer, holdSession, openElection, type Story, startStory } from "../support/association.ts";
import { bareTelephone, startChromium } from "../support/chromium.ts";
import { Visitor } from "../support/visitor.ts";
import { foundVlasotince, written } from "../support/vlasotince.ts";

const LATIN = 19;
const ENGLISH = 20;
const OBJECTION = "Сматрам да је требало позвати на више предлога.";
const CYRILLIC = /[^\s<>"]*\p{Script=Cyrillic}[^\s<>"]*/gu;

/** What people have typed; the longest first, for some are parts of others. */
const typed = [...written, OBJECTION].toSorted((a, b) => b.length - a.length);

let browser: Browser;
let story: Story;
let association: Association;
let reader: Visitor;
/** What each of them saw when she was asked, and in the minutes, as the browser has it: attributes and all. */
const seen = new Map<string, { page: string; words: string; letter: string }>();

const localeOf = (index: number): Locale => (index === LATIN ? "sr-Latn" : index === ENGLISH ? "en" : "sr-Cyrl");
const address = (index: number) => association.memberAt(index).address;

/** The newest letter to somebody with such a link, and the page behind it. */
async function reads(index: number, part: string): Promise<void> {
  const letters = story.machine.mailSink?.letters({ to: address(index) }) ?? [];
  const letter = letters.findLast((one) => one.links.some((href) => href.includes(part)));
  const link = letter?.links.find((href) => href.includes(part));
  if (!letter || !link) throw new Error(`no link to ${part} for ${address(index)}`);
  await reader.open(link);
  // The link to the other script is in that script.
  const page = (await reader.page.content()).replace(/<a [^>]*hreflang="sr-Cyrl"[^>]*>.*?<\/a>/, "");
  const sent = [letter.subject, letter.html, letter.text].join("\n");
  seen.set(`${index} ${part}`, { page, words: await reader.page.locator("body").innerText(), letter: sent });
}

beforeAll(async () => {
  story = await startStory("2026-03-03T08:00:00.000Z");
  browser = await startChromium();
  // What she reads follows from what is known of her, not from her browser.
  reader = await Visitor.in(await bareTelephone(browser, { locale: "lt-LT" }));
  association = await foundVlasotince(story.machine, localeOf);
  const of = await openElection(story, association);
  await holdSession(story, association, of, 18);
  const figures = ["v1", "v2"].flatMap((vote) => [
    [`${vote}-for`, "18"],
    [`${vote}-against`, "0"],
    [`${vote}-abstain`, "0"],
  ]);
  await answer(story, address(0), "бројке", Object.fromEntries(figures));
  for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
  for (const index of [LATIN, ENGLISH]) await reads(index, "/a/");
  await answer(story, address(18), "потврда", { v1: "object", "v1-reason": OBJECTION, v2: "confirm" });
  for (const index of [21, 22, 23, 24])
    await answer(story, address(index), "потврда", { v1: "confirm", v2: "confirm" });
  const { deadlines } = await Election.readElection(story.machine.world, of.election);
  await story.moveTo(after(deadlines.confirmation, { minutes: 6 }));
  for (const index of [0, 1]) await answer(story, address(index), "проглашење", { verdict: "agree" });
  for (const index of [LATIN, ENGLISH]) await reads(index, "/m/");
}, 120_000);

afterAll(async () => {
  await browser.close();
  await story.close();
});

describe.each([
  ["the form", "/a/"],
  ["the minutes", "/m/"],
])("%s and the letter that leads there", (_, part) => {
  it("have no Cyrillic letter for a member who reads Serbian in Latin", () => {
    const { page, letter } = seen.get(`${LATIN} ${part}`) ?? { page: "", letter: "" };
    expect(page).toContain("Aktiv stručnih saradnika");
    expect(letter).toContain("Aktiv");
    expect([page.match(CYRILLIC), letter.match(CYRILLIC)]).toEqual([null, null]);
  });

  it("are in English for a member who reads English, but for what people have written", () => {
    const { words } = seen.get(`${ENGLISH} ${part}`) ?? { words: "" };
    const left = typed.reduce((text, one) => text.replaceAll(one, ""), words);
    expect(words.length).toBeGreaterThan(500);
    expect(left.match(CYRILLIC)).toBeNull();
  });
});

it("the English form and minutes say in English what they ask and what was decided", () => {
  expect(seen.get(`${ENGLISH} /a/`)?.words).toMatch(/You answer as[\s\S]*I confirm the election[\s\S]*Send answers/);
  expect(seen.get(`${ENGLISH} /m/`)?.words).toMatch(/Minutes/);
});
