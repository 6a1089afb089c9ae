import type { ElectionLetters } from "@quorate/core/election";
import { say } from "@quorate/core/i18n";
import { askLetter, type LetterContent } from "../layout/index.ts";
import { voteRow } from "./votes.ts";

/** Whoever presides: candidates are tied, and the rules leave it to her. */
export function chair(props: ElectionLetters["election.chair"]): LetterContent {
  const { locale, votes } = props;
  return askLetter(props, {
    what: say(locale, "ties.chair.what"),
    heading: say(locale, "ties.chair.title"),
    paragraphs: [say(locale, "ties.chair.lead")],
    details: { heading: say(locale, "ties.tied"), rows: votes.map((vote) => voteRow(locale, vote)) },
    ifSilent: say(locale, "ask.ifSilent.waits"),
  });
}
