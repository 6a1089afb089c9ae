import type { Locale } from "@quorate/core/i18n";
import { FieldError, Hint } from "./text-field.tsx";

type FileFieldProps = {
  locale: Locale;
  id: string;
  label: string;
  hint: string;
  /** The kinds of file that its dialog offers. */
  accept: string;
  error: string | undefined;
};

/** A file to choose: label, hint, error, control. */
export function FileField({ locale, id, label, hint, accept, error }: FileFieldProps) {
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={id}>{label}</label>
      <Hint id={`${id}-hint`} text={hint} />
      <FieldError locale={locale} id={`${id}-error`} text={error} />
      <input
        {...{ type: "file", id, name: id, accept }}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        {...(error && { "aria-invalid": true as const })}
      />
    </div>
  );
}
