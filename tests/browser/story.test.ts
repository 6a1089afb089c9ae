import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localDateTime } from "@quorate/core/i18n";
import { after, type Instant } from "@quorate/core/kit";
import { FlowingClock } from "@quorate/local/clock";
import { type Machine, startMachine } from "@quorate/local/machine";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ClockControl, clockPages } from "../../packages/local/src/demo/clock-control.tsx";
import {
  coordinator,
  deputy,
  members,
  network,
  objector,
  plan,
  president,
  roster,
  undelivered,
  verifiers,
} from "../../packages/local/src/demo/vlasotince.ts";
import { bareTelephone, startChromium } from "../support/chromium.ts";
import { Visitor } from "../support/visitor.ts";

const SESSION = "1. седница Актива";
const ELECTION = "Избор председника и заменика, план рада";
const VOTES = ["Избор председника", "Избор заменика председника", "Усвајање плана рада"] as const;

let dataPath: string;
let machine: Machine;
let browser: Browser;
/** The coordinator's; she stays signed in. */
let desk: Visitor;
/** Everybody else's, handed on. */
let telephone: Visitor;
/** Pages that are wider than the telephone, or have not one heading of the first level. */
const faults = new Set<string>();
const seen = new Set<string>();

beforeAll(async () => {
  dataPath = await mkdtemp(join(tmpdir(), "quorate-browser-"));
  const clock = new FlowingClock();
  machine = await startMachine({
    ...{ dataPath, port: 0, host: "127.0.0.1", clock, write: () => {} },
    ...{ more: clockPages(clock), mail: { controls: () => ClockControl({ clock }) } },
  });
  browser = await startChromium();
  desk = await Visitor.in(await bareTelephone(browser), arrived);
  telephone = await Visitor.in(await bareTelephone(browser), arrived);
});

afterAll(async () => {
  await browser.close();
  await machine.close();
  await rm(dataPath, { recursive: true, force: true });
});

/** Waits until what was sent has had its effect, and looks at the page as a reader with a small telephone would. */
async function arrived(page: Page): Promise<void> {
  await machine.settled();
  const { headings, tooWide } = await page.evaluate(() => ({
    headings: document.querySelectorAll("h1").length,
    tooWide: (document.scrollingElement?.scrollWidth ?? 0) - document.documentElement.clientWidth,
  }));
  const kind = `${new URL(page.url()).pathname.replaceAll(/\/([a-z]{3}_)?[\w-]{16,}/g, "/…")} “${await page.title()}”`;
  seen.add(kind);
  if (headings !== 1) faults.add(`${kind} has ${headings} h1`);
  if (tooWide > 0) faults.add(`${kind} is ${tooWide} px too wide`);
}

const addressOf = (name: string) => members.find((one) => one.name === name)?.address ?? "";

/** Somebody at a telephone that knows nothing of whoever had it before. */
async function onHerTelephone<T>(act: (who: Visitor) => Promise<T>): Promise<T> {
  await telephone.page.context().clearCookies();
  return act(telephone);
}

/** In a mailbox: the newest letter with these words in its subject, and the link in it. */
async function followsLetter(who: Visitor, name: string, subject: string, link: string): Promise<void> {
  await who.open(`${machine.url}/mailbox`);
  await who.follow(addressOf(name));
  await who.follow(subject);
  await who.follow(link);
}

async function setsUpTheNetwork(): Promise<void> {
  await desk.open(machine.setUpUrl ?? "");
  await desk.write("Назив мреже", network.name);
  await desk.write("Кратак назив", network.shortName);
  await desk.choose("Српски");
  await desk.pick("Временска зона", network.zone);
  await desk.write("Име и презиме", coordinator);
  await desk.write("Имејл адреса", addressOf(coordinator));
  await desk.press("Припреми мрежу");
}

async function signsInFromTheLetter(): Promise<void> {
  await followsLetter(desk, coordinator, "пријава", "Отворите страницу за пријаву");
  await desk.press("Пријави");
}

/** Twelve hours after she signed in her pages ask her to do it again. */
async function signsInAgain(): Promise<void> {
  await desk.open(machine.url);
  const form = desk.form("Пошаљи ми писмо за пријаву");
  await desk.write("Ваша имејл адреса", addressOf(coordinator), form);
  await desk.press("Пошаљи ми писмо за пријаву");
  await signsInFromTheLetter();
}

async function importsTheRoster(): Promise<void> {
  await desk.follow("Људи");
  await desk.follow("Увези из табеле");
  await desk.write("Или налепите табелу овде", roster);
  await desk.press("Провери табелу");
  await desk.press("Увези");
  await desk.follow("Погледај све људе");
  expect(await desk.read()).toContain(`Чланови: ${members.length}`);
}

async function plansTheSession(startsAt: Instant): Promise<void> {
  await desk.follow(network.name);
  await desk.follow("Седнице");
  await desk.follow("Закажи седницу");
  await desk.write("Назив", SESSION);
  await desk.write("Почетак", localDateTime(startsAt, network.zone));
  await desk.write("Место", "видео-позив");
  await desk.pick("Записник води", coordinator);
  await desk.pick("Први оверач", verifiers[0]);
  await desk.pick("Други оверач", verifiers[1]);
  await desk.write("Дневни ред", VOTES.join("\n"));
  await desk.press("Направи седницу");
}

async function opensTheElection(): Promise<void> {
  await desk.follow("Почетна");
  await desk.follow("Покрените изборе");
  await desk.write("Назив", ELECTION);
  for (const [index, title] of VOTES.entries()) {
    if (index > 0) await desk.unfold(`${index + 1}. гласање, ако га има`);
    const vote = desk.part(`${index + 1}. гласање`);
    await desk.pick("О чему се гласа", index < 2 ? "Избор на функцију" : "Усвајање текста", vote);
    await desk.write("Назив гласања", title, vote);
  }
  const adoption = desk.part("3. гласање");
  await desk.write("Назив текста", plan.title, adoption);
  await desk.write("Текст, од речи до речи", plan.body, adoption);
  await desk.choose("Одсутни потврђују резултат: потврда се рачуна као глас за, приговор као глас против.");
  await desk.pick("Прва особа", coordinator);
  await desk.pick("Друга особа", verifiers[1]);
  await desk.press("Направи изборе");
  await desk.open(desk.page.url());
  expect(await desk.read()).toContain("најмање 14\u00a0од\u00a027");
}

async function opensTheSession(): Promise<void> {
  await desk.follow("Седнице");
  await desk.follow(SESSION);
  await desk.press("Отвори седницу");
  for (const { name } of members.filter((one) => one.isPresent)) await desk.press(name);
  expect(await desk.read()).toContain("18\u00a0од\u00a027 присутно");
}

async function putsToTheVote(title: string, candidate?: string): Promise<void> {
  const vote = desk.part(title);
  if (candidate) await desk.choose(candidate, vote);
  await desk.press("Отвори гласање", vote);
  await desk.press("Затвори гласање", vote);
}

async function closesTheSession(): Promise<void> {
  await desk.press("Заврши седницу");
  expect(await desk.read()).toContain("Присуствовали: 18");
}

function entersTheFigures(name: string): Promise<void> {
  return onHerTelephone(async (recorder) => {
    await followsLetter(recorder, name, "бројке са седнице", "Отворите образац");
    for (const title of VOTES) {
      const vote = recorder.part(new RegExp(title));
      await recorder.write("За", "18", vote);
      await recorder.write("Против", "0", vote);
      await recorder.write("Уздржаних", "0", vote);
    }
    await recorder.press("Пошаљи");
    const receipt = await recorder.read();
    for (const words of ["Ваш одговор је стигао", ...VOTES]) expect(receipt).toContain(words);
    // Hers was the one answer that was asked for.
    await recorder.open(recorder.page.url());
    expect(await recorder.read()).toContain("Одговори се више не примају");
    expect(await recorder.read()).not.toContain("Рок је истекао");
  });
}

function attests(name: string): Promise<void> {
  return onHerTelephone(async (attester) => {
    await followsLetter(attester, name, "овера бројки", "Отворите образац");
    await attester.choose("Бројке су тачне");
    await attester.press("Пошаљи одговор");
  });
}

function confirms(name: string): Promise<void> {
  return onHerTelephone(async (absentee) => {
    await followsLetter(absentee, name, "потврда избора", "Отворите образац");
    await absentee.choose("Потврђујем избор", absentee.part(new RegExp(VOTES[0])));
    await absentee.choose("Потврђујем избор", absentee.part(new RegExp(VOTES[1])));
    await absentee.choose("Потврђујем усвајање", absentee.part(new RegExp(VOTES[2])));
    await absentee.press("Пошаљи одговоре");
    expect(await absentee.read()).toContain("Ваш одговор је стигао");
  });
}

/** She presses the button first without having chosen anything. */
function objects({ name, reason }: { name: string; reason: string }): Promise<void> {
  return onHerTelephone(async (absentee) => {
    await followsLetter(absentee, name, "потврда избора", "Отворите образац");
    await absentee.press("Пошаљи одговоре");
    expect(await absentee.page.title()).toMatch(/^Грешка:/);
    for (const title of VOTES) await absentee.choose("Улажем приговор", absentee.part(new RegExp(title)));
    await absentee.write("Образложење приговора", reason, absentee.part(new RegExp(VOTES[0])));
    await absentee.press("Пошаљи одговоре");
    expect(await absentee.read()).toContain(reason);
  });
}

function approves(name: string): Promise<void> {
  return onHerTelephone(async (declarer) => {
    await followsLetter(declarer, name, "проглашење резултата", "Отворите образац");
    await declarer.choose("Одобравам резултат");
    await declarer.press("Пошаљи одговор");
  });
}

function readsTheMinutes(name: string): Promise<string> {
  return onHerTelephone(async (reader) => {
    await followsLetter(reader, name, "резултат", "Отворите записник");
    return reader.read();
  });
}

/** Moves the clock of the demo ahead, with its buttons on the mailbox, until it is past this moment. */
function letTimePass(until: Instant): Promise<void> {
  return onHerTelephone(async (somebody) => {
    await somebody.open(`${machine.url}/mailbox`);
    while (machine.clock.now() <= until) {
      await somebody.press(after(machine.clock.now(), { days: 7 }) <= until ? "1 week ahead" : "1 day ahead");
    }
  });
}

it("by hand on a small telephone, without JavaScript: from the set-up to the minutes, 25 of 27", async () => {
  const startsAt = after(machine.clock.now(), { days: 1 });
  await setsUpTheNetwork();
  await signsInFromTheLetter();
  await importsTheRoster();
  await plansTheSession(startsAt);
  await opensTheElection();

  await letTimePass(startsAt);
  await signsInAgain();
  await opensTheSession();
  await putsToTheVote(VOTES[0], president);
  await putsToTheVote(VOTES[1], deputy);
  await putsToTheVote(VOTES[2]);
  await closesTheSession();

  await entersTheFigures(coordinator);
  for (const name of [coordinator, ...verifiers]) await attests(name);

  const absent = members.filter((one) => !one.isPresent && one.name !== undelivered && one.name !== objector.name);
  expect(absent).toHaveLength(7);
  for (const { name } of absent) await confirms(name);
  await objects(objector);

  await letTimePass(after(startsAt, { days: 7, hours: 20 }));
  for (const name of [coordinator, verifiers[1]]) await approves(name);

  const minutes = await readsTheMinutes(president);
  expect(minutes).toContain("25\u00a0од\u00a027");
  expect(minutes).toContain(objector.reason);

  expect([...faults]).toEqual([]);
  expect(seen.size).toBeGreaterThan(25);
});
