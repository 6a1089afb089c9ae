import * as v from "valibot";
import { Whole } from "./count.ts";
import type { Vote } from "./vote.ts";

/**
 * The hands counted in the session. `votes`: hands for each candidate, by candidate id. With several candidates a hand goes
 * up for one of them or to abstain, so `against` is 0.
 */
export const LiveFigures = v.variant("kind", [
  v.object({ kind: v.literal("elect"), votes: v.record(v.string(), Whole), against: Whole, abstain: Whole }),
  v.object({ kind: v.literal("adopt"), for: Whole, against: Whole, abstain: Whole }),
]);
export type LiveFigures = v.InferOutput<typeof LiveFigures>;

/**
 * What is wrong with recorded figures. `field` names the figure: "for", "against", "abstain", or `votes.` and a candidate's
 * id.
 */
export type FigureProblem =
  | { kind: "not-whole"; field: string }
  | { kind: "missing"; field: string }
  | { kind: "unknown-candidate"; field: string }
  | { kind: "against-several"; field: "against" }
  | { kind: "more-than-present"; field: "total"; counted: number; present: number }
  | { kind: "wrong-kind"; field: "kind" };

/**
 * What keeps these figures from being attested; nothing, when they may be. Every candidate has a figure, even 0; no figure
 * is negative or broken; hands in all are at most the live marks (votes R3).
 */
export function checkLiveFigures(vote: Vote, figures: LiveFigures, liveMarks: Whole): FigureProblem[] {
  if (vote.kind !== figures.kind) return [{ kind: "wrong-kind", field: "kind" }];
  const fields = figuresByField(figures);
  const broken = fields.filter(([, hands]) => !v.is(Whole, hands));
  const problems: FigureProblem[] = broken.map(([field]) => ({ kind: "not-whole", field }));
  if (vote.kind === "elect" && figures.kind === "elect") {
    const standing = vote.candidates.map(({ id }) => id);
    const counted = Object.keys(figures.votes);
    for (const id of standing) if (!counted.includes(id)) problems.push({ kind: "missing", field: `votes.${id}` });
    for (const id of counted) {
      if (!standing.includes(id)) problems.push({ kind: "unknown-candidate", field: `votes.${id}` });
    }
    if (standing.length > 1 && figures.against > 0) problems.push({ kind: "against-several", field: "against" });
  }
  const counted = fields.reduce((sum, [, hands]) => sum + hands, 0);
  if (broken.length === 0 && counted > liveMarks) {
    problems.push({ kind: "more-than-present", field: "total", counted, present: liveMarks });
  }
  return problems;
}

function figuresByField(figures: LiveFigures): [field: string, hands: number][] {
  const others: [string, number][] = [
    ["against", figures.against],
    ["abstain", figures.abstain],
  ];
  switch (figures.kind) {
    case "elect":
      return [
        ...Object.entries(figures.votes).map(([id, hands]): [string, number] => [`votes.${id}`, hands]),
        ...others,
      ];
    case "adopt":
      return [["for", figures.for], ...others];
  }
}
