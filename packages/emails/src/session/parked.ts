import { say, textIn } from "@quorate/core/i18n";
import type { SessionLetters } from "@quorate/core/session";
import { goOn, type LetterContent, notice, noticeSubject } from "../layout/index.ts";

/** The coordinator: the session has stopped, why, and where it can be set going again. */
export function parked(props: SessionLetters["session.parked"]): LetterContent {
  const { locale, process, reason, url } = props;
  const heading = say(locale, "meeting.parked.heading");
  return notice(props, {
    subject: noticeSubject(props, goOn(heading)),
    process,
    heading,
    paragraphs: [say(locale, "meeting.parked.lead")],
    facts: { heading: say(locale, "letters.parked.why"), rows: [{ title: textIn(locale, reason) }] },
    button: { label: say(locale, "letters.openPage"), url },
    foot: [`${say(locale, "letters.personal")} ${say(locale, "ask.journalHead", { hash: props.journal })}`],
  });
}
