import { readJournal } from "@quorate/core/journal";
import * as Plan from "@quorate/core/plan";
import { Browser } from "@quorate/local/demo/browser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answer, formOf, type Story, startStory, subjectsTo } from "../support/association.ts";
import { addressOf, atRounds, foundTeam, inDays, type Name, nameOf, START, type Team } from "../support/team.ts";

const subject = "pastabos dėl plano";
const scores = { "score-goals": "3", "score-activities": "4", "score-indicators": "2", "score-partners": "3" };

const emptyWords = { text: "", partner: "", indicator: "", responsible: "", due: "", budget: "" };

describe("a review round", () => {
  let story: Story;
  let team: Team;
  beforeEach(async () => {
    story = await startStory(START);
    team = await foundTeam(story.machine);
  });
  afterEach(() => story.close());

  const world = () => story.machine.world;
  const areas = async () =>
    Plan.inPlace((await Plan.nodesOf(world().table, team.plan)).filter(({ level }) => level === "area"));
  const opening = (more: Partial<Parameters<typeof Plan.openRound>[1]> = {}) => ({
    ...{ network: team.network, plan: team.plan, actor: team.id("daiva"), approver: team.id("jonas") },
    ...{ deadline: inDays(14), minimum: 2, alternates: [team.id("egle")] },
    reviewers: (["rasa", "inga", "mindaugas"] as const).map((name) => ({
      member: team.id(name),
      areas: [] as string[],
    })),
    ...more,
  });
  const open = async (more: Partial<Parameters<typeof Plan.openRound>[1]> = {}) => {
    const number = await Plan.openRound(world(), opening(more));
    await story.machine.settled();
    return number;
  };
  const row = () => Plan.readReview(world(), team.plan);
  const returns = async () => {
    const review = await row();
    return Plan.returnsIn(world(), review, await Plan.readRound(world(), team.plan, review.round));
  };
  const said = async () => (await returns()).map(({ name, answer, late }) => [name, late ? "late" : answer?.kind]);

  /** Somebody's review by the link of her letter: a comment on the first node of a part, and the form. */
  const review = async (who: Name, note: string | undefined, fields: Record<string, string>) => {
    const { browser, page, link } = await formOf(story, addressOf(who), subject);
    if (note !== undefined) {
      const href = page.body.querySelector("ul.rows a")?.getAttribute("href") ?? "";
      const part = await browser.open(href);
      const [form] = part.forms.filter(({ action }) => action.includes("/plan/"));
      const [node] = [...(form?.choices.keys() ?? [])].map((name) => name.replace(/-kind$/, ""));
      if (!form || !node) throw new Error(part.text);
      const kept = await browser.send(part, form, { [`${node}-kind`]: "suggestion", [`${node}-text`]: note });
      expect(kept.text).toContain("Išsaugota. Dar neišsiųsta.");
    }
    const again = await browser.open(link);
    const [form] = again.forms.filter(({ action }) => action === new URL(link).pathname);
    if (!form) throw new Error(again.text);
    const sent = await browser.send(again, form, fields);
    await story.machine.settled();
    return sent;
  };

  it("is opened on a page that offers nobody who may not review, and comes back with what is to be mended", async () => {
    const { browser, page } = await atRounds(story, team);
    expect(page.text).toContain("Peržiūros etapų dar nebuvo");
    const blank = await browser.open(`${page.url}/new`);
    for (const name of ["ruta", "tomas"] as const) expect(blank.text).not.toContain(`${nameOf(name)}, `);
    const [form] = blank.forms.filter(({ action }) => action.includes("/rounds/new"));
    if (!form) throw new Error(blank.text);
    const [area] = await areas();
    const fields = {
      ...{ deadline: "2026-03-20T20:00", minimum: "3", approver: team.id("jonas"), externals: "dr. Ana, ana@vu.test" },
      ...{ [`r-${team.id("rasa")}`]: ["whole"], [`r-${team.id("egle")}`]: ["alternate"] },
    };
    const wrong = await browser.send(blank, form, fields);
    expect([wrong.status, wrong.text.includes("Daugiausia 2: tiek recenzentų prašoma")]).toEqual([422, true]);
    const [again] = wrong.forms.filter(({ action }) => action.includes("/rounds/new"));
    if (!again) throw new Error(wrong.text);
    const opened = await browser.send(wrong, again, { minimum: "2", [`r-${team.id("rasa")}`]: [area?.id ?? ""] });
    await story.machine.settled();
    expect(opened.text).toContain("1‑asis etapas, 1‑oji versija");
    expect(opened.text).toContain("Gauta recenzijų: 0 iš 2, reikia mažiausiai 2");
    expect(subjectsTo(story, "ana@vu.test")).toEqual([expect.stringContaining(subject)]);
  });

  it("freezes the draft, asks its reviewers, and closes when all are in, which is told once", async () => {
    await open();
    expect(subjectsTo(story, addressOf("rasa"))).toEqual([expect.stringContaining(subject)]);
    const [area] = await areas();
    const words = { ...(area?.words ?? { title: "" }), title: "Įtrauktis visiems" };
    await Plan.saveNode(world(), {
      ...{ plan: team.plan, node: area?.id ?? "", actor: team.id("ruta"), version: 1 },
      words: { ...emptyWords, ...words },
    });
    for (const who of ["rasa", "inga", "mindaugas"] as const) {
      await review(who, `Pastaba: ${who}`, { taking: "none", recommendation: "minor", ...scores });
    }
    expect(await row()).toMatchObject({ stage: "consolidation", state: "ended", round: 1 });
    const comments = await Plan.commentsIn(world().table, team.plan, 1);
    expect(comments.map(({ text }) => text).toSorted()).toEqual([
      "Pastaba: inga",
      "Pastaba: mindaugas",
      "Pastaba: rasa",
    ]);
    const round = await Plan.readRound(world(), team.plan, 1);
    const frozen = await Plan.frozenNodes(world().table, round);
    expect(Plan.contentHash(frozen)).toBe(round.hash);
    expect(frozen.map((node) => node.words.title)).not.toContain("Įtrauktis visiems");
    const told = subjectsTo(story, addressOf("daiva"));
    expect(told).toEqual(["Komanda: peržiūros etapas uždarytas"]);
    const acts = (await readJournal(world().table, team.plan)).map(({ act, facts }) => [act, facts.received]);
    expect(acts).toEqual([
      ["round.opened", undefined],
      ["round.closed", 3],
    ]);
  });

  it("asks an alternate in the place of who declines, once, and closes without who does not answer", async () => {
    const [, second] = await areas();
    await open({
      minimum: 1,
      reviewers: [
        { member: team.id("rasa"), areas: [second?.id ?? ""] },
        { member: team.id("inga"), areas: [] },
      ],
    });
    const declined = await review("rasa", undefined, { taking: "decline", "taking-reason": "Šiuo metu atostogauju." });
    expect(declined.text).toContain("Jūsų atsakymą gavome");
    expect(subjectsTo(story, addressOf("egle"))).toEqual([expect.stringContaining(subject)]);
    const hers = await formOf(story, addressOf("egle"), subject);
    expect(hers.page.text).toContain("Lyderystė");
    expect(hers.page.text).not.toContain("Įtrauktis");
    await review("inga", undefined, { taking: "none", recommendation: "accept", ...scores });
    await story.moveTo(inDays(14, 1));
    expect(await said()).toEqual([
      ["Rasa Kazlauskaitė", "decline"],
      ["Inga Paulauskienė", "review"],
      ["Eglė Petraitienė", undefined],
    ]);
    expect((await row()).stage).toBe("consolidation");
    // What comes after the round is listed as such, and opens nothing again.
    const late = await review("egle", "Vėluoju", { taking: "none", recommendation: "major", ...scores });
    expect(late.text).toContain("Forma uždaryta");
    expect((await said()).at(-1)).toEqual(["Eglė Petraitienė", "late"]);
    expect((await row()).stage).toBe("consolidation");
  });

  it("tells who has noted something and not sent it that it was not sent for her", async () => {
    await open();
    const { browser, page } = await formOf(story, addressOf("inga"), subject);
    const part = await browser.open(page.body.querySelector("ul.rows a")?.getAttribute("href") ?? "");
    const [form] = part.forms.filter(({ action }) => action.includes("/plan/"));
    const [node] = [...(form?.choices.keys() ?? [])].map((name) => name.replace(/-kind$/, ""));
    if (!form) throw new Error(part.text);
    const wrong = await browser.send(part, form, { [`${node}-text`]: "Be rūšies" });
    expect([wrong.status, wrong.text.includes("Pasirinkite pastabos rūšį")]).toEqual([422, true]);
    await browser.send(part, form, { [`${node}-kind`]: "question", [`${node}-text`]: "O rodiklis?" });
    await story.moveTo(inDays(14, 1));
    await answer(story, addressOf("daiva"), "per mažai recenzijų", { minimum: "close" });
    expect(subjectsTo(story, addressOf("inga"))).toContain("Komanda: juodraštis neišsiųstas");
  });

  it("with too few reviews is extended once by itself, then its coordinator decides", async () => {
    await open({ extensionDays: 7 });
    await review("rasa", undefined, { taking: "none", recommendation: "accept", ...scores });
    await story.moveTo(inDays(12));
    await story.moveTo(inDays(14, 1));
    expect(await row()).toMatchObject({ stage: "review", deadlines: { review: inDays(21) } });
    await story.moveTo(inDays(15, 2));
    await story.moveTo(inDays(18, 2));
    const hers = subjectsTo(story, addressOf("inga"));
    const kinds = hers.map((one) =>
      one.startsWith("Priminimas") ? "reminder" : one.includes("terminas") ? "later" : "first",
    );
    expect(kinds).toEqual(["first", "reminder", "later", "reminder", "reminder"]);
    // Who has finished is not written to.
    expect(subjectsTo(story, addressOf("rasa")).filter((one) => one.includes(subject))).toHaveLength(1);
    await story.moveTo(inDays(21, 1));
    expect((await row()).stage).toBe("minimum");
    await answer(story, addressOf("daiva"), "per mažai recenzijų", {
      minimum: "extend",
      "until-day": "27",
      "until-month": "3",
      "until-year": "2026",
    });
    expect(await row()).toMatchObject({ stage: "review", deadlines: { review: "2026-03-27T07:00:00.000Z" } });
    await story.moveTo("2026-03-27T08:00:00.000Z");
    expect((await row()).stage).toBe("minimum");
    await answer(story, addressOf("daiva"), "per mažai recenzijų", { minimum: "close" });
    expect(await row()).toMatchObject({ stage: "consolidation", state: "ended" });
    const acts = (await readJournal(world().table, team.plan)).map(({ act }) => act);
    expect(acts).toEqual([
      ...["round.opened", "round.extended", "minimum.asked", "round.extended", "minimum.asked", "minimum.closed"],
      "round.closed",
    ]);
  });

  it("waits for a conflict until it is waived, with a public note, or the reviewer is replaced", async () => {
    await open({ minimum: 1 });
    const change = { plan: team.plan, actor: team.id("daiva") };
    for (const who of ["rasa", "inga"] as const) {
      await review(who, undefined, { taking: "conflict", "taking-reason": "Mano sesuo dirba su rengėjais." });
    }
    await review("mindaugas", undefined, { taking: "none", recommendation: "accept", ...scores });
    expect((await row()).stage).toBe("review");
    expect(subjectsTo(story, addressOf("daiva")).filter((one) => one.includes("interesų konfliktas"))).toHaveLength(2);

    const waive = async (note: string) => Plan.waiveConflict(world(), { ...change, member: team.id("rasa"), note });
    await expect(waive("Gerai")).rejects.toMatchObject({ code: "input.invalid" });
    await waive("Sesuo šio plano nerengė.");
    await expect(
      Plan.askReviewer(world(), { ...change, member: team.id("tomas"), insteadOf: team.id("inga") }),
    ).rejects.toMatchObject({
      problems: [{ field: "member", code: "reviewer-institution" }],
    });
    await Plan.askReviewer(world(), { ...change, member: team.id("egle"), insteadOf: team.id("inga") });
    await story.machine.settled();
    expect(subjectsTo(story, addressOf("inga"))).toContain("Komanda: recenzijos nebereikia");
    const again = await formOf(story, addressOf("rasa"), subject);
    expect(again.page.text).toContain("Sesuo šio plano nerengė.");

    await review("rasa", undefined, { taking: "none", recommendation: "minor", ...scores });
    await review("egle", undefined, { taking: "none", recommendation: "reject", ...scores });
    expect((await row()).stage).toBe("consolidation");
    const read = await again.browser.open(`${again.link}/answers`);
    expect(read.text).toContain("Sesuo šio plano nerengė.");
    const { page } = await atRounds(story, team);
    expect(page.text).toMatch(/Tikslai aiškūs ir pamatuojami\s*3/);
    const closed = await formOf(story, addressOf("inga"), subject);
    expect(closed.page.text).toContain("Eglė Petraitienė");
  });

  it("has a later deadline for one reviewer alone, and is open as long", async () => {
    await open();
    const change = { plan: team.plan, actor: team.id("daiva") };
    const later = async (until: string, member?: string) =>
      Plan.extendRound(world(), { ...change, until, ...(member && { member }) });
    await expect(later(inDays(0, 23))).rejects.toMatchObject({ problems: [{ code: "within-a-day" }] });
    await expect(later(inDays(13), team.id("inga"))).rejects.toMatchObject({ code: "collection.extension" });
    await later(inDays(20), team.id("inga"));
    await story.machine.settled();
    expect(subjectsTo(story, addressOf("inga"))).toHaveLength(2);
    expect(subjectsTo(story, addressOf("mindaugas"))).toHaveLength(1);
    await review("rasa", undefined, { taking: "none", recommendation: "accept", ...scores });
    await story.moveTo(inDays(15));
    // Mindaugas is over his deadline; Inga is not.
    await review("mindaugas", undefined, { taking: "none", recommendation: "accept", ...scores });
    await review("inga", undefined, { taking: "none", recommendation: "accept", ...scores });
    expect(await said()).toEqual([
      ["Rasa Kazlauskaitė", "review"],
      ["Inga Paulauskienė", "review"],
      ["Mindaugas Šimkus", "late"],
    ]);
    await story.moveTo(inDays(20, 1));
    expect((await row()).stage).toBe("consolidation");
  });

  it("is followed by the next one once it is decided on and every comment has its answer", async () => {
    const [first] = await areas();
    await open({
      reviewers: (["rasa", "inga"] as const).map((name) => ({ member: team.id(name), areas: [] })),
      alternates: [],
    });
    const { link: hers } = await formOf(story, addressOf("rasa"), subject);
    await review("inga", "Per bendra", { taking: "none", recommendation: "major", ...scores });
    const reader = new Browser(story.machine.url);
    // What others say is for who has sent her own.
    expect((await reader.open(`${hers}/answers`)).status).toBe(403);
    await review("rasa", "Trūksta rodiklio", { taking: "none", recommendation: "minor", ...scores });
    expect((await reader.open(`${hers}/answers`)).text).toContain("Per bendra");
    await expect(open()).rejects.toMatchObject({ code: "plan.stage" });

    const { browser, page } = await atRounds(story, team);
    expect(page.text).toContain("uždarytas, dar nespręsta");
    const asking = await browser.open(`${page.url}/decision`);
    const [form] = asking.forms.filter(({ action }) => action.includes("/decision"));
    if (!form) throw new Error(asking.text);
    expect((await browser.send(asking, form, { deadline: "2026-03-02T10:00" })).status).toBe(422);
    await browser.send(asking, form, { deadline: "2026-03-27T20:00" });
    await story.machine.settled();
    const decision = await formOf(story, addressOf("jonas"), "sprendimas dėl plano");
    expect(decision.page.text).toContain("Priimti su nedideliais pakeitimais 1");
    await answer(story, addressOf("jonas"), "sprendimas dėl plano", {
      ...{ verdict: "object-major", "verdict-reason": "Rodikliai nerodo pokyčio." },
    });
    const { decision: decided, hash } = await Plan.readRound(world(), team.plan, 1);
    expect(decided).toMatchObject({ verdict: "major", reason: "Rodikliai nerodo pokyčio.", by: team.id("jonas") });
    expect(await row()).toMatchObject({ stage: "revision", state: "ended" });

    const next = { deadline: inDays(40), alternates: [] };
    await expect(open(next)).rejects.toMatchObject({ problems: [{ code: "comments-unanswered", details: { n: 2 } }] });
    const [one, other] = await Plan.commentsIn(world().table, team.plan, 1);
    const which = { plan: team.plan, round: 1, actor: team.id("daiva") };
    await Plan.mergeComments(world(), { ...which, comment: other?.id ?? "", into: one?.id ?? "" });
    const path = `${page.url}/1/comments/${one?.id}`;
    const shown = await browser.open(path);
    for (const text of ["Per bendra", "Trūksta rodiklio"]) expect(shown.text).toContain(text);
    const [answering] = shown.forms.filter(({ element }) => element.toString().includes('value="answer"'));
    if (!answering) throw new Error(shown.text);
    const wrong = await browser.send(shown, answering, { disposition: "partly", reason: "Ne" });
    expect([wrong.status, wrong.text.includes("Nurodykite priežastį, bent 10 ženklų")]).toEqual([422, true]);
    await browser.send(shown, answering, { disposition: "partly", reason: "Pridėtas antras rodiklis." });

    // The authors go on: one area says something else, the other is gone.
    await Plan.saveNode(world(), {
      ...{ plan: team.plan, node: first?.id ?? "", actor: team.id("ruta"), version: 1 },
      words: { ...emptyWords, title: "Įtrauktis visiems" },
    });
    expect(await open(next)).toBe(2);
    const round = await Plan.readRound(world(), team.plan, 2);
    expect([round.version, round.hash === hash]).toEqual([2, false]);
    expect(subjectsTo(story, addressOf("inga"))).toContain("Komanda: atsakymai į Jūsų pastabas");
    const answers = await reader.open(`${hers}/answers`);
    for (const text of [
      "Atsižvelgta iš dalies",
      "Pridėtas antras rodiklis.",
      "po pastabos pakeista",
      "Kas nuo to laiko pakeista",
    ]) {
      expect(answers.text).toContain(text);
    }
    // The network may say that everybody reads them too, without the names of the reviewers.
    const of = { network: team.network, plan: team.plan };
    await Plan.publishVersion(world(), { ...of, version: 2, actor: team.id("daiva") });
    const anybody = new Browser(story.machine.url);
    const told = `${story.machine.url}/plans/${team.plan}/2/answers`;
    expect((await anybody.open(told)).status).toBe(404);
    await Plan.showAnswers(world(), { ...of, answers: true });
    const publicPage = await anybody.open(told);
    for (const text of ["Per bendra", "Trūksta rodiklio", "Pridėtas antras rodiklis."])
      expect(publicPage.text).toContain(text);
    for (const name of ["inga", "rasa"] as const) expect(publicPage.text).not.toContain(nameOf(name));
    // A review of the old version is one after the round, and the new round is not touched by it.
    await expect(
      Plan.answerComment(world(), { ...which, comment: one?.id ?? "", disposition: "next" }),
    ).rejects.toMatchObject({ code: "plan.stage" });
    await review("mindaugas", "Gerai", { taking: "none", recommendation: "accept", ...scores });
    expect((await said()).find(([name]) => name === "Mindaugas Šimkus")).toEqual(["Mindaugas Šimkus", "review"]);
  });

  it("is cancelled with a reason: everybody who was asked is told, and the next one can be opened", async () => {
    await open();
    await review("rasa", "Gerai", { taking: "none", recommendation: "accept", ...scores });
    const cancel = async (reason: string) =>
      Plan.cancelRound(world(), { plan: team.plan, actor: team.id("daiva"), reason });
    await expect(cancel("Ne")).rejects.toMatchObject({ code: "input.invalid" });
    await cancel("Planas bus rengiamas iš naujo.");
    await story.machine.settled();
    expect(await row()).toMatchObject({ stage: "revision", state: "ended" });
    for (const who of ["rasa", "inga", "mindaugas"])
      expect(subjectsTo(story, addressOf(who)).at(-1)).toContain("Jūsų atsakymo nebereikia");
    const { page } = await formOf(story, addressOf("inga"), subject);
    expect([page.forms.length, page.text.includes("Planas bus rengiamas iš naujo.")]).toEqual([0, true]);
    await expect(cancel("Dar kartą ta pati priežastis.")).rejects.toMatchObject({ code: "plan.stage" });
    expect(await open({ deadline: inDays(30) })).toBe(2);
    expect(subjectsTo(story, addressOf("egle"))).toEqual([]);
  });

  it("is not opened with an author, her colleague from the same school, or who decides: no letter goes", async () => {
    const refused = (name: Name, code: string) =>
      expect(
        Plan.openRound(world(), opening({ minimum: 1, reviewers: [{ member: team.id(name), areas: [] }] })),
      ).rejects.toMatchObject({ code: "input.invalid", problems: [expect.objectContaining({ code })] });
    await refused("ruta", "reviewer-author");
    await refused("tomas", "reviewer-institution");
    await refused("jonas", "reviewer-approver");
    await refused("egle", "reviewer-twice");
    await expect(Plan.openRound(world(), opening({ deadline: inDays(0, 23) }))).rejects.toMatchObject({
      problems: [{ field: "deadline", code: "within-a-day" }],
    });
    await story.machine.settled();
    expect(subjectsTo(story, addressOf("tomas"))).toEqual([]);
    expect(await Plan.versionsOf(world().table, team.plan)).toEqual([]);
  });
});
