import * as v from "valibot";

type Fields = Record<string, unknown>;

const OldProfile = v.looseObject({ tie: v.string() });

/** A rules profile from before a tie's rule had its own particulars: a lot had no source and was never offered. */
export function profileBeforeTieRules(profile: unknown): Fields {
  const old = v.parse(OldProfile, profile);
  return { ...old, tie: { kind: old.tie }, silentNominee: "out" };
}

const OldVote = v.looseObject({ kind: v.picklist(["elect", "adopt"]), profile: v.unknown() });

/** A vote from before there were several seats: it fills one, and asks for which candidate. */
export function voteBeforeSeats(vote: unknown): Fields {
  const old = v.parse(OldVote, vote);
  const asked = old.kind === "elect" ? { seats: 1, ballot: "plurality" } : {};
  return { ...old, ...asked, profile: profileBeforeTieRules(old.profile) };
}

const OldOutcome = v.variant("kind", [
  v.looseObject({ kind: v.literal("declared"), candidate: v.optional(v.string()) }),
  v.looseObject({ kind: v.literal("not-confirmed"), candidate: v.optional(v.string()) }),
  v.looseObject({ kind: v.literal("tied"), candidates: v.array(v.string()) }),
  v.looseObject({ kind: v.picklist(["not-elected", "not-adopted", "no-quorum"]) }),
]);

/** An outcome from before there were several seats: one candidate or a text, or a tie for the only seat. */
export function outcomeBeforeSeats(outcome: unknown): Fields {
  const old = v.parse(OldOutcome, outcome);
  switch (old.kind) {
    case "declared": {
      const { candidate, ...rest } = old;
      return { ...rest, elected: candidate === undefined ? [] : [candidate], vacant: 0, each: {} };
    }
    case "not-confirmed": {
      const { candidate, ...rest } = old;
      return { ...rest, candidates: candidate === undefined ? [] : [candidate], each: {} };
    }
    case "tied": {
      const { candidates, ...rest } = old;
      return { ...rest, elected: [], tied: candidates, seats: 1, vacant: 0, each: {} };
    }
    case "not-elected":
    case "not-adopted":
    case "no-quorum":
      return { ...old, each: {} };
  }
}

const OldLetters = v.looseObject({ sent: v.number() });

/** The figures of letters from before absentees could get the vote itself: all were confirmations. */
export function lettersBeforeVotes(letters: unknown): Fields {
  return { ...v.parse(OldLetters, letters), kind: "confirmations" };
}
