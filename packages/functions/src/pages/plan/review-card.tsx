import type { AskView } from "@quorate/core/ask";
import { inScript, type Locale, say } from "@quorate/core/i18n";
import type { World } from "@quorate/core/kit";
import { REVIEW_LETTER, reviewPages, viewReviewer } from "@quorate/core/plan";
import type { Child } from "hono/jsx";
import { Notice, Rows } from "../look/index.ts";
import { levelWords } from "./review-words.ts";

type Shown = { locale: Locale; view: AskView; path: string };

/** On the form of a review: the plan in its parts, each with its page for comments. Nothing on any other form. */
export async function reviewCard(world: World, { locale, view, path }: Shown): Promise<Child> {
  if (view.collection.letter !== REVIEW_LETTER) return undefined;
  const { round, outline, comments } = await viewReviewer(world, view);
  const waiver = round.waivers.find(({ member }) => member === view.ask.member);
  const rows = reviewPages(outline).flatMap((lines) => {
    const [head] = lines;
    if (!head) return [];
    const noted = lines.filter(({ node }) => comments.has(node.id)).length;
    return [
      {
        href: `${path}/plan/${head.node.id}`,
        title: inScript(locale, head.node.words.title),
        badge: <p class="kicker">{levelWords(locale, head)}</p>,
        hint: say(locale, "plan.review.page.count", { nodes: lines.length, comments: noted }),
      },
    ];
  });
  return (
    <>
      {waiver && <Notice>{say(locale, "plan.review.waived", { note: inScript(locale, waiver.note) })}</Notice>}
      <section class="flow" aria-labelledby="plan">
        <h2 id="plan">{say(locale, "plan.review.plan")}</h2>
        <p>{say(locale, "plan.review.plan.lead")}</p>
        <Rows {...{ rows, empty: "" }} />
        <p>
          <a href={`${path}/comments`}>
            {say(locale, "plan.review.sofar")}: {comments.size}
          </a>
        </p>
      </section>
      <Notice>{say(locale, "plan.review.others")}</Notice>
    </>
  );
}
