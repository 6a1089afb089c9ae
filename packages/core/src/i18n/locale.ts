import * as v from "valibot";

/** The languages and scripts that everything is said in. */
export const Locale = v.picklist(["en", "lt", "pl", "sr-Cyrl", "sr-Latn"]);
export type Locale = v.InferOutput<typeof Locale>;

export const locales: readonly Locale[] = Locale.options;

/** Each language by its own name, never translated or transliterated: a reader looks for the word she knows. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: "English",
  lt: "Lietuvių",
  pl: "Polski",
  "sr-Cyrl": "Српски",
  "sr-Latn": "Srpski",
};

/** The link to the same page in the language's other script, by the script's own name; undefined where there is one script. */
export function otherScript(locale: Locale): { locale: Locale; name: string } | undefined {
  switch (locale) {
    case "sr-Cyrl":
      return { locale: "sr-Latn", name: "Latinica" };
    case "sr-Latn":
      return { locale: "sr-Cyrl", name: "Ћирилица" };
    case "en":
    case "lt":
    case "pl":
      return undefined;
  }
}

/** The locale of one language tag: `pl-PL` is pl, bare `sr` is Cyrillic, `sr-Latn-RS` and `sr-ME` are Latin. */
function ofTag(tag: string): Locale | undefined {
  let known: Intl.Locale;
  try {
    known = new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
  return locales.find((locale) => locale === known.language || locale === `${known.language}-${known.script}`);
}

/** The first locale of ours in a language tag or an `Accept-Language` header, by its weights; else `otherwise`. */
export function readLocale(wanted: string | null | undefined, otherwise: Locale = "en"): Locale {
  const ranked = (wanted ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim());
      const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
      return { tag, weight: Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of ranked) {
    const locale = ofTag(tag);
    if (locale) return locale;
  }
  return otherwise;
}
