import type { ElectionLetters } from "@quorate/core/election";
import { inScript, say, textIn } from "@quorate/core/i18n";
import { askLetter, type LetterContent } from "../layout/index.ts";
import { voteRow } from "./votes.ts";

/** Whoever presides: candidates are tied, and the rules leave it to her. */
export function chair(props: ElectionLetters["election.chair"]): LetterContent {
  const { locale } = props;
  return askLetter(props, {
    what: say(locale, "ties.chair.what"),
    heading: say(locale, "ties.chair.title"),
    paragraphs: [say(locale, "ties.chair.lead")],
    details: tied(props),
    ifSilent: say(locale, "ask.ifSilent.waits"),
  });
}

/** One person: the tie is decided by lot, and its value is to be entered. */
export function draw(props: ElectionLetters["election.draw"]): LetterContent {
  const { locale, objection } = props;
  return askLetter(props, {
    what: say(locale, "lot.draw.what"),
    heading: say(locale, "lot.draw.title"),
    paragraphs: [say(locale, "lot.draw.lead"), ...props.origins.map((origin) => textIn(locale, origin))],
    facts: objection
      ? { heading: say(locale, "lot.draw.objection"), rows: [{ title: inScript(locale, objection) }] }
      : undefined,
    details: tied(props),
    ifSilent: say(locale, "ask.ifSilent.waits"),
  });
}

/** Two others: is the value the one that was published? */
export function witness(props: ElectionLetters["election.witness"]): LetterContent {
  const { locale } = props;
  return askLetter(props, {
    what: say(locale, "lot.witness.what"),
    heading: say(locale, "lot.witness.title"),
    paragraphs: [say(locale, "lot.witness.lead"), ...props.origins.map((origin) => textIn(locale, origin))],
    details: tied(props),
    ifSilent: say(locale, "ask.ifSilent.waits"),
  });
}

function tied({ locale, votes }: Pick<ElectionLetters["election.witness"], "locale" | "votes">) {
  return { heading: say(locale, "ties.tied"), rows: votes.map((vote) => voteRow(locale, vote)) };
}
