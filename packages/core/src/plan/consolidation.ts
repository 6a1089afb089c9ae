import * as v from "valibot";
import { command, Refusal, replace, type Stored, untilWritten, type World } from "../kit/index.ts";
import { wordsHash } from "./comments.ts";
import type { NodeWords } from "./levels.ts";
import { type Return, returnsIn } from "./returns.ts";
import {
  commentsIn,
  Disposition,
  type PlanReview,
  type PlanRound,
  ReviewComment,
  readReview,
  readRound,
} from "./review-records.ts";

/** A comment that was sent in time, with those that were merged into it: one answer answers all of them. */
export type Consolidated = { lead: Stored<ReviewComment>; merged: Stored<ReviewComment>[] };

/** What a round's reviewers have sent, and what came after it. */
export type SentComments = { inTime: Consolidated[]; late: Stored<ReviewComment>[] };

/** The comments of a round that count: those of reviews that were sent. What somebody has only noted is hers alone. */
export async function sentComments(world: World, review: PlanReview, round: PlanRound): Promise<SentComments> {
  const returns = await returnsIn(world, review, round);
  const comments = await commentsIn(world.table, round.plan, round.number);
  const by = (who: (one: Return) => boolean) => {
    const members = new Set(returns.filter(who).map(({ member }) => member));
    return comments.filter(({ member }) => members.has(member));
  };
  return {
    inTime: consolidated(by(({ answer }) => answer?.kind === "review")),
    late: by(({ answer, late }) => answer === undefined && late?.kind === "review"),
  };
}

/** Each comment that leads, with those merged into it. */
function consolidated(comments: readonly Stored<ReviewComment>[]): Consolidated[] {
  return comments
    .filter(({ mergedInto }) => mergedInto === undefined)
    .map((lead) => ({ lead, merged: comments.filter(({ mergedInto }) => mergedInto === lead.id) }));
}

/** How a comment stands to a later version: its node says the same, says something else, or is no more (plan-review 4). */
export function standingOf(
  { node, words }: Pick<ReviewComment, "node" | "words">,
  nodes: ReadonlyMap<string, { words: NodeWords }>,
): "current" | "outdated" | "removed" {
  const now = nodes.get(node);
  if (!now) return "removed";
  return wordsHash(now.words) === words ? "current" : "outdated";
}

/** Whether every comment of a round has its disposition: only then does the next round open (plan-review 7). */
export function unansweredIn({ inTime }: SentComments): number {
  return inTime.filter(({ lead }) => lead.disposition === undefined).length;
}

const Which = { plan: v.string(), round: v.number(), comment: v.string(), actor: v.string() };
const REASON_LEAST = 10;

const Answering = v.pipe(
  v.object({
    ...Which,
    disposition: Disposition,
    reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000)), ""),
  }),
  v.forward(
    v.partialCheck(
      [["disposition"], ["reason"]],
      ({ disposition, reason }) => !asksReason(disposition) || reason.length >= REASON_LEAST,
      "a reason",
    ),
    ["reason"],
  ),
);

/** What was not done as it was asked for is explained (plan-review 7). */
export function asksReason(disposition: Disposition): boolean {
  return disposition === "partly" || disposition === "rejected";
}

/**
 * The comment has this disposition, and so has every one merged into it. Refuses one without the reason it needs, and a round
 * that is still open, or that another has followed (`plan.stage`).
 */
export const answerComment = command(Answering, (world, { plan, round, comment, actor, disposition, reason }) =>
  untilWritten(async (): Promise<void> => {
    const { lead } = await foundIn(world, plan, round, comment);
    const given = { kind: disposition, ...(reason && { reason }), by: actor, at: world.clock.now() };
    await world.table.write([replace(ReviewComment, lead, { ...lead, disposition: given })]);
  }),
);

const Merging = v.object({ ...Which, into: v.optional(v.string()) });

/**
 * The comment, with all that were merged into it, is one with another: its authors and its words are kept, and its answer is the
 * other's. Without `into` it stands by itself again. Refuses as `answerComment` does.
 */
export const mergeComments = command(Merging, (world, { plan, round, comment: id, into }) =>
  untilWritten(async (): Promise<void> => {
    const { all, comment } = await foundIn(world, plan, round, id);
    const target = all.find((one) => one.id === into);
    if (into !== undefined && (!target || target.id === id || target.mergedInto !== undefined))
      throw new Refusal("not-found");
    const moving = target ? all.filter((one) => one.id === id || one.mergedInto === id) : [comment];
    await world.table.write(
      moving.map((one) => {
        const { mergedInto: _, disposition, ...rest } = one;
        const next = target ? { ...rest, mergedInto: target.id } : { ...rest, ...(disposition && { disposition }) };
        return replace(ReviewComment, one, next);
      }),
    );
  }),
);

type Found = { all: Stored<ReviewComment>[]; comment: Stored<ReviewComment>; lead: Stored<ReviewComment> };

async function foundIn(world: World, plan: string, number: number, id: string): Promise<Found> {
  const review = await readReview(world, plan);
  if (review.round !== number || review.stage === "review" || review.stage === "minimum")
    throw new Refusal("plan.stage");
  const { inTime } = await sentComments(world, review, await readRound(world, plan, number));
  const all = inTime.flatMap(({ lead, merged }) => [lead, ...merged]);
  const comment = all.find((one) => one.id === id);
  const lead = comment && all.find((one) => one.id === (comment.mergedInto ?? comment.id));
  if (!comment || !lead) throw new Refusal("not-found");
  return { all, comment, lead };
}

/** Whether this member's own review is in, so that she may read those of the others (plan-review 4). */
export async function maySeeOthers(
  world: World,
  review: PlanReview,
  round: PlanRound,
  member: string,
): Promise<boolean> {
  const hers = (await returnsIn(world, review, round)).find((one) => one.member === member);
  return (hers?.answer ?? hers?.late)?.kind === "review";
}
