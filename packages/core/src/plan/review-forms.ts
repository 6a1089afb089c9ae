import * as v from "valibot";
import type { Content, Form } from "../form/index.ts";
import { localDate, message, plain, type Text } from "../i18n/index.ts";
import { after, type Instant } from "../kit/index.ts";
import { shortHash } from "../vote/index.ts";
import type { Return } from "./returns.ts";
import { type PlanReview, type PlanRound, Verdict } from "./review-records.ts";
import type { PlanTemplate } from "./template.ts";

type Section = Form["sections"][number];

const REASON_LEAST = 10;
const REASON_MOST = 1000;

type Rubric = PlanTemplate["rubric"];

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
                  ...{ required: true, label: message("plan.review.taking.reason") },
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

/** Whether an answer is a review: no conflict was declared, and she has not declined. */
export function isReview({ taking }: Readonly<Record<string, unknown>>): boolean {
  return taking === "none";
}

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

/** Each decision as an approval knows it (asks 12): what is approved, and what is returned with a reason. */
const verdicts = { accept: "agree", minor: "agree-minor", major: "object-major", reject: "object-reject" } as const;

/** What is decided on a version, by its hash, with what the reviewers recommend beside it. */
export function decisionForm(review: PlanReview, round: PlanRound, returns: readonly Return[]): Form {
  const recommended = returns.flatMap(({ answer }) => (answer?.kind === "review" ? [answer.recommendation] : []));
  const reason = { required: true, label: message("plan.decision.reason"), min: REASON_LEAST, limit: REASON_MOST };
  return {
    id: "plan.decision",
    title: message("plan.decision.title", { round: round.number }),
    lead: message("plan.decision.lead", {
      ...{ title: plain(review.title), version: round.version, hash: plain(shortHash(round.hash)) },
    }),
    silence: message("plan.decision.silence"),
    ...{ confidential: false, editable: false, checkAnswers: false },
    sections: [
      {
        id: "verdict",
        title: message("plan.decision.made"),
        result: {
          ...{ kicker: message("plan.decision.recommended"), name: message("plan.decision.reviews") },
          figures: Verdict.options.map((verdict) => ({
            label: message(`plan.decision.${verdict}`),
            value: recommended.filter((one) => one === verdict).length,
          })),
        },
        fields: [
          {
            ...{ id: "verdict", kind: "choice", label: message("common.yourAnswer"), required: true },
            options: Verdict.options.map((verdict) => ({
              ...{ value: verdicts[verdict], label: message(`plan.decision.${verdict}`) },
              ...(verdicts[verdict].startsWith("object") && { reason }),
            })),
          },
        ],
      },
    ],
  };
}

/** What was decided, and why where it was returned. */
export function decisionIn(content: Content): { verdict: Verdict; reason?: string } {
  const verdict = Verdict.options.find((one) => verdicts[one] === content.verdict);
  if (!verdict) throw new Error("the form of a decision asks for no verdict");
  const reason = content["verdict-reason"];
  return { verdict, ...(typeof reason === "string" && { reason }) };
}
