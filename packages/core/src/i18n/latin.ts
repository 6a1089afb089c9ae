import type { Locale } from "./locale.ts";

const lower: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  ђ: "đ",
  е: "e",
  ж: "ž",
  з: "z",
  и: "i",
  ј: "j",
  к: "k",
  л: "l",
  љ: "lj",
  м: "m",
  н: "n",
  њ: "nj",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  ћ: "ć",
  у: "u",
  ф: "f",
  х: "h",
  ц: "c",
  ч: "č",
  џ: "dž",
  ш: "š",
};

/** Links and addresses: what is copied or opened, so it stays as it is written. */
const fenced = /(?:https?:\/\/|www\.)[^\s<>„”“"]+|[^\s<>„”“"@:]+@[^\s<>„”“"@]+\.[^\s<>„”“"@,;:]+/gu;

const isUpper = (letter: string | undefined) => letter !== undefined && /\p{Lu}/u.test(letter);
const isLetter = (letter: string | undefined) => letter !== undefined && /\p{L}/u.test(letter);

/** Љ, Њ, Џ: `LJ` among capitals (ЉУБАВ, КРАЉ), `Lj` before a small letter and standing alone (Љубав, Љ.). */
function capital(pair: string, before: string | undefined, next: string | undefined): string {
  if (pair.length === 1 || isUpper(next) || (!isLetter(next) && isUpper(before))) return pair.toUpperCase();
  return pair.charAt(0).toUpperCase() + pair.slice(1);
}

function transliterate(text: string): string {
  const letters = Array.from(text);
  return letters
    .map((letter, at) => {
      const small = lower[letter];
      if (small !== undefined) return small;
      const pair = lower[letter.toLowerCase()];
      return pair === undefined ? letter : capital(pair, letters[at - 1], letters[at + 1]);
    })
    .join("");
}

/** Serbian Cyrillic in Latin script. What is Latin already, every other letter, links and e-mail addresses stay as they are. */
export function toLatin(text: string): string {
  let latin = "";
  let from = 0;
  for (const match of text.matchAll(fenced)) {
    latin += transliterate(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return latin + transliterate(text.slice(from));
}

/**
 * What people entered (names, institutions, reasons) as this reader reads it: Cyrillic is transliterated for a reader of
 * Serbian Latin; nothing else is changed, and Latin is never turned into Cyrillic.
 */
export function inScript(locale: Locale, text: string): string {
  return locale === "sr-Latn" ? toLatin(text) : text;
}
