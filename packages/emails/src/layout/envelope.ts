import { byWhen, inScript, say, shortBy, zoneNote } from "@quorate/core/i18n";
import type { AskEnvelope, Envelope } from "@quorate/core/letter";
import { type Due, type LetterContent, type LetterLink, type LetterRows, type Note, noteOf } from "./content.ts";
import { afterGreeting, goOn } from "./sentence.ts";

/** What one letter says of its own; the frame around it is the same for all. */
type Words = {
  heading: string;
  paragraphs: readonly string[];
  /** What a mailbox shows after the subject; else the first paragraph. */
  preview?: string;
  facts?: LetterRows | undefined;
  details?: LetterRows | undefined;
};

/** A letter that asks: it says by when, as whom, who asks and what silence means, and has one button. */
export function askLetter(props: AskEnvelope, words: Words & { what: string; ifSilent: string }): LetterContent {
  const { locale, deadline } = props;
  return {
    ...frame(props, {
      ...words,
      heading: turnHeading(props, words.heading),
      paragraphs: [...turnParagraphs(props), ...words.paragraphs],
    }),
    subject: turnSubject(props, words.what),
    process: inScript(locale, props.process),
    due: dueBy(props, say(locale, "common.deadline"), deadline),
    button: { label: say(locale, "ask.openForm"), url: props.url },
    notes: [
      youAnswerAs(props),
      ...(props.insteadOf
        ? [{ label: say(locale, "approvals.insteadOf"), text: inScript(locale, props.insteadOf) }]
        : []),
      noteOf(words.ifSilent),
      {
        label: say(locale, "common.askedBy"),
        text: `${inScript(locale, props.asker.name)}. ${say(locale, "letters.questions")}`,
      },
    ],
    foot: [
      `${say(locale, "ask.personal")} ${say(locale, "ask.journalHead", { hash: props.journal })}`,
      say(locale, "common.sentThrough"),
    ],
  };
}

/** A letter that tells: nothing is asked of its reader by a deadline. */
export function notice(
  props: Envelope,
  words: Words & {
    subject: string;
    process?: string;
    due?: Due;
    button?: LetterLink;
    notes?: readonly Note[];
    /** What is said of its links, and the journal. */
    foot: readonly string[];
  },
): LetterContent {
  const { locale } = props;
  const { subject, process, due, button, notes = [], foot } = words;
  return {
    ...frame(props, words),
    subject,
    ...(process && { process: inScript(locale, process) }),
    ...(due && { due }),
    ...(button && { button }),
    notes: [{ label: say(locale, "letters.for"), text: addressee(props) }, ...notes],
    foot: [...(foot.length > 0 ? [foot.join(" ")] : []), say(locale, "common.sentThrough")],
  };
}

/** `Актив: резултат је проглашен` */
export function noticeSubject(props: Envelope, what: string): string {
  return say(props.locale, "ask.subject.plain", { network: shortName(props), what });
}

/** The network's name as it leads a subject. */
export function shortName({ locale, network }: Envelope): string {
  return inScript(locale, network.shortName);
}

/** A moment in its box: `Рок: до петка, 20. марта 2026. у 20.00 (Београд, UTC+1)`. */
export function dueBy({ locale, zone }: Envelope, label: string, at: string): Due {
  return { label, by: byWhen(locale, at, zone), zone: zoneNote(locale, at, zone) };
}

function frame(props: Envelope, words: Words) {
  const { locale } = props;
  const [first = "", ...rest] = words.paragraphs;
  return {
    locale,
    preview: words.preview ?? first,
    network: inScript(locale, props.network.name),
    heading: words.heading,
    greeting: say(locale, "ask.greeting"),
    paragraphs: [afterGreeting(locale, first), ...rest],
    ...(words.facts && { facts: words.facts }),
    ...(words.details && { details: words.details }),
  };
}

function turnSubject(props: AskEnvelope, what: string): string {
  const { locale, turn } = props;
  const network = shortName(props);
  const by = shortBy(locale, props.deadline, props.zone);
  switch (turn) {
    case "first":
      return say(locale, "ask.subject", { network, what, by });
    case "reminder":
      return say(locale, "ask.reminder.subject", { what: `${network}, ${what}`, by });
    case "again":
    case "extension":
      return say(locale, `letters.subject.${turn}`, { network, what, by });
  }
}

/** A reminder and a new deadline are named first, as in the subject. */
function turnHeading({ locale, turn }: AskEnvelope, heading: string): string {
  switch (turn) {
    case "reminder":
    case "extension":
      return say(locale, `letters.heading.${turn}`, { heading: goOn(heading) });
    case "first":
    case "again":
      return heading;
  }
}

function turnParagraphs({ locale, turn, hasDraft }: AskEnvelope): string[] {
  switch (turn) {
    case "first":
      return [];
    case "reminder":
      return [say(locale, "ask.reminder.lead"), ...(hasDraft ? [say(locale, "ask.draft.kept")] : [])];
    case "again":
      return [`${say(locale, "ask.reissue.title")}. ${say(locale, "ask.reissue.earlier")}`];
    case "extension":
      return [`${say(locale, "ask.extension.title")}.`];
  }
}

function youAnswerAs({ locale, to: { name, institution } }: Envelope): Note {
  return noteOf(
    institution ? say(locale, "ask.youAnswerAs.from", { name, institution }) : say(locale, "ask.youAnswerAs", { name }),
  );
}

function addressee({ locale, to }: Envelope): string {
  const { name, institution } = to;
  return inScript(locale, institution ? `${name}, ${institution}` : name);
}
