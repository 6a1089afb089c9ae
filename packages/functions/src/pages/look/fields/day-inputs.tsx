import { dayParts } from "@quorate/core/form";
import { say } from "@quorate/core/i18n";
import { dayOrder, type FieldProps, one, problemAt } from "./filled.ts";

/** A day as three numbers to type, in the reader's order: a calendar to click through is no help with a year of birth. */
export function DayInputs(props: FieldProps) {
  const { field, locale, typed } = props;
  const names = dayParts(field.id);
  const isWrong = problemAt(props, field.id) !== undefined;
  return (
    <div class="day">
      {dayOrder(locale).map((part) => (
        <div class={part === "year" ? "field year" : "field"}>
          <label for={names[part]}>{say(locale, `form.${part}`)}</label>
          <input
            {...{ type: "text", inputmode: "numeric", autocomplete: "off", id: names[part], name: names[part] }}
            value={one(typed[names[part]])}
            {...(isWrong && { "aria-invalid": true as const })}
          />
        </div>
      ))}
    </div>
  );
}
