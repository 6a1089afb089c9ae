import { type Locale, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import { problemText } from "../../problem-text.ts";
import type { Typed, WrongField } from "../fields.tsx";
import { BY_LETTER, deadlines, nominationDeadlines, voteNumbers } from "./read.ts";

/** The fields as the page goes, top to bottom. */
const fieldOrder: readonly string[] = [
  ...["title", "session"],
  ...voteNumbers.flatMap((number) =>
    ["kind", "title", "text-title", "text-body", "seats", "ballot", "office", "from", "until"].map(
      (part) => `vote${number}-${part}`,
    ),
  ),
  ...["nominate", ...nominationDeadlines.map(({ field }) => field)],
  ...["mode", "confirmationBy", "declarer1", "declarer2", "presiding", "lotSource", "lotAt", "share", "base", "quorum"],
  ...[...deadlines.map(({ field }) => field), "objectionDays", "substitute"],
];

/** What is wrong with the set-up, in words, in the order of the page. */
export function wrongFields(locale: Locale, problems: readonly Problem[], typed: Typed): WrongField[] {
  const place = ({ id }: WrongField) => {
    const at = fieldOrder.findIndex((name) => id === name || id === `${name}-ratified`);
    return at < 0 ? fieldOrder.length : at;
  };
  return problems
    .map((problem) => ({
      id: problem.field === "mode" ? "mode-ratified" : problem.field,
      label: labelOf(locale, problem.field, typed),
      text: problemText(locale, problem, { actual: (typed[problem.field] ?? "").trim().length }),
    }))
    .toSorted((a, b) => place(a) - place(b));
}

/** What a field of the set-up is called, on the page and in the summary of what is wrong. */
export function labelOf(locale: Locale, field: string, typed: Typed): string {
  const [, number, part = ""] = /^vote(\d)-(.+)$/.exec(field) ?? [];
  if (number !== undefined) {
    const label = voteLabel(locale, part);
    return `${say(locale, "election.field.vote.n", { n: number })}, ${label.charAt(0).toLocaleLowerCase()}${label.slice(1)}`;
  }
  if (field === "confirmationBy" && typed.session === BY_LETTER) return say(locale, "opening.letters.by");
  const deadline = deadlines.find((one) => one.field === field);
  if (deadline) return say(locale, `election.field.${deadline.field}`);
  const earlier = nominationDeadlines.find((one) => one.field === field);
  if (earlier) return say(locale, nominationLabels[earlier.field]);
  switch (field) {
    case "objectionDays":
      return say(locale, "objections.field.days");
    case "nominate":
      return say(locale, "nominations.page.title");
    case "substitute":
      return say(locale, "duties.field.substitute");
    case "presiding":
      return say(locale, "ties.field.presiding");
    case "lotSource":
      return say(locale, "lot.field.source");
    case "lotAt":
      return say(locale, "lot.field.at");
    case "declarer1":
      return say(locale, "election.field.declarer.first");
    case "declarer2":
      return say(locale, "election.field.declarer.second");
    case "title":
    case "session":
    case "mode":
    case "share":
    case "base":
    case "quorum":
      return say(locale, `election.field.${field}`);
    default:
      return field;
  }
}

const nominationLabels = {
  nominationsBy: "nominations.field.by",
  acceptanceBy: "nominations.field.acceptanceBy",
  candidatesBy: "nominations.field.candidatesBy",
} as const;

/** What a part of one vote is called on its own card. */
export function voteLabel(locale: Locale, part: string): string {
  switch (part) {
    case "kind":
      return say(locale, "election.field.vote.kind");
    case "seats":
      return say(locale, "ballot.field.seats");
    case "ballot":
      return say(locale, "ballot.field.ballot");
    case "office":
      return say(locale, "offices.vote");
    case "from":
      return say(locale, "offices.vote.from");
    case "until":
      return say(locale, "offices.vote.until");
    case "text-title":
      return say(locale, "election.field.text.title");
    case "text-body":
      return say(locale, "election.field.text.body");
    default:
      return say(locale, "election.field.vote.title");
  }
}
