import * as v from "valibot";
import { LocalDate, type Locale, listOf, number, textIn } from "../i18n/index.ts";
import { type Field, optionsOf, reasonOf } from "./field.ts";
import { type Form, questionOf, sectionsFor } from "./form.ts";
import { dayText } from "./read.ts";

/** One answered question as a receipt shows it. */
export type AnswerRow = { section: string; field: string; label: string; value: string };

/**
 * What was answered, question by question, in the reader's language; what was typed stays in the script it was typed in.
 * Unanswered questions are left out. A draft's words are shown as they are, also where they would be no answer.
 */
export function answerRows(
  form: Form,
  parts: readonly string[] | undefined,
  answer: Readonly<Record<string, unknown>>,
  locale: Locale,
): AnswerRow[] {
  return sectionsFor(form, parts).flatMap((section) =>
    section.fields.flatMap((field) => {
      const value = answer[field.id];
      if (value === undefined) return [];
      const label = textIn(locale, questionOf(section, field));
      const reason = answer[reasonOf(field.id)];
      const said = shownValue(field, value, locale);
      const whole = typeof reason === "string" ? `${said}: ${reason}` : said;
      return [{ section: section.id, field: field.id, label, value: whole }];
    }),
  );
}

/** The value of a field in words, as this reader reads it. */
export function shownValue(field: Field, value: unknown, locale: Locale): string {
  switch (field.kind) {
    case "choice":
    case "choices":
    case "person": {
      const chosen = Array.isArray(value) ? value : [value];
      const labels = optionsOf(field).filter((option) => chosen.includes(option.value));
      return listOf(
        locale,
        labels.map((option) => textIn(locale, option.label)),
      );
    }
    case "yesno":
      return textIn(locale, value === true ? field.yes : field.no);
    case "number":
    case "scale":
      return typeof value === "number" ? number(locale, value) : String(value);
    case "date":
      return v.is(LocalDate, value) ? textIn(locale, dayText(value)) : String(value);
    case "statement":
      return textIn(locale, field.label);
    case "short":
    case "long":
    case "email":
      return String(value);
  }
}
