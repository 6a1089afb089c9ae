import type { ElectionLetters } from "@quorate/core/election";
import { dateOf, say } from "@quorate/core/i18n";
import { askLetter, type LetterContent } from "../layout/index.ts";
import { voteRow } from "./votes.ts";

/** Each absentee: confirm the results of the session or object, one question for each vote she had no part in. */
export function confirmation(props: ElectionLetters["election.confirmation"]): LetterContent {
  const { locale, votes, wasThereForSome } = props;
  const lead = wasThereForSome ? "letters.confirmation.leadPart" : "letters.confirmation.lead";
  const date = dateOf(locale, props.sessionAt, props.zone);
  return askLetter(props, {
    what: say(locale, "election.ask.absentee.what"),
    heading: say(locale, "election.ask.absentee.title", { date }),
    paragraphs: [say(locale, lead, { n: votes.length })],
    preview: say(locale, "letters.confirmation.preview", { n: votes.length, day: date }),
    details: {
      heading: say(locale, "election.figures.sessionResults"),
      rows: votes.map((vote) => voteRow(locale, vote)),
    },
    ifSilent: say(locale, "ask.ifSilent.recorded"),
  });
}
