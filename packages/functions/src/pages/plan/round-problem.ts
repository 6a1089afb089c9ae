import { inScript, type Locale, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import { problemText } from "../problem-text.ts";

/** What keeps a round from being opened or changed so, in words. */
export function roundProblem(locale: Locale, problem: Problem): string {
  const { limit = 0, n = 0, name = "" } = problem.details ?? {};
  const who = { name: inScript(locale, String(name)) };
  if (problem.field.startsWith("externals.")) return say(locale, "plan.round.problem.externals");
  if (problem.field === "minimum" && problem.code !== "too-many") return say(locale, "plan.round.problem.number");
  if (problem.field === "extensionDays") return say(locale, "plan.round.problem.days");
  switch (problem.code) {
    case "plan-empty":
      return say(locale, "plan.round.problem.empty");
    case "incomplete":
      return say(locale, "plan.round.problem.unknown", { n, ...who });
    case "comments-unanswered":
      return say(locale, "plan.round.problem.comments", { n });
    case "own-request":
      return say(locale, "plan.round.problem.own");
    case "partial_check":
      return say(locale, "plan.round.problem.reason");
    case "nobody":
      return say(locale, "plan.round.problem.nobody");
    case "within-a-day":
      return say(locale, "plan.round.problem.day");
    case "no-such-area":
      return say(locale, "plan.round.problem.area");
    case "too-many":
      return say(locale, "plan.round.problem.minimum", { limit });
    case "reviewer-author":
      return say(locale, "plan.round.problem.author", who);
    case "reviewer-institution":
      return say(locale, "plan.round.problem.institution", who);
    case "reviewer-approver":
      return say(locale, "plan.round.problem.approver", who);
    case "reviewer-twice":
      return say(locale, "plan.round.problem.twice", who);
    case "not-a-member":
      return say(locale, "plan.round.problem.member");
    default:
      return problemText(locale, problem);
  }
}
