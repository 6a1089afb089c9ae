import * as Election from "@quorate/core/election";
import { readJournal } from "@quorate/core/journal";
import { after } from "@quorate/core/kit";
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

const START = "2026-03-03T08:00:00.000Z";

describe("candidates nominated by letter before the session", () => {
  let story: Story;
  let association: Association;
  const address = (index: number) => association.memberAt(index).address;
  const id = (index: number) => association.memberAt(index).id;
  const row = (election: string) => Election.readElection(story.machine.world, election);

  beforeEach(async () => {
    story = await startStory(START);
    association = await foundAssociation(story.machine, 8);
  });
  afterEach(() => story.close());

  const openWithNominations = () => {
    const day = (days: number) => after(START, { days });
    return openElection(story, association, {
      title: "Избор председника и заменика",
      votes: [
        { kind: "elect", title: "Избор председника" },
        { kind: "elect", title: "Избор заменика председника" },
      ],
      deadlines: {
        ...{ nominations: day(3), acceptance: day(6), candidates: day(8) },
        ...{ figures: day(11), attestation: day(12), confirmation: day(17), waiver: day(19), declaration: day(22) },
      },
    });
  };
  const propose = (from: number, president: number | "nobody", deputy: number | "nobody") => {
    story.clock.moveTo(after(story.machine.world.clock.now(), { minutes: 1 }));
    return answer(story, address(from), "предлози кандидата", {
      v1: president === "nobody" ? president : id(president),
      v2: deputy === "nobody" ? deputy : id(deputy),
    });
  };
  const closeNominations = async (election: string) => {
    await story.moveTo(after((await row(election)).deadlines.nominations ?? START, { minutes: 6 }));
  };

  it("everybody is asked, nominees accept or decline, silence is not acceptance, and the approved list is put to the vote", async () => {
    const of = await openWithNominations();
    expect(await row(of.election)).toMatchObject({ stage: "nominations" });
    await propose(1, 3, 4);
    await propose(2, 3, 5);
    await propose(3, 2, "nobody");
    await closeNominations(of.election);
    expect(await row(of.election)).toMatchObject({ stage: "acceptance" });

    const ballot = await formOf(story, address(3), "кандидатура");
    expect(ballot.page.text).toContain("Избор председника");
    expect(ballot.page.text).not.toContain("Избор заменика председника");
    await answer(story, address(3), "кандидатура", { v1: "accept", "v1-statement": "Радићу за све школе." });
    await answer(story, address(4), "кандидатура", { v2: "accept" });
    await answer(story, address(2), "кандидатура", { v1: "decline" });
    await story.moveTo(after((await row(of.election)).deadlines.acceptance ?? START, { minutes: 6 }));
    const states = (await Election.nominationsOf(story.machine.world.table, of.election)).map(
      ({ vote, member, state, by, statement }) => [vote, member, state, by.length, statement],
    );
    expect(states).toEqual([
      ["v1", id(3), "accepted", 2, "Радићу за све школе."],
      ["v2", id(4), "accepted", 1, undefined],
      ["v2", id(5), "silent", 1, undefined],
      ["v1", id(2), "declined", 1, undefined],
    ]);

    await answer(story, address(0), "листа кандидата", { verdict: "agree" });
    expect(await row(of.election)).toMatchObject({ stage: "session" });
    const votes = await Election.votesOf(story.machine.world.table, of.election);
    expect(votes.map(({ vote }) => (vote.kind === "elect" ? vote.candidates : []))).toEqual([
      [{ id: "c1", member: id(3) }],
      [{ id: "c1", member: id(4) }],
    ]);
    const acts = (await readJournal(story.machine.world.table, of.election)).map(({ act }) => act);
    expect(acts).toEqual([
      ...["opened", "roll.frozen", "nominations.opened", "nominations.closed", "nominees.answered"],
      "candidates.approved",
    ]);
    await holdSession(story, association, of, 6, []);
    expect(await row(of.election)).toMatchObject({ stage: "figures" });
  });

  it("nobody may be named on the floor beside the approved list", async () => {
    const of = await openWithNominations();
    await propose(1, 3, "nobody");
    await closeNominations(of.election);
    await answer(story, address(3), "кандидатура", { v1: "accept" });
    await answer(story, address(0), "листа кандидата", { verdict: "agree" });
    await expect(holdSession(story, association, of, 6, [5])).rejects.toMatchObject({ code: "input.invalid" });
  });

  it("where nobody is nominated nobody is asked to accept, and the empty list is put to approval", async () => {
    const of = await openWithNominations();
    await closeNominations(of.election);
    expect(await row(of.election)).toMatchObject({ stage: "candidates" });
    expect(subjectsTo(story, address(3)).filter((subject) => subject.includes("кандидатура"))).toEqual([]);
  });

  it("a list that is returned parks the election with the reason, and is put to approval again", async () => {
    const of = await openWithNominations();
    await closeNominations(of.election);
    await answer(story, address(0), "листа кандидата", {
      verdict: "object",
      "verdict-reason": "Нема предлога, чекамо.",
    });
    expect(await row(of.election)).toMatchObject({ state: "parked", stage: "candidates" });
    await Election.resumeElection(story.machine.world, {
      ...{ election: of.election, actor: id(0), until: after(story.machine.world.clock.now(), { days: 2 }) },
    });
    await story.machine.settled();
    await answer(story, address(0), "листа кандидата", { verdict: "agree" });
    expect(await row(of.election)).toMatchObject({ state: "running", stage: "session" });
  });

  it("nominations whose deadline lies after the session are refused, and nothing is written", async () => {
    const wrong = openElection(story, association, {
      deadlines: {
        ...{ nominations: after(START, { days: 3 }), acceptance: after(START, { days: 9 }) },
        ...{ candidates: after(START, { days: 11 }), figures: after(START, { days: 12 }) },
        ...{ attestation: after(START, { days: 13 }), confirmation: after(START, { days: 17 }) },
        ...{ waiver: after(START, { days: 19 }), declaration: after(START, { days: 22 }) },
      },
    });
    await expect(wrong).rejects.toMatchObject({
      code: "election.setup",
      problems: [{ field: "candidates", code: "after-the-session" }],
    });
  });
});
