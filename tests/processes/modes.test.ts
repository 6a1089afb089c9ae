import * as Election from "@quorate/core/election";
import { readJournal } from "@quorate/core/journal";
import { after } from "@quorate/core/kit";
import { plainProfile } from "@quorate/core/vote";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Association,
  answer,
  formOf,
  foundAssociation,
  holdSession,
  openElection,
  type Story,
  startStory,
  subjectsTo,
} from "../support/association.ts";
import { signedIn } from "../support/coordinator.ts";

const START = "2026-03-03T08:00:00.000Z";

describe("how those absent take part", () => {
  let story: Story;
  let association: Association;
  const address = (index: number) => association.memberAt(index).address;
  const row = (election: string) => Election.readElection(story.machine.world, election);
  const votes = (election: string) => Election.votesOf(story.machine.world.table, election);
  const cast = { ...plainProfile, base: "cast" as const };

  beforeEach(async () => {
    story = await startStory(START);
    association = await foundAssociation(story.machine, 8);
  });
  afterEach(() => story.close());

  const attest = async () => {
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
  };
  const declare = async () => {
    for (const index of [0, 1]) await answer(story, address(index), "проглашење", { verdict: "agree" });
  };
  const closeLetters = async (election: string) => {
    await story.moveTo(after((await row(election)).deadlines.confirmation, { minutes: 6 }));
  };

  it("combined: the absentees get the vote itself, and A, who led in the session, loses to B in one count", async () => {
    const of = await openElection(story, association, {
      ...{ mode: "combined", profile: cast, votes: [{ kind: "elect", title: "Избор председника" }] },
    });
    await holdSession(story, association, of, 5, [3, 4]);
    await answer(story, address(0), "бројке", { "v1-c1": "3", "v1-c2": "2", "v1-abstain": "0" });
    await attest();
    const { page } = await formOf(story, address(5), "изјашњавање");
    expect(page.text).toContain("Кандидати: Члан 04, Члан 05");
    expect(page.text).not.toContain("Резултат седнице");
    await answer(story, address(5), "изјашњавање", { v1: "c2" });
    await answer(story, address(6), "изјашњавање", { v1: "c2" });
    await closeLetters(of.election);
    const [vote] = await votes(of.election);
    expect(vote?.letters).toMatchObject({ kind: "votes", sent: 3, answered: 2, silent: 0, undelivered: 1 });
    expect(vote?.outcome).toMatchObject({ kind: "declared", elected: ["c2"], tally: { for: 4, against: 3, base: 7 } });
    // With one vote more each would have four, so it does not go on by itself.
    await answer(story, address(0), "неуручена писма", { reason: "Члан 08 је на дужем одсуству." });
    await declare();
    expect(await row(of.election)).toMatchObject({ state: "ended", stage: "declared" });
    expect((await Election.minutesOf(story.machine.world, of.election)).votes).toHaveLength(1);
  });

  it("informed: what the session decided is declared first, then the absentees are asked, and change nothing", async () => {
    const of = await openElection(story, association, { mode: "informed", profile: cast, objectionDays: 15 });
    await holdSession(story, association, of, 5);
    const hands = { "v1-for": "5", "v1-against": "0", "v1-abstain": "0" };
    await answer(story, address(0), "бројке", { ...hands, "v2-for": "4", "v2-against": "1", "v2-abstain": "0" });
    await attest();
    expect(subjectsTo(story, address(5))).toEqual([]);
    await declare();
    expect(await row(of.election)).toMatchObject({ stage: "confirmation" });
    expect((await row(of.election)).objectionsUntil).toBeUndefined();
    const { page } = await formOf(story, address(5), "слажете");
    expect(page.text).toContain("Слажем се с резултатом");
    await answer(story, address(5), "слажете", { v1: "object", v2: "confirm" });
    await answer(story, address(6), "слажете", { v1: "object", v2: "object" });
    await closeLetters(of.election);
    const [president] = await votes(of.election);
    expect(president?.letters).toMatchObject({ sent: 3, confirm: 0, object: 2, undelivered: 1 });
    expect(president?.outcome).toMatchObject({ kind: "declared", elected: ["c1"], tally: { for: 5, base: 5 } });
    const declared = await row(of.election);
    expect(declared).toMatchObject({ state: "running", stage: "declared" });
    await story.moveTo(after(declared.objectionsUntil ?? "", { minutes: 1 }));
    expect(await row(of.election)).toMatchObject({ state: "ended", stage: "final" });
    const acts = (await readJournal(story.machine.world.table, of.election)).map(({ act }) => act);
    expect(acts.slice(acts.indexOf("result.declared"))).toEqual([
      ...["result.declared", "absentees.informed", "letters.opened", "letters.closed", "letters.recorded"],
      "result.final",
    ]);
  });

  it("all by letter: everybody on the roll gets the votes, three seats by approval and a text, without a session", async () => {
    const day = (days: number) => after(START, { days });
    const election = await Election.openElection(story.machine.world, {
      ...{ network: association.network, actor: association.memberAt(0).id, title: "Писмени избори" },
      votes: [
        { kind: "elect", title: "Избор одбора", seats: 2, ballot: "approval" },
        { kind: "adopt", title: "Усвајање плана рада", text: { title: "План рада", body: "Четири семинара." } },
      ],
      ...{ mode: "combined", profile: { ...cast, lettersCountTowardsQuorum: true, silentNominee: "stands" } },
      declarers: [association.memberAt(0).id, association.memberAt(1).id],
      deadlines: {
        ...{ nominations: day(3), acceptance: day(6), candidates: day(8) },
        ...{ confirmation: day(15), waiver: day(17), declaration: day(20) },
      },
    });
    await story.machine.settled();
    for (const [from, member] of [...[[1, 2] as const, [2, 3] as const, [3, 4] as const]]) {
      await answer(story, address(from), "предлози кандидата", { v1: association.memberAt(member).id });
    }
    await story.moveTo(after(day(3), { minutes: 6 }));
    const words = "Радићу за све школе.";
    await answer(story, address(2), "кандидатура", { v1: "accept", "v1-statement": words });
    await answer(story, address(3), "кандидатура", { v1: "accept" });
    // The fourth says nothing; by these rules she stands, and the list says so.
    await story.moveTo(after(day(6), { minutes: 6 }));
    const list = (await formOf(story, address(0), "листа кандидата")).page.text;
    expect(list).toContain("Без одговора, на листи по правилима: Члан 05");
    expect(list).toContain(words);
    await answer(story, address(0), "листа кандидата", { verdict: "agree" });
    expect(await row(election)).toMatchObject({ stage: "confirmation" });
    expect((await formOf(story, address(6), "изјашњавање")).page.text).toContain(words);
    expect(story.machine.mailSink?.letters({ to: address(6) }).at(-1)?.text).toContain(words);
    const yes = (c1: string, c2: string, c3: string) => ({ "v1-c1": c1, "v1-c2": c2, "v1-c3": c3 });
    for (const index of [0, 1, 2, 3, 4]) {
      const more = index < 3 ? "against" : "for";
      await answer(story, address(index), "изјашњавање", { ...yes("for", "for", more), v2: "for" });
    }
    await answer(story, address(5), "изјашњавање", { ...yes("abstain", "against", "for"), v2: "against" });
    await closeLetters(election);
    const [board, plan] = await votes(election);
    expect(board?.letters).toMatchObject({ kind: "votes", sent: 8, answered: 6, silent: 1, undelivered: 1 });
    expect(board?.outcome).toMatchObject({ kind: "declared", elected: ["c1", "c2"], vacant: 0 });
    expect(plan?.outcome).toMatchObject({ kind: "declared", tally: { for: 5, against: 1, base: 6 } });
    await declare();
    expect(await row(election)).toMatchObject({ state: "ended", stage: "declared" });
    expect(subjectsTo(story, address(6)).at(-1)).toContain("резултат");
    const minutes = await Election.minutesOf(story.machine.world, election);
    expect(minutes.session).toBeUndefined();
    const each = minutes.votes[0]?.each.map(({ letters, total, standing }) => [letters, total, standing]);
    expect(each).toEqual([
      [5, 5, "elected"],
      [5, 5, "elected"],
      [3, 3, "not"],
    ]);
    const sheet = await (await signedIn(story, address(0))).open(
      `/n/${association.network}/elections/${election}/minutes`,
    );
    expect(sheet.text).toContain(" | 0 | 5 | 5 | избор");
    expect(sheet.text).toContain(" | 0 | 3 | 3 | без избора");
  });

  it("all by letter is refused under a quorum that no letter counts towards, and without nominations for an office", async () => {
    const wrong = Election.openElection(story.machine.world, {
      ...{ network: association.network, actor: association.memberAt(0).id, title: "Писмени избори", mode: "combined" },
      ...{ profile: cast, votes: [{ kind: "elect", title: "Избор председника" }] },
      declarers: [association.memberAt(0).id, association.memberAt(1).id],
      deadlines: {
        confirmation: after(START, { days: 5 }),
        waiver: after(START, { days: 6 }),
        declaration: after(START, { days: 7 }),
      },
    });
    await expect(wrong).rejects.toMatchObject({
      problems: [
        { field: "profile.quorum", code: "quorum-without-letters" },
        { field: "nominations", code: "no-candidates" },
      ],
    });
  });

  it("figures of several seats that cannot be are asked for again, and nobody has to attest them", async () => {
    const of = await openElection(story, association, {
      ...{ mode: "none", profile: cast, votes: [{ kind: "elect", title: "Избор одбора", seats: 2 }] },
    });
    await holdSession(story, association, of, 6, [0, 1, 2]);
    const counts = (c1: number, c2: number, c3: number) => ({
      ...{ "v1-c1": String(c1), "v1-c2": String(c2), "v1-c3": String(c3), "v1-voted": "5", "v1-abstain": "1" },
    });
    await answer(story, address(0), "бројке", counts(5, 5, 5));
    expect(await row(of.election)).toMatchObject({ stage: "figures", impossible: true });
    expect(subjectsTo(story, address(1))).toEqual([]);
    await answer(story, address(0), "бројке", counts(5, 4, 1));
    await attest();
    const [vote] = await votes(of.election);
    expect(vote?.outcome).toMatchObject({ kind: "declared", elected: ["c1", "c2"], vacant: 0 });
  });

  it("of two seats one is won and the other tied: the form of those who declare and the letter say both", async () => {
    // Whoever presides is tied herself, so nobody decides.
    const presiding = association.memberAt(4).id;
    const of = await openElection(story, association, {
      ...{ mode: "none", presiding, profile: { ...cast, tie: { kind: "chair" } } },
      votes: [{ kind: "elect", title: "Избор одбора", seats: 2 }],
    });
    await holdSession(story, association, of, 6, [3, 4, 5]);
    const counts = { "v1-c1": "6", "v1-c2": "3", "v1-c3": "3", "v1-voted": "6", "v1-abstain": "0" };
    await answer(story, address(0), "бројке", counts);
    await attest();
    const [vote] = await votes(of.election);
    expect(vote?.outcome).toMatchObject({ kind: "tied", elected: ["c1"], tied: ["c2", "c3"], seats: 1 });
    const words = "Избор одбора: Члан 04. Једнак број гласова за преостала места (1): Члан 05, Члан 06";
    expect((await formOf(story, address(1), "проглашење")).page.text).toContain(words);
    await declare();
    expect(story.machine.mailSink?.letters({ to: address(6) }).at(-1)?.text).toContain(words);
  });
});
