import { readJournal } from "@quorate/core/journal";
import * as Plan from "@quorate/core/plan";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { formOf, type Story, startStory, subjectsTo } from "../support/association.ts";
import { addressOf, atRounds, foundTeam, inDays, type Name, nameOf, START, type Team } from "../support/team.ts";

const subject = "pastabos dėl plano";
const scores = { "score-goals": "3", "score-activities": "4", "score-indicators": "2", "score-partners": "3" };

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
    expect(opened.text).toContain("1-asis etapas, 1-oji versija");
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
      words: { text: "", partner: "", indicator: "", responsible: "", due: "", budget: "", ...words },
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
    expect(subjectsTo(story, addressOf("inga"))).toContain("Komanda: juodraštis neišsiųstas");
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
