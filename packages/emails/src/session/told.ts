import { inScript, type MessageKey, say } from "@quorate/core/i18n";
import type { SessionLetters } from "@quorate/core/session";
import { type LetterContent, notice, noticeSubject } from "../layout/index.ts";
import { whenAndWhere } from "./invitation.ts";

type Props = SessionLetters["session.moved"];
type Words = { what: MessageKey; heading: MessageKey; paragraphs: string[] };

/** Everybody who was invited: the session is at another time or place, with what holds now. */
export function moved(props: Props): LetterContent {
  return told(props, {
    ...{ what: "meeting.moved.what", heading: "meeting.moved.heading" },
    paragraphs: [say(props.locale, "meeting.moved.lead"), say(props.locale, "meeting.moved.calendar")],
  });
}

/** Everybody who was invited: the session will not be held, and why. */
export function cancelled(props: SessionLetters["session.cancelled"]): LetterContent {
  const { locale, reason } = props;
  return told(props, {
    ...{ what: "meeting.cancelled.what", heading: "meeting.cancelled.heading" },
    paragraphs: [
      `${say(locale, "meeting.cancelled.lead")} ${say(locale, "meeting.cancelled.reason", { reason: inScript(locale, reason) })}`,
      say(locale, "meeting.cancelled.calendar"),
    ],
  });
}

function told(props: Props, { what, heading, paragraphs }: Words): LetterContent {
  const { locale, process, meeting, url, journal } = props;
  return notice(props, {
    subject: noticeSubject(props, say(locale, what)),
    ...{ process, heading: say(locale, heading), paragraphs, facts: whenAndWhere(locale, meeting) },
    button: { label: say(locale, "letters.openPage"), url },
    foot: [say(locale, "meeting.told.foot"), say(locale, "ask.journalHead", { hash: journal })],
  });
}
