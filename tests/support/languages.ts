import { inScript, type Locale, languageNames, locales } from "@quorate/core/i18n";
import { messages } from "../../packages/core/src/i18n/catalogue/index.ts";
import { literals } from "../core/i18n/reading.ts";

/** The letters that each locale is written in. */
const letters: Readonly<Record<Locale, RegExp>> = {
  en: /[a-z]/iu,
  lt: /[a-pr-vyząčęėįšųūž]/iu,
  pl: /[a-pr-uwyząćęłńóśźż]/iu,
  "sr-Cyrl": /[абвгдђежзијклљмнњопрстћуфхцчџш]/iu,
  "sr-Latn": /[a-pr-vzčćđšž]/iu,
};

/** Small words that a sentence of one language can hardly do without, and that no other one has. */
const smallWords: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    "the",
    "of",
    "and",
    "you",
    "your",
    "is",
    "are",
    "not",
    "for",
    "this",
    "that",
    "have",
    "from",
    "will",
    "it",
    "who",
  ],
  lt: ["ir", "yra", "nėra", "arba", "jei", "nuo", "iki", "iš", "dėl", "kas", "kol", "jau", "kuris", "prašome"],
  pl: ["nie", "się", "jest", "przez", "oraz", "albo", "lub", "dla", "jeśli", "prosimy", "można", "tylko", "przed"],
  "sr-Cyrl": [],
  "sr-Latn": ["nije", "ili", "ako", "će", "koji", "ste", "nisu", "vas", "vaš", "molimo", "posle", "kako"],
};

/** What is the same in every language: links, addresses, names of things, formats and zones, fingerprints, references, ids. */
const everywhere = [
  /https?:\/\/\S+|[^\s<>]+@[^\s<>]+/gu,
  /(?<![\p{L}\d])(?:Quorate|PDF|CSV|XLSX|DOCX|JSON|XML|STEAM|UTC|UTF|Windows|MB|kB)(?!\p{L})/gu,
  /[A-Z][\w-]+(?:\/[\w+-]+)+/gu,
  /(?<![\p{L}\d])(?:[\da-f]{4}(?: [\da-f]{4})+|[\da-f]{12,})(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])[\dA-Z]{4}-[\dA-Z]{4}(?![\p{L}\d])/gu,
  /(?<!\p{L})[a-z]{3}_\w+/gu,
];

/** A piece of a message that is said as it stands, and the longest of its words. */
type Piece = { said: string; longest: string };

const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];
const length = (text: string) => Array.from(text).length;

/** The messages of each locale, as those of their pieces that have several words. */
const pieces = new Map<Locale, readonly Piece[]>();

function piecesOf(locale: Locale): readonly Piece[] {
  const known = pieces.get(locale);
  if (known) return known;
  const language = locale === "sr-Cyrl" || locale === "sr-Latn" ? "sr" : locale;
  const found = Object.values(messages[language])
    .flatMap((text) => literals(language, text))
    .map((piece) => inScript(locale, piece.trim()))
    .filter((said) => /\p{L}{2,}\s+\p{L}{2,}/u.test(said))
    .map((said) => ({ said, longest: wordsOf(said).toSorted((a, b) => length(b) - length(a))[0] ?? "" }));
  pieces.set(locale, found);
  return found;
}

/**
 * What of a page or a letter is not in the reader's language and script: words with letters that it does not have, the
 * small words of other languages, and whole messages in them. What people have written is left aside.
 */
export function foreignIn(locale: Locale, text: string, written: readonly string[] = []): string[] {
  const own = [...written, ...Object.values(languageNames)].flatMap((one) => [one, inScript(locale, one)]);
  let left = text;
  for (const pattern of everywhere) left = left.replaceAll(pattern, " ");
  for (const one of own.toSorted((a, b) => length(b) - length(a))) left = left.replaceAll(one, " ");
  const words = new Set(wordsOf(left));
  const heard = new Set([...words].map((word) => word.toLowerCase()));
  const others = locales.filter((other) => other !== locale);
  const ours = new Set(piecesOf(locale).map(({ said }) => said));
  const misspelt = [...words].filter((word) => Array.from(word).some((letter) => !letters[locale].test(letter)));
  const small = others.flatMap((other) => smallWords[other].filter((word) => heard.has(word)));
  const whole = others.flatMap((other) =>
    piecesOf(other).flatMap(({ said, longest }) =>
      words.has(longest) && !ours.has(said) && left.includes(said) ? [said] : [],
    ),
  );
  return [...new Set([...misspelt, ...small, ...whole])];
}

const plain: Readonly<Record<string, string>> = { quot: '"', "#34": '"', "#39": "'", amp: "&", lt: "<", gt: ">" };

/** All that a page says to those who see it and to those who hear it, but for the links to it in other languages. */
export function saidOn(html: string): string {
  const own = html
    .replaceAll(/<a [^>]*hreflang="[^"]*"[^>]*>.*?<\/a>|<style.*?<\/style>/gs, " ")
    .replaceAll(/<wbr[^>]*>/g, "");
  const labels = [...own.matchAll(/ (?:aria-label|alt|title|placeholder)="([^"]*)"/g)].map(([, label]) => label);
  return [own.replaceAll(/<[^>]*>/g, "\n"), ...labels]
    .join("\n")
    .replaceAll(/&([a-z]+|#\d+);/g, (entity, name: string) => plain[name] ?? entity);
}
