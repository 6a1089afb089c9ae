import * as v from "valibot";
import { defineRecord, Instant, listAll, type Stored, type Table, type World } from "../kit/index.ts";
import { openIndex, openPartition, processRow, readRow } from "../process/index.ts";
import { NodeWords, PlanLevel } from "./levels.ts";
import { PlanTemplate } from "./template.ts";

/** The steps that ask people, in the order they happen, each with its deadline. */
export const AskingStep = v.picklist(["review", "minimum", "decision"]);
export type AskingStep = v.InferOutput<typeof AskingStep>;

/** What a reviewer proposes to do with a version, and what is decided on it afterwards; the two are different things. */
export const Verdict = v.picklist(["accept", "minor", "major", "reject"]);
export type Verdict = v.InferOutput<typeof Verdict>;

/** Where a plan stands; each is a step of `process.ts` at which `Resume` can take it up again. */
export const Stage = v.picklist(["review", "minimum", "consolidation", "decision", "revision"]);
export type Stage = v.InferOutput<typeof Stage>;

/** The process's row: which round runs or ran last, and how far it has come. Its id is the plan's. */
export const PlanReview = defineRecord({
  kind: "plan-review",
  schema: v.object({
    ...processRow,
    stage: Stage,
    /** The number of the round that runs or ran last. */
    round: v.number(),
    /** Until when each step of it waits. */
    deadlines: v.object({
      ...{ review: v.optional(Instant), minimum: v.optional(Instant), decision: v.optional(Instant) },
    }),
    /** How often each step was begun; a round is one turn of its review. */
    turns: v.object({
      ...{ review: v.optional(v.number()), minimum: v.optional(v.number()), decision: v.optional(v.number()) },
    }),
  }),
  key: ({ id }: { id: string }) => ({ pk: `plan-review#${id}`, sk: "plan-review" }),
  indexes: ({ id, network, state }) => ({
    lookup: { pk: `plan-reviews#${network}`, sk: id },
    ...openIndex("plan-review", { id, state }),
  }),
});
export type PlanReview = v.InferOutput<typeof PlanReview.schema>;

/** Somebody who reviews, and the areas that she is asked about: the whole plan where none is named. */
export const Reviewer = v.object({
  member: v.string(),
  areas: v.array(v.string()),
  /** The reviewer in whose place she is asked. */
  insteadOf: v.optional(v.string()),
});
export type Reviewer = v.InferOutput<typeof Reviewer>;

/** One round: the version that was put to it, who was asked, and by which rules it closes. */
export const PlanRound = defineRecord({
  kind: "plan-round",
  schema: v.object({
    ...{ plan: v.string(), number: v.number(), version: v.number(), hash: v.string() },
    ...{ openedAt: Instant, openedBy: v.string(), deadline: Instant },
    /** So many reviews have to come in (plan-review 5). */
    minimum: v.number(),
    reviewers: v.array(Reviewer),
    /** Who is asked in the place of somebody who declines, in this order. */
    alternates: v.array(v.string()),
    /** What it is given points for. */
    rubric: PlanTemplate.entries.rubric,
    /** Who decides on the version after the round; she does not review it. */
    approver: v.string(),
    /** By so many days it is extended by itself, once, where too few reviews have come in; not at all where none are given. */
    extensionDays: v.optional(v.number()),
    /** That has happened. */
    extended: v.optional(v.boolean()),
    /** The coordinator closes it with fewer than the minimum. */
    closesBelow: v.optional(v.boolean()),
    /** Conflicts of interest that do not stand in the way any more, each with its public note. */
    waivers: v.optional(v.array(v.object({ member: v.string(), note: v.string(), by: v.string(), at: Instant })), []),
    closedAt: v.optional(Instant),
    /** It was cancelled before its end, and why: everybody who was asked is told. */
    cancelled: v.optional(v.object({ reason: v.string(), by: v.string(), at: Instant })),
    /** The coordinator who has asked for the decision on its version. */
    requestedBy: v.optional(v.string()),
    /** What was decided on the version; what was recommended stands in the reviews. */
    decision: v.optional(v.object({ verdict: Verdict, reason: v.optional(v.string()), by: v.string(), at: Instant })),
  }),
  key: ({ plan, number }: { plan: string; number: number }) => ({
    pk: `plan-rounds#${plan}`,
    sk: String(number).padStart(4, "0"),
  }),
});
export type PlanRound = v.InferOutput<typeof PlanRound.schema>;

/** A version of a plan as it was frozen for a round. Its nodes are kept under its content hash. */
export const PlanVersion = defineRecord({
  kind: "plan-version",
  schema: v.object({
    ...{ plan: v.string(), number: v.number(), title: v.string(), hash: v.string() },
    ...{ at: Instant, by: v.string() },
  }),
  key: ({ plan, number }: { plan: string; number: number }) => ({
    pk: `plan-versions#${plan}`,
    sk: String(number).padStart(4, "0"),
  }),
});
export type PlanVersion = v.InferOutput<typeof PlanVersion.schema>;

/** A node as it stood in a frozen version. */
export const FrozenNode = defineRecord({
  kind: "plan-frozen-node",
  schema: v.object({
    ...{ plan: v.string(), hash: v.string(), id: v.string(), level: PlanLevel },
    ...{ parent: v.optional(v.string()), place: v.number(), words: NodeWords },
  }),
  key: ({ plan, hash, id }: { plan: string; hash: string; id: string }) => ({
    pk: `plan-version#${plan}#${hash}`,
    sk: `node#${id}`,
  }),
});
export type FrozenNode = v.InferOutput<typeof FrozenNode.schema>;

/** What a comment wants. */
export const CommentKind = v.picklist(["must", "suggestion", "question", "praise"]);
export type CommentKind = v.InferOutput<typeof CommentKind>;

/** What becomes of a comment (plan-review 7). */
export const Disposition = v.picklist(["accepted", "partly", "rejected", "next"]);
export type Disposition = v.InferOutput<typeof Disposition>;

/** What one reviewer says of one node of the version. It counts once her review is sent. */
export const ReviewComment = defineRecord({
  kind: "plan-comment",
  schema: v.object({
    ...{ plan: v.string(), round: v.number(), id: v.string(), member: v.string() },
    ...{ version: v.number(), node: v.string() },
    /** Of the words it was made on: with other words under the node it is outdated. */
    words: v.string(),
    ...{ kind: CommentKind, text: v.string(), at: Instant },
    /** The comment that it was merged into: its answer is the answer to this one too. */
    mergedInto: v.optional(v.string()),
    disposition: v.optional(
      v.object({ kind: Disposition, reason: v.optional(v.string()), by: v.string(), at: Instant }),
    ),
  }),
  key: ({ plan, round, member, node }: { plan: string; round: number; member: string; node: string }) => ({
    pk: `plan-comments#${plan}#${round}`,
    sk: `${member}#${node}`,
  }),
});
export type ReviewComment = v.InferOutput<typeof ReviewComment.schema>;

/** The review of a plan; refuses `not-found`. */
export function readReview(world: World, plan: string): Promise<Stored<PlanReview>> {
  return readRow(world, PlanReview, plan);
}

/** A round of a plan; a fault when there is none of this number. */
export async function readRound(world: World, plan: string, number: number): Promise<Stored<PlanRound>> {
  const round = await world.table.get(PlanRound, { plan, number });
  if (!round) throw new Error(`${plan} has no round ${number}`);
  return round;
}

/** Every round of a plan, the first one first. */
export function roundsOf(table: Table, plan: string): Promise<Stored<PlanRound>[]> {
  return listAll(table, PlanRound, `plan-rounds#${plan}`);
}

/** Every version that was frozen of a plan, the first one first. */
export function versionsOf(table: Table, plan: string): Promise<Stored<PlanVersion>[]> {
  return listAll(table, PlanVersion, `plan-versions#${plan}`);
}

/** The nodes of a frozen version, in no order. */
export function frozenNodes(
  table: Table,
  { plan, hash }: Pick<PlanVersion, "plan" | "hash">,
): Promise<Stored<FrozenNode>[]> {
  return listAll(table, FrozenNode, `plan-version#${plan}#${hash}`, "node#");
}

/** What has been noted in a round, by one reviewer or by all, whether it was sent or not. */
export function commentsIn(
  table: Table,
  plan: string,
  round: number,
  member?: string,
): Promise<Stored<ReviewComment>[]> {
  return listAll(table, ReviewComment, `plan-comments#${plan}#${round}`, member && `${member}#`);
}

/** The reviews of a network's plans, whatever became of them. */
export function reviewsIn(table: Table, network: string): Promise<Stored<PlanReview>[]> {
  return table.find(PlanReview, "lookup", `plan-reviews#${network}`);
}

/** The reviews that run, of every network: for the sweep. */
export function openReviews(table: Table): Promise<Stored<PlanReview>[]> {
  return table.find(PlanReview, "open", openPartition("plan-review"));
}
