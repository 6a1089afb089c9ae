import { type Locale, type MessageKey, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";

/** What a coordinator's form says of each kind of problem, wherever it comes up. */
const words: Readonly<Record<string, MessageKey>> = {
  "after-the-session": "nominations.problem.afterSession",
  "before-the-beginning": "offices.problem.order",
  "before-the-letters-close": "lot.problem.early",
  "before-the-step-it-follows": "election.problem.order",
  check: "form.notZone",
  choose: "form.choose",
  days: "objections.problem.days",
  "in-the-future": "offices.problem.future",
  "in-the-past": "form.past",
  max_graphemes: "form.tooLong",
  max_length: "form.tooLong",
  min_length: "form.tooShort",
  "mode-without-session": "form.choose",
  "quorum-without-letters": "rules.problem.quorum",
  night: "form.night",
  "no-address": "assisted.noAddress",
  "no-candidates": "opening.nominations.needed",
  "no-day": "offices.problem.day",
  "no-moment": "form.notDate",
  "no-votes": "election.problem.no-votes",
  "not-a-member": "election.problem.not-a-member",
  "not-forward": "form.notForward",
  "office-seats": "offices.problem.seats",
  picklist: "form.choose",
  regex: "form.notEmail",
  "same-person": "form.different",
  seats: "ballot.problem.seats",
  skipped: "form.skippedTime",
  "too-few": "form.different",
  "too-many-votes": "election.problem.too-many-votes",
  "too-much-text": "election.problem.too-much-text",
  "too-soon": "election.problem.too-soon",
  whole: "offices.problem.whole",
};

/** What else the words need: how long the text is now, and how long it may be where the problem does not say. */
export type Measures = { actual?: number; limit?: number };

/** What is wrong with a field, in words; what has none of its own is missing. */
export function problemText(locale: Locale, { code, details }: Problem, { actual = 0, limit }: Measures = {}): string {
  const least = code === "min_length" ? 10 : 200;
  return say(locale, words[code] ?? "form.required", { actual, limit: Number(details?.limit ?? limit ?? least) });
}
