import { locales } from "@quorate/core/i18n";
import { after } from "@quorate/core/kit";
import * as Session from "@quorate/core/session";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isForEverybody } from "../support/accessible.ts";
import { type Association, answer, foundAssociation, type Story, startStory } from "../support/association.ts";
import { startChromium, telephone } from "../support/chromium.ts";
import { foreignIn, saidOn } from "../support/languages.ts";
import { Visitor } from "../support/visitor.ts";

const START = "2026-03-03T08:00:00.000Z";
const MEETING = after(START, { days: 10 });

const agenda = ["Извештај о раду Актива у првом полугодишту и предлози чланова за побољшање сарадње", "План рада"];
const GUEST = { name: "Ана Анић", address: "ana@opstina.test" };
const NOTE = "Договорена су два сусрета.";
const WANTED = "Договорена су три сусрета, а не два.";
const CORRECTED = "Договорена су три сусрета.";
const REASON = "Школа је затворена због грипа.";
const typed = [
  ...["Актив стручних сарадника", "Актив", "3. седница", "Свечана сала, школа", "Локална телевизија", "Статут"],
  ...["Нацрт плана", "Четири семинара.", "Стижем касније.", GUEST.name, NOTE, WANTED, CORRECTED, REASON, ...agenda],
  ...Array.from({ length: 6 }, (_, index) => `Члан ${String(index + 1).padStart(2, "0")}`),
];

let browser: Browser;
let story: Story;
let association: Association;
let context: BrowserContext;
let desk: Visitor;
let session: string;

const id = (index: number) => association.memberAt(index).id;
const address = (index: number) => association.memberAt(index).address;
const desks = (path = "") => `/n/${association.network}/s/${session}${path}`;
const world = () => story.machine.world;

const plan = () =>
  Session.planSession(world(), {
    ...{ network: association.network, zone: association.zone, actor: id(0), title: "3. седница" },
    ...{ startsAt: MEETING, place: "Свечана сала, школа", answerBy: after(START, { days: 8 }), correctionDays: 7 },
    agenda: agenda.map((title, index) => ({ title, isVote: index === 1 })),
    ...{ recorder: id(0), verifiers: [id(1), id(2)], guests: ["Локална телевизија"], invitedGuests: [GUEST] },
    documents: [
      { title: "Статут", url: "https://aktiv.test/statut-stručnih-saradnika-na-veoma-dugoj-adresi.pdf" },
      { title: "Нацрт плана", body: "Четири семинара." },
    ],
  });

/** On a telephone nothing is wider than the page, axe finds nothing, and no language has words of another. */
async function isGood(kind: string): Promise<void> {
  const tooWide = await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(tooWide, `${kind} is too wide`).toBe(0);
  await isForEverybody(kind, desk.page);
}

async function shows(kind: string, path: string): Promise<void> {
  await desk.open(`${story.machine.url}${path}`);
  await isGood(kind);
  for (const locale of locales) {
    const html = await (
      await context.request.get(`${story.machine.url}${path}${path.includes("?") ? "&" : "?"}lang=${locale}`)
    ).text();
    const foreign = foreignIn(locale, saidOn(html), typed);
    expect.soft({ kind, locale, foreign }).toEqual({ kind, locale, foreign: [] });
    expect.soft(html, `${kind} in ${locale}`).toContain(`lang="${locale}"`);
  }
}

/** The link of the newest letter to somebody whose subject has these words. */
function linkOf(to: string, subject: string, part = "/a/"): string {
  const letter = story.machine.mailSink?.letters({ to }).findLast((one) => one.subject.includes(subject));
  const link = letter?.links.find((href) => href.includes(part));
  if (!link) throw new Error(`no ${part} for ${to} about ${subject}`);
  return new URL(link).pathname;
}

async function signIn(): Promise<void> {
  await desk.open(`${story.machine.url}/?lang=sr-Cyrl`);
  // Whoever is still signed in is led on to her network.
  if (new URL(desk.page.url()).pathname !== "/") return;
  await desk.write("Ваша имејл адреса", address(0), desk.form("Пошаљи ми писмо за пријаву"));
  await desk.press("Пошаљи ми писмо за пријаву");
  await story.machine.settled();
  await desk.open(`${story.machine.url}${linkOf(address(0), "", "/sign-in/")}`);
  await desk.press("Пријави");
}

beforeAll(async () => {
  story = await startStory(START);
  association = await foundAssociation(story.machine, 6);
  browser = await startChromium();
  // Scripts are on for axe alone: our pages have none, and their policy would let none run.
  context = await browser.newContext({ viewport: telephone, locale: "sr-RS", reducedMotion: "reduce" });
  desk = await Visitor.in(context);
  session = await plan();
  await story.machine.settled();
});

afterAll(async () => {
  await browser.close();
  await story.close();
});

describe("each page of a session, at 320 px, for everybody, in five languages", () => {
  it("from the invitation to the day", async () => {
    await answer(story, address(1), "позив на седницу", { coming: "coming", note: "Стижем касније." });
    await signIn();
    await shows("the session with its replies and reminders", desks());
    expect(await desk.read()).toContain("Подсетници");
    await shows("moving it", desks("/move"));
    await shows("cancelling it", desks("/cancel"));
    // It stands still when asked to: a page that goes on by itself has to (WCAG 2.2.1).
    await shows("the room before the session", desks("/room?still=yes"));
    await shows("an invitation", linkOf(address(3), "позив на седницу"));
    await shows("the session of a member", `${linkOf(address(3), "позив на седницу")}/session`);
    await shows("the session of a guest", `${linkOf(GUEST.address, "позив на седницу")}/session`);
  });

  it("in the room", async () => {
    await story.moveTo(MEETING);
    await signIn();
    await Session.openSession(world(), session);
    for (const index of [0, 1, 2]) await Session.recordPresence(world(), { session, member: id(index), there: true });
    await story.machine.settled();
    await shows("the open session", desks());
    expect(await desk.read()).toContain(GUEST.name);
    await shows("the room", desks("/room?still=yes"));
    const own = `${linkOf(address(3), "позив на седницу")}/session`;
    await shows("the code is asked for", own);
    await desk.write("Код, шест цифара", "000000");
    await desk.press("Ту сам");
    await isGood("a wrong code");
    await desk.write("Код, шест цифара", Session.roomCode(world(), session));
    await desk.press("Ту сам");
    await isGood("here");
    expect(await desk.read()).toContain("Присуство Вам је уписано");
    await shows("here, in every language", own);
  });

  it("at the end, and in the minutes", async () => {
    await story.moveTo(after(MEETING, { hours: 31 }));
    await signIn();
    await shows("a session that nobody closed", desks());
    await desk.page.getByLabel("Завршетак", { exact: true }).fill("2026-03-20T10:00");
    await desk.press("Заврши седницу");
    await isGood("an end that is still to come");
    await desk.page.getByLabel("Завршетак", { exact: true }).fill("2026-03-13T11:30");
    await desk.press("Заврши седницу");
    expect((await Session.readSession(world(), session)).closedAt).toBe("2026-03-13T10:30:00.000Z");
    await story.machine.settled();
    await shows("the closed session", desks());
    await shows("the recorder's notes", linkOf(address(0), "белешке за записник"));
    await answer(story, address(0), "белешке за записник", { "note-2": NOTE });
    const asked = linkOf(address(3), "записник седнице");
    await shows("are the minutes right", asked);
    await shows("the draft", `${asked}/minutes`);
    await answer(story, address(3), "записник седнице", { verdict: "object", "verdict-reason": WANTED });
    for (const index of [0, 1, 2]) await answer(story, address(index), "записник седнице", { verdict: "agree" });
    await shows("the recorder's answers", linkOf(address(0), "одговори о записнику"));
    await answer(story, address(0), "одговори о записнику", { "reply-r1": "accepted", "note-2": CORRECTED });
    await shows("approval", linkOf(address(1), "одобрење записника"));
    await shows("what is put to approval", `${linkOf(address(1), "одобрење записника")}/minutes`);
    for (const index of [1, 2]) await answer(story, address(index), "одобрење записника", { verdict: "agree" });
    await shows("the approved minutes", linkOf(address(4), "одобрен записник", "/minutes/"));
    await signIn();
    await shows("the approved minutes of the coordinator", desks("/minutes"));
  });

  it("called off on the day", async () => {
    session = await calledOff();
    await shows("the cancelled session", desks());
    await shows("the cancelled session of a member", `${linkOf(address(3), "отказана седница")}`);
  });
});

/** One that is opened and then cannot go on. */
async function calledOff(): Promise<string> {
  const { clock } = story;
  const startsAt = after(clock.now(), { days: 3 });
  const called = await Session.planSession(world(), {
    ...{ network: association.network, zone: association.zone, actor: id(0), title: "3. седница", startsAt },
    ...{ place: "Свечана сала, школа", answerBy: after(clock.now(), { days: 2 }), agenda: [] },
    ...{ recorder: id(0), verifiers: [id(1), id(2)] },
  });
  await story.machine.settled();
  await story.moveTo(startsAt);
  await Session.openSession(world(), called);
  await Session.cancelSession(world(), { session: called, actor: id(0), reason: REASON });
  await story.machine.settled();
  await signIn();
  return called;
}
