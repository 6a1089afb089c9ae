import { say, shortBy } from "@quorate/core/i18n";
import type { CommonLetters } from "@quorate/core/letter";
import { dueBy, type LetterContent, noteOf, notice, shortName } from "../layout/index.ts";

/** A coordinator who asked to sign in: a link to the page with the button, and the code as the fallback. */
export function signIn(props: CommonLetters["people.sign-in"]): LetterContent {
  const { locale, zone, expiresAt, code } = props;
  const { label = "" } = noteOf(say(locale, "link.letter.signIn.code", { code }));
  return {
    ...notice(props, {
      subject: say(locale, "ask.subject", {
        network: shortName(props),
        what: say(locale, "letters.signIn.what"),
        by: shortBy(locale, expiresAt, zone),
      }),
      heading: say(locale, "link.letter.signIn.title"),
      paragraphs: [say(locale, "link.letter.signIn.lead")],
      due: dueBy(props, say(locale, "letters.signIn.valid"), expiresAt),
      button: { label: say(locale, "link.letter.signIn.button"), url: props.url },
      notes: [noteOf(say(locale, "link.letter.signIn.why"))],
      foot: [say(locale, "letters.signIn.personal")],
    }),
    code: { label, digits: code },
  };
}
