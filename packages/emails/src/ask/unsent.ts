import { dateTime, say, textIn } from "@quorate/core/i18n";
import type { CommonLetters } from "@quorate/core/letter";
import { type LetterContent, notice, shortName } from "../layout/index.ts";

/** Somebody who saved an answer and did not send it: it was not sent for her. */
export function unsent(props: CommonLetters["ask.unsent"]): LetterContent {
  const { locale, zone, at, reference } = props;
  const lines = [
    ...(reference === undefined ? [] : [say(locale, "ask.unsent.inForce", { reference })]),
    say(locale, "ask.unsent.kept"),
  ];
  return notice(props, {
    subject: say(locale, "ask.unsent.subject", { network: shortName(props) }),
    heading: say(locale, "ask.unsent.title"),
    paragraphs: [say(locale, "ask.unsent.lead", { at: dateTime(locale, at, zone) })],
    facts: { rows: [{ title: textIn(locale, props.title), lines }] },
    foot: [say(locale, "ask.journalHead", { hash: props.journal })],
  });
}
