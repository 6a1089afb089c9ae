import type { Locale } from "@quorate/core/i18n";

/** One line of a list: what it is about, what is said of it, and where it leads. */
export type LetterRow = { kicker?: string; title: string; lines?: readonly string[]; link?: LetterLink };

export type LetterRows = { heading?: string; rows: readonly LetterRow[] };

/** A link with the words that say what it opens. */
export type LetterLink = { label: string; url: string };

/** The deadline alone: `Рок: до петка, 20. марта 2026. у 20.00 (Београд, UTC+1)`; only `by` is stressed. */
export type Due = { label: string; by: string; zone: string };

/** `Одговарате као: Марија Стојановић` – the label, where there is one, without its colon. */
export type Note = { label?: string; text: string; url?: string };

/**
 * What a letter says, in the reader's language and script already. The page that a mail program shows and the plain text
 * are both made from it, so that neither says more than the other.
 */
export type LetterContent = {
  locale: Locale;
  subject: string;
  /** What a mailbox shows after the subject. */
  preview: string;
  network: string;
  /** What the whole process is called. */
  process?: string | undefined;
  heading: string;
  greeting: string;
  paragraphs: readonly string[];
  due?: Due;
  /** What the letter itself brings: before the button. */
  facts?: LetterRows;
  /** What it brings under several headings. */
  groups?: readonly LetterRows[];
  button?: LetterLink;
  /** Where the button is of no use: what to enter by hand. */
  code?: { label: string; digits: string };
  /** What the reader may want to look at before she answers: after the button. */
  details?: LetterRows;
  notes: readonly Note[];
  foot: readonly string[];
};

/** A sentence whose words before its first colon are its label: `Ако не одговорите: бележимо „без одговора”.` */
export function noteOf(sentence: string): Note {
  const [, label, text] = /^([^:]+): (.+)$/su.exec(sentence) ?? [];
  return label && text ? { label, text } : { text: sentence };
}

/** A label before what it labels; a question needs no colon. */
export function withColon(label: string): string {
  return label.endsWith("?") ? label : `${label}:`;
}
