import type { ElectionLetters } from "@quorate/core/election";
import { say, textIn } from "@quorate/core/i18n";
import { askLetter, type LetterContent } from "../layout/index.ts";

/** Everybody on the roll: whom do you propose for each office? */
export function nominations(props: ElectionLetters["election.nominations"]): LetterContent {
  const { locale } = props;
  return askLetter(props, {
    what: say(locale, "nominations.ask.what"),
    heading: say(locale, "nominations.ask.title"),
    paragraphs: [say(locale, "nominations.ask.lead")],
    details: offices(props),
    ifSilent: say(locale, "ask.ifSilent", { what: say(locale, "nominations.ask.silence") }),
  });
}

/** A nominee: do you stand for these offices? */
export function acceptance(props: ElectionLetters["election.acceptance"]): LetterContent {
  const { locale } = props;
  return askLetter(props, {
    what: say(locale, "nominations.accept.what"),
    heading: say(locale, "nominations.accept.title"),
    paragraphs: [say(locale, "nominations.accept.lead")],
    details: offices(props),
    ifSilent: say(locale, "ask.ifSilent", { what: say(locale, `nominations.accept.silence.${props.silence}`) }),
  });
}

/** The coordinator: approve the list of candidates, or return it. */
export function candidates(props: ElectionLetters["election.candidates"]): LetterContent {
  const { locale } = props;
  return askLetter(props, {
    what: say(locale, "nominations.list.what"),
    heading: say(locale, "nominations.list.title"),
    paragraphs: [say(locale, "nominations.list.lead")],
    details: offices(props),
    ifSilent: say(locale, "ask.ifSilent.waits"),
  });
}

function offices({ locale, offices }: ElectionLetters["election.nominations"]) {
  return {
    heading: say(locale, "nominations.ask.offices"),
    rows: offices.map((office) => ({ title: textIn(locale, office) })),
  };
}

/** Who is elected to several offices: which one do you take? */
export function choice(props: ElectionLetters["election.choice"]): LetterContent {
  const { locale } = props;
  return askLetter(props, {
    what: say(locale, "choice.what"),
    heading: say(locale, "choice.title"),
    paragraphs: [say(locale, "choice.lead")],
    details: offices(props),
    ifSilent: say(locale, "ask.ifSilent.waits"),
  });
}
