import type { ElectionLetters } from "@quorate/core/election";
import { inScript, say } from "@quorate/core/i18n";
import { askLetter, goOn, type LetterContent, notice, noticeSubject } from "../layout/index.ts";

/** The coordinator: a member objects to what was declared. */
export function objected(props: ElectionLetters["election.objected"]): LetterContent {
  const { locale, name, process, url, journal } = props;
  const heading = say(locale, "objections.letter.title");
  return notice(props, {
    subject: noticeSubject(props, goOn(heading)),
    process,
    heading,
    paragraphs: [say(locale, "objections.letter.lead")],
    facts: { heading: say(locale, "objections.letter.from"), rows: [{ title: inScript(locale, name) }] },
    button: { label: say(locale, "letters.openPage"), url },
    foot: [`${say(locale, "letters.personal")} ${say(locale, "ask.journalHead", { hash: journal })}`],
  });
}

/** The coordinator: whoever was elected does not take the office. */
export function declined(props: ElectionLetters["election.declined"]): LetterContent {
  const { locale, process, url, journal } = props;
  const heading = say(locale, "decline.letter.title");
  const words = { name: inScript(locale, props.name), office: inScript(locale, props.office) };
  return notice(props, {
    subject: noticeSubject(props, goOn(heading)),
    process,
    heading,
    paragraphs: [say(locale, "decline.letter.lead", words)],
    button: { label: say(locale, "letters.openPage"), url },
    foot: [`${say(locale, "letters.personal")} ${say(locale, "ask.journalHead", { hash: journal })}`],
  });
}

/** A second person: is the declared result to be annulled? */
export function annulment(props: ElectionLetters["election.annulment"]): LetterContent {
  const { locale, reason, by } = props;
  return askLetter(props, {
    what: say(locale, "objections.annul.what"),
    heading: say(locale, "objections.annul.title"),
    paragraphs: [say(locale, "objections.annul.lead")],
    details: {
      heading: say(locale, "objections.annul.why"),
      rows: [{ title: inScript(locale, by), lines: [inScript(locale, reason)] }],
    },
    ifSilent: say(locale, "ask.ifSilent", { what: say(locale, "objections.annul.silence") }),
  });
}

/** Everyone on the roll: the result is annulled, and why. */
export function annulled(props: ElectionLetters["election.annulled"]): LetterContent {
  const { locale, process, reason, url, journal } = props;
  const heading = say(locale, "objections.annulled.title");
  return notice(props, {
    subject: noticeSubject(props, goOn(heading)),
    process,
    heading,
    paragraphs: [say(locale, "objections.annulled.lead")],
    facts: { heading: say(locale, "objections.annul.why"), rows: [{ title: inScript(locale, reason) }] },
    button: { label: say(locale, "election.letter.result.minutes"), url },
    notes: [{ text: say(locale, "election.letter.result.why") }],
    foot: [say(locale, "letters.personal"), say(locale, "ask.journalHead", { hash: journal })],
  });
}
