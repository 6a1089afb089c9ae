import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { messages } from "../../../packages/core/src/i18n/catalogue/index.ts";
import { locales, say } from "../../../packages/core/src/i18n/index.ts";
import { argumentsOf, entries, intlTags, languages, literals, pluralsOf } from "./reading.ts";

const folder = new URL("../../../packages/core/src/i18n/catalogue/", import.meta.url);
const chapters = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);

describe("the catalogue", () => {
  test.each(languages)("holds in %s exactly the messages that English has, and says something in each", (language) => {
    expect(Object.keys(messages[language]).toSorted()).toEqual(Object.keys(messages.en).toSorted());
    expect(entries(language).filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test.each(chapters)("has a file for each language in the chapter %s", (chapter) => {
    const files = readdirSync(new URL(`${chapter}/`, folder));
    expect(files.toSorted()).toEqual(["en.ts", "index.ts", "lt.ts", "pl.ts", "sr.ts"]);
  });

  test.each(languages)("takes in %s the arguments that English takes", (language) => {
    for (const [key, text] of entries(language)) {
      expect({ key, args: argumentsOf(language, text) }).toEqual({ key, args: argumentsOf("en", messages.en[key]) });
    }
  });

  test.each(languages)("says each message of %s in all its plurals", (language) => {
    const needed = new Intl.PluralRules(intlTags[language]).resolvedOptions().pluralCategories;
    for (const [key, text] of entries(language)) {
      for (const forms of pluralsOf(language, text)) {
        const given = forms.filter((name) => !name.startsWith("="));
        if (given.length === 1) continue; // one form for all
        const isOneOnly = language === "en" || language === "pl"; // there 1 alone is "one", so "=1" says it
        if (isOneOnly && forms.includes("=1") && !given.includes("one")) given.push("one");
        expect({ key, given: given.toSorted() }).toEqual({ key, given: [...needed].toSorted() });
      }
    }
  });

  test("begins each key with the name of a chapter", () => {
    for (const [key] of entries("en")) expect(chapters).toContain(key.split(".")[0]);
  });

  test("says every message in every locale without a fault", () => {
    for (const [key, text] of entries("en")) {
      const args = Object.fromEntries(argumentsOf("en", text).map((name) => [name, 5]));
      for (const locale of locales) expect(say(locale, key, args)).not.toBe("");
    }
  });

  test.each(["lt", "pl"] as const)("leaves no message of English in %s", (language) => {
    const names = /^(?:PDF|CSV|UTF-\d+|UTC)$/;
    const same = entries(language).filter(([key, text]) => {
      const words = literals(language, text).join(" ").trim();
      return text === messages.en[key] && /\p{L}{2}/u.test(words) && !names.test(words);
    });
    expect(same).toEqual([]);
  });
});
