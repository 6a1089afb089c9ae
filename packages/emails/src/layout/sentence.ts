import type { Locale } from "@quorate/core/i18n";

/** The polite Ви and Jūs keep their capital wherever they stand. */
const polite = /^(?:Ви|Вас|Вама?|Ваш\p{L}*|Vi|Vas|Vama?|Vaš\p{L}*|Jūs\p{L}*|Jums)(?!\p{L})/u;

/** A sentence as it goes on after a colon: in lower case. */
export function goOn(sentence: string): string {
  return polite.test(sentence) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** The first sentence after „Добар дан,”: only English begins it with a capital. */
export function afterGreeting(locale: Locale, sentence: string): string {
  return locale === "en" ? sentence : goOn(sentence);
}
