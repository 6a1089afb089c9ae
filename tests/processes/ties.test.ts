import * as Election from "@quorate/core/election";
import { firstBroken, readJournal } from "@quorate/core/journal";
import { after, sha256 } from "@quorate/core/kit";
import * as Offices from "@quorate/core/offices";
import { plainProfile, type RulesProfile } from "@quorate/core/vote";
import { Browser } from "@quorate/local/demo/browser";
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
} from "../support/association.ts";

describe("a tie is decided as the rules say", () => {
  let story: Story;
  let association: Association;
  let office: string;
  const address = (index: number) => association.memberAt(index).address;
  const row = (election: string) => Election.readElection(story.machine.world, election);
  const votes = (election: string) => Election.votesOf(story.machine.world.table, election);

  beforeEach(async () => {
    story = await startStory("2026-03-03T08:00:00.000Z");
    association = await foundAssociation(story.machine, 7);
  });
  afterEach(() => story.close());

  /** Three are for one candidate and three for the other; nobody by letter. */
  const tie = async (rule: RulesProfile["tie"], presiding?: number) => {
    const profile: RulesProfile = { ...plainProfile, base: "cast", tie: rule };
    office = await Offices.addOffice(story.machine.world, {
      ...{ network: association.network, actor: association.memberAt(0).id, title: { plain: "Председник" } },
      ...{ seats: 1, months: 24, coordinates: false },
    });
    const of = await openElection(story, association, {
      ...{ mode: "none", profile, votes: [{ kind: "elect", title: "Избор председника", office: { id: office } }] },
      ...(presiding !== undefined && { presiding: association.memberAt(presiding).id }),
    });
    await holdSession(story, association, of, 6, [3, 4]);
    await answer(story, address(0), "бројке", { "v1-c1": "3", "v1-c2": "3", "v1-abstain": "0" });
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
    return of.election;
  };
  const vote = (index: number, field: string, choice: string) =>
    answer(story, address(index), "поновљено гласање", { [field]: choice });
  const closeRound = async (election: string) => {
    await story.moveTo(after((await row(election)).deadlines.round ?? "", { minutes: 6 }));
  };
  const declare = async () => {
    for (const index of [0, 1]) await answer(story, address(index), "проглашење", { verdict: "agree" });
  };

  it("in a run-off by letter of everybody on the roll; both counts stand in the minutes", async () => {
    const election = await tie({ kind: "run-off" });
    expect(await row(election)).toMatchObject({ stage: "round", votes: ["v1", "v1r2"] });
    for (const index of [0, 1, 2, 3, 4]) await vote(index, "v1r2", index < 3 ? "c2" : "c1");
    await closeRound(election);
    // The seventh letter came back: with that vote each would have three.
    expect(await row(election)).toMatchObject({ stage: "waiver" });
    await answer(story, address(0), "неуручена писма", { reason: "Члан 07 је на дужем одсуству." });
    const [first, second] = await votes(election);
    expect(second?.letters).toMatchObject({ kind: "votes", sent: 7, answered: 5, silent: 1, undelivered: 1 });
    expect(first?.outcome).toMatchObject({
      kind: "declared",
      elected: ["c2"],
      tie: { by: "run-off", elected: ["c2"] },
    });
    await declare();
    expect(await row(election)).toMatchObject({ state: "ended", stage: "declared" });
    expect(await Offices.holdingsOf(story.machine.world.table, association.network)).toMatchObject([
      { office, member: association.memberAt(4).id, source: { election, vote: "v1" } },
    ]);
    const journal = await readJournal(story.machine.world.table, election);
    expect(firstBroken(journal, (await row(election)).journal)).toBeUndefined();
    const letter = story.machine.mailSink?.letters({ to: address(3) }).at(-1);
    const link = letter?.links.find((href) => href.includes("/m/")) ?? "";
    const minutes = await new Browser(story.machine.url).open(link);
    expect(minutes.status).toBe(200);
    expect(minutes.text).toContain("одлучио је други круг");
  });

  it("in a run-off whose deadline was moved, and that goes on without whom no letter reaches", async () => {
    const election = await tie({ kind: "run-off" });
    const { world } = story.machine;
    const actor = association.memberAt(0).id;
    for (const index of [0, 1, 2]) await vote(index, "v1r2", "c2");
    const first = (await row(election)).deadlines.round ?? "";
    const until = after(first, { days: 2 });
    await Election.extendStep(world, { election, step: "round", actor, until });
    await story.machine.settled();
    await story.moveTo(after(first, { days: 1 }));
    for (const index of [3, 4]) await vote(index, "v1r2", "c1");
    const asks = await Election.asksCounted(world, await row(election));
    const unreached = asks.find(({ undelivered }) => undelivered)?.id ?? "";
    const reason = "Члан 07 је на дужем одсуству.";
    await Election.waiveMember(world, { election, ask: unreached, actor, reason });
    await closeRound(election);
    expect(await row(election)).toMatchObject({ stage: "declaration", deadlines: { round: until } });
    const [tied, second] = await votes(election);
    expect(second?.letters).toMatchObject({ kind: "votes", sent: 7, answered: 5, silent: 1, undelivered: 1 });
    expect(tied?.outcome).toMatchObject({ kind: "declared", elected: ["c2"] });
    const waived = (await readJournal(world.table, election)).filter(({ act }) => act === "undelivered.waived");
    expect(waived).toMatchObject([{ actor, facts: { ask: unreached } }]);
  });

  it("a tie in the run-off too stays a tie, and the seat vacant", async () => {
    const election = await tie({ kind: "run-off" });
    for (const index of [0, 1, 2, 3]) await vote(index, "v1r2", index < 2 ? "c2" : "c1");
    await closeRound(election);
    await answer(story, address(0), "неуручена писма", { reason: "Члан 07 је на дужем одсуству." });
    const [first] = await votes(election);
    expect(first?.outcome).toMatchObject({ kind: "tied", tied: ["c1", "c2"] });
    await declare();
    expect(await row(election)).toMatchObject({ state: "ended", stage: "declared" });
  });

  const minutesFor = async (index: number) => {
    const letter = story.machine.mailSink?.letters({ to: address(index) }).at(-1);
    const link = letter?.links.find((href) => href.includes("/m/")) ?? "";
    return new Browser(story.machine.url).open(link);
  };

  it("by the open vote of whoever presides, which stands in the minutes with her name", async () => {
    const election = await tie({ kind: "chair" }, 5);
    expect(await row(election)).toMatchObject({ stage: "chair" });
    const refused = await answer(story, address(5), "једнаком броју", {});
    expect(refused.status).toBe(422);
    // Her time runs out; with a later deadline she is asked again, and everything after it still has its time.
    await story.moveTo(after((await row(election)).deadlines.chair ?? "", { minutes: 6 }));
    expect(await row(election)).toMatchObject({ state: "parked", stage: "chair" });
    const { world } = story.machine;
    const until = after(world.clock.now(), { days: 4 });
    await Election.resumeElection(world, { election, actor: association.memberAt(0).id, until });
    await story.machine.settled();
    await answer(story, address(5), "једнаком броју", { v1: "c2" });
    const [vote] = await votes(election);
    expect(vote?.outcome).toMatchObject({ kind: "declared", elected: ["c2"], tie: { by: "chair", elected: ["c2"] } });
    await declare();
    expect(await row(election)).toMatchObject({ state: "ended", stage: "declared" });
    const minutes = await minutesFor(3);
    expect(minutes.text).toContain("одлучио је глас председавајућег");
    expect(minutes.text).toContain("Одлучујући глас: Члан 06");
    const journal = await readJournal(world.table, election);
    expect(journal.map(({ act }) => act)).toContain("tie.decided");
    expect(firstBroken(journal, (await row(election)).journal)).toBeUndefined();
  });

  it("by whoever presides for several seats at once: as many as are left, and no more or fewer", async () => {
    const profile: RulesProfile = { ...plainProfile, base: "cast", tie: { kind: "chair" } };
    const of = await openElection(story, association, {
      ...{ mode: "none", profile, votes: [{ kind: "elect", title: "Избор управног одбора", seats: 3 }] },
      presiding: association.memberAt(0).id,
    });
    await holdSession(story, association, of, 6, [2, 3, 4, 5]);
    const hands = { "v1-c1": "6", "v1-c2": "4", "v1-c3": "4", "v1-c4": "4", "v1-voted": "6", "v1-abstain": "0" };
    await answer(story, address(0), "бројке", hands);
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
    expect((await votes(of.election))[0]?.outcome).toMatchObject({
      elected: ["c1"],
      tied: ["c2", "c3", "c4"],
      seats: 2,
    });
    const decide = async (chosen: readonly string[]) => {
      const { browser, page, form } = await formOf(story, address(0), "једнаком броју");
      if (!form) throw new Error(page.text);
      const sent = await browser.send(page, form, { v1: chosen });
      await story.machine.settled();
      return sent.status;
    };
    for (const chosen of [["c2"], ["c2", "c3", "c4"]]) expect(await decide(chosen)).toBe(422);
    expect(await decide(["c2", "c4"])).toBe(200);
    expect((await votes(of.election))[0]?.outcome).toMatchObject({
      ...{ kind: "declared", elected: ["c1", "c2", "c4"], vacant: 0, tie: { by: "chair", elected: ["c2", "c4"] } },
    });
  });

  it("nobody decides a tie that she is in herself: it is declared as a tie", async () => {
    const election = await tie({ kind: "chair" }, 4);
    expect(await row(election)).toMatchObject({ stage: "declaration" });
    await declare();
    expect((await votes(election))[0]?.outcome).toMatchObject({ kind: "tied", tied: ["c1", "c2"] });
    expect((await minutesFor(3)).text).toContain("нико није одлучио");
  });

  it("who presides is named before the election opens where a tie is left to her", async () => {
    await expect(tie({ kind: "chair" })).rejects.toMatchObject({
      problems: [{ field: "presiding", code: "missing" }],
    });
  });

  describe("by lot", () => {
    const source = "Државна лутрија Србије, Лото";
    const at = "2026-04-01T18:00:00.000Z";
    const value = "7, 12, 19, 23, 31, 33, 38";

    it("from a value that two others attest; the minutes print all that anybody needs to draw it again", async () => {
      const election = await tie({ kind: "lot", source, at });
      expect(await row(election)).toMatchObject({ state: "running", stage: "lot" });
      await story.moveTo(after(at, { minutes: -1 }));
      expect(await row(election)).toMatchObject({ stage: "lot" });
      await story.moveTo(after(at, { minutes: 1 }));
      expect(await row(election)).toMatchObject({ stage: "draw" });

      await answer(story, address(0), "вредности за жреб", { "lot-1": "7, 12, 19" });
      expect(await row(election)).toMatchObject({ stage: "witness" });
      // She sees that three numbers are missing, and says so.
      await answer(story, address(2), "провера вредности", {
        verdict: "object",
        "verdict-reason": `Објављено је ${value}.`,
      });
      expect(await row(election)).toMatchObject({ stage: "draw" });
      const again = story.machine.mailSink?.letters({ to: address(0) }).at(-1);
      expect(again?.text).toContain(`Објављено је ${value}.`);
      await answer(story, address(0), "вредности за жреб", { "lot-1": ` ${value} ` });
      for (const index of [1, 2]) await answer(story, address(index), "провера вредности", { verdict: "agree" });

      expect(await row(election)).toMatchObject({ stage: "declaration" });
      await declare();
      const [vote] = await votes(election);
      const { roll } = await row(election);
      const seed = sha256(`${roll?.hash}\n${value}`);
      const number = (candidate: string) => sha256(`${seed}\nv1\n${candidate}`);
      const [elected = ""] = ["c1", "c2"].toSorted((a, b) => (number(a) < number(b) ? -1 : 1));
      expect(vote?.outcome).toMatchObject({ kind: "declared", elected: [elected], tie: { by: "lot" } });
      const { text } = await minutesFor(3);
      for (const words of [source, value, String(roll?.hash), seed, number("c1"), number("c2")]) {
        expect(text).toContain(words);
      }
      expect(text).toContain(`printf '%s\\n%s' '${roll?.hash}' '${value}' | sha256sum`);
      expect(text).toContain("Приговор на вредност за жреб, Члан 03");
      const journal = await readJournal(story.machine.world.table, election);
      expect(journal.map(({ act }) => act)).toEqual(
        expect.arrayContaining(["lot.due", "lot.entered", "lot.returned", "lot.drawn"]),
      );
      expect(firstBroken(journal, (await row(election)).journal)).toBeUndefined();
    });

    it("whoever does not enter the value in time is asked again with a later deadline", async () => {
      const election = await tie({ kind: "lot", source, at });
      await story.moveTo(after(at, { minutes: 1 }));
      await story.moveTo(after((await row(election)).deadlines.draw ?? "", { minutes: 6 }));
      expect(await row(election)).toMatchObject({ state: "parked", stage: "draw" });
      const { world } = story.machine;
      const until = after(world.clock.now(), { days: 4 });
      await Election.resumeElection(world, { election, actor: association.memberAt(0).id, until });
      await story.machine.settled();
      await answer(story, address(0), "вредности за жреб", { "lot-1": value });
      for (const index of [1, 2]) await answer(story, address(index), "провера вредности", { verdict: "agree" });
      expect(await row(election)).toMatchObject({ state: "running", stage: "declaration" });
    });

    it("is refused where its value could be known while votes are still given, or without a moment", async () => {
      for (const [moment, code] of [
        ["2026-03-20T08:00:00.000Z", "before-the-letters-close"],
        [undefined, "missing"],
      ] as const) {
        const rule = { kind: "lot" as const, source, ...(moment && { at: moment }) };
        await expect(tie(rule)).rejects.toMatchObject({ problems: [{ field: "lotAt", code }] });
      }
    });
  });
});
