import { byDeadline, inScript, type Locale, locales, shortBy } from "@quorate/core/i18n";
import { type AllLetters, isLetterKind, render } from "@quorate/emails/render";
import { askEnvelope, deadline, link, type Samples, samples, sessionAt, written, zone } from "@quorate/emails/samples";
import { describe, expect, test } from "vitest";
import { foreignIn, saidOn } from "../support/languages.ts";
import { bodyText, hrefs } from "./reading.ts";

const kinds = Object.keys(samples("en")).filter(isLetterKind);

function letter<Kind extends keyof AllLetters>(kind: Kind, locale: Locale, from: Samples = samples(locale)) {
  return render(kind, from[kind]);
}

const everyLetter = kinds.flatMap((kind) => locales.map((locale) => ({ kind, locale })));

const asks = kinds.filter((kind) => "deadline" in samples("en")[kind]);
const withoutButton = [
  "plan.released",
  ...["people.lost-letter", "digest.letter", "ask.receipt", "ask.recalled", "ask.settled", "election.cancelled"],
  ...["ask.unsent", "ask.withdrawal", "ask.code", "people.address-changed", "offices.passed"],
];
const withoutDeadline = kinds.filter((kind) => !asks.includes(kind));

describe.each(everyLetter)("the letter $kind in $locale", ({ kind, locale }) => {
  test("says its language, its network first, and leaves no gap", async () => {
    const { subject, html, text } = await letter(kind, locale);
    expect(html).toContain(`<html dir="ltr" lang="${locale}"`);
    expect(text.startsWith(`${inScript(locale, "Актив стручних сарадника")}\n`)).toBe(true);
    expect(subject.startsWith(`${inScript(locale, "Актив")}: `)).toBe(true);
    expect(subject.length).toBeLessThanOrEqual(78);
    for (const written of [subject, bodyText(html), text]) {
      expect(written).not.toMatch(/[{}]|\b(?:undefined|null|NaN)\b|\[object/);
    }
  });

  test("loads nothing, runs nothing, watches nobody", async () => {
    const { html } = await letter(kind, locale);
    expect(html).not.toMatch(/<(?:img|script|svg|iframe|object|link|form)\b|@font-face|url\(|background=/i);
    expect(hrefs(html).every((href) => href.startsWith(link))).toBe(true);
  });

  test("has one h1 and one button at most", async () => {
    const { html } = await letter(kind, locale);
    const buttons = html.match(/<a [^>]*class="press"/g) ?? [];
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(buttons).toHaveLength(withoutButton.includes(kind) ? 0 : 1);
  });

  test("reads as plain text by itself, with its link", async () => {
    const { html, text } = await letter(kind, locale);
    expect(text).not.toMatch(/<[a-z/!]|&[a-z]+;|\n{3}/i);
    expect(text).not.toMatch(/::|\?:/);
    const isList = kind === "people.lost-letter" || kind === "digest.letter";
    if (isList || !withoutButton.includes(kind)) {
      expect(text).toContain(`\n${isList ? "  " : ""}${link}\n`);
      expect(html).toContain(`href="${link}"`);
    }
  });

  test("says everything in the text that it says in the page", async () => {
    const { html, text } = await letter(kind, locale);
    const said = bodyText(text.replaceAll("\n– ", "\n").replaceAll("\n", " "));
    for (const paragraph of html.match(/<(p|h1|h2)\b.*?<\/\1>/gs) ?? []) {
      const words = bodyText(paragraph);
      if (!words.endsWith(link)) expect(said).toContain(words);
    }
  });
});

const turns = ["first", "reminder", "again", "extension"] as const;

test.each(locales)("a receipt in %s says until when the answer may be withdrawn, and by which link", async (locale) => {
  const { html, text } = await letter("ask.receipt", locale);
  expect(html).toContain(`href="${link}"`);
  expect(text).toContain(link);
  expect(text).toContain(byDeadline(locale, "2026-03-19T13:32:00.000Z", zone));
});

test.each(locales)("a code in %s stands in the letter and not in its subject", async (locale) => {
  const { subject, html, text } = await letter("ask.code", locale);
  expect(subject).not.toMatch(/\d{6}/);
  expect([html, text].every((written) => written.includes("048213"))).toBe(true);
});

describe.each(locales)("in %s no letter has anything in another language", (locale) => {
  test.each(turns.flatMap((turn) => kinds.map((kind) => ({ kind, turn }))))("$kind, $turn", async ({ kind, turn }) => {
    const { subject, html, text } = await letter(kind, locale, samples(locale, turn));
    for (const said of [subject, saidOn(html), text]) expect(foreignIn(locale, said, written)).toEqual([]);
  });
});

describe.each(asks.flatMap((kind) => locales.map((locale) => ({ kind, locale }))))("$kind in $locale asks", (one) => {
  const { kind, locale } = one;

  test("by a deadline with its weekday and zone, and by the same in the subject", async () => {
    const { subject, html, text } = await letter(kind, locale);
    expect(text).toContain(byDeadline(locale, deadline, zone));
    expect(bodyText(html)).toContain(bodyText(byDeadline(locale, deadline, zone)));
    expect(subject.endsWith(` – ${shortBy(locale, deadline, zone)}`)).toBe(true);
  });

  test("names who answers and who asks in the nominative after a colon", async () => {
    const { text } = await letter(kind, locale);
    expect(text).toMatch(new RegExp(`: ${inScript(locale, "Марија Стојановић, ОШ „Вук Караџић”")}\n`));
    expect(text).toMatch(new RegExp(`: ${inScript(locale, "Биљана Илић")}\\. `));
  });

  test("says what silence means, and the head of the journal", async () => {
    const { text } = await letter(kind, locale);
    const silence = {
      en: "If you do not answer: ",
      lt: "Jei neatsakysite: ",
      pl: "W razie braku odpowiedzi: ",
      "sr-Cyrl": "Ако не одговорите: ",
      "sr-Latn": "Ako ne odgovorite: ",
    };
    expect(text).toContain(silence[locale]);
    expect(text).toContain("c81d 02f4 7e95 b3aa");
  });

  test("as a reminder begins with that word in the subject and the heading", async () => {
    const word = {
      en: "Reminder: ",
      lt: "Priminimas: ",
      pl: "Przypomnienie: ",
      "sr-Cyrl": "Подсетник: ",
      "sr-Latn": "Podsetnik: ",
    };
    const { subject, html } = await letter(kind, locale, samples(locale, "reminder"));
    expect(subject.startsWith(`${word[locale]}${inScript(locale, "Актив")}, `)).toBe(true);
    expect(subject.length).toBeLessThanOrEqual(78);
    expect(html).toMatch(new RegExp(`<h1[^>]*>${word[locale]}`));
  });
});

test("a letter without a deadline has none in its subject", async () => {
  for (const kind of withoutDeadline.filter(
    (kind) => kind !== "digest.letter" && !("expiresAt" in samples("en")[kind]),
  )) {
    const { subject } = await letter(kind, "sr-Cyrl");
    expect(subject).not.toContain(" до ");
  }
});

test("a lost letter lists each open ask with its own link and its own deadline, and none when nothing is open", async () => {
  const { "people.lost-letter": props } = samples("en");
  const { text } = await render("people.lost-letter", props);
  expect(text).toContain(`${link}\n`);
  expect(text).toContain(`${link}x\n`);
  expect(text).toContain("Open the form:");
  const none = await render("people.lost-letter", { ...props, asks: [] });
  expect(none.text).toContain("No form is waiting for your answer at the moment.");
  expect(none.text).not.toContain("https:");
});

test("a receipt says the number and until when the answer may change; an edit says both numbers", async () => {
  const { "ask.receipt": props } = samples("sr-Cyrl");
  const { text } = await render("ask.receipt", props);
  expect(text).toContain("Ваш одговор је стигао 18.\u00a0марта у\u00a014.32\n");
  expect(text).toContain("Број одговора: 7KQ4-M2XP");
  expect(text).toContain(byDeadline("sr-Cyrl", deadline, zone));
  const edited = await render("ask.receipt", { ...props, replaces: "3ABC-9XYZ", changeUntil: undefined });
  expect(edited.text).toContain("3ABC-9XYZ");
  expect(edited.text).toContain("7KQ4-M2XP");
  expect(edited.text).toContain("овај одговор више не може да се измени.");
});

test("the figures that came back show the verifier's own words", async () => {
  const { "election.figures": props } = samples("sr-Latn");
  const { text } = await render("election.figures", { ...props, objection: "Било је 17 руку." });
  expect(text).toContain("Prigovor\n– Bilo je 17 ruku.");
});

test("a sign-in letter has the code exactly as it is to be entered", async () => {
  const { html, text } = await letter("people.sign-in", "en");
  expect(text).toContain(": 482913\n");
  expect(html).toContain(">482913<");
});

test("an institution that is not known leaves no comma behind", async () => {
  const { "election.confirmation": props } = samples("sr-Cyrl");
  const { text } = await render("election.confirmation", { ...props, to: { name: "Марија Стојановић" } });
  expect(text).toContain("Одговарате као: Марија Стојановић\n");
});

test("a name that looks like markup or like a placeholder stays a name", async () => {
  const props = { ...askEnvelope("en"), process: "<b>{n}</b>", sessionAt, votes: [] };
  const { html } = await render("election.attestation", props);
  expect(html).toContain("&lt;b&gt;{n}&lt;/b&gt;");
});

test("a word that is no kind of letter is told apart", () => {
  expect(isLetterKind("election.result")).toBe(true);
  expect(isLetterKind("toString")).toBe(false);
});
