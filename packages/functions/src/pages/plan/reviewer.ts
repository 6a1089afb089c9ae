import { type AskView, pageNonce, type Raw, viewAsk } from "@quorate/core/ask";
import { type Problem, Refusal, type World } from "@quorate/core/kit";
import { keepComments, type ReviewerView, reviewPages, viewReviewer } from "@quorate/core/plan";
import { type Context, Hono } from "hono";
import { one, rawFields } from "../ask/raw.ts";
import { localeOf } from "../locale.ts";
import { formPolicy } from "../policy.ts";
import type { TypedText } from "../typed.ts";
import { kindField, textField } from "./comment-box.tsx";
import { CommentsPage, OwnCommentsPage } from "./comment-pages.tsx";

type Shown = { typed?: TypedText; problems?: readonly Problem[]; page?: string };

/** A reviewer's pages behind the link of her letter: the plan part by part, and what she has noted so far. */
export function reviewerPages(world: World): Hono {
  return new Hono()
    .get("/a/:token/comments", async (c) => {
      const { view, review } = await reviewerAt(world, c.req.param("token"));
      const form = `/a/${view.token}`;
      const parts = reviewPages(review.outline);
      const pageOf = (id: string) => {
        const head = parts.find((lines) => lines.some(({ node }) => node.id === id))?.[0];
        return `${form}/plan/${head?.node.id ?? ""}`;
      };
      const locale = localeOf(c, view.person.locale);
      return c.html(OwnCommentsPage({ locale, view, review, form, pageOf, path: c.req.path }));
    })
    .get("/a/:token/plan/:node", async (c) => {
      const at = await reviewerAt(world, c.req.param("token"));
      return partPage(world, c, at, c.req.param("node"), {});
    })
    .post("/a/:token/plan/:node", async (c) => {
      const { token, node } = c.req.param();
      const at = await reviewerAt(world, token);
      const raw = await rawFields(c);
      const page = one(raw.page);
      const typed = at.review.outline
        .map((line) => commentIn(raw, line.node.id))
        .filter((comment) => comment !== undefined);
      const kept = await keepComments(world, { token, page, raw }, typed);
      if (kept.kind === "problems") {
        const texts = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, one(value)]));
        return partPage(world, c, at, node, { typed: texts, problems: kept.problems, page });
      }
      if (one(raw.act) === "autosave") return c.body(null, 204);
      const next = one(raw.act) === "next" ? nextPart(at.review, node) : undefined;
      return c.redirect(`/a/${token}/plan/${next ?? node}?kept=yes`, 303);
    });
}

/** The review behind a link; refuses the link of any other ask. */
async function reviewerAt(world: World, token: string): Promise<{ view: AskView; review: ReviewerView }> {
  const view = await viewAsk(world, token);
  return { view, review: await viewReviewer(world, view) };
}

/** What a page sent for a node; undefined where the node is not on that page. */
function commentIn(raw: Raw, node: string) {
  const text = raw[textField(node)];
  return text === undefined ? undefined : { node, kind: one(raw[kindField(node)]), text: one(text) };
}

function partPage(
  world: World,
  c: Context,
  { view, review }: { view: AskView; review: ReviewerView },
  node: string,
  { typed, problems = [], page }: Shown,
) {
  const parts = reviewPages(review.outline);
  const index = parts.findIndex(([head]) => head?.node.id === node);
  const lines = parts[index];
  const head = lines?.[0];
  if (!lines || !head) throw new Refusal("not-found");
  c.header("Content-Security-Policy", formPolicy);
  const shown = {
    ...{ locale: localeOf(c, view.person.locale), view, review, head, lines, problems, path: c.req.path },
    ...{ form: `/a/${view.token}`, page: page ?? pageNonce(world, view), typed: typed ?? asNoted(review) },
    ...{ isKept: c.req.query("kept") !== undefined && problems.length === 0, hasNext: index + 1 < parts.length },
  };
  return c.html(CommentsPage(shown), problems.length > 0 ? 422 : 200);
}

/** What she has noted, by the names of the page's fields. */
function asNoted({ comments }: ReviewerView): TypedText {
  return Object.fromEntries(
    [...comments.values()].flatMap(({ node, kind, text }) => [
      [kindField(node), kind],
      [textField(node), text],
    ]),
  );
}

function nextPart({ outline }: ReviewerView, node: string): string | undefined {
  const parts = reviewPages(outline);
  return parts[parts.findIndex(([head]) => head?.node.id === node) + 1]?.[0]?.node.id;
}
