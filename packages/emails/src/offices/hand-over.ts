import { inScript, listOf, say, shortBy, textIn } from "@quorate/core/i18n";
import type { OfficeLetters } from "@quorate/core/offices";
import { dueBy, type LetterContent, noteOf, notice, shortName } from "../layout/index.ts";

/** Whoever has the rights of a coordinator, or two others in her place: somebody was elected, do the rights pass on? */
export function statement(props: OfficeLetters["offices.statement"]): LetterContent {
  const { locale, zone, office, takes, expiresAt } = props;
  const second = say(locale, takes === "two" ? "offices.letter.statement.two" : "offices.rights.lead");
  return notice(props, {
    subject: say(locale, "ask.subject", {
      network: shortName(props),
      what: say(locale, "offices.letter.statement.what"),
      by: shortBy(locale, expiresAt, zone),
    }),
    heading: say(locale, "offices.letter.statement.title"),
    paragraphs: [
      ...(office ? [say(locale, "offices.letter.statement.lead")] : []),
      second,
      say(locale, "offices.rights.silence"),
    ],
    due: dueBy(props, say(locale, "common.deadline"), expiresAt),
    button: { label: say(locale, "letters.openPage"), url: props.url },
    notes: [
      noteOf(say(locale, "offices.letter.statement.name", { name: inScript(locale, props.name) })),
      ...(office ? [noteOf(say(locale, "offices.letter.office", { office: textIn(locale, office) }))] : []),
    ],
    foot: [say(locale, "letters.personal")],
  });
}

/** The new coordinator: what the rights are, and her way in. */
export function rights(props: OfficeLetters["offices.rights"]): LetterContent {
  const { locale } = props;
  return notice(props, {
    subject: say(locale, "offices.letter.rights.subject", { network: shortName(props) }),
    heading: say(locale, "offices.letter.rights.title"),
    paragraphs: [say(locale, "offices.letter.rights.lead"), say(locale, "offices.letter.rights.link")],
    due: dueBy(props, say(locale, "offices.letter.rights.until"), props.expiresAt),
    button: { label: say(locale, "offices.letter.rights.button"), url: props.url },
    foot: [say(locale, "letters.personal")],
  });
}

/** Whoever coordinated until then: who does now, and by whose word. */
export function passed(props: OfficeLetters["offices.passed"]): LetterContent {
  const { locale, by, ended } = props;
  const names = (list: readonly string[]) => listOf(locale, list);
  return notice(props, {
    subject: say(locale, "offices.letter.passed.subject", { network: shortName(props) }),
    heading: say(locale, "offices.letter.passed.title"),
    paragraphs: [say(locale, "offices.letter.passed.lead")],
    notes: [
      noteOf(say(locale, "offices.letter.statement.name", { name: inScript(locale, props.name) })),
      noteOf(say(locale, "offices.rights.stated", { names: names(by) })),
      ...(ended.length > 0 ? [noteOf(say(locale, "offices.letter.passed.ended", { names: names(ended) }))] : []),
    ],
    foot: [say(locale, "letters.questions")],
  });
}
