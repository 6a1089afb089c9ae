import { calendarDay, inScript, say, textIn } from "@quorate/core/i18n";
import type { OfficeLetters } from "@quorate/core/offices";
import { type LetterContent, noteOf, notice, shortName } from "../layout/index.ts";

/** The holder and the coordinators: a mandate comes to its end, which one and when. */
export function mandate(props: OfficeLetters["offices.mandate"]): LetterContent {
  const { locale, isOwn } = props;
  const date = calendarDay(locale, props.until);
  return notice(props, {
    subject: say(locale, "offices.letter.mandate.subject", { network: shortName(props), date }),
    heading: say(locale, "offices.letter.mandate.title"),
    paragraphs: [
      say(locale, isOwn ? "offices.letter.mandate.own" : "offices.letter.mandate.lead"),
      say(locale, "offices.letter.mandate.then"),
    ],
    button: { label: say(locale, "letters.openPage"), url: props.url },
    notes: [
      noteOf(say(locale, "offices.letter.office", { office: textIn(locale, props.office) })),
      noteOf(say(locale, "offices.letter.holder", { name: inScript(locale, props.holder) })),
      noteOf(say(locale, "offices.letter.until", { date })),
    ],
    foot: [say(locale, "letters.personal")],
  });
}
