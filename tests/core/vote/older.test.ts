import { Election, ElectionVote } from "@quorate/core/election";
import { fromItem } from "@quorate/core/kit";
import { Outcome } from "@quorate/core/vote";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { adoption, election, hands, letters } from "./fixtures.ts";

const tally = {
  ...{ for: 25, against: 1, abstain: 0, base: 27, required: 14 },
  session: { for: 18, against: 0, abstain: 0 },
  letters: { for: 7, against: 1, abstain: 0 },
};
const quorum = { isMet: true, required: 14, atOpening: 18, atClosing: 18, byLetter: 0 };

/** What stood in the table before there were several seats. */
function oldRow(outcome: object) {
  const { seats: _, ballot: __, profile, ...vote } = election("A");
  const { silentNominee: ___, ...rules } = profile;
  const { kind: ____, ...back } = letters({ confirm: 7, object: 1, undelivered: 1 });
  return {
    ...{ pk: "election#elc_1", sk: "vote#001", record: "election-vote", v: 1, rev: 7 },
    ...{ election: "elc_1", id: "v1", number: 1, vote: { ...vote, profile: { ...rules, tie: "repeat" } } },
    live: { figures: hands({ A: 18 }), attendance: { atOpening: 18, atClosing: 18, duringVote: 18 } },
    ...{ letters: back, outcome: { ...outcome, tally, quorum } },
  };
}

describe("a vote kept from before there were several seats", () => {
  test("filled one, asked for which candidate, and its letters were confirmations", () => {
    const vote = fromItem(ElectionVote, oldRow({ kind: "declared", candidate: "A" }));
    expect(vote.vote).toEqual(election("A"));
    expect(vote.letters).toEqual(letters({ confirm: 7, object: 1, undelivered: 1 }));
    expect(vote.outcome).toEqual({ kind: "declared", elected: ["A"], vacant: 0, each: {}, tally, quorum });
  });

  test.each([
    {
      words: "one who was not confirmed",
      old: { kind: "not-confirmed", candidate: "A" },
      now: { kind: "not-confirmed", candidates: ["A"] },
    },
    {
      words: "a tie for the only seat",
      old: { kind: "tied", candidates: ["A", "B"] },
      now: { kind: "tied", elected: [], tied: ["A", "B"], seats: 1, vacant: 0 },
    },
    {
      words: "nobody elected",
      old: { kind: "not-elected", reason: "nobody" },
      now: { kind: "not-elected", reason: "nobody" },
    },
    { words: "an adopted text", old: { kind: "declared" }, now: { kind: "declared", elected: [], vacant: 0 } },
  ])("has its outcome still: $words", ({ old, now }) => {
    const { outcome } = fromItem(ElectionVote, oldRow(old));
    expect(outcome).toEqual({ ...now, each: {}, tally, quorum });
    expect(v.is(Outcome, outcome)).toBe(true);
  });
});

test("the text of an adoption is read back as it was frozen, and has no seats", () => {
  const { silentNominee: _, ...rules } = adoption().profile;
  const old = { ...oldRow({ kind: "declared" }), vote: { ...adoption(), profile: { ...rules, tie: "run-off" } } };
  expect(fromItem(ElectionVote, old).vote).toEqual({
    ...adoption(),
    profile: { ...adoption().profile, tie: { kind: "run-off" } },
  });
});

test("the rules on an election's own row are brought up to date too", () => {
  const { silentNominee: _, ...rules } = adoption().profile;
  const upgraded = Election.upgrades[1]?.({ profile: { ...rules, tie: "repeat" } });
  expect(upgraded).toEqual({ profile: adoption().profile });
});
