import type { Locale } from "@quorate/core/i18n";
import type { Child } from "hono/jsx";
import { FieldError, Hint } from "./fields/index.ts";

export type ChoiceProps = {
  locale: Locale;
  /** What its controls' ids begin with; the summary of errors leads to the first of them. */
  id: string;
  name: string;
  label: string;
  options: readonly { value: string; label: string; lang?: Locale; asksReason?: true }[];
  hint?: string | undefined;
  error?: string | undefined;
  /** What was chosen before, when the page comes back. */
  chosen?: string | undefined;
  /** The reason that a choice asks for. */
  children?: Child;
};

/** One of a few; none of them is chosen but what was chosen before (asks 2). */
export function Choice({ locale, id, name, label, options, hint, error, chosen, children }: ChoiceProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset class={error ? "field wrong" : "field"} {...(described && { "aria-describedby": described })}>
      <legend class="label">{label}</legend>
      <Hint id={`${id}-hint`} text={hint} />
      <FieldError locale={locale} id={`${id}-error`} text={error} />
      <div class="choices">
        {options.map((option) => (
          <label class="choice">
            <input
              {...{
                type: "radio",
                id: `${id}-${option.value}`,
                name,
                value: option.value,
                checked: chosen === option.value,
              }}
              {...(option.asksReason && { "data-asks-reason": true })}
            />
            <span lang={option.lang}>{option.label}</span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
