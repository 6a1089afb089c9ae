import type { ElectionLetters } from "@quorate/core/election";
import { inScript, say } from "@quorate/core/i18n";
import { askLetter, goOn, type LetterContent, notice, noticeSubject } from "../layout/index.ts";

/** A second person: is the election to be cancelled? */
export function cancellation(props: ElectionLetters["election.cancellation"]): LetterContent {
  const { locale, reason, by } = props;
  return askLetter(props, {
    what: say(locale, "cancelling.ask.what"),
    heading: say(locale, "cancelling.ask.title"),
    paragraphs: [say(locale, "cancelling.ask.lead")],
    details: {
      heading: say(locale, "cancelling.ask.why"),
      rows: [{ title: inScript(locale, by), lines: [inScript(locale, reason)] }],
    },
    ifSilent: say(locale, "ask.ifSilent", { what: say(locale, "cancelling.ask.silence") }),
  });
}

/** Everybody who was asked anything: the election is cancelled, and why. */
export function cancelled(props: ElectionLetters["election.cancelled"]): LetterContent {
  const { locale, process, reason, journal } = props;
  const heading = say(locale, "cancelling.cancelled.title");
  return notice(props, {
    subject: noticeSubject(props, goOn(heading)),
    process,
    heading,
    paragraphs: [say(locale, "cancelling.cancelled.lead")],
    facts: { heading: say(locale, "cancelling.ask.why"), rows: [{ title: inScript(locale, reason) }] },
    foot: [say(locale, "ask.journalHead", { hash: journal })],
  });
}
