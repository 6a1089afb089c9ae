import * as v from "valibot";
import type { Locale } from "../i18n/index.ts";
import { columnNamed } from "./columns.ts";

/** How the text of a table can be written. */
export const Encoding = v.picklist([
  ...(["utf-8", "utf-16le", "utf-16be"] as const),
  ...(["windows-1250", "windows-1251", "windows-1257"] as const),
]);
export type Encoding = v.InferOutput<typeof Encoding>;

/** The encodings of one byte a letter. They cannot be told apart by their bytes, only by the words that they make. */
type OneByte = Extract<Encoding, `windows-${string}`>;

const oneByte: readonly OneByte[] = ["windows-1250", "windows-1251", "windows-1257"];

const serbianLatin = "abcčćdđefghijklmnoprsštuvzž";
const serbian = "абвгдђежзијклљмнњопрстћуфхцчџш";
const polish = "aąbcćdeęfghijklłmnńoóprsśtuwyzźż";
const lithuanian = "aąbcčdeęėfghiįyjklmnoprsštuųūvzž";

/** The letters of the languages that each is used for, a language at a time: a word is of one of them. */
const alphabets: Readonly<Record<OneByte, readonly ReadonlySet<string>[]>> = {
  "windows-1250": [new Set(serbianLatin), new Set(polish)],
  "windows-1251": [new Set(serbian)],
  "windows-1257": [new Set(lithuanian), new Set(polish)],
};

/** Which to believe where the words leave it open, by the language of the network. */
const native: Readonly<Record<Locale, OneByte>> = {
  ...{ en: "windows-1250", pl: "windows-1250", "sr-Latn": "windows-1250" },
  ...{ "sr-Cyrl": "windows-1251", lt: "windows-1257" },
};

const A_HEADING = 5;
const FIRST_LINES = 2000;

/**
 * The text in these bytes and how it is written: by its byte order mark, else UTF-16 or UTF-8 if it is that, else the
 * Windows encoding in which it makes words of our languages. `locale` decides between two that do. Undefined when it is no
 * text, or none in which anything makes sense.
 */
export function decodeText(bytes: Uint8Array, locale: Locale): { text: string; encoding: Encoding } | undefined {
  const encoding = markedAs(bytes) ?? wideOrder(bytes);
  if (encoding) return decoded(bytes, encoding);
  return decoded(bytes, "utf-8") ?? likeliest(bytes, locale);
}

function decoded(bytes: Uint8Array, encoding: Encoding): { text: string; encoding: Encoding } | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Signs that no table holds: C0 but tab and line ends, and what is left of bytes that the encoding does not use.
    return /[^\P{Cc}\t\r\n]/u.test(text) ? undefined : { text, encoding };
  } catch {
    return undefined;
  }
}

function markedAs([first, second, third, fourth]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // UTF-32 begins with the same two bytes; a table does not begin with a zero.
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? undefined : "utf-16le";
  return undefined;
}

/** The byte order of UTF-16 without its mark: the high bytes of our letters are few, and zero for every separator. */
function wideOrder(bytes: Uint8Array): Encoding | undefined {
  if (!bytes.includes(0) || bytes.length % 2 !== 0) return undefined;
  const high = [0, 0];
  for (const [place, byte] of bytes.entries()) {
    if (byte === 0 || byte === 1 || byte === 4) high[place % 2] = (high[place % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = high;
  if (Math.max(even, odd) < bytes.length * 0.4) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

function likeliest(bytes: Uint8Array, locale: Locale): { text: string; encoding: Encoding } | undefined {
  const likely = oneByte.flatMap((encoding) => {
    const read = decoded(bytes, encoding);
    const score = read ? plausibility(read.text, encoding) + (native[locale] === encoding ? 0.5 : 0) : 0;
    return read && score >= 1 ? [{ ...read, score }] : [];
  });
  const [best] = likely.toSorted((a, b) => b.score - a.score);
  return best && { text: best.text, encoding: best.encoding };
}

/**
 * How many words speak for an encoding, less those that speak against it. Words of plain ASCII say nothing; a heading that
 * we know says more than a name.
 */
function plausibility(text: string, encoding: OneByte): number {
  let score = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (isAscii(word)) continue;
    score += isWord(word, alphabets[encoding]) ? 1 : -1;
  }
  for (const [sign] of text.matchAll(/[^\p{L}\p{M}\p{Cc}]/gu)) {
    if (!isAscii(sign) && !/[„“”‚‘’«»–—…§°\u00a0]/u.test(sign)) score -= 1;
  }
  const headings = text.slice(0, FIRST_LINES).split(/[,;\t\r\n]/);
  return score + A_HEADING * headings.filter((one) => !isAscii(one) && columnNamed(one) !== undefined).length;
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

/** A word of one language: all its letters are, and no capital stands after a small letter. */
function isWord(word: string, languages: readonly ReadonlySet<string>[]): boolean {
  if (/\p{Ll}\p{Lu}/u.test(word)) return false;
  const letters = [...word.toLowerCase()];
  return languages.some((language) => letters.every((letter) => language.has(letter)));
}
