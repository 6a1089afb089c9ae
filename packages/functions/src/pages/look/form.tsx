import { type Field, type Form, type Problem, type Section, sectionsFor } from "@quorate/core/form";
import { inScript, type Locale, number, say, textIn } from "@quorate/core/i18n";
import { shortHash } from "@quorate/core/vote";
import type { Child } from "hono/jsx";

/** What was typed so far, as an HTTP form sends it. */
export type Typed = Readonly<Record<string, string | string[]>>;

export type Wrong = { id: string; text: string };

/** The id of the control that a problem is mended at. */
export function controlId(form: Form, problem: Pick<Problem, "field">): string {
  const field = form.sections.flatMap((section) => section.fields).find(({ id }) => id === problem.field);
  const first = field?.kind === "choice" || field?.kind === "choices" ? field.options[0]?.value : undefined;
  if (first !== undefined) return `${problem.field}-${first}`;
  return field?.kind === "yesno" ? `${problem.field}-yes` : problem.field;
}

/** First in main, with the focus: what is wrong, each a link to its control, in the same words as there. */
export function ErrorSummary(props: { locale: Locale; title: string; lead?: string; problems: readonly Wrong[] }) {
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="summary">
      <h2 id="summary">{props.title}</h2>
      {props.lead && <p>{props.lead}</p>}
      <ul>
        {props.problems.map((problem) => (
          <li>
            <a href={`#${problem.id}`}>{problem.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The problems of a form as the summary says them: where, and what. */
export function summaryOf(form: Form, parts: readonly string[], problems: readonly Problem[], locale: Locale): Wrong[] {
  const sections = sectionsFor(form, parts);
  return problems.map((problem) => {
    const section = sections.find(({ id }) => id === problem.section);
    const field = section?.fields.find(({ id }) => id === problem.field);
    const isOnly = section?.fields.length === 1;
    const at = section && (isOnly || !field) ? section.title : field?.label;
    const where = at ? textIn(locale, at) : "";
    const error = textIn(locale, problem.text);
    return { id: controlId(form, problem), text: say(locale, "form.at", { field: where, error: lowerFirst(error) }) };
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}

type Filled = { locale: Locale; typed: Typed; problems: readonly Problem[] };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";
const many = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** The sections that a person is asked, each a card; with what she has typed and what is wrong with it. */
export function FormSections(props: Filled & { form: Form; parts: readonly string[] }) {
  return (
    <>
      {sectionsFor(props.form, props.parts).map((section) => (
        <SectionCard {...props} section={section} />
      ))}
    </>
  );
}

function SectionCard(props: Filled & { section: Section }) {
  const { locale, section } = props;
  const [only] = section.fields.length === 1 ? section.fields : [];
  const isGroup = only?.kind === "choice" || only?.kind === "choices" || only?.kind === "yesno";
  const wrong = props.problems.find(({ field }) => field === only?.id);
  const about = section.result ? `${section.id}-figures` : undefined;
  const content = (
    <>
      <SectionResult locale={locale} section={section} />
      {isGroup && only ? (
        <>
          <p class="label">{textIn(locale, only.label)}</p>
          <GroupContent {...props} field={only} />
        </>
      ) : (
        section.fields.map((field) => <FieldRow {...props} field={field} />)
      )}
      {section.total && <p class="hint">{textIn(locale, section.total.label)}</p>}
    </>
  );
  const heading = (
    <>
      {section.kicker && <span class="kicker">{textIn(locale, section.kicker)}</span>}
      <h2>{textIn(locale, section.title)}</h2>
    </>
  );
  if (section.fields.length === 0) {
    return (
      <section class="card flow vote">
        {heading}
        {content}
      </section>
    );
  }
  const described = [about, wrong && `${only?.id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      class={wrong ? "card flow vote wrong" : "card flow vote"}
      {...(described && { "aria-describedby": described })}
    >
      <legend>{heading}</legend>
      {content}
    </fieldset>
  );
}

function SectionResult({ locale, section }: { locale: Locale; section: Section }) {
  const { result, text, note } = section;
  return (
    <>
      {note && <p>{textIn(locale, note)}</p>}
      {result && (
        <div class="result" id={`${section.id}-figures`}>
          <p class="kicker">{textIn(locale, result.kicker)}</p>
          <b>{textIn(locale, result.name)}</b>
          {result.notes?.map((line) => (
            <p>{textIn(locale, line)}</p>
          ))}
          {result.figures.length > 0 && (
            <p>
              {result.figures.map((figure, index) => (
                <>
                  {index > 0 && " · "}
                  {textIn(locale, figure.label)} <strong>{number(locale, figure.value)}</strong>
                </>
              ))}
            </p>
          )}
        </div>
      )}
      {text && (
        <details>
          <summary>
            {inScript(locale, text.title)}. {say(locale, "common.textHash")} <code>{shortHash(text.hash)}</code>
          </summary>
          {text.body.split(/\n+/).map((line) => (
            <p>{inScript(locale, line)}</p>
          ))}
        </details>
      )}
    </>
  );
}

type FieldProps = Filled & { field: Field };

function problemOf(props: Filled, id: string): string | undefined {
  const problem = props.problems.find(({ field }) => field === id);
  return problem && textIn(props.locale, problem.text);
}

/** One field: label, hint, error, control, in this order. */
export function FieldRow(props: FieldProps) {
  const { field, locale } = props;
  const error = problemOf(props, field.id);
  switch (field.kind) {
    case "choice":
    case "choices":
    case "yesno":
      return (
        <fieldset class={error ? "field wrong" : "field"} {...(error && { "aria-describedby": `${field.id}-error` })}>
          <legend>{textIn(locale, field.label)}</legend>
          {field.hint && <p class="hint">{textIn(locale, field.hint)}</p>}
          <GroupContent {...props} />
        </fieldset>
      );
    case "statement":
      return <Statement {...props} error={error} />;
    case "short":
    case "long":
    case "email":
    case "number":
      return (
        <TextField
          id={field.id}
          {...{ locale, error, kind: field.kind, value: one(props.typed[field.id]) }}
          label={textIn(locale, field.label)}
          {...(field.hint && { hint: textIn(locale, field.hint) })}
          {...(field.kind === "short" && field.autocomplete && { autocomplete: field.autocomplete })}
        />
      );
  }
}

function Statement({ field, locale, typed, error }: FieldProps & { error: string | undefined }) {
  if (!field.required) return <p>{textIn(locale, field.label)}</p>;
  return (
    <div class={error ? "field wrong" : "field"}>
      {error && <FieldError locale={locale} id={`${field.id}-error`} text={error} />}
      <label class="choice">
        <input type="checkbox" id={field.id} name={field.id} value="yes" checked={one(typed[field.id]) === "yes"} />
        <span>{textIn(locale, field.label)}</span>
      </label>
    </div>
  );
}

function FieldError({ locale, id, text }: { locale: Locale; id: string; text: string }) {
  return (
    <p class="error" id={id}>
      <span class="hidden">{say(locale, "form.errorPrefix")} </span>
      {text}
    </p>
  );
}

export type TextFieldProps = {
  locale: Locale;
  id: string;
  kind: "short" | "long" | "email" | "number" | "datetime";
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  autocomplete?: string;
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
  const { id, kind, hint, error, value } = props;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const shared = {
    ...{ id, name: id },
    ...(described && { "aria-describedby": described }),
    ...(error && { "aria-invalid": true as const }),
  };
  const classes = ["field", props.isReason && "reason", error && "wrong"].filter(Boolean).join(" ");
  return (
    <div class={classes}>
      <label for={id}>{props.label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError locale={props.locale} id={`${id}-error`} text={error} />}
      {kind === "long" ? (
        <textarea {...shared} rows={4}>
          {value}
        </textarea>
      ) : (
        <input
          {...shared}
          {...inputs[kind]}
          value={value}
          {...(props.autocomplete && { autocomplete: props.autocomplete })}
        />
      )}
    </div>
  );
}

/** The radios or boxes of a group; none is chosen beforehand. A reason follows the choices that ask for one. */
function GroupContent(props: FieldProps) {
  const { field, locale, typed } = props;
  const error = problemOf(props, field.id);
  const options = optionsOf(field, locale);
  const chosen = many(typed[field.id]);
  const reasons = field.kind === "choice" ? field.options.flatMap((option) => option.reason ?? []) : [];
  const [reason] = reasons;
  return (
    <>
      {error && <FieldError locale={locale} id={`${field.id}-error`} text={error} />}
      <div class="choices">
        {options.map((option) => (
          <label class="choice">
            <input
              type={field.kind === "choices" ? "checkbox" : "radio"}
              id={`${field.id}-${option.value}`}
              name={field.id}
              value={option.value}
              checked={chosen.includes(option.value)}
              {...(option.asksReason && { "data-asks-reason": true })}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {reason && (
        <TextField
          {...{ locale, id: `${field.id}-reason`, kind: "long" as const, isReason: true }}
          label={textIn(locale, reason.label)}
          {...(reason.hint && { hint: textIn(locale, reason.hint) })}
          error={problemOf(props, `${field.id}-reason`)}
          value={one(typed[`${field.id}-reason`])}
        />
      )}
    </>
  );
}

function optionsOf(field: Field, locale: Locale): { value: string; label: Child; asksReason: boolean }[] {
  switch (field.kind) {
    case "choice":
    case "choices":
      return field.options.map(({ value, label, reason }) => ({
        ...{ value, label: textIn(locale, label), asksReason: reason !== undefined },
      }));
    case "yesno":
      return [
        { value: "yes", label: textIn(locale, field.yes), asksReason: false },
        { value: "no", label: textIn(locale, field.no), asksReason: false },
      ];
    default:
      return [];
  }
}
