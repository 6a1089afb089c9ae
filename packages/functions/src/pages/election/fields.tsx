import { type Locale, say } from "@quorate/core/i18n";
import type { Child } from "hono/jsx";
import { wrongAt } from "../look/index.ts";

/** What was typed into a coordinator's form, by the names of its fields. */
export type Typed = Readonly<Record<string, string>>;

/** One wrong field, in words. */
export type WrongField = { id: string; label: string; text: string };

export type Choice = { value: string; label: string; asksMore?: boolean };

type GroupProps = {
  locale: Locale;
  id: string;
  label: Child;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  choices: readonly Choice[];
  /** The question stands on a card of its own. */
  isCard?: boolean;
};

/** One of a list, folded away: label, hint, error, control. */
export function SelectField(props: GroupProps) {
  const { id, hint, error, value } = props;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={id}>{props.label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError locale={props.locale} id={id} text={error} />}
      <select
        {...{ id, name: id }}
        {...(described && { "aria-describedby": described })}
        {...(error && { "aria-invalid": true as const })}
      >
        {props.choices.map((choice) => (
          <option
            value={choice.value}
            selected={choice.value === value}
            {...(choice.asksMore && { "data-asks-reason": true })}
          >
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One of a few, all in sight; none is chosen beforehand. */
export function RadioField(props: GroupProps) {
  const { id, hint, error, value } = props;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      class={[props.isCard ? "card flow" : "field", error && "wrong"].filter(Boolean).join(" ")}
      {...(described && { "aria-describedby": described })}
    >
      <legend {...(!props.isCard && { class: "label" })}>{props.label}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError locale={props.locale} id={id} text={error} />}
      <div class="choices one">
        {props.choices.map((choice) => (
          <label class="choice">
            <input
              type="radio"
              id={`${id}-${choice.value}`}
              name={id}
              value={choice.value}
              checked={choice.value === value}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function FieldError({ locale, id, text }: { locale: Locale; id: string; text: string }) {
  return (
    <p class="error" id={`${id}-error`}>
      <span class="hidden">{say(locale, "form.errorPrefix")} </span>
      {text}
    </p>
  );
}

/** The wrong fields as the summary on top of the page lists them. */
export function summaryLines(locale: Locale, wrong: readonly WrongField[]) {
  return wrong.map(({ id, label, text }) => ({ id, text: wrongAt(locale, label, text) }));
}
