import { inScript, say } from "@quorate/core/i18n";
import type { AuthorLetters } from "@quorate/core/plan";
import { type LetterContent, noteOf, notice, shortName } from "../layout/index.ts";

/** An author: which plan she is to write, and the link to its draft. */
export function writing(props: AuthorLetters["plan.writing"]): LetterContent {
  const { locale, plan, by, url } = props;
  return notice(props, {
    subject: say(locale, "plan.letter.writing.subject", { network: shortName(props) }),
    heading: say(locale, "plan.letter.writing.title"),
    paragraphs: [say(locale, "plan.letter.writing.lead")],
    button: { label: say(locale, "plan.letter.writing.button"), url },
    notes: [
      noteOf(say(locale, "plan.letter.writing.plan", { title: inScript(locale, plan) })),
      noteOf(say(locale, "plan.letter.writing.by", { name: inScript(locale, by) })),
    ],
    foot: [say(locale, "letters.personal")],
  });
}
