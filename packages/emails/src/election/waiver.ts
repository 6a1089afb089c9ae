import type { ElectionLetters } from "@quorate/core/election";
import { inScript, say } from "@quorate/core/i18n";
import { askLetter, type LetterContent } from "../layout/index.ts";

/** The coordinator: members who were not reached could change the outcome, so nothing is declared until she decides. */
export function waiver(props: ElectionLetters["election.waiver"]): LetterContent {
  const { locale } = props;
  return askLetter(props, {
    what: say(locale, "letters.waiver.what"),
    heading: say(locale, "letters.waiver.heading"),
    paragraphs: [say(locale, "letters.waiver.lead")],
    details: {
      heading: say(locale, "letters.waiver.list"),
      rows: props.undelivered.map((name) => ({ title: inScript(locale, name) })),
    },
    ifSilent: say(locale, "ask.ifSilent.waits"),
  });
}
