import { inScript } from "./latin.ts";
import type { Locale } from "./locale.ts";

/** For lists English is British: no comma before the last "and". */
const intlTag = (locale: Locale) => (locale === "en" ? "en-GB" : locale);

const formats = new Map<Locale, Intl.NumberFormat>();

/** Kept: making one takes a hundred times as long as using it. */
function formatOf(locale: Locale): Intl.NumberFormat {
  const known = formats.get(locale) ?? new Intl.NumberFormat(intlTag(locale));
  formats.set(locale, known);
  return known;
}

/** 12345.5 as the reader writes it: 12,345.5 · 12.345,5 · 12 345,5. */
export function number(locale: Locale, n: number): string {
  return formatOf(locale).format(n);
}

const ofWords: Readonly<Record<Locale, string>> = { en: "of", lt: "iš", pl: "z", "sr-Cyrl": "од", "sr-Latn": "od" };

/** "7 of 9" with no-break spaces. */
export function nOf(locale: Locale, n: number, total: number): string {
  return `${number(locale, n)}\u00a0${ofWords[locale]}\u00a0${number(locale, total)}`;
}

/** "a, b or c" in the reader's language. */
export function oneOf(locale: Locale, items: readonly string[]): string {
  return new Intl.ListFormat(intlTag(locale), { type: "disjunction" }).format(items);
}

/** "a, b and c" in the reader's language; names in her script. */
export function listOf(locale: Locale, items: readonly string[]): string {
  return new Intl.ListFormat(intlTag(locale), { type: "conjunction" }).format(
    items.map((item) => inScript(locale, item)),
  );
}
