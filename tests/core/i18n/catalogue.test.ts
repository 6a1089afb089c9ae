import { readdirSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { isMessageKey, type MessageKey, messages } from "../../../packages/core/src/i18n/catalogue/index.ts";
import { locales, say } from "../../../packages/core/src/i18n/index.ts";

type Language = keyof typeof messages;
type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

const intlTags: Record<Language, string> = { en: "en", lt: "lt", pl: "pl", sr: "sr-Cyrl" };
const languages = ["en", "lt", "pl", "sr"] as const;

function parse(language: Language, text: string): Element[] {
  return new IntlMessageFormat(text, intlTags[language], undefined, { ignoreTag: true }).getAst();
}

/** The elements of a message, those inside its plurals and selects too. */
function flatten(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) =>
    "options" in element
      ? [element, ...Object.values(element.options).flatMap((option) => flatten(option.value))]
      : [element],
  );
}

const LITERAL = 0;
const PLURAL = 6;
const POUND = 7;

function literals(language: Language, text: string): string[] {
  return flatten(parse(language, text)).flatMap((element) =>
    element.type === LITERAL && "value" in element && typeof element.value === "string" ? [element.value] : [],
  );
}

function argumentsOf(language: Language, text: string): string[] {
  const names = flatten(parse(language, text)).flatMap((element) =>
    element.type !== LITERAL && element.type !== POUND && "value" in element ? [String(element.value)] : [],
  );
  return [...new Set(names)].toSorted();
}

function entries(language: Language): [MessageKey, string][] {
  return Object.entries(messages[language]).flatMap(([key, text]) =>
    isMessageKey(key) && typeof text === "string" ? [[key, text] as [MessageKey, string]] : [],
  );
}

/** The messages of a language that have a wrong word, with the word. */
function found(language: Language, wrong: RegExp): string[] {
  return entries(language).flatMap(([key, text]) =>
    literals(language, text).flatMap((literal) => {
      const match = wrong.exec(literal);
      return match ? [`${key}: ${match[0]}`] : [];
    }),
  );
}

describe("the catalogue", () => {
  test.each(languages)("holds in %s exactly the messages that English has", (language) => {
    expect(Object.keys(messages[language]).toSorted()).toEqual(Object.keys(messages.en).toSorted());
  });

  test.each(languages)("takes in %s the arguments that English takes", (language) => {
    for (const [key, text] of entries(language)) {
      expect({ key, args: argumentsOf(language, text) }).toEqual({ key, args: argumentsOf("en", messages.en[key]) });
    }
  });

  test.each(languages)("says each message of %s in all its plurals", (language) => {
    const needed = new Intl.PluralRules(intlTags[language]).resolvedOptions().pluralCategories;
    for (const [key, text] of entries(language)) {
      for (const element of flatten(parse(language, text))) {
        if (element.type !== PLURAL || !("options" in element)) continue;
        const given = Object.keys(element.options).filter((name) => !name.startsWith("="));
        if (given.length === 1) continue; // one form for all
        const isOneOnly = language === "en" || language === "pl"; // there 1 alone is "one", so "=1" says it
        if (isOneOnly && "=1" in element.options && !given.includes("one")) given.push("one");
        expect({ key, given: given.toSorted() }).toEqual({ key, given: [...needed].toSorted() });
      }
    }
  });

  test("begins each key with the name of a chapter", () => {
    const folder = new URL("../../../packages/core/src/i18n/catalogue/", import.meta.url);
    const chapters = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? entry.name : [],
    );
    for (const [key] of entries("en")) expect(chapters).toContain(key.split(".")[0]);
  });

  test("says every message in every locale without a fault", () => {
    for (const [key, text] of entries("en")) {
      const args = Object.fromEntries(argumentsOf("en", text).map((name) => [name, 5]));
      for (const locale of locales) expect(say(locale, key, args)).not.toBe("");
    }
  });
});

describe("the letters of the catalogue", () => {
  test("has no Latin look-alike inside a Cyrillic word, and no foreign word but names and formats", () => {
    expect(found("sr", /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u)).toEqual([]);
    const allowed = new Set([
      "PDF",
      "CSV",
      "XLSX",
      "UTC",
      "UTF",
      "MB",
      "Windows",
      "Quorate",
      "ime",
      "skola",
      "example",
    ]);
    const latin = entries("sr").flatMap(([key, text]) =>
      literals("sr", text).flatMap((literal) =>
        (literal.match(/\p{Script=Latin}+/gu) ?? [])
          .filter((word) => !allowed.has(word))
          .map((word) => `${key}: ${word}`),
      ),
    );
    expect(latin).toEqual([]);
  });

  test.each(["en", "lt", "pl"] as const)("has no Cyrillic letter in %s", (language) => {
    expect(found(language, /\p{Script=Cyrillic}/u)).toEqual([]);
  });

  test("uses of Cyrillic only the letters that Serbian has", () => {
    expect(found("sr", /(?![а-шђјљњћџА-ШЂЈЉЊЋЏ])\p{Script=Cyrillic}|[щъыьэюяйЩЪЫЬЭЮЯЙ]/u)).toEqual([]);
  });

  test("writes no Serbian word in capitals", () => {
    expect(
      found("sr", /\p{Lu}\p{Lu}+/u).filter((hit) => /\p{Script=Cyrillic}/u.test(hit.split(": ")[1] ?? "")),
    ).toEqual([]);
  });
});

describe("the tone of the catalogue", () => {
  test.each(languages)("does not exclaim in %s", (language) => {
    expect(found(language, /!|\p{Extended_Pictographic}/u)).toEqual([]);
  });

  test("quotes as each language does", () => {
    expect(found("en", /[„"]/)).toEqual([]);
    expect(found("sr", /["“]/)).toEqual([]);
    expect(found("lt", /["”]/)).toEqual([]);
    expect(found("pl", /["“]/)).toEqual([]);
  });

  test("writes Ви with a capital", () => {
    expect(found("sr", /(?<!\p{L})(ви|вас|вам|вама|ваш\p{L}*)(?!\p{L})/u)).toEqual([]);
  });

  test("writes Jūs with a capital", () => {
    expect(found("lt", /(?<!\p{L})(jūs|jums|jūsų|jus)(?!\p{L})/u)).toEqual([]);
  });

  test("uses none of the words that are wrong in Serbian", () => {
    const wrong =
      /сесиј|минути\b|апликациј|адопциј|суздржан|точк|тајник|уколико|по питању|дужни|предметн|и-мејл|сагласан|\p{L}\/-|20 часова/u;
    expect(found("sr", wrong)).toEqual([]);
  });

  test("uses none of the words that are wrong in Lithuanian and Polish", () => {
    expect(
      found("lt", /vieningai|dalinai|patalpin|pravesti|sekanti|sesij|aplikacij|kvit|privalote|šiuo pranešame|minėt/u),
    ).toEqual([]);
    expect(found("pl", /\b(sesj|aplikacj|dyspozycj|obiekcj|ilość|monit\b|niniejszym|wzywa się|zobowiązuje)/u)).toEqual(
      [],
    );
  });

  test("never calls silence a consent or an abstention", () => {
    expect(found("en", /silen\p{L}+ (means|counts)/u)).toEqual([]);
    expect(say("en", "ask.ifSilent.recorded")).toContain("neither a confirmation nor an objection");
    expect(say("sr-Cyrl", "ask.ifSilent.recorded")).toContain(
      "бележимо „без одговора”. То није ни потврда ни приговор.",
    );
  });
});
