import type { Raw } from "@quorate/core/ask";
import { viewAsk } from "@quorate/core/ask";
import { type Problem, Refusal, type World } from "@quorate/core/kit";
import {
  answerComment,
  askDecision,
  diff,
  frozenNodes,
  maySeeOthers,
  mergeComments,
  nodesOf,
  readReview,
  readRound,
  roundsOf,
  viewReviewer,
} from "@quorate/core/plan";
import { type Context, Hono } from "hono";
import { one, rawFields } from "../ask/raw.ts";
import { localeOf } from "../locale.ts";
import { readMoment } from "../moment.ts";
import { AnswersPage, CommentAnswerPage, CommentListPage } from "./answers-pages.tsx";
import { changeRows } from "./change-rows.tsx";
import { commentList } from "./consolidated.tsx";
import { DecisionPage } from "./decision-page.tsx";
import { commentsPath, roundsPath } from "./paths.ts";
import { planConsole } from "./plan-console.ts";

/** What was said in a round and what was answered: for its coordinators, and for who has reviewed in it. */
export function answerPages(world: World): Hono {
  return new Hono()
    .get("/a/:token/answers", (c) => readByReviewer(world, c))
    .get("/n/:network/plans/:plan/rounds/decision", async (c) => decisionPage(world, c, {}, []))
    .post("/n/:network/plans/:plan/rounds/decision", async (c) => {
      const { network, member, plan } = await planConsole(world, c);
      const raw = await rawFields(c);
      const deadline = readMoment(one(raw.deadline), network.zone);
      if ("code" in deadline) return decisionPage(world, c, raw, [{ field: "deadline", code: deadline.code }]);
      const problems = await mended(askDecision(world, { plan: plan.id, actor: member.id, deadline: deadline.at }));
      return problems.length > 0 ? decisionPage(world, c, raw, problems) : c.redirect(roundsPath(plan), 303);
    })
    .get("/n/:network/plans/:plan/rounds/:round/comments", async (c) => {
      const { list, round, review, ...console } = await commentsOf(world, c);
      const mayAnswer = round.number === review.round && review.stage !== "review" && review.stage !== "minimum";
      return c.html(CommentListPage({ ...console, round, list, mayAnswer }));
    })
    .get("/n/:network/plans/:plan/rounds/:round/comments/:comment", async (c) => onePage(world, c, {}, []))
    .post("/n/:network/plans/:plan/rounds/:round/comments/:comment", async (c) => {
      const { plan, member, round } = await commentsOf(world, c);
      const raw = await rawFields(c);
      const which = { plan: plan.id, round: round.number, comment: c.req.param("comment"), actor: member.id };
      const problems = await mended(acted(world, which, raw));
      return problems.length > 0 ? onePage(world, c, raw, problems) : c.redirect(commentsPath(plan, round.number), 303);
    });
}

type Which = { plan: string; round: number; comment: string; actor: string };

/** What the pressed button asks for. */
function acted(world: World, which: Which, raw: Raw): Promise<void> {
  switch (one(raw.act)) {
    case "merge":
      return mergeComments(world, { ...which, into: one(raw.into) });
    case "separate":
      return mergeComments(world, { ...which, comment: one(raw.comment) });
    default:
      return answered(world, which, raw);
  }
}

/** An answer as it was typed: whatever is none of the four is refused like an empty one. */
async function answered(world: World, which: Which, raw: Raw): Promise<void> {
  const disposition = (["accepted", "partly", "rejected", "next"] as const).find(
    (kind) => kind === one(raw.disposition),
  );
  if (!disposition) throw new Refusal("input.invalid", { problems: [{ field: "disposition", code: "choose" }] });
  await answerComment(world, { ...which, disposition, reason: one(raw.reason) });
}

/** What is to be mended in what was sent; everything else that is refused is refused as it is. */
async function mended(act: Promise<void>): Promise<readonly Problem[]> {
  try {
    await act;
    return [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "input.invalid") throw error;
    return error.problems;
  }
}

async function commentsOf(world: World, c: Context) {
  const console = await planConsole(world, c);
  const review = await readReview(world, console.plan.id);
  const rounds = await roundsOf(world.table, console.plan.id);
  const round = rounds.find(({ number }) => String(number) === c.req.param("round"));
  if (!round) throw new Refusal("not-found");
  const list = await commentList(world, review, round, await nodesOf(world.table, console.plan.id));
  return { ...console, review, round, list };
}

async function onePage(world: World, c: Context, typed: Raw, problems: readonly Problem[]): Promise<Response> {
  const { review: _, ...shown } = await commentsOf(world, c);
  const listed = shown.list.inTime.find(({ item }) => item.lead.id === c.req.param("comment"));
  if (!listed) throw new Refusal("not-found");
  return c.html(CommentAnswerPage({ ...shown, listed, typed, problems }), problems.length > 0 ? 422 : 200);
}

async function decisionPage(world: World, c: Context, typed: Raw, problems: readonly Problem[]): Promise<Response> {
  const console = await planConsole(world, c);
  const review = await readReview(world, console.plan.id);
  const round = await readRound(world, review.id, review.round);
  return c.html(await DecisionPage(world, { ...console, round, typed, problems }), problems.length > 0 ? 422 : 200);
}

/** A reviewer reads what the others have said once her own review is in (plan-review 4). */
async function readByReviewer(world: World, c: Context): Promise<Response> {
  const view = await viewAsk(world, c.req.param("token") ?? "");
  const { round } = await viewReviewer(world, view);
  const review = await readReview(world, round.plan);
  if (!(await maySeeOthers(world, review, round, view.ask.member))) throw new Refusal("not-yours");
  const locale = localeOf(c, view.person.locale);
  const next = (await roundsOf(world.table, round.plan)).find(({ number }) => number === round.number + 1);
  const [before, after] = await Promise.all([frozenNodes(world.table, round), frozenNodes(world.table, next ?? round)]);
  return c.html(
    AnswersPage({
      ...{ locale, view, round, path: c.req.path, form: `/a/${view.token}` },
      list: await commentList(world, review, round, after),
      changes: changeRows(locale, diff(before, after), before, after),
    }),
  );
}
