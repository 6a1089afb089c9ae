import { IntlMessageFormat } from "intl-messageformat";
import { isMessageKey, type MessageKey, messages } from "../../../packages/core/src/i18n/catalogue/index.ts";

export type Language = keyof typeof messages;
type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

export const languages = ["en", "lt", "pl", "sr"] as const satisfies readonly Language[];
export const intlTags: Readonly<Record<Language, string>> = { en: "en", lt: "lt", pl: "pl", sr: "sr-Cyrl" };

/** What the parser of ICU messages calls text, a plural and its "#". */
const LITERAL = 0;
const PLURAL = 6;
const POUND = 7;

/** The elements of a message, those inside its plurals and selects too. */
function elementsOf(language: Language, text: string): Element[] {
  return flatten(new IntlMessageFormat(text, intlTags[language], undefined, { ignoreTag: true }).getAst());
}

function flatten(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) =>
    "options" in element
      ? [element, ...Object.values(element.options).flatMap((option) => flatten(option.value))]
      : [element],
  );
}

/** The pieces of a message that are said as they stand. */
export function literals(language: Language, text: string): string[] {
  return elementsOf(language, text).flatMap((element) =>
    element.type === LITERAL && "value" in element && typeof element.value === "string" ? [element.value] : [],
  );
}

export function argumentsOf(language: Language, text: string): string[] {
  const names = elementsOf(language, text).flatMap((element) =>
    element.type !== LITERAL && element.type !== POUND && "value" in element ? [String(element.value)] : [],
  );
  return [...new Set(names)].toSorted();
}

/** For each plural of a message, the forms that it has. */
export function pluralsOf(language: Language, text: string): string[][] {
  return elementsOf(language, text).flatMap((element) =>
    element.type === PLURAL && "options" in element ? [Object.keys(element.options)] : [],
  );
}

export function entries(language: Language): [MessageKey, string][] {
  return Object.entries(messages[language]).flatMap(([key, text]) =>
    isMessageKey(key) ? [[key, text] as [MessageKey, string]] : [],
  );
}

/** The messages of a language that have a wrong word, with the word. */
export function found(language: Language, wrong: RegExp): string[] {
  return entries(language).flatMap(([key, text]) =>
    literals(language, text).flatMap((literal) => {
      const match = wrong.exec(literal);
      return match ? [`${key}: ${match[0]}`] : [];
    }),
  );
}
