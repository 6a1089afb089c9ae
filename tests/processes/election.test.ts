import { type Ask, asksOf } from "@quorate/core/ask";
import * as Election from "@quorate/core/election";
import { firstBroken, readJournal } from "@quorate/core/journal";
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

const figures = (hands: number, against = 0) => ({
  ...{ "v1-for": String(hands), "v1-against": String(against), "v1-abstain": "0" },
  ...{ "v2-for": String(hands), "v2-against": "0", "v2-abstain": "0" },
});

describe("an election decided at a session and confirmed by letter", () => {
  let story: Story;
  let association: Association;
  const address = (index: number) => association.memberAt(index).address;

  beforeEach(async () => {
    story = await startStory(START);
    association = await foundAssociation(story.machine);
  });
  afterEach(() => story.close());

  const row = (id: string) => Election.readElection(story.machine.world, id);
  const attest = async () => {
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
  };

  it("18 of 27 decide, 7 confirm, 1 objects, 1 letter comes back: declared with 25 of 27", async () => {
    const of = await openElection(story, association);
    expect((await row(of.election)).roll?.size).toBe(27);
    await holdSession(story, association, of, 18);
    await answer(story, address(0), "бројке", figures(18));
    await attest();
    for (let index = 18; index < 25; index += 1) {
      await answer(story, address(index), "потврда", { v1: "confirm", v2: "confirm" });
    }
    await answer(story, address(25), "потврда", { v1: "object", "v1-reason": "Више предлога.", v2: "confirm" });
    await story.moveTo(after((await row(of.election)).deadlines.confirmation, { minutes: 6 }));
    for (const index of [0, 1]) await answer(story, address(index), "проглашење", { verdict: "agree" });

    const election = await row(of.election);
    expect(election).toMatchObject({ state: "ended", stage: "declared" });
    const [president] = await Election.votesOf(story.machine.world.table, of.election);
    expect(president?.letters).toEqual({
      kind: "confirmations",
      sent: 9,
      confirm: 7,
      object: 1,
      abstain: 0,
      silent: 0,
      late: 0,
      undelivered: 1,
    });
    expect(president?.outcome).toMatchObject({
      kind: "declared",
      tally: { for: 25, against: 1, base: 27, required: 14 },
    });
    const journal = await readJournal(story.machine.world.table, of.election);
    expect(firstBroken(journal, election.journal)).toBeUndefined();
    expect(journal.map((entry) => entry.act)).toEqual([
      ...["opened", "roll.frozen", "vote.opened", "vote.closed", "vote.opened", "vote.closed", "session.closed"],
      ...["figures.recorded", "figures.attested", "present.marked", "letters.opened", "letters.closed"],
      ...["letters.counted", "result.approved", "result.declared"],
    ]);
    expect(subjectsTo(story, address(5))).toHaveLength(1);
    expect(subjectsTo(story, address(20)).map((subject) => subject.split(":").at(0))).not.toContain("Подсетник");
  });

  it("a member who was present is not asked to confirm", async () => {
    const of = await openElection(story, association);
    await holdSession(story, association, of, 18);
    await answer(story, address(0), "бројке", figures(18));
    await attest();
    const { roll } = await row(of.election);
    const asks = await asksOf(story.machine.world.table, roll?.collection ?? "", 1);
    const asked = asks.filter((ask: Ask) => ask.state === "open").map((ask) => ask.member);
    expect(new Set(asked)).toEqual(new Set(association.members.slice(18).map((member) => member.id)));
  });

  describe("R14 Attestation", () => {
    it("an objection sends the figures back to the recorder, and all three are asked again", async () => {
      const of = await openElection(story, association);
      await holdSession(story, association, of, 18);
      await answer(story, address(0), "бројке", figures(17));
      await answer(story, address(1), "овера", { verdict: "object", "verdict-reason": "Било је осамнаест гласова." });
      expect(await row(of.election)).toMatchObject({ stage: "figures", turns: { figures: 2 } });
      await answer(story, address(0), "бројке", figures(18));
      await attest();
      expect(await row(of.election)).toMatchObject({
        stage: "confirmation",
        objections: [{ step: "attestation", turn: 1, reason: "Било је осамнаест гласова." }],
      });
    });

    it("figures that come back after their deadline give the recorder a day again, and what follows moves along", async () => {
      const of = await openElection(story, association);
      const before = (await row(of.election)).deadlines;
      await holdSession(story, association, of, 18);
      await answer(story, address(0), "бројке", figures(17));
      await story.moveTo(after(of.startsAt, { days: 1, hours: 2 }));
      await answer(story, address(1), "овера", { verdict: "object", "verdict-reason": "Било је осамнаест гласова." });
      const { deadlines, ...now } = await row(of.election);
      expect(now).toMatchObject({ state: "running", stage: "figures", turns: { figures: 2, attestation: 2 } });
      expect((deadlines.figures ?? "") > (before.figures ?? "")).toBe(true);
      expect(deadlines.declaration > before.declaration).toBe(true);
      await answer(story, address(0), "бројке", figures(18));
      await attest();
      expect((await row(of.election)).stage).toBe("confirmation");
    });
  });

  it("those who have not answered are reminded, and nobody else", async () => {
    const of = await openElection(story, association);
    await holdSession(story, association, of, 18);
    await answer(story, address(0), "бројке", figures(18));
    await attest();
    await answer(story, address(18), "потврда", { v1: "confirm", v2: "confirm" });
    await story.moveTo(after(of.startsAt, { days: 6, hours: 2 }));
    const isReminder = (subject: string) => subject.startsWith("Подсетник");
    expect(subjectsTo(story, address(18)).filter(isReminder)).toHaveLength(0);
    expect(subjectsTo(story, address(19)).filter(isReminder).length).toBeGreaterThan(0);
    expect(subjectsTo(story, address(26)).filter(isReminder)).toHaveLength(0);
  });

  it("figures that nobody enters park the election; the coordinator is told and resumes it", async () => {
    const of = await openElection(story, association);
    await holdSession(story, association, of, 18);
    await story.moveTo(after(of.startsAt, { days: 1, minutes: 10 }));
    expect(await row(of.election)).toMatchObject({ state: "parked", stage: "figures", parked: { fault: "lapsed" } });
    expect(subjectsTo(story, address(0)).at(-1)).toContain("Актив");
    const until = after(of.startsAt, { days: 1, hours: 20 });
    await Election.resumeElection(story.machine.world, {
      election: of.election,
      actor: association.memberAt(0).id,
      until,
    });
    await story.machine.settled();
    expect(await row(of.election)).toMatchObject({ state: "running", stage: "figures", execution: 2 });
    await answer(story, address(0), "бројке", figures(18));
    expect((await row(of.election)).stage).toBe("attestation");
  });

  it("a session that is not held parks the election, which goes on with a later deadline", async () => {
    const of = await openElection(story, association);
    await story.moveTo(after(of.startsAt, { days: 1, minutes: 10 }));
    expect(await row(of.election)).toMatchObject({ state: "parked", stage: "session", parked: { fault: "lapsed" } });
    const { world } = story.machine;
    const again = { election: of.election, actor: association.memberAt(0).id };
    await expect(Election.resumeElection(world, again)).rejects.toMatchObject({ code: "input.invalid" });
    await Election.resumeElection(world, { ...again, until: after(of.startsAt, { days: 2 }) });
    await story.machine.settled();
    await holdSession(story, association, { ...of, startsAt: after(of.startsAt, { days: 1, hours: 1 }) }, 18);
    expect(await row(of.election)).toMatchObject({ state: "running", stage: "figures", execution: 2 });
  });

  it("letters whose deadline passed before they could go out wait for a later one; nobody is taken for silent", async () => {
    const of = await openElection(story, association);
    await holdSession(story, association, of, 18);
    await story.moveTo(after(of.startsAt, { days: 8 }));
    const again = { election: of.election, actor: association.memberAt(0).id };
    await Election.resumeElection(story.machine.world, { ...again, until: after(of.startsAt, { days: 9 }) });
    await story.machine.settled();
    await answer(story, address(0), "бројке", figures(18));
    await attest();
    expect(await row(of.election)).toMatchObject({ state: "running", stage: "confirmation" });
    expect((await row(of.election)).deadlines.confirmation > after(of.startsAt, { days: 9 })).toBe(true);
    expect(subjectsTo(story, address(20)).some((subject) => subject.includes("потврда"))).toBe(true);
  });

  it("a declared election is not rewritten", async () => {
    const of = await openElection(story, association, { mode: "none" });
    await holdSession(story, association, of, 18);
    await answer(story, address(0), "бројке", figures(18));
    await attest();
    for (const index of [0, 1]) await answer(story, address(index), "проглашење", { verdict: "agree" });
    const declared = await row(of.election);
    expect(declared).toMatchObject({ state: "ended", stage: "declared" });
    const { world } = story.machine;
    const by = { election: of.election, actor: association.memberAt(0).id };
    const named = { ...by, replaces: association.memberAt(1).id, member: association.memberAt(9).id };
    await expect(Election.nameVerifier(world, named)).rejects.toMatchObject({ code: "election.stage" });
    const waived = { ...by, ask: "ask_00none", reason: "Не може се чекати." };
    await expect(Election.waiveMember(world, waived)).rejects.toMatchObject({ code: "election.stage" });
    const until = after(world.clock.now(), { days: 30 });
    await expect(Election.extendStep(world, { ...by, step: "declaration", until })).rejects.toMatchObject({
      code: "collection.closed",
    });
    expect(await row(of.election)).toEqual(declared);
  });

  it("a result that is returned parks the election with the reason, and both are asked again", async () => {
    const of = await openElection(story, association);
    await holdSession(story, association, of, 18);
    await answer(story, address(0), "бројке", figures(18));
    await attest();
    await story.moveTo(after((await row(of.election)).deadlines.confirmation, { minutes: 6 }));
    const reason = "Недостаје један одговор.";
    await answer(story, address(1), "проглашење", { verdict: "object", "verdict-reason": reason });
    expect(await row(of.election)).toMatchObject({
      ...{ state: "parked", stage: "declaration", parked: { fault: "returned" } },
      objections: [{ step: "declaration", reason }],
    });
    const until = after((await row(of.election)).deadlines.declaration, { days: 1 });
    const actor = association.memberAt(0).id;
    await Election.resumeElection(story.machine.world, { election: of.election, actor, until });
    await story.machine.settled();
    for (const index of [0, 1]) await answer(story, address(index), "проглашење", { verdict: "agree" });
    expect(await row(of.election)).toMatchObject({ state: "ended", stage: "declared" });
  });

  it("undelivered members who could change the outcome stop it until the coordinator says why it goes on", async () => {
    const of = await openElection(story, association);
    await holdSession(story, association, of, 14);
    const hands = { "v1-for": "13", "v1-against": "1", "v1-abstain": "0" };
    await answer(story, address(0), "бројке", { ...hands, "v2-for": "14", "v2-against": "0", "v2-abstain": "0" });
    await attest();
    await story.moveTo(after((await row(of.election)).deadlines.confirmation, { minutes: 6 }));
    expect((await row(of.election)).stage).toBe("waiver");
    const page = await answer(story, address(0), "писма", { reason: "Поштанско сандуче више не постоји." });
    expect(page.status).toBe(200);
    expect((await row(of.election)).stage).toBe("declaration");
    for (const index of [0, 1]) await answer(story, address(index), "проглашење", { verdict: "agree" });
    const [president, plan] = await Election.votesOf(story.machine.world.table, of.election);
    expect(president?.outcome).toMatchObject({ kind: "not-confirmed", tally: { for: 13, base: 27, required: 14 } });
    expect(plan?.outcome).toMatchObject({ kind: "declared", tally: { for: 14 } });
  });

  it("a tie is not put to the absentees but repeated, and where nobody answers that, nobody is elected", async () => {
    const of = await openElection(story, association);
    await holdSession(story, association, of, 18, [3, 4]);
    const hands = { "v1-c1": "9", "v1-c2": "9", "v1-abstain": "0" };
    await answer(story, address(0), "бројке", { ...hands, "v2-for": "18", "v2-against": "0", "v2-abstain": "0" });
    await attest();
    const { page } = await formOf(story, address(20), "потврда");
    expect(page.text).not.toContain("Избор председника");
    expect(page.text).toContain("Усвајање плана рада");
    await story.moveTo(after((await row(of.election)).deadlines.confirmation, { minutes: 6 }));
    const presidents = async () =>
      (await Election.votesOf(story.machine.world.table, of.election)).map((one) => one.outcome);
    expect((await presidents())[0]).toMatchObject({ kind: "tied", tied: ["c1", "c2"], seats: 1 });
    await story.moveTo(after((await row(of.election)).deadlines.round ?? "", { minutes: 6 }));
    for (const index of [0, 1]) await answer(story, address(index), "проглашење", { verdict: "agree" });
    const [president, , repeated] = await presidents();
    expect(repeated).toMatchObject({ kind: "no-quorum" });
    expect(president).toMatchObject({ kind: "not-elected" });
    expect((await row(of.election)).stage).toBe("declared");
  });

  it("an extension moves the window and tells those still open", async () => {
    const of = await openElection(story, association);
    await holdSession(story, association, of, 18);
    await answer(story, address(0), "бројке", figures(18));
    await attest();
    const before = subjectsTo(story, address(19)).length;
    const until = after(of.startsAt, { days: 8 });
    const actor = association.memberAt(0).id;
    await Election.extendStep(story.machine.world, { election: of.election, step: "confirmation", actor, until });
    await story.machine.settled();
    expect(subjectsTo(story, address(19))).toHaveLength(before + 1);
    await story.moveTo(after(of.startsAt, { days: 7, minutes: 10 }));
    expect((await row(of.election)).stage).toBe("confirmation");
    await answer(story, address(19), "рок", { v1: "confirm", v2: "confirm" });
    await story.moveTo(after(until, { minutes: 6 }));
    expect((await row(of.election)).stage).toBe("declaration");
  });

  it("a restart in the middle of the letters loses nothing, and the election ends as it would have", async () => {
    const of = await openElection(story, association);
    await holdSession(story, association, of, 18);
    await answer(story, address(0), "бројке", figures(18));
    await attest();
    await answer(story, address(18), "потврда", { v1: "confirm", v2: "confirm" });
    await story.restart();
    await answer(story, address(19), "потврда", { v1: "confirm", v2: "confirm" });
    await story.moveTo(after((await row(of.election)).deadlines.confirmation, { minutes: 6 }));
    const [president] = await Election.votesOf(story.machine.world.table, of.election);
    expect(president?.letters).toMatchObject({ confirm: 2, silent: 6, undelivered: 1 });
  });
});
