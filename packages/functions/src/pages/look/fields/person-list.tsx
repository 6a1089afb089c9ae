import { optionsOf } from "@quorate/core/form";
import { say, textIn } from "@quorate/core/i18n";
import { describedBy, type FieldProps, hintOf, one, problemAt } from "./filled.ts";
import { FieldError, Hint } from "./text-field.tsx";

/** Somebody from a long list: the browser's own, in which the first letters of a name find it. */
export function PersonList(props: FieldProps) {
  const { field, locale, typed } = props;
  const error = problemAt(props, field.id);
  const chosen = one(typed[field.id]);
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={field.id}>{textIn(locale, field.label)}</label>
      <Hint id={`${field.id}-hint`} text={hintOf(props)} />
      <FieldError locale={locale} id={`${field.id}-error`} text={error} />
      <select
        {...{ id: field.id, name: field.id }}
        aria-describedby={describedBy(props).join(" ") || undefined}
        aria-invalid={error ? true : undefined}
      >
        <option value="">{say(locale, "form.chooseNobodyYet")}</option>
        {optionsOf(field).map(({ value, label }) => (
          <option value={value} selected={value === chosen}>
            {textIn(locale, label)}
          </option>
        ))}
      </select>
    </div>
  );
}
