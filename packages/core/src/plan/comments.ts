import * as v from "valibot";
import { Ask, type AskView, collectionId, mayComeLate, openPage, type SentForm } from "../ask/index.ts";
import {
  canonical,
  create,
  newId,
  type Problem,
  Refusal,
  remove,
  replace,
  type Stored,
  sha256,
  unchanged,
  untilWritten,
  type World,
  type Write,
} from "../kit/index.ts";
import { LONGEST_TEXT, type NodeWords } from "./levels.ts";
import {
  CommentKind,
  commentsIn,
  type FrozenNode,
  frozenNodes,
  type PlanRound,
  ReviewComment,
  roundsOf,
} from "./review-records.ts";
import { type Outlined, outlineOf } from "./rules.ts";

/** The letter that asks for a review. */
export const REVIEW_LETTER = "plan.review";

/** How a reviewer's notes stand: she may write; she may, though the round is over; they are sent; or none is taken any more. */
export type Noting = "open" | "late" | "sent" | "closed";

/** Everything that a reviewer's pages show her of a round. */
export type ReviewerView = {
  round: PlanRound;
  /** What she is asked about, as it is read. */
  outline: Outlined<FrozenNode>[];
  /** What she has noted so far, by node. */
  comments: ReadonlyMap<string, Stored<ReviewComment>>;
  writing: Noting;
};

/** What a reviewer sees behind her link. Refuses a link that asks for no review (`link.unknown`). */
export async function viewReviewer(world: World, view: AskView): Promise<ReviewerView> {
  const { ask, collection } = view;
  if (collection.letter !== REVIEW_LETTER) throw new Refusal("link.unknown");
  const rounds = await roundsOf(world.table, ask.process);
  const round = rounds.find(({ plan, number }) => collectionId(plan, "review", number) === collection.id);
  if (!round) throw new Error(`${collection.id} is no round of ${ask.process}`);
  const comments = await commentsIn(world.table, round.plan, round.number, ask.member);
  const all = outlineOf(await frozenNodes(world.table, round));
  return {
    ...{ round, outline: outlineFor(round, ask.member, all), writing: writingOf(view) },
    comments: new Map(comments.map((comment) => [comment.node, comment])),
  };
}

/** The part of a version that this member is asked about: all of it, where none of its areas is named. */
export function outlineFor<N extends { id: string }>(
  { reviewers }: Pick<PlanRound, "reviewers">,
  member: string,
  outline: readonly Outlined<N>[],
): Outlined<N>[] {
  const areas = reviewers.find((one) => one.member === member)?.areas ?? [];
  const numbers = outline.filter(({ node }) => areas.includes(node.id)).map(({ number }) => number);
  const isHers = ({ number }: Outlined<N>) =>
    areas.length === 0 || numbers.some((area) => number === area || number.startsWith(`${area}.`));
  return outline.filter(isHers);
}

function writingOf(view: AskView): Noting {
  if (view.ask.answer || view.ask.late) return "sent";
  if (view.kind !== "closed") return "open";
  return mayComeLate(view) ? "late" : "closed";
}

/** What was typed at one node: without a text it is no comment. */
export type TypedComment = { node: string; kind: string; text: string };

/** What became of the notes of one page: kept, or not, because something in them is to be mended. */
export type KeptComments = { kind: "kept" } | { kind: "problems"; view: AskView; problems: Problem[] };

/**
 * What she notes at these nodes is kept, in the place of what she had noted there; an emptied text takes the comment away. It is
 * not sent: that her review does. Refuses as `openPage` does, and once her review is sent (`ask.answered`) or its time is over for
 * good (`link.closed`). What is not of the nodes that she is asked about is passed over.
 */
export function keepComments(world: World, sent: SentForm, typed: readonly TypedComment[]): Promise<KeptComments> {
  return untilWritten(async () => {
    const { view } = await openPage(world, sent);
    const { round, outline, comments, writing } = await viewReviewer(world, view);
    if (writing === "sent") throw new Refusal("ask.answered");
    if (writing === "closed") throw new Refusal("link.closed");
    const nodes = new Map(outline.map(({ node }) => [node.id, node]));
    const hers = typed
      .filter(({ node }) => nodes.has(node))
      .map((one) => ({ ...one, text: one.text.replaceAll("\r\n", "\n").normalize("NFC").trim() }));
    const problems = hers.flatMap(wrongWith);
    if (problems.length > 0) return { kind: "problems", view, problems };
    const writes = hers.flatMap(({ node: id, kind, text }): Write[] => {
      const [node, before] = [nodes.get(id), comments.get(id)];
      if (!node) return [];
      if (text === "") return before ? [remove(ReviewComment, before)] : [];
      if (before?.text === text && before.kind === kind) return [];
      const comment: ReviewComment = {
        ...{ plan: round.plan, round: round.number, member: view.ask.member, node: id, version: round.version },
        id: before?.id ?? newId(world.random, "planComment"),
        ...{ words: wordsHash(node.words), kind: v.parse(CommentKind, kind), text, at: world.clock.now() },
      };
      return [before ? replace(ReviewComment, before, comment) : create(ReviewComment, comment)];
    });
    // As long as her ask is as it was read: what is sent is what she had noted by then.
    if (writes.length > 0) await world.table.write([unchanged(Ask, view.ask), ...writes]);
    return { kind: "kept" };
  });
}

function wrongWith({ node, kind, text }: TypedComment): Problem[] {
  if (text === "") return [];
  const { length } = [...text];
  if (length > LONGEST_TEXT) {
    return [{ field: `${node}-text`, code: "max_length", details: { limit: LONGEST_TEXT, actual: length } }];
  }
  return v.is(CommentKind, kind) ? [] : [{ field: `${node}-kind`, code: "choose" }];
}

/** What a node said when it was commented on. */
export function wordsHash(words: NodeWords): string {
  return sha256(canonical(words));
}

/** So many nodes on one page: its comments are one transaction, and a telephone still shows it. */
const NODES_A_PAGE = 60;

/**
 * The pages of a plan on which comments are written, each under the node that heads it: an area, or where that is too long, each
 * of its goals by itself, and so on.
 */
export function reviewPages<N extends { id: string }>(outline: readonly Outlined<N>[]): Outlined<N>[][] {
  const from = (lines: readonly Outlined<N>[], depth: number): Outlined<N>[][] =>
    branchesOf(lines, depth).flatMap((branch) => {
      const [head, ...under] = branch;
      return head && branch.length > NODES_A_PAGE ? [[head], ...from(under, depth + 1)] : [branch];
    });
  return from(outline, 1);
}

/** The lines cut before every one of this depth: 1 is an area. */
function branchesOf<N>(lines: readonly Outlined<N>[], depth: number): Outlined<N>[][] {
  const branches: Outlined<N>[][] = [];
  for (const line of lines) {
    const last = branches.at(-1);
    if (!last || line.number.split(".").length <= depth) branches.push([line]);
    else last.push(line);
  }
  return branches;
}
