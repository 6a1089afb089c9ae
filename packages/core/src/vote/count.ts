import * as v from "valibot";

/** A number of members or of votes: a whole number, never negative. */
export const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export type Whole = v.InferOutput<typeof Whole>;

/** Votes for one result, against it, and abstentions. */
export const Count = v.object({ for: Whole, against: Whole, abstain: Whole });
export type Count = v.InferOutput<typeof Count>;

export const noCount: Count = { for: 0, against: 0, abstain: 0 };

export function addCounts(one: Count, other: Count): Count {
  return {
    for: one.for + other.for,
    against: one.against + other.against,
    abstain: one.abstain + other.abstain,
  };
}

/** Votes cast, abstentions included. */
export function castIn(count: Count): Whole {
  return count.for + count.against + count.abstain;
}
