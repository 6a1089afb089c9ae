import * as v from "valibot";
import type { Content, Form } from "../form/index.ts";
import { localDate, message, plain, type Text } from "../i18n/index.ts";
import { after, type Instant } from "../kit/index.ts";
import type { PlanReview, PlanRound } from "./review-records.ts";
import type { PlanTemplate } from "./template.ts";

type Section = Form["sections"][number];

const REASON_LEAST = 10;
const REASON_MOST = 1000;

type Rubric = PlanTemplate["rubric"];

/** What a reviewer proposes to do with the version, and what is decided on it afterwards; the two are different things. */
export const Verdict = v.picklist(["accept", "minor", "major", "reject"]);
export type Verdict = v.InferOutput<typeof Verdict>;

/** Whether she reviews; a conflict of interest stands in the way until it is waived, and to decline is an answer too. */
export const Taking = v.picklist(["none", "conflict", "decline"]);
export type Taking = v.InferOutput<typeof Taking>;

const reviews = { field: "taking", is: ["none"] };

/** The review of a version: may she, its scores, and what she recommends. What she says of each node is kept beside it. */
export function reviewForm(
  title: string,
  { number, version, rubric }: Pick<PlanRound, "number" | "version" | "rubric">,
): Form {
  return {
    id: "plan.review",
    title: message("plan.review.title"),
    lead: message("plan.review.lead", { round: number, version, title: plain(title) }),
    silence: message("plan.review.silence"),
    ...{ confidential: false, editable: false, checkAnswers: false, late: true },
    sections: [
      {
        id: "taking",
        title: message("plan.review.taking"),
        fields: [
          {
            ...{ id: "taking", kind: "choice", label: message("common.yourAnswer"), required: true },
            options: Taking.options.map((value) => ({
              ...{ value, label: message(`plan.review.taking.${value}`) },
              ...(value !== "none" && {
                reason: {
                  ...{ required: true, label: message(`plan.review.taking.${value}.reason`) },
                  ...{ min: REASON_LEAST, limit: REASON_MOST },
                },
              }),
            })),
          },
        ],
      },
      ...scoring(rubric),
      {
        ...{ id: "recommendation", title: message("plan.review.recommendation"), onlyIf: reviews },
        fields: [
          {
            ...{ id: "recommendation", kind: "choice", label: message("common.yourAnswer"), required: true },
            options: Verdict.options.map((value) => ({ value, label: recommendationWords(value) })),
          },
        ],
      },
    ],
  };
}

/** So many points from 1 to 4 for each line of the rubric; nothing where the plan has none. */
function scoring(rubric: Rubric): Section[] {
  if (rubric.length === 0) return [];
  return [
    {
      ...{ id: "rubric", title: message("plan.review.rubric"), onlyIf: reviews },
      fields: rubric.map(({ id, text }) => ({
        ...{ id: `score-${id}`, kind: "scale", from: 1, to: 4, required: true, label: text },
        ...{ low: message("plan.review.rubric.low"), high: message("plan.review.rubric.high") },
      })),
    },
  ];
}

export function recommendationWords(verdict: Verdict): Text {
  return message(`plan.review.recommendation.${verdict}`);
}

/** What an answer to the form comes to. */
export type ReviewAnswer =
  | { kind: "review"; recommendation: Verdict; scores: { on: string; points: number }[] }
  | { kind: "conflict" | "decline"; reason: string };

/** Reads an answer that the form has taken. */
export function reviewIn(content: Content): ReviewAnswer {
  const taking = v.parse(Taking, content.taking);
  if (taking !== "none") return { kind: taking, reason: String(content["taking-reason"] ?? "") };
  return {
    kind: "review",
    recommendation: v.parse(Verdict, content.recommendation),
    scores: Object.entries(content).flatMap(([name, points]) => {
      const [, on] = /^score-(.+)$/.exec(name) ?? [];
      return on && typeof points === "number" ? [{ on, points }] : [];
    }),
  };
}

/** What is asked of whoever opened a round in which too few reviews have come in. */
export function minimumForm(review: PlanReview, { number, minimum }: PlanRound, received: number, now: Instant): Form {
  return {
    id: "plan.minimum",
    title: message("plan.minimum.title", { round: number }),
    lead: message("plan.minimum.lead", { received, minimum, title: plain(review.title) }),
    silence: message("plan.minimum.silence"),
    ...{ confidential: false, editable: false, checkAnswers: false },
    sections: [
      {
        id: "minimum",
        title: message("plan.minimum.question"),
        fields: [
          {
            ...{ id: "minimum", kind: "choice", label: message("common.yourAnswer"), required: true },
            options: [
              { value: "extend", label: message("plan.minimum.extend") },
              { value: "close", label: message("plan.minimum.close") },
            ],
          },
          {
            ...{ id: "until", kind: "date", required: true, label: message("plan.round.until") },
            ...{ min: localDate(after(now, { days: 2 }), review.zone), onlyIf: { field: "minimum", is: ["extend"] } },
          },
        ],
      },
    ],
  };
}

/** What she has decided. */
export function minimumIn(content: Content): { kind: "extend"; day: string } | { kind: "close" } {
  return content.minimum === "extend" ? { kind: "extend", day: String(content.until) } : { kind: "close" };
}
