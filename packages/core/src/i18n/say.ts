import { IntlMessageFormat } from "intl-messageformat";
import { type MessageKey, messages } from "./catalogue/index.ts";
import { toLatin } from "./latin.ts";
import type { Locale } from "./locale.ts";

export type Args = Readonly<Record<string, string | number>>;

/** The languages that messages are written in; Serbian Latin is derived. */
type Language = keyof typeof messages;

const compiled = new Map<string, IntlMessageFormat>();

function messageIn(language: Language, key: MessageKey): IntlMessageFormat {
  const name = `${language} ${key}`;
  const known = compiled.get(name);
  if (known) return known;
  const tag = language === "sr" ? "sr-Cyrl" : language;
  const message = new IntlMessageFormat(messages[language][key], tag, undefined, { ignoreTag: true });
  compiled.set(name, message);
  return message;
}

/** A date's own stop ends the sentence too (2026. r. d. val.), and the year's stop goes before a comma or a bracket. */
function tidyStops(text: string): string {
  return text
    .replace(/(?<=\p{L} \d{4}|\u00a0(?:d|r|val))\.\.(?!\.)/gu, ".")
    .replace(/(?<=\p{Script=Cyrillic} \d{4})\.(?=[,;)\]])/gu, "");
}

/**
 * A message in a reader's language. Arguments are put in as they are, never read as ICU syntax; for a reader of Serbian
 * Latin the Cyrillic sentence is made first and then transliterated, names in Cyrillic with it. A missing argument
 * is a fault.
 */
export function say(locale: Locale, key: MessageKey, args?: Args): string {
  switch (locale) {
    case "en":
    case "lt":
    case "pl":
      return tidyStops(String(messageIn(locale, key).format(args)));
    case "sr-Cyrl":
      return tidyStops(String(messageIn("sr", key).format(args)));
    case "sr-Latn":
      return toLatin(say("sr-Cyrl", key, args));
  }
}
