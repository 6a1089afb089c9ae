import * as Plan from "@quorate/core/plan";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isForEverybody } from "../support/accessible.ts";
import { formOf, type Story, startStory } from "../support/association.ts";
import { bareTelephone, startChromium, telephone } from "../support/chromium.ts";
import { addressOf, foundTeam, START, type Team } from "../support/team.ts";
import { Visitor } from "../support/visitor.ts";

let browser: Browser;
let story: Story;
let team: Team;
let bare: BrowserContext;
let visitor: Visitor;

beforeAll(async () => {
  browser = await startChromium();
  story = await startStory(START);
  team = await foundTeam(story.machine);
  bare = await bareTelephone(browser, { locale: "lt-LT" });
  visitor = await Visitor.in(bare);
});
afterAll(async () => {
  await browser.close();
  await story.close();
});

/** The page as it stands, as narrow as they come, in two languages; and by axe, which needs scripts. */
async function isGood(kind: string): Promise<void> {
  const context = await browser.newContext({ viewport: telephone, storageState: await bare.storageState() });
  const looker = await Visitor.in(context);
  for (const locale of ["lt", "sr-Cyrl"]) {
    const url = new URL(visitor.page.url());
    url.searchParams.set("lang", locale);
    await looker.open(url.href);
    const tooWide = await looker.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(tooWide, `${kind}, ${locale} is too wide`).toBe(0);
    if (locale === "lt") await isForEverybody(kind, looker.page);
  }
  await context.close();
}
const rounds = () => `${story.machine.url}/n/${team.network}/plans/${team.plan}/rounds`;
const opensForm = async (who: string, subject: string) => {
  const { link } = await formOf(story, addressOf(who), subject);
  await visitor.open(link);
  return link;
};
const task = () => visitor.part("Stiprinti specialistų bendradarbiavimą").locator("details").first();

describe("a review round on a telephone, without JavaScript", () => {
  it("is opened on one page", async () => {
    await visitor.open(story.machine.url);
    await visitor.write("Jūsų el. pašto adresas", addressOf("daiva"), visitor.form("Siųsti prisijungimo laišką"));
    await visitor.press("Siųsti prisijungimo laišką");
    await story.machine.settled();
    const letter = story.machine.mailSink?.letters({ to: addressOf("daiva") }).at(-1);
    await visitor.open(letter?.links.find((link) => link.includes("/sign-in/")) ?? "");
    await visitor.press("Prisijungti");
    await visitor.open(`${story.machine.url}/n/${team.network}/plans/${team.plan}`);
    await visitor.follow("Peržiūros etapai");
    await visitor.follow("Pradėti peržiūros etapą");
    await isGood("opening");
    await visitor.write("Recenzijų terminas", "2026-03-20T20:00");
    await visitor.write("Kiek mažiausiai recenzijų reikia", "1");
    await visitor.pick("Kas sprendžia dėl šios versijos", "Jonas Vaitkus");
    for (const name of ["Rasa", "Inga"]) await visitor.choose("Visas planas", visitor.part(new RegExp(`^${name}`)));
    await visitor.press("Pradėti peržiūros etapą");
    expect(await visitor.read()).toContain("Gauta recenzijų: 0 iš 2");
    await story.machine.settled();
    await visitor.follow("Keisti etapą");
    await isGood("changing");
  });

  it("is answered part by part: comments are kept, and go with the review", async () => {
    const link = await opensForm("rasa", "pastabos dėl plano");
    await isGood("review");
    await visitor.follow("Įtrauktis");
    await task().locator("summary").click();
    await visitor.write("Pastaba", "Kas tai darys?", task());
    await visitor.press("Išsaugoti pastabas");
    expect(await visitor.read()).toContain("Pasirinkite pastabos rūšį: Uždavinys 1.1.1");
    await visitor.choose("Klausimas", task());
    await visitor.press("Išsaugoti ir pereiti prie kitos dalies");
    expect(await visitor.read()).toContain("Lyderystė");
    await visitor.open(link);
    await visitor.follow("Įtrauktis");
    await isGood("part");
    await visitor.follow("Grįžti prie formos");
    await visitor.follow("Mano pastabos iki šiol");
    await isGood("comments");
    await visitor.follow("Grįžti prie formos");
    await visitor.choose("Recenzuoju: interesų konflikto neturiu arba leista jo nepaisyti");
    for (const point of await visitor.page.getByRole("radio", { name: "3", exact: true }).all()) await point.check();
    await visitor.choose("Siūlau taisyti iš esmės");
    await visitor.press("Siųsti atsakymus");
    await story.machine.settled();
    expect(await visitor.read()).toContain("Jūsų atsakymą gavome");
    await visitor.follow("Visos etapo pastabos ir atsakymai į jas");
    await isGood("answers");
  });

  it("is closed, and each comment answered on a page of its own", async () => {
    await opensForm("inga", "pastabos dėl plano");
    await visitor.choose("Atsisakau recenzuoti");
    await visitor.write("Koks tai konfliktas arba kodėl atsisakote", "Šiuo metu atostogauju.");
    await visitor.press("Siųsti atsakymus");
    await story.machine.settled();
    await visitor.open(rounds());
    await isGood("rounds");
    await visitor.follow("Prašyti sprendimo");
    await isGood("asking for the decision");
    await visitor.write("Sprendimo terminas", "2026-03-27T20:00");
    await visitor.press("Prašyti sprendimo");
    await story.machine.settled();
    await visitor.follow("Pastabos ir atsakymai");
    await isGood("list");
    await visitor.follow("Atsakyti į pastabą");
    await isGood("answering");
    await visitor.choose("Atsižvelgta iš dalies");
    await visitor.write("Atsakymas pastabos autoriui", "Įrašytas atsakingas koordinatorius.");
    await visitor.press("Išsaugoti");
    expect(await visitor.read()).toContain("Be atsakymo: 0 iš 1");
    await opensForm("jonas", "sprendimas dėl plano");
    await isGood("decision");
    await visitor.choose("Priimti su nedideliais pakeitimais");
    await visitor.press("Siųsti atsakymą");
    await story.machine.settled();
    expect((await Plan.readReview(story.machine.world, team.plan)).stage).toBe("revision");
  });
});
