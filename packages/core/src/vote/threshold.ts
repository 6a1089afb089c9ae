import * as v from "valibot";
import { Whole } from "./count.ts";

/**
 * A share of a base as a rule states it: "at least 2/3", "more than 1/2". Integers only; 67 % is not 2/3 (votes R1).
 * "More than 0" is met by one vote. A share that nobody could reach (more than all, at least 3/2) is refused.
 */
export const Threshold = v.pipe(
  v.object({
    numerator: Whole,
    denominator: v.pipe(Whole, v.minValue(1)),
    comparison: v.picklist(["at-least", "more-than"]),
  }),
  v.check(({ numerator, denominator, comparison }) => {
    switch (comparison) {
      case "at-least":
        return numerator <= denominator;
      case "more-than":
        return numerator < denominator;
    }
  }, "a threshold that all votes together cannot meet"),
);
export type Threshold = v.InferOutput<typeof Threshold>;

/** Whether these votes are the stated share of the base: exact, by cross-multiplication (votes R1). */
export function meets(threshold: Threshold, votes: Whole, base: Whole): boolean {
  const have = BigInt(votes) * BigInt(threshold.denominator);
  const need = BigInt(threshold.numerator) * BigInt(base);
  switch (threshold.comparison) {
    case "at-least":
      return have >= need;
    case "more-than":
      return have > need;
  }
}

/** The smallest number of votes that meets the threshold: 14 for "more than half" of 27 (votes R1). */
export function requiredVotes(threshold: Threshold, base: Whole): Whole {
  const share = BigInt(threshold.numerator) * BigInt(base);
  const denominator = BigInt(threshold.denominator);
  switch (threshold.comparison) {
    case "at-least":
      return Number((share + denominator - 1n) / denominator);
    case "more-than":
      return Number(share / denominator + 1n);
  }
}
