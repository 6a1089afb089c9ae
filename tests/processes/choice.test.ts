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

describe("a member who is elected to two offices", () => {
  let story: Story;
  let association: Association;
  let election: string;
  const address = (index: number) => association.memberAt(index).address;
  const row = () => Election.readElection(story.machine.world, election);
  const outcomes = async () =>
    (await Election.votesOf(story.machine.world.table, election)).map(({ outcome }) => outcome);

  /** The fourth member wins both votes, by five hands or by the hands of all. */
  const electTwice = async (candidates: readonly number[]) => {
    const of = await openElection(story, association, {
      ...{ mode: "none", profile: { ...plainProfile, base: "cast" } },
      votes: [
        { kind: "elect", title: "Избор председника" },
        { kind: "elect", title: "Избор заменика председника" },
      ],
    });
    election = of.election;
    await holdSession(story, association, of, 6, candidates);
    const hands = (vote: string) =>
      candidates.length > 1
        ? { [`${vote}-c1`]: "5", [`${vote}-c2`]: "1", [`${vote}-abstain`]: "0" }
        : { [`${vote}-for`]: "6", [`${vote}-against`]: "0", [`${vote}-abstain`]: "0" };
    await answer(story, address(0), "бројке", { ...hands("v1"), ...hands("v2") });
    for (const index of [0, 1, 2]) await answer(story, address(index), "овера", { verdict: "agree" });
  };

  beforeEach(async () => {
    story = await startStory("2026-03-03T08:00:00.000Z");
    association = await foundAssociation(story.machine, 7);
  });
  afterEach(() => story.close());

  it("takes one by her own ask, and the other vote is repeated without her; nobody moves up", async () => {
    await electTwice([3, 4]);
    expect(await row()).toMatchObject({ stage: "choice" });
    expect(subjectsTo(story, address(4)).filter((subject) => subject.includes("избор између функција"))).toEqual([]);
    await answer(story, address(3), "избор између функција", {
      [`office-of-${association.memberAt(3).id}`]: "v1",
    });
    expect(await row()).toMatchObject({ stage: "round", votes: ["v1", "v2", "v2r2"] });
    expect(await outcomes()).toMatchObject([
      { kind: "declared", elected: ["c1"] },
      { kind: "not-elected", reason: "given-up" },
      undefined,
    ]);
    const form = (await formOf(story, address(5), "поновљено гласање")).page.text;
    expect(form).toContain("Избор заменика председника");
    expect(form).toContain("Члан 05");
    expect(form).not.toContain("Члан 04");
    for (const index of [0, 1, 2, 3, 4, 5]) await answer(story, address(index), "поновљено гласање", { v2r2: "for" });
    await story.moveTo(after((await row()).deadlines.round ?? "", { minutes: 6 }));
    expect((await outcomes()).slice(0, 2)).toMatchObject([
      { kind: "declared", elected: ["c1"] },
      { kind: "declared", elected: ["c2"], vacant: 0 },
    ]);
    for (const index of [0, 1]) await answer(story, address(index), "проглашење", { verdict: "agree" });
    expect(await row()).toMatchObject({ stage: "declared", state: "ended" });
    const minutes = await (await signedIn(story, address(0))).open(
      `/n/${association.network}/elections/${election}/minutes`,
    );
    expect(minutes.text).toContain("прихваћена је друга функција: Избор председника");
    const acts = (await readJournal(story.machine.world.table, election)).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(["offices.several", "offices.chosen"]));
  });

  it("who says nothing holds the election up; where nobody else stood, the office she leaves is vacant", async () => {
    await electTwice([3]);
    await story.moveTo(after((await row()).deadlines.choice ?? "", { minutes: 6 }));
    expect(await row()).toMatchObject({ state: "parked", stage: "choice" });
    const until = after(story.machine.world.clock.now(), { days: 3 });
    await Election.resumeElection(story.machine.world, { election, actor: association.memberAt(0).id, until });
    await story.machine.settled();
    await answer(story, address(3), "избор између функција", {
      [`office-of-${association.memberAt(3).id}`]: "v2",
    });
    expect(await row()).toMatchObject({ stage: "declaration" });
    expect(await outcomes()).toMatchObject([
      { kind: "not-elected", reason: "given-up" },
      { kind: "declared", elected: ["c1"] },
    ]);
    const form = (await formOf(story, address(1), "проглашење")).page.text;
    expect(form).toContain("Избор председника: место је упражњено");
  });
});
