import { type Locale, say } from "@quorate/core/i18n";

export function Hint({ id, text }: { id: string; text: string | undefined }) {
  return text === undefined ? null : (
    <p class="hint" id={id}>
      {text}
    </p>
  );
}

export function FieldError({ locale, id, text }: { locale: Locale; id: string; text: string | undefined }) {
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
  kind: "short" | "long" | "email" | "number" | "decimal" | "date" | "datetime";
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
  decimal: { type: "text", inputmode: "decimal", autocomplete: "off" },
  date: { type: "date" },
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
