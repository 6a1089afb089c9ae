import { type Field, limitOf, type Problem, reasonOf } from "@quorate/core/form";
import { type Locale, say, textIn } from "@quorate/core/i18n";

/** What was typed so far, as an HTTP form sends it. */
export type Typed = Readonly<Record<string, string | string[]>>;

/** A form on its way: in whose language, with what was typed and what is wrong with it. */
export type Filled = { locale: Locale; typed: Typed; problems: readonly Problem[] };

type FieldProps = Filled & { field: Field };

const many = (value: string | string[] | undefined) => [value ?? []].flat();
const one = (value: string | string[] | undefined) => many(value)[0] ?? "";

/** Whether the field is a group of controls: it is named by a legend, not by a label. */
export function isGroup(field: Field): boolean {
  return field.kind === "choice" || field.kind === "choices" || field.kind === "yesno";
}

/** What is wrong with a field, in the reader's words. */
export function problemAt({ locale, problems }: Filled, field: string): string | undefined {
  const problem = problems.find((one) => one.field === field);
  return problem && textIn(locale, problem.text);
}

/** What helps to answer: the form's own hint; else how long an answer may be, and that it may be left out. */
function hintOf(locale: Locale, field: Field): string | undefined {
  if (field.hint) return textIn(locale, field.hint);
  if (field.kind === "long" || (field.kind === "short" && field.limit !== undefined)) {
    const limit = limitOf(field.kind, field);
    return say(locale, field.required ? "form.hint.upTo" : "form.hint.optionalUpTo", { limit });
  }
  return field.required || field.kind === "statement" ? undefined : `${say(locale, "common.optional")}.`;
}

/** The ids of what describes a field: its hint, and what is wrong with it. */
export function describedBy(props: FieldProps): string[] {
  const { field, locale } = props;
  return [
    ...(hintOf(locale, field) === undefined ? [] : [`${field.id}-hint`]),
    ...(problemAt(props, field.id) === undefined ? [] : [`${field.id}-error`]),
  ];
}

/** One field: label, hint, error, control, in this order. */
export function FieldRow(props: FieldProps) {
  const { field, locale } = props;
  const error = problemAt(props, field.id);
  switch (field.kind) {
    case "choice":
    case "choices":
    case "yesno":
      return (
        <fieldset class={error ? "field wrong" : "field"} aria-describedby={describedBy(props).join(" ") || undefined}>
          <legend class="label">{textIn(locale, field.label)}</legend>
          <GroupContent {...props} />
        </fieldset>
      );
    case "statement":
      return <Statement {...props} />;
    case "short":
    case "long":
    case "email":
    case "number":
      return (
        <TextField
          {...{ locale, error, id: field.id, kind: field.kind, value: one(props.typed[field.id]) }}
          label={textIn(locale, field.label)}
          hint={hintOf(locale, field)}
          autocomplete={field.autocomplete}
        />
      );
  }
}

function Statement(props: FieldProps) {
  const { field, locale, typed } = props;
  const error = problemAt(props, field.id);
  if (!field.required) return <p>{textIn(locale, field.label)}</p>;
  return (
    <div class={error ? "field wrong" : "field"}>
      <Hint id={`${field.id}-hint`} text={hintOf(locale, field)} />
      <FieldError locale={locale} id={`${field.id}-error`} text={error} />
      <div class="choices one">
        <label class="choice">
          <input
            {...{ type: "checkbox", id: field.id, name: field.id, value: "yes" }}
            checked={many(typed[field.id]).includes("yes")}
            aria-describedby={describedBy(props).join(" ") || undefined}
            aria-invalid={error ? true : undefined}
          />
          <span>{textIn(locale, field.label)}</span>
        </label>
      </div>
    </div>
  );
}

function Hint({ id, text }: { id: string; text: string | undefined }) {
  return text === undefined ? null : (
    <p class="hint" id={id}>
      {text}
    </p>
  );
}

function FieldError({ locale, id, text }: { locale: Locale; id: string; text: string | undefined }) {
  return text === undefined ? null : (
    <p class="error" id={id}>
      <span class="hidden">{say(locale, "form.errorPrefix")} </span>
      {text}
    </p>
  );
}

type TextFieldProps = {
  locale: Locale;
  id: string;
  kind: "short" | "long" | "email" | "number" | "datetime";
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  autocomplete?: string | undefined;
  isReason?: boolean;
};

const inputs = {
  short: { type: "text" },
  email: { type: "email", inputmode: "email", spellcheck: false },
  number: { type: "text", inputmode: "numeric", autocomplete: "off" },
  datetime: { type: "datetime-local", step: 60 },
} as const;

/** A text to type: label, hint, error, control, tied together. */
export function TextField(props: TextFieldProps) {
  const { id, kind, hint, error, value, autocomplete } = props;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const shared = {
    ...{ id, name: id },
    ...(described && { "aria-describedby": described }),
    ...(error && { "aria-invalid": true as const }),
    ...(autocomplete && { autocomplete }),
  };
  return (
    <div class={["field", props.isReason && "reason", error && "wrong"].filter(Boolean).join(" ")}>
      <label for={id}>{props.label}</label>
      <Hint id={`${id}-hint`} text={hint} />
      <FieldError locale={props.locale} id={`${id}-error`} text={error} />
      {kind === "long" ? (
        <textarea {...shared} rows={4}>
          {value}
        </textarea>
      ) : (
        <input {...inputs[kind]} {...shared} value={value} />
      )}
    </div>
  );
}

/** The hint, the error and the radios or boxes of a group; none is chosen beforehand. A reason follows them. */
export function GroupContent(props: FieldProps) {
  const { field, locale, typed } = props;
  const options = choicesOf(field, locale);
  const chosen = many(typed[field.id]);
  return (
    <>
      <Hint id={`${field.id}-hint`} text={hintOf(locale, field)} />
      <FieldError locale={locale} id={`${field.id}-error`} text={problemAt(props, field.id)} />
      <div class={layoutOf(options.map(({ label }) => label))}>
        {options.map(({ value, label, asksReason }) => (
          <label class="choice">
            <input
              type={field.kind === "choices" ? "checkbox" : "radio"}
              {...{ id: `${field.id}-${value}`, name: field.id, value, checked: chosen.includes(value) }}
              {...(asksReason && { "data-asks-reason": true })}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <Reason {...props} />
    </>
  );
}

function Reason(props: FieldProps) {
  const { field, locale, typed } = props;
  const options = field.kind === "choice" ? field.options : [];
  const [reason] = options.flatMap((option) => option.reason ?? []);
  if (!reason) return null;
  const id = reasonOf(field.id);
  const { required } = reason;
  const limit = limitOf("long", reason);
  const hint = reason.hint
    ? textIn(locale, reason.hint)
    : say(locale, required ? "form.hint.upTo" : "form.hint.optionalUpTo", { limit });
  return (
    <TextField
      {...{ locale, id, hint, kind: "long", isReason: true, value: one(typed[id]), error: problemAt(props, id) }}
      label={textIn(locale, reason.label)}
    />
  );
}

/** Points stand in a row, long answers one under the other. */
function layoutOf(labels: readonly string[]): string {
  const longest = Math.max(...labels.map(({ length }) => length));
  if (longest <= 2) return "choices scale";
  return longest > 32 ? "choices one" : "choices";
}

function choicesOf(field: Field, locale: Locale): { value: string; label: string; asksReason: boolean }[] {
  switch (field.kind) {
    case "choice":
    case "choices":
      return field.options.map(({ value, label, reason }) => ({
        ...{ value, label: textIn(locale, label) },
        asksReason: field.kind === "choice" && reason !== undefined,
      }));
    case "yesno":
      return [
        { value: "yes", label: textIn(locale, field.yes), asksReason: false },
        { value: "no", label: textIn(locale, field.no), asksReason: false },
      ];
    case "short":
    case "long":
    case "email":
    case "number":
    case "statement":
      return [];
  }
}
