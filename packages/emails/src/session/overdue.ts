import { say } from "@quorate/core/i18n";
import type { SessionLetters } from "@quorate/core/session";
import { goOn, type LetterContent, notice, noticeSubject } from "../layout/index.ts";
import { whenAndWhere } from "./invitation.ts";

/** Who may open and close the meeting: it was to have begun, or to be over, and what she can do. */
export function overdue(props: SessionLetters["session.overdue"]): LetterContent {
  const { locale, process, meeting, what, url, journal } = props;
  const heading = say(locale, `meeting.overdue.${what}.heading`);
  return notice(props, {
    subject: noticeSubject(props, goOn(heading)),
    ...{ process, heading, facts: whenAndWhere(locale, meeting) },
    paragraphs: [say(locale, `meeting.overdue.${what}.lead`)],
    button: { label: say(locale, "letters.openPage"), url },
    foot: [`${say(locale, "letters.personal")} ${say(locale, "ask.journalHead", { hash: journal })}`],
  });
}
