import * as Election from "@quorate/core/election";
import { type Locale, locales } from "@quorate/core/i18n";
import { after, create } from "@quorate/core/kit";
import * as Offices from "@quorate/core/offices";
import * as Plan from "@quorate/core/plan";
import * as Session from "@quorate/core/session";
import { Browser, type Page } from "@quorate/local/demo/browser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Association, answer, holdSession, openElection, type Story, startStory } from "../support/association.ts";
import { foreignIn, saidOn } from "../support/languages.ts";
import { digestLink, handOverLink, officesLink } from "../support/links.ts";
import { foundVlasotince, written } from "../support/vlasotince.ts";

const OBJECTION = "Сматрам да је требало позвати на више предлога.";
const RETURNED = "Недостаје потпис у прилогу.";
const TABLE = "име,адреса\nАна Арсић,ana@school.test\nБез Адресе,\nМилош Антић,ana@school.test";
/** What stands in the plan, in whatever place. */
const PLANNED = "Инклузија";
const typed = [
  PLANNED,
  ...written,
  "Председник",
  OBJECTION,
  RETURNED,
  "Ана Арсић",
  "Без Адресе",
  "Милош Антић",
  "име",
  "адреса",
];

/** She who coordinates, and the verifiers, read Serbian; of the others every fifth reads the same language. */
const localeOf = (index: number): Locale => (index < 5 ? "sr-Cyrl" : (locales[index % locales.length] ?? "en"));

let story: Story;
let association: Association;
let of: Awaited<ReturnType<typeof openElection>>;
/** The coordinator's browser. */
let desk: Browser;

beforeAll(async () => {
  story = await startStory("2026-03-03T08:00:00.000Z");
});

afterAll(async () => {
  await story.close();
});

const desks = (path = "") => `/n/${association.network}${path}`;
const election = (path = "") => desks(`/elections/${of.election}${path}`);
const address = (index: number) => association.memberAt(index).address;
const absent = [18, 19, 20, 21, 22, 23, 24, 25];

function isSaidIn(locale: Locale, page: Page, what: string): void {
  const html = page.body.toString();
  expect.soft({ what, locale, foreign: foreignIn(locale, saidOn(html), typed) }).toEqual({ what, locale, foreign: [] });
  expect.soft(html, `${what} in ${locale}`).toContain(`lang="${locale}"`);
}

const inLanguage = (path: string, locale: Locale) => `${path}${path.includes("?") ? "&" : "?"}lang=${locale}`;

/** Every page is looked at in every language. */
async function looksAt(...paths: string[]): Promise<void> {
  for (const path of paths) {
    for (const locale of locales) isSaidIn(locale, await desk.open(inLanguage(path, locale)), path);
  }
}

/** Sends the form that goes there, with what is in it and these fields, in every language. */
async function sends(path: string, action: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const locale of locales) {
    const page = await desk.open(inLanguage(path, locale));
    const form = page.forms.find((one) => one.action.split("?")[0]?.endsWith(action));
    if (!form) throw new Error(`no form to ${action} at ${path}: ${page.text}`);
    const sent = await desk.send(page, { ...form, action: inLanguage(form.action, locale) }, fields);
    const next = new URL(sent.url);
    const shown = next.pathname.endsWith(action) ? sent : await desk.open(inLanguage(next.pathname, locale));
    isSaidIn(locale, shown, `${action}, sent`);
  }
}

function linkTo(index: number, part: string): string {
  const links = (story.machine.mailSink?.letters({ to: address(index) }) ?? []).flatMap((letter) => letter.links);
  const link = links.findLast((href) => href.includes(part));
  if (!link) throw new Error(`no link to ${part} for ${address(index)}`);
  return new URL(link).pathname;
}

async function signIn(): Promise<void> {
  desk = new Browser(story.machine.url);
  const start = await desk.open("/");
  const form = start.forms.find((one) => one.action.includes("/sign-in"));
  if (!form) throw new Error("no form to sign in");
  await desk.send(start, form, { "sign-in-address": address(0) });
  await story.machine.settled();
  const page = await desk.open(linkTo(0, "/sign-in/"));
  const [press] = page.forms;
  if (!press) throw new Error(`no button to sign in: ${page.text}`);
  await desk.send(page, press);
}

describe("no page has anything in another language", () => {
  it("on the way in", async () => {
    desk = new Browser(story.machine.url);
    const setUp = new URL(story.machine.setUpUrl ?? "").pathname;
    await looksAt(setUp);
    await sends(setUp, setUp);
    association = await foundVlasotince(story.machine, localeOf);
    await looksAt("/", "/privacy", "/display", "/nowhere", "/a/unknown", "/m/unknown", desks(), "/sign-in/unknown");
    await sends("/", "/lost-letter", { address: "no address" });
    await sends("/", "/sign-in", { "sign-in-address": "somebody@school.test" });
  });

  it("before the first session", async () => {
    await signIn();
    await looksAt(
      desks(),
      desks("/people"),
      desks("/people/import"),
      desks("/sessions"),
      desks("/elections"),
      desks("/elections/new"),
    );
    await sends(desks("/people/import"), "/people/import");
    await sends(desks("/people/import"), "/people/import", { table: TABLE });
    await looksAt(desks("/sessions/new"));
    await sends(desks("/sessions/new"), "/sessions");
  });

  it("on the pages of offices", async () => {
    const { world } = story.machine;
    const { network } = association;
    const [actor, holder] = [association.memberAt(0), association.memberAt(1)];
    const office = await Offices.addOffice(world, {
      ...{ network, actor: actor.id, title: { plain: "Председник" }, seats: 2, months: 24, coordinates: true },
    });
    const holding = await Offices.recordHolding(world, {
      ...{ network, actor: actor.id, office, member: holder.id, from: "2025-03-13", until: "2026-03-12" },
    });
    const ended = { network, actor: actor.id, holding, on: "2026-03-01", why: "resigned", reason: OBJECTION } as const;
    await sends(desks("/offices/new"), "/offices/new");
    await sends(desks(`/offices/${office}/record`), `/offices/${office}/record`);
    await sends(desks(`/offices/mandates/${holding}/end`), `/mandates/${holding}/end`);
    await sends(desks("/offices/rights"), "/offices/rights");
    await Offices.endHolding(world, ended);
    const passed = { network, by: actor.id, to: holder.id, keeps: true };
    const { id } = await Offices.passRights(world, passed);
    await looksAt(desks("/offices"), desks("/offices/new"), desks("/offices/rights"), desks(`/offices/rights/${id}`));
    await looksAt(await officesLink(story, association, 0));
    await looksAt(await handOverLink(story, association, { office, to: 5, asked: [2, 3] }));
    await looksAt(await digestLink(story, association, 5));
    await story.machine.settled();
  });

  it("plans: their list, template, draft, authors, files and public page", async () => {
    const { world } = story.machine;
    const { network } = association;
    const actor = association.memberAt(0).id;
    const outline = `1;${PLANNED}\n2;${PLANNED}\n3;${PLANNED}\n4;${PLANNED};;${PLANNED};;;2026-12-18`;
    const plan = await Plan.beginPlan(world, { network, actor, title: PLANNED, outline, template: "plain" });
    const [node] = await Plan.nodesOf(world.table, plan);
    const at = (path = "") => desks(`/plans/${plan}${path}`);
    await looksAt(desks("/plans"), desks("/plans/new"), desks("/plans/template"), at(), at("/add"), at("/authors"));
    await looksAt(at(`/${node?.id}`), at("/import"), at("/publish"));
    await sends(desks("/plans/new"), "/plans/new");
    await sends(at("/authors"), "/authors");
    await Plan.nameAuthor(world, { network, plan, member: association.memberAt(5).id, actor });
    await story.machine.settled();
    await looksAt(linkTo(5, "/write/"), at("/authors"));
    const version = await Plan.freezeDraft(world, await Plan.readPlan(world, network, plan), actor);
    await world.table.write([create(Plan.PlanVersion, version)]);
    await Plan.publishVersion(world, { network, plan, version: 1, actor });
    await looksAt(at("/publish"), `/plans/${plan}`);
  });

  it("before the session", async () => {
    of = await openElection(story, association);
    await sends(desks("/elections/new"), "/elections");
    const session = desks(`/s/${of.session}`);
    await looksAt(desks(), desks("/sessions"), session, desks("/elections"), desks("/elections/new"));
    await looksAt(election(), election("/minutes"), election("/journal"));
  });

  it("at the session", async () => {
    await story.moveTo(of.startsAt);
    await signIn();
    const { world } = story.machine;
    const session = desks(`/s/${of.session}`);
    const actor = association.memberAt(0).id;
    await Session.openSession(world, of.session);
    await looksAt(session);
    for (let index = 0; index < 18; index += 1) {
      await Session.recordPresence(world, { session: of.session, member: association.memberAt(index).id, there: true });
    }
    await looksAt(session);
    await Election.openVote(world, {
      ...{ election: of.election, number: 1, actor },
      candidates: [association.memberAt(3).id],
    });
    await looksAt(session, election(), desks());
    await Election.closeVote(world, { election: of.election, number: 1, actor });
    await Election.openVote(world, { election: of.election, number: 2, actor, candidates: [] });
    await Election.closeVote(world, { election: of.election, number: 2, actor });
    await Session.closeSession(world, of.session, (one) => Election.mayCloseSession(world, one));
    await story.machine.settled();
    await looksAt(session);
  });

  it("while the figures are entered and attested", async () => {
    const figures = Object.fromEntries(
      ["v1", "v2"].flatMap((vote) => [
        [`${vote}-for`, "17"],
        [`${vote}-against`, "0"],
        [`${vote}-abstain`, "1"],
      ]),
    );
    await looksAt(desks(), election(), election("/verifier"), linkTo(0, "/a/"));
    await sends(election("/verifier"), "/verifier");
    await sends(linkTo(0, "/a/"), linkTo(0, "/a/"));
    await answer(story, address(0), "бројке", figures);
    await looksAt(election(), linkTo(0, "/a/"), linkTo(1, "/a/"));
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
  });

  it("while the absentees answer, each in her own language", async () => {
    for (const index of absent) {
      const reader = new Browser(story.machine.url);
      const page = await reader.open(linkTo(index, "/a/"));
      isSaidIn(localeOf(index), page, "the form");
      const [form] = page.forms.filter(({ action }) => action.includes("/a/"));
      if (!form) throw new Error(`no form at ${page.url}`);
      isSaidIn(localeOf(index), await reader.send(page, form), "the form with errors");
      const verdict = index === 18 ? { v1: "object", "v1-reason": OBJECTION } : { v1: "confirm" };
      isSaidIn(localeOf(index), await reader.send(page, form, { ...verdict, v2: "confirm" }), "the receipt");
      isSaidIn(localeOf(index), await new Browser(story.machine.url).open(linkTo(index, "/a/")), "the form, answered");
      isSaidIn(localeOf(index), await reader.send(page, form, { v1: "abstain", v2: "confirm" }), "two versions");
      await story.machine.settled();
    }
    await looksAt(desks(), election(), linkTo(18, "/a/"), desks("/letters"), election("/letters"));
    const standing = await desk.open(election());
    const acts = standing.body.querySelectorAll("a[href]").flatMap((link) => {
      const path = new URL(link.getAttribute("href") ?? "", standing.url);
      return /\/(?:extend|waive|reissue)$/.test(path.pathname) ? [`${path.pathname}${path.search}`] : [];
    });
    expect(acts.length).toBeGreaterThanOrEqual(3);
    await looksAt(...new Set(acts));
    for (const act of new Set(acts)) {
      if (/\/(?:extend|waive)/.test(act)) await sends(act, act.split("?")[0] ?? act);
    }
  });

  it("after the letters, and when the result is declared", async () => {
    const { deadlines } = await Election.readElection(story.machine.world, of.election);
    await story.moveTo(after(deadlines.confirmation, { minutes: 6 }));
    await signIn();
    await looksAt(linkTo(18, "/a/"), election(), desks(), linkTo(0, "/a/"));
    for (const index of [0, 1]) await answer(story, address(index), "проглашење", { verdict: "agree" });
    await looksAt(election(), election("/minutes"), election("/journal"), desks(), linkTo(5, "/m/"));
    const csv = await desk.open(inLanguage(election("/answers.csv"), "lt"));
    expect(foreignIn("lt", csv.text, typed)).toEqual([]);
  });

  it("where an election is parked", async () => {
    of = await openElection(story, association);
    await holdSession(story, association, of, 18);
    await story.moveTo(after(of.startsAt, { days: 1, minutes: 10 }));
    await signIn();
    await looksAt(election(), desks());
    await sends(election(), "/resume");
  });
});

it("nor has any letter that went out", async () => {
  for (const [index, { address: to }] of association.members.entries()) {
    const locale = localeOf(index);
    for (const { subject, html, text } of story.machine.mailSink?.letters({ to }) ?? []) {
      const foreign = [subject, text, saidOn(html)].flatMap((said) => foreignIn(locale, said, typed));
      expect.soft({ subject, locale, foreign }).toEqual({ subject, locale, foreign: [] });
    }
  }
});
