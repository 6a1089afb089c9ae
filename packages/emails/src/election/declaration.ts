import type { ElectionLetters } from "@quorate/core/election";
import { say } from "@quorate/core/i18n";
import { askLetter, type LetterContent } from "../layout/index.ts";
import { outcomeRow } from "./votes.ts";

/** Two people: declare the result, or return it with a reason. */
export function declaration(props: ElectionLetters["election.declaration"]): LetterContent {
  const { locale } = props;
  return askLetter(props, {
    what: say(locale, "election.ask.declare.what"),
    heading: say(locale, "election.ask.declare.title"),
    paragraphs: [say(locale, "election.ask.declare.lead")],
    details: {
      heading: say(locale, "common.result"),
      rows: props.outcomes.map((outcome) => outcomeRow(locale, outcome)),
    },
    ifSilent: say(locale, "ask.ifSilent.waits"),
  });
}
