import { type Locale, listOf, number, textIn } from "../i18n/index.ts";
import { type Field, type Form, sectionsFor } from "./form.ts";

/** One answered question as a receipt shows it. */
export type AnswerRow = { section: string; field: string; label: string; value: string };

/**
 * What was answered, question by question, in the reader's language; what was typed stays in the script it was typed in.
 * Unanswered questions are left out.
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
      const isNamed = section.fields.length > 1 && field.kind !== "statement";
      const label = textIn(locale, isNamed ? field.label : section.title);
      const reason = answer[`${field.id}-reason`];
      const said = shownValue(field, value, locale);
      const whole = typeof reason === "string" ? `${said}: ${reason}` : said;
      return [{ section: section.id, field: field.id, label, value: whole }];
    }),
  );
}

function shownValue(field: Field, value: unknown, locale: Locale): string {
  switch (field.kind) {
    case "choice":
    case "choices": {
      const chosen = Array.isArray(value) ? value : [value];
      const labels = field.options.filter((option) => chosen.includes(option.value));
      return listOf(
        locale,
        labels.map((option) => textIn(locale, option.label)),
      );
    }
    case "yesno":
      return textIn(locale, value === true ? field.yes : field.no);
    case "number":
      return number(locale, Number(value));
    case "statement":
      return textIn(locale, field.label);
    case "short":
    case "long":
    case "email":
      return String(value);
  }
}
