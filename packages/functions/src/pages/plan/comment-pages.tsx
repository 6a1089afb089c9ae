import type { AskView } from "@quorate/core/ask";
import { inScript, type Locale, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import type { FrozenNode, Outlined, ReviewerView } from "@quorate/core/plan";
import type { Child } from "hono/jsx";
import { AskPage } from "../ask/ask-page.tsx";
import { Buttons, ErrorSummary, Hidden, Lead, Notice, SubmitButton } from "../look/index.ts";
import type { TypedText } from "../typed.ts";
import { CommentBox, CommentText, commentProblem } from "./comment-box.tsx";
import { NodeDetails } from "./node-details.tsx";
import { levelWords } from "./review-words.ts";

type Line = Outlined<FrozenNode>;

type PageProps = { locale: Locale; view: AskView; path: string; form: string; review: ReviewerView };

type PartProps = PageProps & {
  /** The node that heads this page; and with it those under it. */
  head: Line;
  lines: readonly Line[];
  page: string;
  typed: TypedText;
  problems: readonly Problem[];
  isKept: boolean;
  hasNext: boolean;
};

/** One part of the plan, as it is read, with a box for a comment at every node. */
export function CommentsPage(props: PartProps) {
  const { locale, view, review, lines, problems } = props;
  const title = inScript(locale, props.head.node.words.title);
  const isOpen = review.writing === "open" || review.writing === "late";
  const wrong = problems.map((problem) => ({ id: problem.field, text: problemWords(locale, problem, lines) }));
  return (
    <AskPage {...{ locale, view, title, path: props.path }} isWrong={wrong.length > 0} hasScript={isOpen}>
      {wrong.length > 0 && <ErrorSummary locale={locale} title={say(locale, "form.summary.title")} problems={wrong} />}
      <header>
        <p class="kicker">{roundWords(locale, review)}</p>
        <h1>{say(locale, "plan.review.plan")}</h1>
      </header>
      {props.isKept && (
        <div class="notice" role="status">
          <p>{say(locale, "plan.review.kept")}</p>
        </div>
      )}
      <WritingNotice {...props} />
      {isOpen ? (
        <form method="post" action={props.path} novalidate class="flow">
          <Hidden fields={{ page: props.page }} />
          <Tree {...props} lines={lines} depth={2} />
          <Buttons>
            <SubmitButton name="act" value="keep">
              {say(locale, "plan.review.save")}
            </SubmitButton>
            {props.hasNext && (
              <SubmitButton look="plain" name="act" value="next">
                {say(locale, "plan.review.saveNext")}
              </SubmitButton>
            )}
          </Buttons>
          <p class="hint" role="status" data-saved={say(locale, "ask.state.draft")} />
        </form>
      ) : (
        <Tree {...props} lines={lines} depth={2} />
      )}
      <Back {...props} />
    </AskPage>
  );
}

/** Everything that she has noted in the round, in the order of the plan. */
export function OwnCommentsPage(props: PageProps & { pageOf: (node: string) => string }) {
  const { locale, view, review, path } = props;
  const title = say(locale, "plan.review.sofar");
  const noted = review.outline.flatMap((line) => {
    const comment = review.comments.get(line.node.id);
    return comment ? [{ line, comment }] : [];
  });
  return (
    <AskPage {...{ locale, view, title, path }}>
      <header>
        <p class="kicker">{roundWords(locale, review)}</p>
        <h1>{title}</h1>
      </header>
      <WritingNotice {...props} />
      {noted.length === 0 && <Lead>{say(locale, "plan.review.sofar.none")}</Lead>}
      {noted.map(({ line, comment }) => (
        <section class="node card" aria-labelledby={line.node.id}>
          <header>
            <p class="kicker">{levelWords(locale, line)}</p>
            <h2 id={line.node.id}>
              <a href={`${props.pageOf(line.node.id)}#${line.node.id}`}>{inScript(locale, line.node.words.title)}</a>
            </h2>
          </header>
          <CommentText {...{ locale, comment }} />
        </section>
      ))}
      <Back {...props} />
    </AskPage>
  );
}

/** A node with what it says, its box, and those under it inside of it. */
function Tree(props: PartProps & { depth: number }): Child {
  const { locale, lines, depth, review } = props;
  return (
    <>
      {branches(lines).map(([line, ...under]) => {
        const { node } = line;
        const comment = review.comments.get(node.id);
        const isOpen = review.writing === "open" || review.writing === "late";
        const about = levelWords(locale, line);
        return (
          <section class={depth === 2 ? "node card" : "node"} aria-labelledby={node.id}>
            <header>
              <p class="kicker">{about}</p>
              <Heading {...{ depth, id: node.id }}>{inScript(locale, node.words.title)}</Heading>
            </header>
            <NodeDetails {...{ locale, words: node.words }} />
            {isOpen && (
              <CommentBox {...{ locale, about, node: node.id, typed: props.typed, problems: props.problems }} />
            )}
            {!isOpen && comment && <CommentText {...{ locale, comment }} />}
            {under.length > 0 && <Tree {...props} lines={under} depth={depth + 1} />}
          </section>
        );
      })}
    </>
  );
}

function Heading({ depth, id, children }: { depth: number; id: string; children: Child }) {
  if (depth === 2) return <h2 id={id}>{children}</h2>;
  if (depth === 3) return <h3 id={id}>{children}</h3>;
  return depth === 4 ? <h4 id={id}>{children}</h4> : <h5 id={id}>{children}</h5>;
}

/** The lines of one depth, each with those that stand under it. */
function branches(lines: readonly Line[]): [Line, ...Line[]][] {
  const found: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last && line.number.startsWith(`${last[0].number}.`)) last.push(line);
    else found.push([line]);
  }
  return found;
}

function WritingNotice({ locale, review }: PageProps) {
  switch (review.writing) {
    case "open":
      return null;
    case "late":
      return <Notice kind="wait">{say(locale, "link.late.open")}</Notice>;
    case "sent":
      return <Notice>{say(locale, "plan.review.sent")}</Notice>;
    case "closed":
      return <Notice kind="wait">{say(locale, "plan.review.closed")}</Notice>;
  }
}

function roundWords(locale: Locale, { round }: ReviewerView): string {
  return say(locale, "plan.round.n", { n: round.number, version: round.version });
}

function problemWords(locale: Locale, problem: Problem, lines: readonly Line[]): string {
  const line = lines.find(({ node }) => problem.field.startsWith(`${node.id}-`));
  return commentProblem(locale, problem, line ? levelWords(locale, line) : "");
}

function Back({ locale, form }: PageProps) {
  return (
    <p>
      <a href={form}>{say(locale, "plan.review.back")}</a>
    </p>
  );
}
