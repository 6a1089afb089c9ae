import { say, textIn } from "@quorate/core/i18n";
import type { CommonLetters } from "@quorate/core/letter";
import { dueBy, type LetterContent, notice, shortName } from "../layout/index.ts";

/** Six digits that open a form in one more browser. */
export function code(props: CommonLetters["ask.code"]): LetterContent {
  const { locale, expiresAt } = props;
  return {
    ...notice(props, {
      subject: say(locale, "ask.code.subject", { network: shortName(props) }),
      process: textIn(locale, props.title),
      heading: say(locale, "ask.code.letter.title"),
      paragraphs: [say(locale, "ask.code.letter.lead")],
      due: dueBy(props, say(locale, "letters.signIn.valid"), expiresAt),
      foot: [say(locale, "ask.journalHead", { hash: props.journal })],
    }),
    code: { label: say(locale, "ask.code.label"), digits: props.code },
  };
}
