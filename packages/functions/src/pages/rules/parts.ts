import type { Problem } from "@quorate/core/kit";
import { MajorityBase, RulesProfile, Threshold, type VoteKind } from "@quorate/core/vote";
import * as v from "valibot";
import type { TypedText } from "../typed.ts";

/** A share as the value of a choice: "more-than 1/2". */
export function shareValue({ comparison, numerator, denominator }: Threshold): string {
  return `${comparison} ${numerator}/${denominator}`;
}

const Share = v.pipe(
  v.string(),
  v.regex(/^(more-than|at-least) \d{1,4}\/\d{1,4}$/),
  v.transform((value) => {
    const [comparison = "", numerator, denominator] = value.split(/[ /]/);
    return { comparison, numerator: Number(numerator), denominator: Number(denominator) };
  }),
  Threshold,
);

/** The shares that are offered, for the votes that decide and for the quorum. */
export const shares: readonly Threshold[] = [
  { numerator: 1, denominator: 2, comparison: "more-than" },
  { numerator: 1, denominator: 2, comparison: "at-least" },
  { numerator: 2, denominator: 3, comparison: "more-than" },
  { numerator: 2, denominator: 3, comparison: "at-least" },
  { numerator: 3, denominator: 4, comparison: "at-least" },
];

/** No quorum: nobody has to be there. */
export const nobodyNeeded: Threshold = { numerator: 0, denominator: 1, comparison: "at-least" };

export const TieChoice = v.picklist(["run-off", "repeat", "chair", "lot"]);
const YesOrNo = v.pipe(
  v.picklist(["yes", "no"]),
  v.transform((answer) => answer === "yes"),
);

/** A profile as the form shows it, each part under the name of its field. */
export function typedProfile(profile: RulesProfile): TypedText {
  const { threshold, base, quorum, lettersCountTowardsQuorum, tie, silentNominee, twoPeopleDeclare } = profile;
  const lot = tie.kind === "lot" ? { source: tie.source } : {};
  return {
    ...{
      share: shareValue(threshold),
      base,
      quorum: shareValue(quorum),
      tie: tie.kind,
      ...lot,
      nominee: silentNominee,
    },
    ...{ letters: lettersCountTowardsQuorum ? "yes" : "no", two: twoPeopleDeclare ? "yes" : "no" },
  };
}

/**
 * The profile that was typed, or what is wrong, by field. A lot needs where its value is published; from when it counts is
 * for each election to say. A text has no ties and no nominees: theirs are the plain rules.
 */
export function readProfile(typed: TypedText, kind: VoteKind): { profile: RulesProfile } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const read = <S extends v.GenericSchema<unknown, unknown>>(
    field: string,
    schema: S,
  ): v.InferOutput<S> | undefined => {
    const found = v.safeParse(schema, typed[field]);
    if (!found.success) problems.push({ field, code: "choose" });
    return found.success ? found.output : undefined;
  };
  const parts = {
    ...{ threshold: read("share", Share), base: read("base", MajorityBase), quorum: read("quorum", Share) },
    lettersCountTowardsQuorum: read("letters", YesOrNo),
    tie: kind === "elect" ? readTie(typed, problems) : { kind: "repeat" },
    silentNominee: kind === "elect" ? read("nominee", v.picklist(["out", "stands"])) : "out",
    twoPeopleDeclare: read("two", YesOrNo),
  };
  const profile = v.safeParse(RulesProfile, parts);
  return profile.success && problems.length === 0 ? { profile: profile.output } : { problems };
}

function readTie(typed: TypedText, problems: Problem[]): RulesProfile["tie"] | undefined {
  const choice = v.safeParse(TieChoice, typed.tie);
  if (!choice.success) {
    problems.push({ field: "tie", code: "choose" });
    return undefined;
  }
  if (choice.output !== "lot") return { kind: choice.output };
  const source = (typed.source ?? "").trim();
  if (source === "") problems.push({ field: "source", code: "missing" });
  if (source.length > 200) problems.push({ field: "source", code: "max_length" });
  return { kind: "lot", source };
}
