import { conditionWords, dayParts, type Field, type Form, limitOf, optionsOf, type Problem } from "@quorate/core/form";
import { type Locale, oneOf, say, textIn } from "@quorate/core/i18n";

/** What was typed so far, as an HTTP form sends it. */
export type Typed = Readonly<Record<string, string | string[]>>;

/** A form on its way: in whose language, with what was typed and what is wrong with it. */
export type Filled = { locale: Locale; form: Form; typed: Typed; problems: readonly Problem[] };

export type FieldProps = Filled & { field: Field };

export const many = (value: string | string[] | undefined) => [value ?? []].flat();
export const one = (value: string | string[] | undefined) => many(value)[0] ?? "";

/** As many people as one still chooses among at a glance; above it they are in a list that is folded away. */
const MOST_IN_SIGHT = 7;

/** Whether somebody is chosen from a list that is folded away. */
export function isFolded(field: Field): boolean {
  return field.kind === "person" && field.options.length > MOST_IN_SIGHT;
}

/** Whether the field is a group of controls: it is named by a legend, not by a label. */
export function isGroup(field: Field): boolean {
  switch (field.kind) {
    case "choice":
    case "choices":
    case "scale":
    case "yesno":
    case "date":
      return true;
    case "person":
      return !isFolded(field);
    case "short":
    case "long":
    case "email":
    case "number":
    case "statement":
      return false;
  }
}

/** The parts of a day in the order in which this reader writes them. */
export function dayOrder(locale: Locale): readonly ("day" | "month" | "year")[] {
  return locale === "lt" ? ["year", "month", "day"] : ["day", "month", "year"];
}

/** The id of the control at which a field is mended: the first one where there are several. */
export function controlOf(field: Field, locale: Locale): string {
  if (field.kind === "date") return dayParts(field.id)[dayOrder(locale)[0] ?? "day"];
  const first = optionsOf(field)[0]?.value;
  return first === undefined || field.kind === "statement" || isFolded(field) ? field.id : `${field.id}-${first}`;
}

/** What is wrong with a field, in the reader's words. */
export function problemAt({ locale, problems }: Filled, field: string): string | undefined {
  const problem = problems.find((one) => one.field === field);
  return problem && textIn(locale, problem.text);
}

/** What helps to answer: when it is asked at all, and the form's own hint or how much may be answered. */
export function hintOf({ locale, form, field }: FieldProps): string | undefined {
  const when = field.onlyIf && whenAsked(locale, form, field.onlyIf);
  const hint = field.hint ? textIn(locale, field.hint) : ownHint(locale, field);
  return [when, hint].filter((text) => text !== undefined).join(" ") || undefined;
}

/** Under which answer elsewhere this is asked. */
export function whenAsked(locale: Locale, form: Form, onlyIf: NonNullable<Field["onlyIf"]>): string {
  const { question, answers } = conditionWords(form, onlyIf);
  const values = oneOf(
    locale,
    answers.map((answer) => textIn(locale, answer)),
  );
  return say(locale, "form.hint.onlyIf", { field: textIn(locale, question), values });
}

function ownHint(locale: Locale, field: Field): string | undefined {
  const optional = field.required || field.kind === "statement" ? undefined : `${say(locale, "common.optional")}.`;
  switch (field.kind) {
    case "short":
    case "long": {
      if (field.kind === "short" && field.limit === undefined) return optional;
      const limit = limitOf(field.kind, field);
      return say(locale, field.required ? "form.hint.upTo" : "form.hint.optionalUpTo", { limit });
    }
    case "choices":
      return [optional, howMany(locale, field)].filter((text) => text !== undefined).join(" ");
    case "scale": {
      const { from, to } = field;
      const [low, high] = [textIn(locale, field.low), textIn(locale, field.high)];
      const ends = say(locale, "form.hint.scale", { from, to, low, high });
      return optional === undefined ? ends : `${optional} ${ends}`;
    }
    case "email":
    case "number":
    case "date":
    case "choice":
    case "person":
    case "yesno":
    case "statement":
      return optional;
  }
}

function howMany(locale: Locale, { atLeast = 1, atMost, options }: Extract<Field, { kind: "choices" }>): string {
  const limit = atMost === undefined || atMost >= options.length ? undefined : atMost;
  if (limit === undefined) {
    return atLeast > 1
      ? say(locale, "form.hint.chooseAtLeast", { limit: atLeast })
      : say(locale, "form.hint.chooseAny");
  }
  if (atLeast === limit) return say(locale, "form.hint.chooseExactly", { limit });
  return atLeast > 1
    ? say(locale, "form.hint.chooseBetween", { min: atLeast, limit })
    : say(locale, "form.hint.chooseAtMost", { limit });
}

/** The ids of what describes a field: its hint, and what is wrong with it. */
export function describedBy(props: FieldProps): string[] {
  const { field } = props;
  return [
    ...(hintOf(props) === undefined ? [] : [`${field.id}-hint`]),
    ...(problemAt(props, field.id) === undefined ? [] : [`${field.id}-error`]),
  ];
}

/** What a script may look at to leave out what is not asked; without one it stands there, with its hint. */
export function onlyIfMarks(of: { onlyIf?: Field["onlyIf"] }) {
  return of.onlyIf && { "data-only-if": of.onlyIf.field, "data-is": of.onlyIf.is.join(" ") };
}
