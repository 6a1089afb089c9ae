import { inScript, type Locale, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import { CommentKind, type ReviewComment } from "@quorate/core/plan";
import { Choice, Lines, TextField } from "../look/index.ts";
import type { TypedText } from "../typed.ts";

/** The two fields of a comment on a node. */
export const kindField = (node: string) => `${node}-kind`;
export const textField = (node: string) => `${node}-text`;

type BoxProps = {
  locale: Locale;
  node: string;
  /** The node as it is called beside its box: `Uždavinys 1.1.2`. */
  about: string;
  typed: TypedText;
  problems: readonly Problem[];
};

/** Where a comment on a node is written: folded away while there is none. */
export function CommentBox({ locale, node, about, typed, problems }: BoxProps) {
  const [kind, text] = [kindField(node), textField(node)];
  const errorAt = (field: string) => {
    const problem = problems.find((one) => one.field === field);
    return problem && commentProblem(locale, problem, about);
  };
  const isOpen = (typed[text] ?? "") !== "" || errorAt(kind) !== undefined || errorAt(text) !== undefined;
  return (
    <details open={isOpen}>
      <summary>
        {say(locale, isOpen ? "plan.review.comment.yours" : "plan.review.comment.add")}
        <span class="hidden"> {say(locale, "plan.review.comment.on", { what: about })}</span>
      </summary>
      <div class="comment">
        <Choice
          {...{ locale, id: kind, name: kind, chosen: typed[kind], error: errorAt(kind) }}
          label={say(locale, "plan.review.comment.kind")}
          options={CommentKind.options.map((value) => ({ value, label: kindWords(locale, value) }))}
        />
        <TextField
          {...{ locale, id: text, kind: "long", value: typed[text] ?? "", error: errorAt(text) }}
          label={say(locale, "plan.review.comment.text")}
        />
      </div>
    </details>
  );
}

/** A comment as it stands: its kind, who wrote it where others read it too, and what it says. */
export function CommentText(props: { locale: Locale; comment: Pick<ReviewComment, "kind" | "text">; by?: string }) {
  const { locale, comment, by } = props;
  return (
    <div class="comment">
      <p class="by">
        {kindWords(locale, comment.kind)}
        {by && `, ${inScript(locale, by)}`}
      </p>
      <p>
        <Lines text={inScript(locale, comment.text)} />
      </p>
    </div>
  );
}

function kindWords(locale: Locale, kind: CommentKind): string {
  return say(locale, `plan.review.comment.${kind}`);
}

/** What is to be mended in a comment, and at which node. */
export function commentProblem(locale: Locale, { code, details }: Problem, what: string): string {
  if (code !== "max_length") return say(locale, "plan.review.comment.choose", { what });
  const { limit = 0, actual = 0 } = details ?? {};
  return say(locale, "plan.review.comment.long", { limit, actual, what });
}
