import { dateTime, inScript, say, textIn } from "@quorate/core/i18n";
import type { CommonLetters } from "@quorate/core/letter";
import { type LetterContent, notice, shortName } from "../layout/index.ts";

/** The addressee of an answer that was taken back: her form waits again, by a new link. */
export function withdrawn(props: CommonLetters["ask.withdrawn"]): LetterContent {
  const { locale, zone, at, reference, url } = props;
  return notice(props, {
    subject: say(locale, "ask.withdrawn.subject", { network: shortName(props) }),
    heading: say(locale, "ask.withdraw.done"),
    paragraphs: [
      say(locale, "ask.withdrawn.lead", { at: dateTime(locale, at, zone) }),
      say(locale, url === undefined ? "ask.withdraw.noMore" : "ask.withdrawn.open"),
    ],
    facts: {
      rows: [{ title: textIn(locale, props.title), lines: [say(locale, "ask.receipt.reference", { reference })] }],
    },
    ...(url !== undefined && { button: { label: say(locale, "ask.openForm"), url } }),
    foot: [
      ...(url === undefined ? [] : [say(locale, "ask.personal")]),
      say(locale, "ask.journalHead", { hash: props.journal }),
    ],
  });
}

/** Whoever asked: one answer was taken back. */
export function withdrawal(props: CommonLetters["ask.withdrawal"]): LetterContent {
  const { locale, zone, at, reference } = props;
  return notice(props, {
    subject: say(locale, "ask.withdrawal.subject", { network: shortName(props) }),
    heading: say(locale, "ask.withdrawal.title", { name: inScript(locale, props.name) }),
    paragraphs: [say(locale, "ask.withdrawal.lead", { at: dateTime(locale, at, zone) })],
    facts: {
      rows: [{ title: textIn(locale, props.title), lines: [say(locale, "ask.receipt.reference", { reference })] }],
    },
    foot: [say(locale, "ask.journalHead", { hash: props.journal })],
  });
}
