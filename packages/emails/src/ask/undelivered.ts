import { say } from "@quorate/core/i18n";
import type { CommonLetters } from "@quorate/core/letter";
import { type LetterContent, notice, shortName } from "../layout/index.ts";

/** The coordinator: a letter came back; correct the address, or record that it goes on without the answer. */
export function undelivered(props: CommonLetters["ask.undelivered"]): LetterContent {
  const { locale, name, process, url } = props;
  return notice(props, {
    subject: say(locale, "election.letter.undelivered.subject", { network: shortName(props), name }),
    process,
    heading: say(locale, "election.letter.undelivered.title", { name }),
    paragraphs: [say(locale, "election.letter.undelivered.lead")],
    button: { label: say(locale, "letters.openPage"), url },
    foot: [`${say(locale, "letters.personal")} ${say(locale, "ask.journalHead", { hash: props.journal })}`],
  });
}
