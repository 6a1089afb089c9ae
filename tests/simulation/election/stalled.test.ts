import * as Election from "@quorate/core/election";
import { after, type Table, type World, type Write } from "@quorate/core/kit";
import type { Task } from "@quorate/core/process";
import { plainProfile } from "@quorate/core/vote";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NETWORK } from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";
import { answerStep, type Founded, foundFigures, foundLetters, type Scenario, walkOn } from "./founding.ts";

const away = "away" as const;

/** Six are there, all for the plan, and one candidate has a vote more than the other; the seventh gets a letter. */
const scenario: Scenario = {
  ...{ size: 7, mode: "ratified", meets: true },
  rules: [plainProfile, plainProfile].map((profile) => ({ ...profile, lettersCountTowardsQuorum: true })),
  hands: [
    ["for", "for", "for", "for", "for", "for", away],
    ["for", "for", "for", "for", "for", "against", away],
  ],
};

/** A world whose task reads all it needs; before it writes a vote for the first time, something else happens. */
function stalling(world: World, meanwhile: () => Promise<void>): World {
  let hasStalled = false;
  const isVote = (write: Write) => write.kind === "replace" && write.item.record === "election-vote";
  const table: Table = {
    ...world.table,
    async write(writes) {
      if (!hasStalled && writes.some(isVote)) {
        hasStalled = true;
        await meanwhile();
      }
      return world.table.write(writes);
    },
  };
  return { ...world, table };
}

describe("a task that stalls while its election goes on", () => {
  let test: TestWorld;
  let founded: Founded;
  const row = () => Election.readElection(test.world, founded.election);
  const figures = (over: Record<string, string> = {}) => ({
    ...{ "v1-for": "6", "v1-against": "0", "v1-abstain": "0", "v2-c1": "5", "v2-c2": "1", "v2-abstain": "0" },
    ...over,
  });

  beforeEach(async () => {
    test = await testWorld();
  });
  afterEach(() => test.close());

  /** The task runs; what `meanwhile` has left is what there is afterwards. */
  const stalls = async (task: Task, meanwhile: () => Promise<void>) => {
    let left: Record<string, unknown>[] | undefined;
    const world = stalling(test.world, async () => {
      await meanwhile();
      left = await test.items();
    });
    let word = "again";
    while (word === "again") word = (await task(world, { network: NETWORK, process: founded.election })).word;
    expect(left).toBeDefined();
    expect(await test.items()).toEqual(left);
    return word;
  };
  const look = () => walkOn(test.world, founded.election);
  const verifierObjects = async () => {
    await answerStep(test.world, founded, "attestation", 1, {
      ...{ verdict: "object", "verdict-reason": "Један је био против, бројано је погрешно." },
    });
    await look();
  };

  it("writes none of the recorder's earlier figures over those that came after an objection", async () => {
    founded = await foundFigures(test, scenario);
    await answerStep(test.world, founded, "figures", 0, figures());
    const word = await stalls(Election.CheckFigures, async () => {
      await look();
      await verifierObjects();
      expect(await row()).toMatchObject({ stage: "figures", turns: { figures: 2 } });
      await answerStep(test.world, founded, "figures", 0, figures({ "v1-for": "5", "v1-against": "1" }));
      await look();
    });
    expect(word).toBe("recorded");
    const [plan] = await Election.votesOf(test.world.table, founded.election);
    expect(plan?.live?.figures).toMatchObject({ for: 5, against: 1 });
  });

  it("does not take figures that were sent back for those that the recorder is asked for again", async () => {
    founded = await foundFigures(test, scenario);
    await answerStep(test.world, founded, "figures", 0, figures());
    const word = await stalls(Election.CheckFigures, async () => {
      await look();
      await verifierObjects();
    });
    expect(word).toBe("impossible");
    expect(await row()).toMatchObject({ stage: "figures", turns: { figures: 2 } });
  });

  it("counts nothing again once the result is declared", async () => {
    founded = await foundLetters(test, scenario);
    const { deadlines } = await row();
    test.clock.moveTo(after(deadlines.confirmation, { minutes: 6 }));
    const { world } = test;
    // The machine has closed the letters, and goes no further than that.
    while ((await row()).stage === "confirmation") {
      await Election.CheckConfirmation(world, { network: NETWORK, process: founded.election });
    }
    const word = await stalls(Election.Reconcile, async () => {
      await look();
      for (const index of [0, 1]) await answerStep(world, founded, "declaration", index, { verdict: "agree" });
      await look();
      expect(await row()).toMatchObject({ stage: "declared" });
    });
    expect(word).toBe("window");
  });
});
