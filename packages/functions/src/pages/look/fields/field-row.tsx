import { textIn } from "@quorate/core/i18n";
import { describedBy, type FieldProps, hintOf, isFolded, many, one, onlyIfMarks, problemAt } from "./filled.ts";
import { GroupContent } from "./group.tsx";
import { PersonList } from "./person-list.tsx";
import { FieldError, Hint, TextField } from "./text-field.tsx";

/** One field: label, hint, error, control, in this order. */
export function FieldRow(props: FieldProps) {
  const { field } = props;
  return field.onlyIf ? (
    <div {...onlyIfMarks(field)}>
      <Control {...props} />
    </div>
  ) : (
    <Control {...props} />
  );
}

function Control(props: FieldProps) {
  const { field, locale, typed } = props;
  switch (field.kind) {
    case "choice":
    case "choices":
    case "scale":
    case "yesno":
    case "date":
      return <Group {...props} />;
    case "person":
      return isFolded(field) ? <PersonList {...props} /> : <Group {...props} />;
    case "statement":
      return <Statement {...props} />;
    case "short":
    case "long":
    case "email":
    case "number":
      return (
        <TextField
          {...{ locale, id: field.id, value: one(typed[field.id]), hint: hintOf(props) }}
          kind={field.kind === "number" && field.decimals ? "decimal" : field.kind}
          error={problemAt(props, field.id)}
          label={textIn(locale, field.label)}
          autocomplete={field.autocomplete}
        />
      );
  }
}

function Group(props: FieldProps) {
  const isWrong = problemAt(props, props.field.id) !== undefined;
  return (
    <fieldset class={isWrong ? "field wrong" : "field"} aria-describedby={describedBy(props).join(" ") || undefined}>
      <legend class="label">{textIn(props.locale, props.field.label)}</legend>
      <GroupContent {...props} />
    </fieldset>
  );
}

function Statement(props: FieldProps) {
  const { field, locale, typed } = props;
  const error = problemAt(props, field.id);
  if (!field.required) return <p>{textIn(locale, field.label)}</p>;
  return (
    <div class={error ? "field wrong" : "field"}>
      <Hint id={`${field.id}-hint`} text={hintOf(props)} />
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
