import * as Election from "@quorate/core/election";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failStore } from "../../support/store-faults.ts";
import { seededRandom, testWorld } from "../../support/world.ts";
import * as Acts from "./acts.ts";
import { foundLetters, scenarios } from "./founding.ts";
import { holds, tamperingIsSeen } from "./holds.ts";
import { newModel, type Verdict } from "./model.ts";

const someone = fc.nat({ max: 6 });
const verdicts = fc.array(fc.constantFrom<Verdict[]>("for", "for", "against", "abstain"), {
  minLength: 2,
  maxLength: 2,
});
const index = fc.nat({ max: 1 });

/** How often each is drawn, against the others. */
const acts: fc.WeightedArbitrary<Acts.Act>[] = [
  { weight: 4, arbitrary: someone.map(Acts.openForm) },
  { weight: 10, arbitrary: fc.tuple(someone, verdicts).map((of) => Acts.answer(...of)) },
  { weight: 4, arbitrary: fc.tuple(someone, verdicts).map((of) => Acts.answerAtTheClose(...of)) },
  { weight: 1, arbitrary: verdicts.map(Acts.everybodyAnswers) },
  { weight: 3, arbitrary: someone.map(Acts.withdraw) },
  { weight: 4, arbitrary: someone.map(Acts.bounce) },
  { weight: 2, arbitrary: someone.map(Acts.waive) },
  { weight: 2, arbitrary: fc.integer({ min: -60, max: 2 * 24 * 60 }).map(Acts.extendBy) },
  { weight: 1, arbitrary: fc.constant(Acts.extendAtTheClose) },
  { weight: 3, arbitrary: someone.map(Acts.changeAddress) },
  { weight: 2, arbitrary: someone.map(Acts.remove) },
  { weight: 5, arbitrary: fc.constant(Acts.look) },
  { weight: 2, arbitrary: fc.constant(Acts.lookTwice) },
  { weight: 6, arbitrary: fc.constant(Acts.toTheClose) },
  { weight: 4, arbitrary: fc.constant(Acts.goOnWithoutThem) },
  { weight: 6, arbitrary: fc.constant(Acts.declare) },
  { weight: 2, arbitrary: index.map(Acts.approve) },
  { weight: 1, arbitrary: index.map(Acts.returnOutcomes) },
  { weight: 3, arbitrary: fc.constant(Acts.resume) },
  { weight: 4, arbitrary: someone.map(Acts.object) },
  { weight: 4, arbitrary: fc.constant(Acts.askToAnnul) },
  { weight: 6, arbitrary: fc.constantFrom("agree" as const, "object" as const).map(Acts.decideAnnulment) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 24 * 60 }).map(Acts.pass) },
];

/** Every act, and after it everything that has to hold at any time. */
const holding = (one: Acts.Act): Acts.Act => ({
  check: (model) => one.check(model),
  toString: () => one.toString(),
  async run(model, real) {
    await one.run(model, real);
    await holds(model, real);
  },
});

/** Wherever it stands then, it comes to its end: declared, and annulled while there is time. */
const theEnd: readonly Acts.Act[] = [
  ...[Acts.toTheClose, Acts.look, Acts.goOnWithoutThem, Acts.look, Acts.resume, Acts.declare],
  ...[Acts.resume, Acts.declare, Acts.look, Acts.askToAnnul, Acts.decideAnnulment("agree"), Acts.look],
];

describe("an election, from its letters on", () => {
  it("holds R1, R3, R4, R7, R8, R9, R15 and R17, in whatever order people and the machine act", async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        scenarios,
        fc.commands([fc.oneof(...acts).map(holding)], { maxCommands: 40, size: "max" }),
        async (scenario, commands) => {
          runs += 1;
          const test = await testWorld({ seed: `election ${runs}` });
          const { world } = test;
          const founded = await foundLetters(test, scenario);
          const { deadlines } = await Election.readElection(world, founded.election);
          const model = newModel(scenario, deadlines.confirmation);
          failStore(test.store.client, seededRandom(`faults ${runs}`), { conflict: 0.1, throttle: 0, lostAnswer: 0 });
          const real: Acts.Real = { test, world, founded, journal: [] };
          await holds(model, real);
          await fc.asyncModelRun(() => ({ model, real }), commands);
          for (const act of theEnd) if (act.check(model)) await holding(act).run(model, real);
          expect(["annulled", "final"]).toContain(model.stage);
          await tamperingIsSeen(real);
          await test.close();
        },
      ),
      // The same runs every time; another number gives others, and more of them.
      {
        numRuns: Number(process.env.QUORATE_RUNS ?? 8),
        seed: Number(process.env.QUORATE_SEED ?? 27),
        endOnFailure: true,
      },
    );
  }, 600_000);
});
