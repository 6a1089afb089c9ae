import { type Locale, say, textIn } from "../i18n/index.ts";
import { type Field, optionsOf, reasonOf } from "./field.ts";
import { type Form, questionOf } from "./form.ts";
import { shownValue } from "./rows.ts";
import type { Content } from "./schema.ts";

/** One column of an export. `id` is the same in every language and stays while the form's field does. */
export type Column = { id: string; label: string };

/** What stands in one cell: a number is a number there too. Nothing was answered where the cell is empty. */
export type Cell = string | number;

/**
 * The columns of a form's answers: one for each question, one more for its reason, and for a question with several answers
 * one for each answer that was offered.
 */
export function answerColumns(form: Form, locale: Locale): Column[] {
  return askingFields(form).flatMap(({ field, label }) => {
    const name = textIn(locale, label);
    const reason = optionsOf(field).find((option) => option.reason)?.reason;
    if (field.kind === "choices") {
      return field.options.map((option) => ({
        id: `${field.id}.${option.value}`,
        label: say(locale, "form.at", { field: name, error: textIn(locale, option.label) }),
      }));
    }
    return [
      { id: field.id, label: name },
      ...(reason
        ? [
            {
              id: reasonOf(field.id),
              label: say(locale, "form.at", { field: name, error: textIn(locale, reason.label) }),
            },
          ]
        : []),
    ];
  });
}

/** One answer as the cells of those columns: choices in the reader's words, several of them as 1 and 0, days in ISO. */
export function answerCells(form: Form, answer: Content, locale: Locale): Cell[] {
  return askingFields(form).flatMap(({ field }): Cell[] => {
    const value = answer[field.id];
    if (field.kind === "choices") {
      return field.options.map((option) => {
        if (!Array.isArray(value)) return "";
        return value.includes(option.value) ? 1 : 0;
      });
    }
    const hasReason = optionsOf(field).some(({ reason }) => reason);
    const reason = answer[reasonOf(field.id)];
    return [cellOf(field, value, locale), ...(hasReason ? [typeof reason === "string" ? reason : ""] : [])];
  });
}

function cellOf(field: Field, value: Content[string] | undefined, locale: Locale): Cell {
  if (value === undefined) return "";
  if (typeof value === "number") return value;
  return field.kind === "date" ? String(value) : shownValue(field, value, locale);
}

/** The fields that leave something in an answer, each with the name by which it is known. */
function askingFields(form: Form) {
  return form.sections.flatMap((section) =>
    section.fields
      .filter((field) => field.kind !== "statement" || field.required)
      .map((field) => ({ field, label: questionOf(section, field) })),
  );
}
