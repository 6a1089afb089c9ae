import { inScript, type Locale, say } from "@quorate/core/i18n";
import type { World } from "@quorate/core/kit";
import type { Member } from "@quorate/core/people";
import {
  type Consolidated,
  type FrozenNode,
  frozenNodes,
  type NodeWords,
  type Outlined,
  outlineOf,
  type PlanReview,
  type PlanRound,
  type ReviewComment,
  reviewerPlaces,
  sentComments,
  standingOf,
} from "@quorate/core/plan";
import type { Child } from "hono/jsx";
import { Badge, Lines } from "../look/index.ts";
import { CommentText } from "./comment-box.tsx";
import { levelWords } from "./review-words.ts";

/** A comment on the node that it was made on, and how it stands to a later version. */
type Listed = { line: Outlined<FrozenNode>; item: Consolidated; standing: ReturnType<typeof standingOf> };

/** The comments of a round with their answers, as a page lists them. */
export type CommentList = {
  inTime: Listed[];
  late: { line: Outlined<FrozenNode>; comment: ReviewComment }[];
  names: ReadonlyMap<string, Pick<Member, "name">>;
};

/** Every comment of a round in the order of its version; `nodes` is the version that they are held against. */
export async function commentList(
  world: World,
  review: PlanReview,
  round: PlanRound,
  nodes: readonly { id: string; words: NodeWords }[],
): Promise<CommentList> {
  const lines = outlineOf(await frozenNodes(world.table, round));
  const { inTime, late } = await sentComments(world, review, round);
  const now = new Map(nodes.map((node) => [node.id, node]));
  return {
    names: await reviewerPlaces(world, review.network, round),
    inTime: lines.flatMap((line) =>
      inTime
        .filter(({ lead }) => lead.node === line.node.id)
        .map((item) => ({ line, item, standing: standingOf(item.lead, now) })),
    ),
    late: lines.flatMap((line) =>
      late.filter(({ node }) => node === line.node.id).map((comment) => ({ line, comment })),
    ),
  };
}

type CardProps = { locale: Locale; round: number; listed: Listed; names: CommentList["names"]; children?: Child };

/** One comment, or several that were merged, on their node, with the answer to all of them. */
export function ConsolidatedCard({ locale, round, listed, names, children }: CardProps) {
  const { line, item, standing } = listed;
  const { lead, merged } = item;
  return (
    <section class="node card" aria-labelledby={lead.id}>
      <header>
        <p class="kicker">{levelWords(locale, line)}</p>
        <h2 id={lead.id}>{inScript(locale, line.node.words.title)}</h2>
        {standing !== "current" && <Badge kind="none">{say(locale, `plan.answers.${standing}`, { round })}</Badge>}
      </header>
      {[lead, ...merged].map((comment) => (
        <CommentText {...{ locale, comment, by: names.get(comment.member)?.name ?? "" }} />
      ))}
      <div class="comment">
        <div class="answer">
          <Disposed {...{ locale, comment: lead }} />
        </div>
      </div>
      {children}
    </section>
  );
}

/** What became of a comment, and why. */
function Disposed({ locale, comment: { disposition } }: { locale: Locale; comment: ReviewComment }) {
  if (!disposition) return <Badge kind="wait">{say(locale, "plan.answers.none")}</Badge>;
  return (
    <>
      <p>
        <strong>{say(locale, `plan.answers.${disposition.kind}`)}</strong>
      </p>
      {disposition.reason && (
        <p>
          <Lines text={inScript(locale, disposition.reason)} />
        </p>
      )}
    </>
  );
}
