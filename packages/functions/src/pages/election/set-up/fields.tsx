import { inScript, type Locale, say } from "@quorate/core/i18n";
import type { Member } from "@quorate/core/people";
import type { Child } from "hono/jsx";
import { TextField } from "../../look/index.ts";
import { type Choice, SelectField, type Typed, type WrongField } from "../fields.tsx";
import { labelOf } from "./labels.ts";

/** What every part of the set-up is shown with: what was typed so far, and what of it is wrong. */
export type PartProps = { locale: Locale; typed: Typed; wrong: readonly WrongField[] };

export const errorAt = (wrong: readonly WrongField[], id: string) => wrong.find((one) => one.id === id)?.text;

type FieldProps = PartProps & { name: string; hint?: string | undefined };

/** What a field is shown with, by its name alone. */
function fieldOf({ locale, typed, wrong, name, hint }: FieldProps) {
  return {
    locale,
    id: name,
    label: labelOf(locale, name, typed),
    hint,
    error: errorAt(wrong, name),
    value: typed[name] ?? "",
  };
}

export function Words(props: FieldProps & { kind?: "short" | "number" }) {
  return <TextField {...fieldOf(props)} kind={props.kind ?? "short"} />;
}

/** `isIfTicked`: shown when the box of its card is ticked; where a browser cannot tell, always. */
export function Moment(props: FieldProps & { isIfTicked?: boolean }) {
  return <TextField {...fieldOf(props)} kind="datetime" isReason={props.isIfTicked ?? false} />;
}

export function Select(props: FieldProps & { choices: readonly Choice[] }) {
  return <SelectField {...fieldOf(props)} choices={props.choices} />;
}

/** One of the members, or nobody in the words given for that. */
export function PersonChoice(props: FieldProps & { members: readonly Member[]; nobody: string }) {
  const { locale, members, nobody } = props;
  const people = members.map(({ id, name }) => ({ value: id, label: inScript(locale, name) }));
  return <Select {...props} choices={[{ value: "", label: nobody }, ...people]} />;
}

/** One question of the set-up, on a card of its own. */
export function Part({ title, hint, children }: { title: string; hint?: string | undefined; children: Child }) {
  return (
    <fieldset class="card flow">
      <legend>
        <h2>{title}</h2>
      </legend>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}

/** What is seldom changed, folded away until something in it is wrong or was typed. */
export function Folded(props: { title: string; isOpen: boolean; children: Child }) {
  return (
    <details open={props.isOpen}>
      <summary>{props.title}</summary>
      <div class="flow">{props.children}</div>
    </details>
  );
}

/** Whether one of these fields is wrong. */
export const isWrongIn = (wrong: readonly WrongField[], names: readonly string[]) =>
  wrong.some(({ id }) => names.includes(id));

export const chooseNobodyYet = (locale: Locale) => say(locale, "election.field.choose");
