import { byDeadline, dateTime, say, textIn } from "@quorate/core/i18n";
import type { CommonLetters } from "@quorate/core/letter";
import { type LetterContent, notice, shortName } from "../layout/index.ts";

/** Somebody whose answer came in: under which number it is kept. Never the answer itself: the mailbox may be shared. */
export function receipt(props: CommonLetters["ask.receipt"]): LetterContent {
  const { locale, zone, reference, replaces, changeUntil, withdraw } = props;
  const numbers = replaces
    ? say(locale, "ask.receipt.changed", { earlier: replaces, reference })
    : say(locale, "ask.receipt.reference", { reference });
  return notice(props, {
    subject: say(locale, "ask.receipt.subject", { network: shortName(props) }),
    heading: say(locale, "letters.receipt.heading", { at: dateTime(locale, props.at, zone) }),
    paragraphs: [
      changeUntil
        ? say(locale, "letters.receipt.canChange", { by: byDeadline(locale, changeUntil, zone) })
        : say(locale, "letters.receipt.final"),
    ],
    facts: { rows: [{ title: textIn(locale, props.title), lines: [numbers] }] },
    notes: [
      { text: say(locale, "letters.receipt.hidden") },
      ...(withdraw
        ? []
        : [{ label: say(locale, "letters.receipt.notYou"), text: say(locale, "letters.receipt.reply") }]),
    ],
    ...(withdraw && {
      details: {
        rows: [
          {
            title: say(locale, "letters.receipt.notYou"),
            lines: [say(locale, "ask.receipt.withdrawUntil", { by: byDeadline(locale, withdraw.until, zone) })],
            link: { label: say(locale, "ask.receipt.withdraw"), url: withdraw.url },
          },
        ],
      },
    }),
    foot: [say(locale, "ask.journalHead", { hash: props.journal })],
  });
}
