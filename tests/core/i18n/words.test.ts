import { describe, expect, test } from "vitest";
import { messages } from "../../../packages/core/src/i18n/catalogue/index.ts";
import { say } from "../../../packages/core/src/i18n/index.ts";
import { foreignIn } from "../../support/languages.ts";
import { entries, found, languages, literals } from "./reading.ts";

/** Formats and names that are written in capitals, or in Latin letters, in every language. */
const formats = ["PDF", "CSV", "XLSX", "DOCX", "JSON", "XML", "STEAM", "UTC", "UTF", "MB", "SHA"];
const latinNames = new Set([...formats, "Windows", "Quorate", "ime", "skola", "example"]);

describe("the letters of the catalogue", () => {
  test("has no Latin look-alike inside a Cyrillic word, and no foreign word but names and formats", () => {
    expect(found("sr", /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u)).toEqual([]);
    const latin = entries("sr").flatMap(([key, text]) =>
      literals("sr", text)
        .flatMap((literal) => literal.match(/\p{Script=Latin}+/gu) ?? [])
        .filter((word) => !latinNames.has(word))
        .map((word) => `${key}: ${word}`),
    );
    expect(latin).toEqual([]);
  });

  test("uses of Cyrillic only the letters that Serbian has", () => {
    expect(found("sr", /(?![а-шђјљњћџА-ШЂЈЉЊЋЏ])\p{Script=Cyrillic}|[щъыьэюяйЩЪЫЬЭЮЯЙ]/u)).toEqual([]);
  });

  test.each(["en", "lt", "pl"] as const)("has in %s no letter and no small word of another language", (language) => {
    const examples = /\S+@\S+|\S+\.example/g;
    const foreign = entries(language).flatMap(([key, text]) =>
      foreignIn(language, literals(language, text).join("\n").replaceAll(examples, "")).map(
        (word) => `${key}: ${word}`,
      ),
    );
    expect(foreign).toEqual([]);
  });

  test.each(languages)("writes no word of %s in capitals", (language) => {
    const capitals = entries(language).flatMap(([key, text]) =>
      literals(language, text)
        .flatMap((literal) => literal.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu) ?? [])
        .filter((word) => !formats.includes(word))
        .map((word) => `${key}: ${word}`),
    );
    expect(capitals).toEqual([]);
  });

  test.each(languages)(
    "sets %s with one space, dashes for hyphens that stand alone, and no space before a stop",
    (language) => {
      expect(found(language, / {2}| - |--|\.{2,}|…|(?<=\S) [.,;:?)]/u)).toEqual([]);
    },
  );
});

describe("the tone of the catalogue", () => {
  test.each(languages)("does not exclaim in %s", (language) => {
    expect(found(language, /!|\p{Extended_Pictographic}/u)).toEqual([]);
  });

  test.each([
    { language: "en", open: "“", close: "”" },
    { language: "sr", open: "„", close: "”" },
    { language: "lt", open: "„", close: "“" },
    { language: "pl", open: "„", close: "”" },
  ] as const)("quotes in $language as the language does, and closes what it opens", ({ language, open, close }) => {
    for (const [key, text] of entries(language)) {
      const quotes = text.match(/["'„“”‘«»]/g) ?? [];
      const paired = Array.from({ length: quotes.length / 2 }, () => [open, close]).flat();
      expect({ key, quotes }).toEqual({ key, quotes: paired });
    }
  });

  test("writes Ви with a capital", () => {
    expect(found("sr", /(?<!\p{L})(ви|вас|вам|вама|ваш\p{L}*)(?!\p{L})/u)).toEqual([]);
  });

  test("writes Jūs with a capital", () => {
    expect(found("lt", /(?<!\p{L})(jūs|jums|jūsų|jus)(?!\p{L})/u)).toEqual([]);
  });

  test("addresses nobody in Polish", () => {
    const addressed = found("pl", /(?<!\p{L})(Pan|Pani|Panu|Panią|Państw\p{L}*|Tw[oó]j\p{L}*|Ci|Ciebie)(?!\p{L})/u);
    expect(addressed).toEqual([]);
    expect(found("pl", /\p{L}(?:łeś|łaś|liście|łyście)(?!\p{L})/u)).toEqual([]);
  });

  test.each(languages)("guesses nobody's gender in %s: no two endings after a stroke", (language) => {
    expect(found(language, /\p{L}\/-?\p{L}/u)).toEqual([]);
  });

  test("never calls silence a consent or an abstention", () => {
    expect(found("en", /silen\p{L}+ (means|counts)/u)).toEqual([]);
    expect(say("en", "ask.ifSilent.recorded")).toContain("neither a confirmation nor an objection");
    expect(say("sr-Cyrl", "ask.ifSilent.recorded")).toContain(
      "бележимо „без одговора”. То није ни потврда ни приговор.",
    );
    expect(say("lt", "ask.ifSilent.recorded")).toContain("nei patvirtinimas, nei prieštaravimas");
    expect(say("pl", "ask.ifSilent.recorded")).toContain("ani potwierdzenie, ani sprzeciw");
  });
});

describe("the wrong words of the glossary are absent", () => {
  test("in English: unanimous is said only of the part that was, and nobody is thanked in advance", () => {
    expect(found("en", /in advance|hurry|don['’]t miss/iu)).toEqual([]);
    for (const [key, text] of entries("en")) {
      if (/unanimous/iu.test(text))
        expect({ key, text }).toEqual({ key, text: expect.stringContaining("in the session") });
    }
  });

  test("in Serbian", () => {
    const wrong =
      /сесиј|минути\b|апликациј|адопциј|суздржан|апстинир|точк|тајник|уколико|по питању|дужни|предметн|и-мејл|сагласан|20 часова|унапред захв/u;
    expect(found("sr", wrong)).toEqual([]);
  });

  test("in Lithuanian", () => {
    const wrong =
      /vieningai|dalinai|patalpin|pravesti|praved|sekanti|sesij|aplikacij|kvit|privalote|šiuo pranešame|minėt|užduot|svarbu|iš anksto dėko/iu;
    expect(found("lt", wrong)).toEqual([]);
  });

  test("in Polish", () => {
    const wrong =
      /(?<!\p{L})(sesj|aplikacj|dyspozycj|obiekcj|ilość|ilości|monit(?!or)|niniejszym|wzywa się|zobowiązuje|nie przegap|z góry dzięk)/iu;
    expect(found("pl", wrong)).toEqual([]);
  });

  test("a draft of a plan is never a project", () => {
    expect(found("lt", /(?<!plano )(?<!\p{L})projekt/iu)).toEqual([]);
    expect(found("pl", /(?<!\p{L})projek(?!\p{L}* planu)/iu)).toEqual([]);
  });
});

test("a message of another language is found where it stands by mistake", () => {
  expect(foreignIn("lt", messages.en["ask.reminder.lead"])).not.toEqual([]);
  expect(foreignIn("pl", messages.lt["ask.reminder.lead"])).not.toEqual([]);
  expect(foreignIn("en", messages.pl["ask.reminder.lead"])).not.toEqual([]);
  expect(foreignIn("sr-Latn", messages.sr["ask.reminder.lead"])).not.toEqual([]);
  expect(foreignIn("sr-Cyrl", messages.en["ask.reminder.lead"])).not.toEqual([]);
  expect(foreignIn("pl", say("sr-Latn", "ask.reminder.lead"))).not.toEqual([]);
  expect(foreignIn("lt", `${messages.lt["ask.reminder.lead"]} Јелена, Jelena`, ["Јелена"])).toEqual([]);
});
