import { byDeadline, inScript, say } from "@quorate/core/i18n";
import type { CommonLetters } from "@quorate/core/letter";
import { type LetterContent, noteOf, notice, shortName } from "../layout/index.ts";

/** Somebody who lost a letter: all that waits for her answer, in every network, each with a link of its own. */
export function lostLetter(props: CommonLetters["people.lost-letter"]): LetterContent {
  const { locale, asks } = props;
  const rows = asks.map(({ title, network, deadline, zone, url }) => ({
    title: inScript(locale, title),
    lines: [inScript(locale, network), `${say(locale, "common.deadline")}: ${byDeadline(locale, deadline, zone)}`],
    link: { label: say(locale, "ask.openForm"), url },
  }));
  const lead =
    asks.length === 0
      ? say(locale, "letters.lost.none")
      : `${say(locale, "link.letter.lost.lead", { n: asks.length })} ${say(locale, "ask.reminder.again")}`;
  return notice(props, {
    subject: say(locale, "link.letter.lost.subject", { network: shortName(props) }),
    heading: say(locale, "letters.lost.heading"),
    paragraphs: [lead],
    facts: rows.length > 0 ? { rows } : undefined,
    notes: [noteOf(say(locale, "link.letter.lost.why"))],
    foot: [say(locale, "letters.lost.personal")],
  });
}
