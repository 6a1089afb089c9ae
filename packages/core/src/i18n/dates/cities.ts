import type { Locale } from "../locale.ts";

/** The zones' cities in the nominative. Serbian in Cyrillic; Latin is derived. */
const cities: Readonly<Record<string, Readonly<Record<Exclude<Locale, "sr-Latn">, string>>>> = {
  "Europe/Belgrade": { en: "Belgrade", lt: "Belgradas", pl: "Belgrad", "sr-Cyrl": "Београд" },
  "Europe/Vilnius": { en: "Vilnius", lt: "Vilnius", pl: "Wilno", "sr-Cyrl": "Вилњус" },
  "Europe/Warsaw": { en: "Warsaw", lt: "Varšuva", pl: "Warszawa", "sr-Cyrl": "Варшава" },
};

/** The city a zone is named after: in the reader's language where we know it, else as IANA writes it (New York). */
export function cityOf(locale: Exclude<Locale, "sr-Latn">, zone: string): string {
  return cities[zone]?.[locale] ?? (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
