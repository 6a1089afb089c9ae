import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  inScript,
  type Locale,
  languageNames,
  listOf,
  message,
  nOf,
  number,
  otherScript,
  plain,
  readLocale,
  refusalKey,
  say,
  Text,
  textIn,
  toLatin,
} from "../../../packages/core/src/i18n/index.ts";

describe("reading the wanted language", () => {
  test.each<[string | undefined, Locale]>([
    ["sr", "sr-Cyrl"],
    ["sr-RS", "sr-Cyrl"],
    ["sr-Latn", "sr-Latn"],
    ["sr-Latn-RS", "sr-Latn"],
    ["sr-ME", "sr-Latn"],
    ["lt-LT,lt;q=0.9,en;q=0.8", "lt"],
    ["de-DE, pl;q=0.7, lt;q=0.9", "lt"],
    ["fr", "en"],
    ["*", "en"],
    ["pl;q=0, en;q=0.1", "en"],
    ["not a tag;;;", "en"],
    ["", "en"],
    [undefined, "en"],
  ])("%s is read as %s", (wanted, locale) => {
    expect(readLocale(wanted)).toBe(locale);
  });

  test("what matches nothing is the network's own language", () => {
    expect(readLocale("fr-FR", "sr-Cyrl")).toBe("sr-Cyrl");
  });

  test("each language is called by its own name, and Serbian offers its other script", () => {
    expect(Object.values(languageNames)).toEqual(["English", "Lietuvių", "Polski", "Српски", "Srpski"]);
    expect(otherScript("sr-Cyrl")).toEqual({ locale: "sr-Latn", name: "Latinica" });
    expect(otherScript("sr-Latn")).toEqual({ locale: "sr-Cyrl", name: "Ћирилица" });
    expect(otherScript("pl")).toBeUndefined();
  });
});

describe("plurals", () => {
  const counted: [Locale, number, string, string, string][] = [
    ["en", 1, "1 member", "1 day", "1 answer"],
    ["en", 2, "2 members", "2 days", "2 answers"],
    ["sr-Cyrl", 1, "1 члан", "1 дан", "1 одговор"],
    ["sr-Cyrl", 2, "2 члана", "2 дана", "2 одговора"],
    ["sr-Cyrl", 5, "5 чланова", "5 дана", "5 одговора"],
    ["sr-Cyrl", 11, "11 чланова", "11 дана", "11 одговора"],
    ["sr-Cyrl", 21, "21 члан", "21 дан", "21 одговор"],
    ["sr-Cyrl", 22, "22 члана", "22 дана", "22 одговора"],
    ["sr-Latn", 27, "27 članova", "27 dana", "27 odgovora"],
    ["lt", 1, "1 narys", "1 diena", "1 atsakymas"],
    ["lt", 2, "2 nariai", "2 dienos", "2 atsakymai"],
    ["lt", 5, "5 nariai", "5 dienos", "5 atsakymai"],
    ["lt", 21, "21 narys", "21 diena", "21 atsakymas"],
    ["lt", 22, "22 nariai", "22 dienos", "22 atsakymai"],
    ["lt", 0, "0 narių", "0 dienų", "0 atsakymų"],
    ["lt", 10, "10 narių", "10 dienų", "10 atsakymų"],
    ["lt", 20, "20 narių", "20 dienų", "20 atsakymų"],
    ["lt", 1.5, "1,5 nario", "1,5 dienos", "1,5 atsakymo"],
    ["pl", 1, "1 członek", "1 dzień", "1 odpowiedź"],
    ["pl", 2, "2 członków", "2 dni", "2 odpowiedzi"],
    ["pl", 5, "5 członków", "5 dni", "5 odpowiedzi"],
    ["pl", 0, "0 członków", "0 dni", "0 odpowiedzi"],
    ["pl", 12, "12 członków", "12 dni", "12 odpowiedzi"],
    ["pl", 21, "21 członków", "21 dni", "21 odpowiedzi"],
    ["pl", 22, "22 członków", "22 dni", "22 odpowiedzi"],
    ["pl", 1.5, "1,5 członka", "1,5 dnia", "1,5 odpowiedzi"],
  ];
  test.each(counted)("in %s, %d: %s, %s, %s", (locale, n, members, days, answers) => {
    expect(say(locale, "common.members", { n })).toBe(members);
    expect(say(locale, "common.days", { n })).toBe(days);
    expect(say(locale, "common.answers", { n })).toBe(answers);
  });

  const of: [Locale, number, string, string, string][] = [
    ["sr-Cyrl", 1, "од 1 члана", "од 1 дана", "од 1 одговора"],
    ["sr-Cyrl", 2, "од 2 члана", "од 2 дана", "од 2 одговора"],
    ["sr-Cyrl", 5, "од 5 чланова", "од 5 дана", "од 5 одговора"],
    ["sr-Cyrl", 21, "од 21 члана", "од 21 дана", "од 21 одговора"],
    ["sr-Cyrl", 22, "од 22 члана", "од 22 дана", "од 22 одговора"],
    ["lt", 1, "iš 1 nario", "iš 1 dienos", "iš 1 atsakymo"],
    ["lt", 2, "iš 2 narių", "iš 2 dienų", "iš 2 atsakymų"],
    ["lt", 5, "iš 5 narių", "iš 5 dienų", "iš 5 atsakymų"],
    ["lt", 21, "iš 21 nario", "iš 21 dienos", "iš 21 atsakymo"],
    ["lt", 22, "iš 22 narių", "iš 22 dienų", "iš 22 atsakymų"],
    ["lt", 1.5, "iš 1,5 nario", "iš 1,5 dienos", "iš 1,5 atsakymo"],
    ["pl", 1, "z 1 członka", "z 1 dnia", "z 1 odpowiedzi"],
    ["pl", 2, "z 2 członków", "z 2 dni", "z 2 odpowiedzi"],
    ["pl", 21, "z 21 członków", "z 21 dni", "z 21 odpowiedzi"],
    ["pl", 1.5, "z 1,5 członka", "z 1,5 dnia", "z 1,5 odpowiedzi"],
  ];
  test.each(of)("in %s, of %d: %s, %s, %s", (locale, n, members, days, answers) => {
    expect(say(locale, "common.ofMembers", { n })).toBe(members);
    expect(say(locale, "common.ofDays", { n })).toBe(days);
    expect(say(locale, "common.ofAnswers", { n })).toBe(answers);
  });
});

describe("numbers and lists", () => {
  test("numbers are written as the reader writes them", () => {
    expect(number("en", 12345.5)).toBe("12,345.5");
    expect(number("sr-Cyrl", 12345.5)).toBe("12.345,5");
    expect(number("lt", 12345.5)).toBe("12\u00a0345,5");
    expect(number("pl", 12345.5)).toBe("12\u00a0345,5");
  });

  test("seven of nine does not break", () => {
    expect(nOf("en", 7, 9)).toBe("7\u00a0of\u00a09");
    expect(nOf("sr-Cyrl", 7, 9)).toBe("7\u00a0од\u00a09");
    expect(nOf("sr-Latn", 7, 9)).toBe("7\u00a0od\u00a09");
    expect(nOf("lt", 7, 9)).toBe("7\u00a0iš\u00a09");
    expect(nOf("pl", 7, 9)).toBe("7\u00a0z\u00a09");
  });

  test("names are listed with the reader's own and, in her script", () => {
    const names = ["Биљана Илић", "Весна Ђорђевић", "Ненад Лукић"];
    expect(listOf("sr-Cyrl", names)).toBe("Биљана Илић, Весна Ђорђевић и Ненад Лукић");
    expect(listOf("sr-Latn", names)).toBe("Biljana Ilić, Vesna Đorđević i Nenad Lukić");
    expect(listOf("lt", ["Rasa", "Daiva"])).toBe("Rasa ir Daiva");
    expect(listOf("pl", ["Anna", "Jan"])).toBe("Anna i Jan");
    expect(listOf("en", ["Ann", "Ben", "Cleo"])).toBe("Ann, Ben and Cleo");
  });
});

describe("Serbian Latin", () => {
  test.each([
    ["Љиљана Његош, Џеп", "Ljiljana Njegoš, Džep"],
    ["ЉИЉАНА", "LJILJANA"],
    ["КРАЉ", "KRALJ"],
    ["Љ. Петровић", "Lj. Petrović"],
    ["ЊУЗ и Њ", "NJUZ i Nj"],
    ["ОШ „Вук Караџић”", "OŠ „Vuk Karadžić”"],
    ["Ђорђевић, Шћепановић, Живадиновић", "Đorđević, Šćepanović, Živadinović"],
    ["инјекција надживи", "injekcija nadživi"],
    ["Miloš Антић (PDF, UTC+1)", "Miloš Antić (PDF, UTC+1)"],
  ])("%s is %s", (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin);
  });

  test("links and addresses stay as they are", () => {
    expect(toLatin("Линк: https://пример.срб/ш/q7К, адреса: ћира@пошта.срб, код 9F3K-2M7Q")).toBe(
      "Link: https://пример.срб/ш/q7К, adresa: ћира@пошта.срб, kod 9F3K-2M7Q",
    );
  });

  test("what a person entered is transliterated for a reader of Serbian Latin only", () => {
    expect(inScript("sr-Latn", "Јелена Петровић")).toBe("Jelena Petrović");
    expect(inScript("sr-Cyrl", "Jelena Petrović")).toBe("Jelena Petrović");
    expect(inScript("en", "Јелена Петровић")).toBe("Јелена Петровић");
    expect(inScript("lt", "Јелена")).toBe("Јелена");
  });

  test("a message is said in Cyrillic first, and its names follow", () => {
    const args = { office: "Председник", name: "Љиљана Његош" };
    expect(say("sr-Cyrl", "election.outcome.declared.full", args)).toBe("Избор је проглашен. Председник: Љиљана Његош");
    expect(say("sr-Latn", "election.outcome.declared.full", args)).toBe(
      "Izbor je proglašen. Predsednik: Ljiljana Njegoš",
    );
  });
});

describe("saying a message", () => {
  test("arguments are never read as ICU syntax or as tags", () => {
    expect(say("en", "ask.youAnswerAs", { name: "{n, plural} <b>O'Neill</b> '{x}'" })).toBe(
      "You answer as: {n, plural} <b>O'Neill</b> '{x}'",
    );
  });

  test("a missing argument is a fault", () => {
    expect(() => say("en", "ask.youAnswerAs")).toThrow();
  });

  test("a date at the end of a sentence brings one stop, and the year loses its own before a comma", () => {
    expect(say("sr-Cyrl", "election.standing.session", { when: "18. марта 2026." })).toBe("Седница је 18. марта 2026.");
    expect(say("sr-Cyrl", "election.rule.frozen", { date: "2.\u00a0марта 2026." })).toBe(
      "Правило је утврђено 2.\u00a0марта 2026, пре седнице.",
    );
    expect(say("lt", "election.standing.session", { when: "kovo\u00a018\u00a0d. 14.32\u00a0val." })).toBe(
      "Posėdis – kovo\u00a018\u00a0d. 14.32\u00a0val.",
    );
  });

  test("the rule is said in words", () => {
    const rule = say("sr-Cyrl", "election.rule", { share: "moreThanHalf", base: "all", numerator: 1, denominator: 2 });
    expect(say("sr-Cyrl", "election.rule.of", { rule, needed: 14, total: 27 })).toBe(
      "Одлучује више од половине свих чланова: најмање 14\u00a0од\u00a027",
    );
    expect(say("en", "election.rule", { share: "atLeast", base: "present", numerator: 3, denominator: 5 })).toBe(
      "Decided by at least 3/5 of members present",
    );
  });

  test("the absentee's letter is said as the model letter says it", () => {
    expect(say("sr-Cyrl", "election.ask.absentee.preview", { n: 3, date: "13.\u00a0марта" })).toBe(
      "3 резултата са седнице од 13.\u00a0марта чекају Вашу потврду.",
    );
    expect(say("sr-Latn", "console.home.tasks", { n: 3 })).toBe("Čekaju Vas 3 odluke");
  });

  test("every refusal has its words", () => {
    expect(say("sr-Cyrl", refusalKey("link.closed"))).toBe("Образац је затворен.");
  });
});

describe("a text", () => {
  test("is said in the reader's language, with the names and texts nested in it", () => {
    const text = message("ask.subject", {
      network: plain("Актив"),
      what: message("election.ask.absentee.what"),
      by: { moment: "2026-03-20T19:00:00.000Z", zone: "Europe/Belgrade", as: "shortBy" },
    });
    expect(textIn("sr-Cyrl", text)).toBe("Актив: потврда избора – до петка у\u00a020.00");
    expect(textIn("sr-Latn", text)).toBe("Aktiv: potvrda izbora – do petka u\u00a020.00");
    expect(textIn("en", text)).toBe("Актив: confirming the result – by Friday\u00a020:00");
  });

  test("written per locale is read in the nearest one there is", () => {
    const text: Text = { texts: { "sr-Cyrl": "План рада", en: "Work plan" } };
    expect(textIn("sr-Latn", text)).toBe("Plan rada");
    expect(textIn("pl", text)).toBe("Work plan");
    expect(textIn("en", { texts: { lt: "Planas" } })).toBe("Planas");
  });

  test("is parsed from data as it was stored", () => {
    const stored: unknown = JSON.parse(
      JSON.stringify({
        key: "ask.youAnswerAs",
        args: { name: { plain: "Јелена" }, n: 3, at: { key: "common.sendAnswer" } },
      }),
    );
    expect(textIn("sr-Latn", v.parse(Text, stored))).toBe("Odgovarate kao: Jelena");
  });

  test.each([
    {},
    { key: 3 },
    { texts: {} },
    { texts: { de: "x" } },
    { plain: "x", key: "y" },
    { key: "a", args: { b: [] } },
  ])("%j is no text", (data) => {
    expect(v.safeParse(Text, data).success).toBe(false);
  });

  test("with a key that the catalogue does not hold is a fault", () => {
    expect(() => textIn("en", { key: "toString" })).toThrow("toString");
    expect(() => textIn("en", { key: "ask.nothing" })).toThrow("ask.nothing");
  });
});
