import { createHash } from "node:crypto";
import { sha256 } from "@quorate/core/kit";
import {
  breakTie,
  type CountedVote,
  drawLot,
  noLetters,
  type Outcome,
  Outcome as OutcomeSchema,
  outcome,
  repeatVote,
  runOffVote,
  type Tied,
  Vote,
} from "@quorate/core/vote";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { adoption, election, hands, planHands, profile, throughout } from "./fixtures.ts";

function session(vote: Vote, live: CountedVote["live"]): Outcome {
  return outcome({ vote, rollSize: 27, attendance: throughout(18), live, letters: noLetters });
}

function tiedIn(result: Outcome): Tied {
  if (result.kind !== "tied") throw new Error(`not a tie: ${result.kind}`);
  return result;
}

const president = election("ABC", { mode: "none" });
const tie = tiedIn(session(president, hands({ A: 8, B: 8, C: 2 })));

/** Three seats, more than half of those present: A has hers, B and C tie for one, D is behind; the third stays open with it. */
const board = election("ABCD", { mode: "none", seats: 2, profile: profile({ base: "present" }) });
const boardTie = tiedIn(session(board, { kind: "seats", votes: { A: 15, B: 6, C: 6, D: 2 }, voted: 17, abstain: 1 }));

describe("votes R11: a tie is broken by what the profile said beforehand", () => {
  test.each(["chair", "lot", "run-off", "repeat"] as const)("by %s, and the outcome says so", (kind) => {
    const broken = breakTie(tie, { kind, elected: ["B"] });
    const { tally, each, quorum } = tie;
    expect(broken).toEqual({
      ...{ kind: "declared", elected: ["B"], vacant: 0, tie: { by: kind, elected: ["B"] } },
      ...{ tally, each, quorum },
    });
    expect(v.parse(OutcomeSchema, JSON.parse(JSON.stringify(broken)))).toEqual(broken);
  });

  test("those elected before stay elected, and are named first", () => {
    expect(boardTie).toMatchObject({ elected: ["A"], tied: ["B", "C"], seats: 1, vacant: 0 });
    expect(breakTie(boardTie, { kind: "lot", elected: ["C"] })).toMatchObject({
      kind: "declared",
      elected: ["A", "C"],
      tie: { by: "lot", elected: ["C"] },
    });
  });

  test("a run-off that elects nobody leaves the seat vacant; without anybody elected before, nobody is elected", () => {
    expect(breakTie(boardTie, { kind: "run-off", elected: [] })).toMatchObject({ elected: ["A"], vacant: 1 });
    expect(breakTie(tie, { kind: "run-off", elected: [] })).toMatchObject({ kind: "not-elected" });
  });

  test("a repeated vote may elect somebody who was not among the tied", () => {
    expect(breakTie(boardTie, { kind: "repeat", elected: ["D"] })).toMatchObject({ elected: ["A", "D"] });
  });

  test.each([
    { words: "the chair for somebody behind", of: tie, by: { kind: "chair", elected: ["C"] } },
    { words: "the chair for nobody", of: tie, by: { kind: "chair", elected: [] } },
    { words: "a lot for both", of: tie, by: { kind: "lot", elected: ["A", "B"] } },
    { words: "a run-off for somebody elected before", of: boardTie, by: { kind: "run-off", elected: ["A"] } },
    { words: "a repeat for somebody elected before", of: boardTie, by: { kind: "repeat", elected: ["A"] } },
    { words: "a repeat for more than the seats", of: boardTie, by: { kind: "repeat", elected: ["B", "C"] } },
    { words: "somebody who does not stand", of: tie, by: { kind: "repeat", elected: ["Z"] } },
  ] as const)("never by $words", ({ of, by }) => {
    expect(() => breakTie(of, by)).toThrow();
  });
});

describe("the vote that follows", () => {
  test("a run-off is held by letter among the tied alone, for the seats they tie for; letters make its quorum", () => {
    const runOff = runOffVote(board, boardTie);
    expect(runOff).toMatchObject({ id: "vot_presidentr2", seats: 1, method: "form", mode: "combined" });
    expect(runOff.candidates.map(({ id }) => id)).toEqual(["B", "C"]);
    expect(runOff.profile).toEqual({ ...board.profile, lettersCountTowardsQuorum: true });
    expect(v.is(Vote, runOff)).toBe(true);
    expect(runOffVote(runOff, { tied: ["B", "C"], seats: 1 }).id).toBe("vot_presidentr3");
  });

  test("a repeated vote is open to everybody who is not elected yet", () => {
    const again = repeatVote(board, boardTie);
    expect(again).toMatchObject({ seats: 1, method: "form", candidates: [{ id: "B" }, { id: "C" }, { id: "D" }] });
  });

  test("somebody elected to two offices leaves one of them, and that vote is repeated without her (votes R12)", () => {
    const counted = session(board, { kind: "seats", votes: { A: 15, B: 12, C: 2, D: 1 }, voted: 17, abstain: 1 });
    expect(counted).toMatchObject({ kind: "declared", elected: ["A", "B"] });
    const again = repeatVote(board, counted, ["B"]);
    expect(again).toMatchObject({ seats: 1, candidates: [{ id: "C" }, { id: "D" }] });
    expect(() => repeatVote(board, counted)).toThrow("no seat");
  });

  test("a text without a quorum may be put as a new vote (votes R6)", () => {
    const attendance = { atOpening: 14, atClosing: 13, duringVote: 14 };
    const plan = adoption();
    const missed = outcome({ vote: plan, rollSize: 27, attendance, live: planHands(14, 0, 0), letters: noLetters });
    expect(repeatVote(plan, missed)).toMatchObject({ text: plan.text, method: "form", mode: "combined" });
  });
});

describe("votes R11: a lot", () => {
  const of = {
    ...{
      rollHash: sha256("the roll"),
      publicValue: "7 12 19 23 31 38 44",
      vote: "v1",
      tied: ["c1", "c2", "c3"],
      seats: 1,
    },
  };

  test("is drawn again by anybody with SHA-256 over the bytes that are published", () => {
    const again = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
    const seed = again(`${of.rollHash}\n${of.publicValue}`);
    const numbers = of.tied.map((id) => ({ candidate: id, number: again(`${seed}\nv1\n${id}`) }));
    numbers.sort((a, b) => Number(BigInt(`0x${a.number}`) > BigInt(`0x${b.number}`)) * 2 - 1);
    expect(drawLot(of)).toEqual({ seed, ranking: numbers, drawn: [numbers[0]?.candidate] });
  });

  test("is the one that was drawn when this was written", () => {
    expect(drawLot({ ...of, rollHash: "00", publicValue: "1 2 3", seats: 2 })).toMatchInlineSnapshot(`
      {
        "drawn": [
          "c1",
          "c2",
        ],
        "ranking": [
          {
            "candidate": "c1",
            "number": "3e8a4af824cf4256ee6a64bfa0bbe303f9ea0b777e42d075622aa762c15fc2c4",
          },
          {
            "candidate": "c2",
            "number": "d47a343d4ad8052004366e3d300a66f6e9bf66c2009ffee2995b333a83396cc2",
          },
          {
            "candidate": "c3",
            "number": "e5aea08b242f4c970f7bb58fe76b014bf322d2775cbc06ee326de734b8ca4e6b",
          },
        ],
        "seed": "733a7686f85bc1f0f0a5138850a411956651ab2ea8346a70ea3a7e0d244e50a8",
      }
    `);
  });

  test("does not depend on the order of names", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(of.tied, { minLength: 3 }), (tied) => {
        expect(drawLot({ ...of, tied })).toEqual(drawLot(of));
      }),
    );
  });

  test("gives every candidate her chance: of 3000 public values each draws each about as often, in two votes apart", () => {
    const drawn = { c1: 0, c2: 0, c3: 0 };
    let sameInBoth = 0;
    for (let value = 0; value < 3000; value += 1) {
      const [one] = drawLot({ ...of, publicValue: String(value) }).drawn;
      const [other] = drawLot({ ...of, publicValue: String(value), vote: "v2" }).drawn;
      if (one === "c1" || one === "c2" || one === "c3") drawn[one] += 1;
      if (one === other) sameInBoth += 1;
    }
    for (const times of [...Object.values(drawn), sameInBoth]) {
      expect(times).toBeGreaterThan(900);
      expect(times).toBeLessThan(1100);
    }
  });

  test.each([
    { words: "no public value", wrong: { publicValue: "" } },
    { words: "a value with white space around it", wrong: { publicValue: "7 12\n" } },
    { words: "a seat for everybody", wrong: { seats: 3 } },
    { words: "no seat", wrong: { seats: 0 } },
    { words: "a candidate named twice", wrong: { tied: ["c1", "c1", "c2"] } },
  ])("is not drawn with $words", ({ wrong }) => {
    expect(() => drawLot({ ...of, ...wrong })).toThrow("v1");
  });
});
