import { asksOf } from "@quorate/core/ask";
import * as Election from "@quorate/core/election";
import { readJournal } from "@quorate/core/journal";
import { expect, it } from "vitest";
import { answer, foundAssociation, holdSession, openElection, startStory } from "../support/association.ts";

it("of a roll of 450 all 220 absentees are asked, each once, though one step asks 200", async () => {
  const story = await startStory("2026-03-03T08:00:00.000Z");
  try {
    const association = await foundAssociation(story.machine, 450);
    const of = await openElection(story, association);
    await holdSession(story, association, of, 230);
    const hands = { "v1-for": "230", "v1-against": "0", "v1-abstain": "0" };
    const plan = { "v2-for": "230", "v2-against": "0", "v2-abstain": "0" };
    await answer(story, association.memberAt(0).address, "бројке", { ...hands, ...plan });
    for (const index of [0, 1, 2]) {
      await answer(story, association.memberAt(index).address, "овера", { verdict: "agree" });
    }
    const { roll } = await Election.readElection(story.machine.world, of.election);
    const asks = await asksOf(story.machine.world.table, roll?.collection ?? "", roll?.shards ?? 1);
    expect(asks).toHaveLength(450);
    expect(asks.filter((ask) => ask.state === "open")).toHaveLength(220);
    const letters = story.machine.mailSink?.letters().filter((letter) => letter.subject.includes("потврда")) ?? [];
    expect(new Set(letters.map((letter) => letter.to)).size).toBe(220);
    expect(letters).toHaveLength(220);
    const journal = await readJournal(story.machine.world.table, of.election);
    expect(journal.filter((entry) => entry.act === "letters.opened")).toMatchObject([{ facts: { asked: 220 } }]);
  } finally {
    await story.close();
  }
}, 180_000);
