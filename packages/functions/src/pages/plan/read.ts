import { type Locale, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import { NodeWords } from "@quorate/core/plan";
import * as v from "valibot";
import { problemText } from "../problem-text.ts";
import type { TypedText } from "../typed.ts";

/** What a node says in the order of its page. */
export const nodeFields = ["title", "text", "partner", "indicator", "responsible", "due", "budget"] as const;

/** The words of a node as they were typed, or what is wrong with them. */
export function readWords(typed: TypedText): { words: NodeWords } | { problems: Problem[] } {
  const entries = nodeFields.map((name) => [name, (typed[name] ?? "").replaceAll("\r\n", "\n")]);
  const read = v.safeParse(NodeWords, Object.fromEntries(entries));
  if (read.success) return { words: read.output };
  const problems = read.issues.map((issue): Problem => {
    const field = v.getDotPath(issue) ?? "";
    if (field === "due") return { field, code: "no-day" };
    if (issue.type === "max_length")
      return { field, code: "max_length", details: { limit: Number(issue.requirement) } };
    return { field, code: "required" };
  });
  return { problems };
}

/** What is wrong, in words: an outline's rows have their own. */
export function planProblem(locale: Locale, problem: Problem, typed: TypedText): string {
  const { row = 0, limit = 0 } = problem.details ?? {};
  switch (problem.code) {
    case "heading-deep":
      return say(locale, "plan.problem.heading.deep", { row, limit });
    case "heading-order":
      return say(locale, "plan.problem.heading.order", { row });
    case "heading-words":
      return say(locale, "plan.problem.heading.words", { row });
    case "no-headings":
    case "file-none":
    case "file-damaged":
    case "file-encrypted":
    case "file-large":
    case "file-old":
    case "file-other":
      return say(locale, `plan.problem.${problem.code}`);
    case "outline-level":
      return say(locale, "plan.problem.level", { row });
    case "outline-order":
      return say(locale, "plan.problem.order", { row });
    case "outline-words":
      return say(locale, "plan.problem.words", { row });
    case "outline-quote":
      return say(locale, "plan.problem.quote", { row });
    case "outline-wide":
      return say(locale, "plan.problem.wide", { limit });
    case "outline-deep":
      return say(locale, "plan.problem.deep", { limit });
    case "template-lines":
      return say(locale, "plan.template.lines");
    case "outline-large":
      return say(locale, "plan.problem.large", { limit });
    case "no-such-place":
      return say(locale, "plan.move.gone");
    case "has-nodes":
      return say(locale, "plan.remove.not");
    default:
      return problemText(locale, problem, { actual: (typed[problem.field] ?? "").trim().length });
  }
}
