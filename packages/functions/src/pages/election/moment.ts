import { isNight, LocalDateTime, type Locale, parseLocal, say } from "@quorate/core/i18n";
import type { Instant, Problem } from "@quorate/core/kit";
import * as v from "valibot";

/** A day and time as it was typed, on the wall clocks of a zone; or what is wrong with it. */
export function readMoment(
  typed: string,
  zone: string,
): { at: Instant } | { code: "missing" | "no-moment" | "skipped" | "night" } {
  const text = typed.trim();
  if (text === "") return { code: "missing" };
  const local = v.safeParse(LocalDateTime, text);
  if (!local.success) return { code: "no-moment" };
  const at = parseLocal(local.output, zone);
  if (at === "skipped") return { code: "skipped" };
  return isNight(at, zone) ? { code: "night" } : { at };
}

/** What is wrong with a field of a coordinator's form, in words; `actual` is how long the text is now. */
export function problemText(locale: Locale, { code, details }: Problem, actual = 0): string {
  switch (code) {
    case "choose":
    case "mode-without-session":
      return say(locale, "form.choose");
    case "no-moment":
    case "regex":
      return say(locale, "form.notDate");
    case "skipped":
      return say(locale, "form.skippedTime");
    case "night":
      return say(locale, "form.night");
    case "in-the-past":
      return say(locale, "form.past");
    case "before-the-step-it-follows":
      return say(locale, "election.problem.order");
    case "not-forward":
      return say(locale, "form.notForward");
    case "too-soon":
      return say(locale, "election.problem.too-soon");
    case "after-the-session":
      return say(locale, "nominations.problem.afterSession");
    case "no-votes":
      return say(locale, "election.problem.no-votes");
    case "same-person":
    case "too-few":
      return say(locale, "form.different");
    case "not-a-member":
      return say(locale, "election.problem.not-a-member");
    case "min_length":
      return say(locale, "form.tooShort", { limit: Number(details?.limit ?? 10), actual });
    case "max_length":
      return say(locale, "form.tooLong", { limit: Number(details?.limit ?? 200), actual });
    default:
      return say(locale, "form.required");
  }
}
