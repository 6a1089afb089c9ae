import type { ElectionLetters } from "@quorate/core/election";
import { dateOf, inScript, say, textIn } from "@quorate/core/i18n";
import { askLetter, type LetterContent } from "../layout/index.ts";

/** The recorder: enter the figures of the session, or look at them again after a verifier's objection. */
export function figures(props: ElectionLetters["election.figures"]): LetterContent {
  const { locale, objection } = props;
  return askLetter(props, {
    what: say(locale, "election.ask.figures.what"),
    heading: say(locale, "letters.figures.heading", { day: dateOf(locale, props.sessionAt, props.zone) }),
    paragraphs: [say(locale, objection ? "election.ask.figures.again" : "letters.figures.lead")],
    facts: objection
      ? { heading: say(locale, "letters.figures.objection"), rows: [{ title: inScript(locale, objection) }] }
      : undefined,
    details: {
      heading: say(locale, "letters.figures.votes"),
      rows: props.votes.map((vote) => ({ title: textIn(locale, vote) })),
    },
    ifSilent: say(locale, "ask.ifSilent.waits"),
  });
}
