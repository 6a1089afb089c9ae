import * as Election from "@quorate/core/election";
import { toLatin } from "@quorate/core/i18n";
import { after, create } from "@quorate/core/kit";
import * as Offices from "@quorate/core/offices";
import { leaveNetwork, roster } from "@quorate/core/people";
import * as Plan from "@quorate/core/plan";
import * as Session from "@quorate/core/session";
import { silagiris } from "@quorate/local/demo/silagiris";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { isForEverybody as isAccessible } from "../support/accessible.ts";
import { type Association, answer, holdSession, openElection, type Story, startStory } from "../support/association.ts";
import { startChromium, telephone } from "../support/chromium.ts";
import { digestLink, handOverLink, officesLink } from "../support/links.ts";
import { Visitor } from "../support/visitor.ts";
import { foundVlasotince } from "../support/vlasotince.ts";

let browser: Browser;
let story: Story;
let association: Association;
let of: Awaited<ReturnType<typeof openElection>>;
let context: BrowserContext;
let desk: Visitor;

beforeAll(async () => {
  story = await startStory("2026-03-03T08:00:00.000Z");
  browser = await startChromium();
  // Scripts are on for axe alone: our pages have none, and their policy would let none run.
  context = await browser.newContext({ viewport: telephone, locale: "sr-RS", reducedMotion: "reduce" });
  desk = await Visitor.in(context);
});

afterAll(async () => {
  await browser.close();
  await story.close();
});

/** Nothing is found on the page. */
const isForEverybody = (kind: string, page: Page = desk.page) => isAccessible(kind, page);

async function shows(kind: string, path: string): Promise<void> {
  await desk.open(`${story.machine.url}${path}`);
  await isForEverybody(kind);
}

const console = (path = "") => `/n/${association.network}${path}`;
const election = (path = "") => console(`/elections/${of.election}${path}`);
const address = (index: number) => association.memberAt(index).address;
const figures = Object.fromEntries(
  ["v1", "v2"].flatMap((vote) => [
    [`${vote}-for`, "18"],
    [`${vote}-against`, "0"],
    [`${vote}-abstain`, "0"],
  ]),
);

/** The link of the newest letter to somebody that leads there. */
function linkTo(index: number, part: string): string {
  const links = (story.machine.mailSink?.letters({ to: address(index) }) ?? []).flatMap((letter) => letter.links);
  const link = links.findLast((href) => href.includes(part));
  if (!link) throw new Error(`no link to ${part} for ${address(index)}`);
  return new URL(link).pathname;
}

async function signIn(): Promise<void> {
  await desk.open(`${story.machine.url}/?lang=sr-Cyrl`);
  await desk.write("Ваша имејл адреса", address(0), desk.form("Пошаљи ми писмо за пријаву"));
  await desk.press("Пошаљи ми писмо за пријаву");
  await story.machine.settled();
  await desk.open(`${story.machine.url}${linkTo(0, "/sign-in/")}`);
  await desk.press("Пријави");
}

describe("axe finds nothing against WCAG 2.2 AA, in light and in dark", () => {
  it("on the way in", async () => {
    await shows("set-up", new URL(story.machine.setUpUrl ?? "").pathname);
    await desk.press("Припреми мрежу");
    await isForEverybody("set-up with errors");
    association = await foundVlasotince(story.machine);

    await shows("start", "/");
    await shows("start in English", "/?lang=en");
    await shows("privacy", "/privacy");
    await shows("display", "/display");
    await shows("no such page", "/nowhere");
    await shows("unknown link", "/a/unknown");
    await shows("sign-in needed", console());
    await desk.open(`${story.machine.url}/?lang=sr-Cyrl`);
    await desk.press("Пошаљи ми линкове");
    await isForEverybody("start with errors");
    await desk.write("Ваша имејл адреса", address(5), desk.form("Пошаљи ми линкове"));
    await desk.press("Пошаљи ми линкове");
    await isForEverybody("lost letter sent");

    await desk.open(`${story.machine.url}/?lang=sr-Cyrl`);
    await desk.write("Ваша имејл адреса", address(0), desk.form("Пошаљи ми писмо за пријаву"));
    await desk.press("Пошаљи ми писмо за пријаву");
    await isForEverybody("sign-in sent");
    await desk.press("Пријави кодом");
    await isForEverybody("wrong code");
    await story.machine.settled();
    await shows("sign-in", linkTo(0, "/sign-in/"));
    await desk.press("Пријави");
    await isForEverybody("home before the first session");
    await shows("sign-in link that was used", linkTo(0, "/sign-in/"));
  });

  it("on the pages of offices", async () => {
    const { world } = story.machine;
    const { network } = association;
    const [actor, member] = [association.memberAt(0).id, association.memberAt(1).id];
    const office = await Offices.addOffice(world, {
      ...{ network, actor, title: { plain: "Председник" }, seats: 2, months: 24, coordinates: true },
    });
    const [from, until] = ["2025-03-13", "2027-03-12"];
    const holding = await Offices.recordHolding(world, { network, actor, office, member, from, until });
    await shows("offices", console("/offices"));
    await shows("new office", console("/offices/new"));
    await desk.write("Назив функције", " ");
    await desk.press("Додај функцију");
    await isForEverybody("new office with errors");
    await shows("mandate", console(`/offices/${office}/record`));
    await desk.press("Унеси мандат");
    await isForEverybody("mandate with errors");
    await shows("end of a mandate", console(`/offices/mandates/${holding}/end`));
    await shows("rights of a coordinator", console("/offices/rights"));
    await desk.press("Изјави");
    await isForEverybody("rights of a coordinator with errors");
    await shows("offices for a member", await officesLink(story, association, 5));
    await shows("hand-over", await handOverLink(story, association, { office, to: 5, asked: [2, 3] }));
    await shows("digest settings", await digestLink(story, association, 5));
  });

  it("on the pages of plans", async () => {
    const { world } = story.machine;
    const { network } = association;
    const actor = association.memberAt(0).id;
    await shows("plans", console("/plans"));
    await shows("template of plans", console("/plans/template"));
    await shows("new plan", console("/plans/new"));
    await desk.press("Започни план");
    await isForEverybody("new plan with errors");
    const { title } = silagiris;
    const outline = silagiris.outline.split("\n").slice(0, 9).join("\n");
    const plan = await Plan.beginPlan(world, { network, actor, title, outline, template: "municipality" });
    const at = (path = "") => console(`/plans/${plan}${path}`);
    const nodes = Plan.outlineOf(await Plan.nodesOf(world.table, plan));
    const activity = nodes.find(({ node }) => node.level === "activity")?.node;
    if (!activity) throw new Error("the plan has no activity");
    const words = { ...activity.words, text: "Друкчије него пре." };
    await Plan.saveNode(world, { plan, node: activity.id, actor, words, version: activity.version });
    await shows("draft of a plan", at());
    await shows("a new area", at("/add"));
    await shows("an activity", at(`/${activity.id}`));
    await desk.press("Премести");
    await isForEverybody("an activity that is moved nowhere");
    await shows("authors", at("/authors"));
    await desk.press("Пошаљи линк");
    await isForEverybody("authors with errors");
    await shows("a file for a plan", at("/import"));
    await desk.press("Прикажи шта би се променило");
    await isForEverybody("a file for a plan with errors");
    await Plan.nameAuthor(world, { network, plan, member: association.memberAt(5).id, actor });
    await story.machine.settled();
    await shows("draft of a plan for an author", linkTo(5, "/write/"));
    for (const number of [1, 2]) {
      if (number === 2) await Plan.moveNode(world, { plan, node: activity.id, to: "down" });
      const version = await Plan.freezeDraft(world, await Plan.readPlan(world, network, plan), actor);
      await world.table.write([create(Plan.PlanVersion, version)]);
      await shows("publication", at("/publish"));
      await Plan.publishVersion(world, { network, plan, version: number, actor });
    }
    await shows("publication of a version", at("/publish"));
    await shows("public plan", `/plans/${plan}`);
    await shows("what has changed in a public plan", `/plans/${plan}/2/changes`);
  });

  it("on the pages of people", async () => {
    await shows("people", console("/people"));
    await shows("the import of people", console("/people/import"));
    await desk.press("Провери табелу");
    await isForEverybody("people with errors");
    await desk.write(
      "Или налепите табелу овде",
      `име,адреса\nБез Адресе,\n${toLatin(association.memberAt(5).name)},ana@home.test`,
    );
    await desk.press("Провери табелу");
    await isForEverybody("import preview");
    await desk.press("Увези 1 ред");
    await isForEverybody("import done");
    await shows("likely duplicates", console("/people/duplicates"));
    await desk.press("Сачувај одлуку");
    await isForEverybody("likely duplicates with an error");
    await shows("a member", console(`/people/m/${association.memberAt(5).id}`));
    const { world } = story.machine;
    const { network } = association;
    const twin = (await roster(world, network)).find(({ person }) => person.address === "ana@home.test");
    if (!twin) throw new Error("nobody was imported");
    await leaveNetwork(world, Election.rolls, { network, member: twin.member.id });
    await shows("a member who has left", console(`/people/m/${twin.member.id}`));
    await shows("people of whom one has left", console("/people"));
    await shows("the correction of an address", console(`/people/m/${association.memberAt(5).id}/address`));
  });

  it("before the session", async () => {
    await shows("no sessions", console("/sessions"));
    await shows("election without a session", console("/elections/new"));
    await shows("plan form", console("/sessions/new"));
    await desk.press("Направи седницу");
    await isForEverybody("plan form with errors");

    of = await openElection(story, association);
    await shows("sessions", console("/sessions"));
    await shows("session planned", console(`/s/${of.session}`));
    await shows("new election", console("/elections/new"));
    await desk.press("Направи изборе");
    await isForEverybody("new election with errors");
    await shows("elections", console("/elections"));
    await shows("election before the session", election());
    await shows("minutes before the session", election("/minutes"));
    await desk.open(`${story.machine.url}${console(`/people/m/${association.memberAt(20).id}/address`)}`);
    await isForEverybody("the correction of an address that takes two");
    await desk.write("Нова имејл адреса", "fresh@school.test");
    await desk.press("Питај другу особу");
    await isForEverybody("a change of address that waits");
    await shows("people with a change of address", console("/people"));
    await story.machine.settled();
    await desk.open(`${story.machine.url}${linkTo(1, "/address/")}`);
    await desk.press("Пошаљи одлуку");
    await isForEverybody("the second person's page, with an error");
  });

  it("at the session", async () => {
    await story.moveTo(of.startsAt);
    await signIn();
    const { world } = story.machine;
    await Session.openSession(world, of.session);
    await shows("session just opened", console(`/s/${of.session}`));
    for (let index = 0; index < 18; index += 1) {
      await Session.recordPresence(world, { session: of.session, member: association.memberAt(index).id, there: true });
    }
    await shows("session open", console(`/s/${of.session}`));
    await desk.press("Отвори гласање", desk.part("Избор председника"));
    await isForEverybody("vote without a candidate");
    await desk.choose(association.memberAt(3).name, desk.part("Избор председника"));
    await desk.press("Отвори гласање", desk.part("Избор председника"));
    await isForEverybody("vote open");
    await shows("election during the session", election());
    await Election.closeVote(world, { election: of.election, number: 1, actor: association.memberAt(0).id });
    await Election.openVote(world, {
      election: of.election,
      number: 2,
      actor: association.memberAt(0).id,
      candidates: [],
    });
    await Election.closeVote(world, { election: of.election, number: 2, actor: association.memberAt(0).id });
    await Session.closeSession(world, of.session, (session) => Election.mayCloseSession(world, session));
    await story.machine.settled();
    await shows("session closed", console(`/s/${of.session}`));
  });

  it("while the figures are entered and attested", async () => {
    await shows("home with a decision", console());
    await shows("election, figures", election());
    await shows("another verifier", election("/verifier"));
    await desk.press("Именуј другог оверача");
    await isForEverybody("another verifier with errors");
    await shows("figures form", linkTo(0, "/a/"));
    await desk.press("Пошаљи");
    await isForEverybody("figures form with errors");
    await answer(story, address(0), "бројке", figures);
    await shows("election, attestation", election());
    await shows("attestation form", linkTo(1, "/a/"));
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
  });

  it("while the absentees answer", async () => {
    const absentee = await browser.newContext({ viewport: telephone, locale: "sr-RS", reducedMotion: "reduce" });
    const tab = await Visitor.in(absentee);
    const other = await Visitor.in(absentee);
    const form = `${story.machine.url}${linkTo(18, "/a/")}`;
    await other.open(form);
    await tab.open(form);
    await isForEverybody("absentee form", tab.page);
    await tab.press("Пошаљи одговоре");
    await isForEverybody("absentee form with errors", tab.page);
    await tab.choose("Улажем приговор", tab.part(/Избор председника/));
    await tab.choose("Потврђујем усвајање");
    await isForEverybody("absentee form with a reason", tab.page);
    await tab.press("Пошаљи одговоре");
    await isForEverybody("receipt", tab.page);
    await other.choose("Потврђујем избор");
    await other.choose("Потврђујем усвајање");
    await other.press("Пошаљи одговоре");
    await isForEverybody("conflict", other.page);
    await absentee.close();
    await shows("answered, in another browser", linkTo(18, "/a/"));

    await answer(story, address(19), "потврда", { v1: "confirm", v2: "abstain" });
    await shows("home with an undelivered letter", console());
    await shows("letters that did not go out", console("/letters"));
    await shows("how the letters arrived", election("/letters"));
    await shows("election, letters with one undelivered", election());
    await shows("extend", election("/extend"));
    await desk.press("Продужи рок");
    await isForEverybody("extend with errors");
    await desk.open(`${story.machine.url}${election()}`);
    await desk.follow("Забележи зашто се наставља");
    await isForEverybody("waive");
    await desk.press("Сачувај");
    await isForEverybody("waive with errors");
    await desk.open(`${story.machine.url}${election()}`);
    await desk.follow("Пошаљи нов линк");
    await isForEverybody("reissue");
  });

  it("after the letters", async () => {
    for (let index = 20; index < 26; index += 1) {
      await answer(story, address(index), "потврда", { v1: "confirm", v2: "confirm" });
    }
    const { deadlines } = await Election.readElection(story.machine.world, of.election);
    await story.moveTo(after(deadlines.confirmation, { minutes: 6 }));
    await signIn();
    await shows("closed", linkTo(18, "/a/"));
    await shows("election, declaration", election());
    await shows("declaration form", linkTo(0, "/a/"));
    for (const index of [0, 1]) await answer(story, address(index), "проглашење", { verdict: "agree" });
    await shows("election, declared", election());
    await shows("minutes for a coordinator", election("/minutes"));
    await shows("journal", election("/journal"));
    await shows("minutes", linkTo(5, "/m/"));
    await shows("home with a result", console());
    await shows("mailbox", "/mailbox");
    await shows("mailbox of one", `/mailbox?to=${address(0)}`);
    await desk.follow("резултат");
    await isForEverybody("letter in the mailbox");
  });

  it("in letters", async () => {
    // The mailbox shows a letter in a frame where no script runs, axe's neither; so it is looked at on an empty page.
    await desk.page.goto("about:blank");
    for (const { subject, html } of story.machine.mailSink?.letters({ to: address(0) }) ?? []) {
      await desk.page.setContent(html);
      await isForEverybody(subject);
    }
  });

  it("where an election is parked", async () => {
    of = await openElection(story, association);
    await holdSession(story, association, of, 18);
    await story.moveTo(after(of.startsAt, { days: 1, minutes: 10 }));
    await signIn();
    await shows("election, parked", election());
    await desk.press("Настави поступак");
    await isForEverybody("election, parked, with errors");
    await shows("home with a parked election", console());
  });
});
