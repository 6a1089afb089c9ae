import { type Field, limitOf, type Option, optionsOf, reasonOf } from "@quorate/core/form";
import { say, textIn } from "@quorate/core/i18n";
import { DayInputs } from "./day-inputs.tsx";
import { type FieldProps, hintOf, many, one, problemAt } from "./filled.ts";
import { FieldError, Hint, TextField } from "./text-field.tsx";

/** The hint, the error and the controls of a group; nothing is chosen beforehand. A reason follows them. */
export function GroupContent(props: FieldProps) {
  const { field, locale } = props;
  return (
    <>
      <Hint id={`${field.id}-hint`} text={hintOf(props)} />
      <FieldError locale={locale} id={`${field.id}-error`} text={problemAt(props, field.id)} />
      {field.kind === "date" ? <DayInputs {...props} /> : <Options {...props} options={optionsOf(field)} />}
      <Reason {...props} />
    </>
  );
}

function Options({ field, locale, typed, options }: FieldProps & { options: readonly Option[] }) {
  const chosen = many(typed[field.id]);
  const labels = options.map(({ label }) => textIn(locale, label));
  return (
    <div class={layoutOf(field, labels)}>
      {options.map(({ value, reason }, index) => (
        <label class="choice">
          <input
            type={field.kind === "choices" ? "checkbox" : "radio"}
            {...{ id: `${field.id}-${value}`, name: field.id, value, checked: chosen.includes(value) }}
            {...(field.kind === "choice" && reason && { "data-asks-reason": true })}
          />
          <span>{labels[index]}</span>
        </label>
      ))}
    </div>
  );
}

/** Points stand in a row, people and long answers one under the other. */
function layoutOf(field: Field, labels: readonly string[]): string {
  const longest = Math.max(...labels.map(({ length }) => length));
  if (field.kind === "scale" || longest <= 2) return "choices scale";
  return field.kind === "person" || longest > 32 ? "choices one" : "choices";
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
