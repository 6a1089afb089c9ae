import { type Locale, languageNames, locales } from "@quorate/core/i18n";
import type { Turn } from "@quorate/core/letter";
import { type AllLetters, isLetterKind, render } from "@quorate/emails/render";
import { samples } from "@quorate/emails/samples";

/** How a mail program is set: the letter follows it. */
export const schemes = ["light", "dark"] as const;
export type Scheme = (typeof schemes)[number];

/** Whether a letter asks for the first time, reminds, asks again, or tells that there is more time. */
export const turns: readonly Turn[] = ["first", "reminder", "again", "extension"];

export type Specimen = { locale: Locale; language: string; subject: string; html: string; text: string };

export type LetterKind = keyof AllLetters;

/** Every kind of letter that is sent, in the order of the samples. */
export const letterKinds: readonly LetterKind[] = Object.keys(samples("en")).filter(isLetterKind);

/** Whether it asks for something by a deadline, and so comes more than once. */
export function hasTurns(kind: LetterKind): boolean {
  return "turn" in samples("en")[kind];
}

/** A letter of this kind in one language, as the samples fill it in. */
export async function specimen(kind: LetterKind, locale: Locale, turn: Turn): Promise<Specimen> {
  return { locale, language: languageNames[locale], ...(await rendered(kind, locale, turn)) };
}

/** The same letter in every language. */
export function specimens(kind: LetterKind, turn: Turn): Promise<Specimen[]> {
  return Promise.all(locales.map((locale) => specimen(kind, locale, turn)));
}

function rendered<Kind extends LetterKind>(kind: Kind, locale: Locale, turn: Turn) {
  return render(kind, samples(locale, turn)[kind]);
}

const DARK = /\(prefers-color-scheme:\s*dark\)/g;

/** The letter as a mail program in this scheme shows it, whatever the browser's own is. */
export function inScheme(html: string, scheme: Scheme): string {
  return html.replaceAll(DARK, scheme === "dark" ? "all" : "not all").replaceAll("light dark", scheme);
}
