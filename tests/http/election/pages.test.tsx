import { CheckFigures, electionsOf, Park, readElection, votesOf } from "@quorate/core/election";
import { Link, linkToken, replace } from "@quorate/core/kit";
import { Letter, letterId } from "@quorate/core/letter";
import { Person } from "@quorate/core/people";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  answerLetters,
  askOf,
  declare,
  holdSession,
  memberId,
  NETWORK,
  nameAt,
  OBJECTION,
  openedElection,
  run,
  type Site,
  sendLetters,
  setUp,
  signedIn,
  site,
  undelivered,
  waiting,
  wordsOf,
} from "./site.ts";

let here: Site;
beforeEach(async () => {
  here = await site();
});
afterEach(() => here.close());

const elections = `/n/${NETWORK}/elections`;

/** Everything that is stored but the day on which she was last seen, which her list of devices tells (asks 14). */
const kept = async (here: { items(): Promise<Record<string, unknown>[]> }) =>
  (await here.items()).filter(({ record }) => record !== "signed-in");

describe("setting an election up", () => {
  it("the page proposes deadlines from the session's start, in its zone", async () => {
    const { status, html } = await here.get(`${elections}/new?session=${here.session}`);
    expect(status).toBe(200);
    for (const [field, value] of [
      ["figuresBy", "2026-03-14T20:00"],
      ["attestationBy", "2026-03-15T20:00"],
      ["confirmationBy", "2026-03-20T20:00"],
      ["waiverBy", "2026-03-22T20:00"],
      ["declarationBy", "2026-03-25T20:00"],
    ]) {
      expect(html).toMatch(new RegExp(`name="${field}"[^>]*value="${value}"`));
    }
    expect(html).not.toMatch(/type="radio"[^>]*checked/);
  });

  it("what is set stands in the records", async () => {
    const id = await openedElection(here);
    const election = await readElection(here.world, id);
    expect(election).toMatchObject({
      title: "Избор председника и заменика, план рада",
      mode: "ratified",
      declarers: [memberId(0), memberId(2)],
      deadlines: { figures: "2026-03-14T19:00:00.000Z", declaration: "2026-03-25T19:00:00.000Z" },
      profile: { base: "all-members", twoPeopleDeclare: true },
    });
    const votes = await votesOf(here.world.table, id);
    expect(votes.map(({ vote }) => vote.kind)).toEqual(["elect", "elect", "adopt"]);
    expect(votes[2]?.vote).toMatchObject({ text: { body: "1. Шест сусрета.\n2. Два семинара." } });
  });

  it("a test is sent before anything is opened, with everything typed still there", async () => {
    const nominated = { nominate: "yes", nominationsBy: "2026-03-07T20:00", acceptanceBy: "2026-03-10T20:00" };
    const typed = { ...setUp(here.session), ...nominated, candidatesBy: "2026-03-12T20:00", act: "try" };
    const { status, html } = await here.post(elections, typed);
    expect(status).toBe(200);
    expect(html).toContain("Пробно писмо Вам је послато. Избори још нису покренути.");
    expect(html).toContain('value="Избор председника и заменика, план рада"');
    expect(await electionsOf(here.world.table, NETWORK)).toEqual([]);
    const { nominate: _, ...without } = typed;
    expect((await here.post(elections, without)).html).toContain("Пре седнице се никоме не пише");
    expect((await here.post(elections, { ...typed, title: "" })).status).toBe(422);
  });

  const wrong: [string, Record<string, string>, string][] = [
    ["no title", { title: " " }, "title"],
    ["no session", { session: "" }, "session"],
    [
      "no vote at all",
      {
        "vote1-kind": "",
        "vote1-title": "",
        "vote2-kind": "",
        "vote2-title": "",
        "vote3-kind": "",
        "vote3-title": "",
        "vote3-text-title": "",
        "vote3-text-body": "",
      },
      "vote1-kind",
    ],
    ["a vote without its kind", { "vote2-kind": "" }, "vote2-kind"],
    ["a vote without a name", { "vote2-title": "" }, "vote2-title"],
    ["a name too long", { "vote2-title": "x".repeat(201) }, "vote2-title"],
    ["a text without words", { "vote3-text-body": "" }, "vote3-text-body"],
    ["no mode", { mode: "" }, "mode-ratified"],
    ["nobody to declare", { declarer1: "" }, "declarer1"],
    ["one person twice", { declarer2: memberId(0) }, "declarer2"],
    ["a stranger to declare", { declarer2: "mem_nobody" }, "declarer2"],
    ["a share of no rule", { share: "67 %" }, "share"],
    ["no such moment", { figuresBy: "soon" }, "figuresBy"],
    ["a deadline in the past", { figuresBy: "2026-02-14T20:00" }, "figuresBy"],
    ["a step before the one it follows", { waiverBy: "2026-03-19T20:00" }, "waiverBy"],
    ["a time that clocks skip", { declarationBy: "2026-03-29T02:30" }, "declarationBy"],
    ["the small hours", { declarationBy: "2026-03-28T03:00" }, "declarationBy"],
  ];
  it.each(wrong)("is refused with %s, at its field, with everything typed still there", async (_, change, field) => {
    const cookie = await signedIn(here.world, `per_${memberId(0)}`);
    const before = await kept(here);
    const { status, html } = await here.post(elections, { ...setUp(here.session), ...change }, cookie);
    expect(status).toBe(422);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain(`id="${field}"`);
    const name = field === "mode-ratified" ? "mode" : field;
    expect(html).toContain(`id="${name}-error"`);
    if (change.title === undefined) expect(html).toContain('value="Избор председника и заменика, план рада"');
    if (change["vote1-title"] === undefined) expect(html).toContain('value="Избор председника"');
    if (field !== "vote1-kind" && field !== "vote3-text-body") expect(html).toContain("2. Два семинара.");
    expect(html.match(/<li><a href="#/g)).toHaveLength(1);
    expect(await kept(here)).toEqual(before);
  });

  it("several mistakes are all told at once, in the order of the page", async () => {
    const { html } = await here.post(elections, {
      ...setUp(here.session),
      title: "",
      mode: "",
      waiverBy: "2026-03-19T20:00",
    });
    expect([...html.matchAll(/<li><a href="#([^"]+)"/g)].map((match) => match[1])).toEqual([
      "title",
      "mode-ratified",
      "waiverBy",
    ]);
  });
});

describe("an election's page", () => {
  it("says how many are in, who is undelivered, and whom we wait for", async () => {
    const id = await openedElection(here);
    await holdSession(here, id);
    await sendLetters(here, id);
    await answerLetters(here, id);
    const { status, html } = await here.get(`${elections}/${id}`);
    expect(status).toBe(200);
    const words = wordsOf(html);
    expect(words).toContain("Одговори: 7 од 9. Затвара се у петак, 20. марта у 20.00");
    expect(words).toContain("Једно писмо није уручено: Небојша Николић.");
    expect(words).toContain("Избори · одлучује више од половине свих чланова: најмање 14 од 27");
    expect(words).toMatch(/Марија Стојановић ОШ „Вук Караџић” Чека се/);
    expect(words).toMatch(/за, на седници 18 .* потврда, писмима 6 .* за, до сада 24/);
    expect(words).toContain("приговори 1, уздржаних 0, чека се 1, неуручено 1");
    const home = wordsOf((await here.get(`/n/${NETWORK}`)).html);
    expect(home).toContain("Чека Вас 1 одлука");
    expect(home).toContain("Писмо није уручено: Небојша Николић");
  });

  it("a new link is sent, and an undelivered one waived with its reason", async () => {
    const id = await openedElection(here);
    await holdSession(here, id);
    await sendLetters(here, id);
    await answerLetters(here, id);
    const ask = await askOf(here, id, "confirmation", waiting);
    const path = `${elections}/${id}`;
    const fields = { collection: ask.collection, ask: ask.id };
    const bare = await here.post(`${path}/reissue`, fields);
    expect([bare.status, bare.html.includes('href="#revoke-no"')]).toEqual([422, true]);
    const sent = await here.post(`${path}/reissue`, { ...fields, revoke: "yes" });
    expect(sent.status).toBe(303);
    expect((await askOf(here, id, "confirmation", waiting)).epoch).toBe(1);
    expect(wordsOf((await here.get(sent.to)).html)).toContain(`Нов линк је послат: ${nameAt(waiting)}`);

    const back = await askOf(here, id, "confirmation", undelivered);
    const short = await here.post(`${path}/waive`, { ask: back.id, reason: "кратко" });
    expect(short.status).toBe(422);
    expect(short.html).toContain("кратко</textarea>");
    expect(wordsOf(short.html)).toContain("сада их има 6");
    const waived = await here.post(`${path}/waive`, { ask: back.id, reason: "Школа нема друго сандуче." });
    expect(waived.status).toBe(303);
    const again = await askOf(here, id, "confirmation", undelivered);
    expect(again.waiver?.reason).toBe("Школа нема друго сандуче.");
    const needless = await here.post(`${path}/waive`, { ask: ask.id, reason: "Школа нема друго сандуче." });
    expect(needless.status).toBe(409);
  });

  it("a deadline moves forward only", async () => {
    const id = await openedElection(here);
    await holdSession(here, id);
    await sendLetters(here, id);
    const path = `${elections}/${id}/extend`;
    const back = await here.post(path, { step: "confirmation", until: "2026-03-19T20:00" });
    expect(back.status).toBe(422);
    expect(back.html).toContain('value="2026-03-19T20:00"');
    expect((await here.post(path, { step: "figures", until: "2026-03-21T20:00" })).status).toBe(409);
    const moved = await here.post(path, { step: "confirmation", until: "2026-03-21T20:00" });
    expect(moved.status).toBe(303);
    expect((await readElection(here.world, id)).deadlines.confirmation).toBe("2026-03-21T19:00:00.000Z");
    expect(wordsOf((await here.get(moved.to)).html)).toContain("Рок је померен: у суботу, 21. марта");
  });

  it("the table tells who was asked, never what was answered, and no cell is a formula", async () => {
    const id = await openedElection(here);
    await holdSession(here, id);
    await sendLetters(here, id);
    await answerLetters(here, id);
    const response = await here.app.request(`${elections}/${id}/answers.csv`, {
      headers: { Cookie: `quorate=${await signedIn(here.world, `per_${memberId(0)}`)}` },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString("utf8").trim().split("\r\n");
    expect(lines).toHaveLength(10);
    expect(lines.find((line) => line.includes("Небојша"))).toContain("Неуручено");
    expect(bytes.toString("utf8")).not.toMatch(/приговор|confirm|object/i);
  });

  it("a stopped election says why and is resumed with a new deadline only", async () => {
    const id = await openedElection(here);
    await holdSession(here, id);
    here.clock.moveTo("2026-03-14T19:06:00.000Z");
    await run(here, id, CheckFigures);
    await Park(here.world, { network: NETWORK, process: id, fault: "lapsed", at: "CheckFigures" });
    const path = `${elections}/${id}`;
    const page = await here.get(path);
    expect(wordsOf(page.html)).toContain("Рок овог корака је истекао");
    expect(wordsOf((await here.get(`/n/${NETWORK}`)).html)).toContain("Поступак је заустављен");
    const bare = await here.post(`${path}/resume`, { until: "" });
    expect([bare.status, bare.html.includes('href="#until"')]).toEqual([422, true]);
    const past = await here.post(`${path}/resume`, { until: "2026-03-10T20:00" });
    expect([past.status, past.html.includes('value="2026-03-10T20:00"')]).toEqual([422, true]);
    const same = await here.post(`${path}/verifier`, { replaces: memberId(1), member: memberId(0) });
    expect([same.status, same.html.includes('href="#member"')]).toEqual([422, true]);
    expect((await here.post(`${path}/verifier`, { replaces: memberId(1), member: memberId(7) })).status).toBe(303);
    expect((await here.post(`${path}/resume`, { until: "2026-03-15T12:00" })).status).toBe(303);
    expect(await readElection(here.world, id)).toMatchObject({
      state: "running",
      verifiers: [memberId(7), memberId(2)],
    });
    expect((await here.post(`${path}/resume`, {})).status).toBe(409);
  });
});

describe("R18 The minutes", () => {
  it("say 25 of 27 in every reader's script and language, and open by her link", async () => {
    const id = await openedElection(here);
    await holdSession(here, id);
    await sendLetters(here, id);
    await answerLetters(here, id);
    await declare(here, id);
    const person = `per_${memberId(9)}`;
    const of = { process: id, kind: "election.result", person, version: memberId(9) };
    const letter = await here.world.table.get(Letter, { id: letterId(of) });
    const link = await here.world.table.get(Link, { id: letter?.link ?? "" });
    const path = `/m/${link ? linkToken(here.world.keys, link) : ""}`;
    const cyrillic = await here.get(path, "");
    expect(cyrillic.status).toBe(200);
    const words = wordsOf(cyrillic.html);
    for (const said of [
      "За 25 од 27, потребно 14. Кворум 14: на почетку гласања 18, на крају 18.",
      "Избор је проглашен. Избор председника: Јелена Петровић",
      "присутно, послато 18 9 27",
      "за, потврде 18 7 25",
      "против, приговори 0 1 1",
      "неуручено – 1 1",
      "На седници једногласно.",
      `Приговор писмом, Радмила Филиповић: „${OBJECTION}”`,
      "Чланова 27, присутно 18, одсутно 9. Гости: 2.",
      "Небојша Николић; не може да промени исход",
      "0 током писама",
      "27 чланова, утврђен 2. марта 2026. у 20.00",
    ]) {
      expect(words).toContain(said);
    }
    // R5: of the second vote one abstained in the session; of the third one abstained by letter.
    expect(words.match(/На седници једногласно\./g)).toHaveLength(2);
    expect(words).not.toContain("писмима једногласно");
    const latin = wordsOf((await here.get(`${path}?lang=sr-Latn`, "")).html);
    expect(latin).toContain("Za 25 od 27, potrebno 14.");
    expect(latin).toContain("Jelena Petrović");
    expect(latin.replaceAll("Ћирилица", "")).not.toMatch(/\p{Script=Cyrillic}/u);
    const found = await here.world.table.get(Person, { id: person });
    if (found) await here.world.table.write([replace(Person, found, { ...found, locale: "en" })]);
    const english = wordsOf((await here.get(path, "")).html);
    expect(english).toContain("For 25 of 27, needed 14. Quorum 14: 18 when the vote opened, 18 when it closed.");
    expect(english).toContain("for, confirmations 18 7 25");
    expect(wordsOf((await here.get(`${elections}/${id}/minutes`)).html)).toContain("За 25 од 27");
    const journal = wordsOf((await here.get(`${elections}/${id}/journal`)).html);
    expect(journal).toMatch(/Дневник је цео: \d+/);
    expect(journal).toContain("Отворено је 1. гласање, присутно 18");
    expect((await here.get("/m/nothing", "")).status).toBe(404);
  });
});

describe("a coordinator's pages", () => {
  it("GET writes nothing", async () => {
    const id = await openedElection(here);
    await holdSession(here, id);
    await sendLetters(here, id);
    await answerLetters(here, id);
    const cookie = await signedIn(here.world, `per_${memberId(0)}`);
    const ask = await askOf(here, id, "confirmation", undelivered);
    const before = await kept(here);
    const query = `collection=${ask.collection}&ask=${ask.id}`;
    for (const path of [
      `/n/${NETWORK}`,
      ...[elections, `${elections}/new`, `${elections}/${id}`, `${elections}/${id}?done=waive&who=${memberId(26)}`],
      ...["minutes", "journal", "answers.csv", "extend", "verifier", `reissue?${query}`, `waive?${query}`].map(
        (act) => `${elections}/${id}/${act}`,
      ),
    ]) {
      const { status, html } = await here.get(path, cookie);
      expect([path, status]).toEqual([path, 200]);
      expect(html).not.toMatch(/ style=|<script/);
    }
    expect(await kept(here)).toEqual(before);
  });

  it("are refused to everybody else, and to coordinators of another network's election", async () => {
    const id = await openedElection(here);
    const member = await signedIn(here.world, `per_${memberId(5)}`);
    for (const path of [
      `/n/${NETWORK}`,
      elections,
      `${elections}/new`,
      `${elections}/${id}`,
      `${elections}/${id}/minutes`,
      `${elections}/${id}/answers.csv`,
    ]) {
      expect([path, (await here.get(path, "")).status]).toEqual([path, 401]);
      expect([path, (await here.get(path, member)).status]).toEqual([path, 403]);
    }
    expect((await here.post(elections, setUp(here.session), member)).status).toBe(403);
    expect((await here.post(`${elections}/${id}/extend`, {}, member)).status).toBe(403);
    expect((await here.get(`/n/net_other/elections/${id}`)).status).toBe(403);
    expect((await here.get(`${elections}/elc_none`)).status).toBe(404);
  });

  it("before anything is there, home says the one act that comes next", async () => {
    const words = wordsOf((await here.get(`/n/${NETWORK}`)).html);
    expect(words).toContain("Ниједна одлука Вас не чека");
    expect(words).toContain("Како почети");
    expect(words).toContain("1. седница");
  });
});
