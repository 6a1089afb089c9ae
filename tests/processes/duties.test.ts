import * as Election from "@quorate/core/election";
import { readJournal } from "@quorate/core/journal";
import { after } from "@quorate/core/kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Association,
  answer,
  foundAssociation,
  holdSession,
  openElection,
  type Story,
  startStory,
  subjectsTo,
} from "../support/association.ts";
import { signedIn } from "../support/coordinator.ts";

const START = "2026-03-03T08:00:00.000Z";

describe("a coordinator who accepts a nomination", () => {
  let story: Story;
  let association: Association;
  const address = (index: number) => association.memberAt(index).address;
  const id = (index: number) => association.memberAt(index).id;
  const row = (election: string) => Election.readElection(story.machine.world, election);
  const lettersTo = (index: number, subject: string) =>
    subjectsTo(story, address(index)).filter((one) => one.includes(subject));

  beforeEach(async () => {
    story = await startStory(START);
    association = await foundAssociation(story.machine, 8);
  });
  afterEach(() => story.close());

  /** She and another are proposed; she has accepted, the other has not answered yet. */
  async function untilShe(more: Partial<Election.SetUp> = {}) {
    const day = (days: number) => after(START, { days });
    const of = await openElection(story, association, {
      votes: [{ kind: "elect", title: "Избор председника" }],
      objectionDays: 15,
      deadlines: {
        ...{ nominations: day(3), acceptance: day(6), candidates: day(8) },
        ...{ figures: day(11), attestation: day(12), confirmation: day(17), waiver: day(19), declaration: day(22) },
      },
      ...more,
    });
    await answer(story, address(1), "предлози кандидата", { v1: id(0) });
    await answer(story, address(2), "предлози кандидата", { v1: id(3) });
    await story.moveTo(after((await row(of.election)).deadlines.nominations ?? START, { minutes: 6 }));
    await answer(story, address(0), "кандидатура", { v1: "accept" });
    return of;
  }
  const extend = (election: string, index: number, days: number) =>
    Election.extendStep(story.machine.world, {
      ...{ election, step: "acceptance", actor: id(index) },
      until: after(START, { days }),
    });

  it("leaves approvals, turnout, deadlines, links and the declaration to the substitute, who gets the letters", async () => {
    const of = await untilShe({ substitutes: [id(5)] });
    await expect(extend(of.election, 0, 7)).rejects.toMatchObject({
      code: "duty.candidate",
      details: { names: "Члан 06" },
    });
    const path = `/n/${association.network}/elections/${of.election}`;
    const hers = await signedIn(story, address(0));
    const standsAside = await hers.open(path);
    expect(standsAside.text).toContain("Кандидат сте на овим изборима. ");
    expect(standsAside.text).toContain("Члан 06");
    expect(standsAside.text).not.toContain("Члан 04");
    for (const act of ["extend", "answers.csv", "minutes", "cancel"]) {
      const refused = await hers.open(`${path}/${act}`);
      expect(refused.status).toBe(403);
      expect(refused.text).toContain("Члан 06");
    }
    const substitute = await signedIn(story, address(5));
    expect((await substitute.open("/")).text).toContain("Члан 04");
    const elsewhere = await substitute.open(`/n/${association.network}/people`);
    expect(elsewhere.status).toBe(403);
    await extend(of.election, 5, 7);
    await story.machine.settled();

    await story.moveTo(after((await row(of.election)).deadlines.acceptance ?? START, { minutes: 6 }));
    expect(lettersTo(0, "листа кандидата")).toEqual([]);
    await answer(story, address(5), "листа кандидата", { verdict: "agree" });
    await holdSession(story, association, of, 6, []);
    await answer(story, address(0), "бројке", { "v1-for": "6", "v1-against": "0", "v1-abstain": "0" });
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
    // The one from before she stood; from then on they go to the substitute.
    expect(lettersTo(0, "неуручен")).toHaveLength(1);
    expect(lettersTo(5, "неуручен")).toHaveLength(1);
    await story.moveTo(after((await row(of.election)).deadlines.confirmation, { minutes: 6 }));
    expect((await row(of.election)).declarers).toEqual([id(1), id(5)]);
    expect(lettersTo(0, "проглашење")).toEqual([]);
    for (const index of [1, 5]) await answer(story, address(index), "проглашење", { verdict: "agree" });
    expect(await row(of.election)).toMatchObject({ stage: "declared" });

    const annul = (actor: number) =>
      Election.requestAnnulment(story.machine.world, {
        ...{ election: of.election, actor: id(actor), reason: "Гласало се два пута." },
      });
    await expect(annul(0)).rejects.toMatchObject({ code: "duty.candidate" });
    const minutes = await (await signedIn(story, address(0))).open(`${path}/minutes`);
    expect(minutes.text).toContain("Послове преузима");
    expect((await Election.minutesOf(story.machine.world, of.election)).passed).toMatchObject([
      { names: ["Члан 06"], isBack: false },
    ]);
    await annul(5);
    await story.machine.settled();
    await answer(story, address(1), "поништавање", { verdict: "agree" });
    expect(await row(of.election)).toMatchObject({ stage: "annulled" });
    const acts = (await readJournal(story.machine.world.table, of.election)).map(({ act }) => act);
    expect(acts.filter((act) => act.startsWith("duties") || act.startsWith("declarers"))).toEqual([
      "duties.passed",
      "declarers.replaced",
    ]);
  });

  it("where nobody else could act, two members who do not stand approve the list and declare together", async () => {
    const of = await untilShe();
    await expect(extend(of.election, 0, 7)).rejects.toMatchObject({ details: { names: "Члан 02, Члан 03" } });
    await story.moveTo(after((await row(of.election)).deadlines.acceptance ?? START, { minutes: 6 }));
    await answer(story, address(1), "листа кандидата", { verdict: "agree" });
    expect(await row(of.election)).toMatchObject({ stage: "candidates" });
    await answer(story, address(2), "листа кандидата", { verdict: "agree" });
    expect(await row(of.election)).toMatchObject({ stage: "session" });
  });

  it("who is named on the floor stands too, and a substitute is another person than the coordinator", async () => {
    const of = await openElection(story, association, { substitutes: [id(5)] });
    const { world } = story.machine;
    expect(Election.holdersOf(await Election.dutiesIn(world, await row(of.election)))).toEqual([id(0)]);
    await holdSession(story, association, of, 6, [0]);
    expect(Election.holdersOf(await Election.dutiesIn(world, await row(of.election)))).toEqual([id(5)]);
    await expect(openElection(story, association, { substitutes: [id(0)] })).rejects.toMatchObject({
      problems: [{ field: "substitutes.0", code: "same-person" }],
    });
  });
});
