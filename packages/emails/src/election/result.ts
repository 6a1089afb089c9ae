import type { ElectionLetters } from "@quorate/core/election";
import { byWhen, say } from "@quorate/core/i18n";
import { goOn, type LetterContent, notice, noticeSubject } from "../layout/index.ts";
import { outcomeRow } from "./votes.ts";

/** Everyone on the roll: the outcomes with both figures, the minutes, and the head of the journal. */
export function result(props: ElectionLetters["election.result"]): LetterContent {
  const { locale, zone, outcomes, process, url, journal, objectionsUntil } = props;
  const by = objectionsUntil && byWhen(locale, objectionsUntil, zone);
  const heading = say(locale, "election.letter.result.title");
  return notice(props, {
    subject: noticeSubject(props, goOn(heading)),
    process,
    heading,
    paragraphs: [say(locale, "letters.result.lead"), ...(by ? [say(locale, "objections.letter.until", { by })] : [])],
    facts: { rows: outcomes.map((outcome) => outcomeRow(locale, outcome)) },
    button: { label: say(locale, "election.letter.result.minutes"), url },
    notes: [{ text: say(locale, "election.letter.result.why") }],
    foot: [say(locale, "letters.personal"), say(locale, "ask.journalHead", { hash: journal })],
  });
}
