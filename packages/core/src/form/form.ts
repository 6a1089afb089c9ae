import * as v from "valibot";
import { Text } from "../i18n/index.ts";

const Limits = { min: v.optional(v.number()), limit: v.optional(v.number()) };

const shared = {
  id: v.string(),
  label: Text,
  hint: v.optional(Text),
  required: v.boolean(),
  /** What the browser may fill in by itself: a token of HTML's `autocomplete`. */
  autocomplete: v.optional(v.string()),
};

/** One answer to choose from; choosing it may show a field for the reason, stored as `<field>-reason`. */
export const Option = v.object({
  value: v.string(),
  label: Text,
  reason: v.optional(v.object({ required: v.boolean(), label: Text, hint: v.optional(Text), ...Limits })),
});
export type Option = v.InferOutput<typeof Option>;

/** One question. Lengths are in characters; a `statement` asks nothing unless it is required: then it is to be ticked. */
export const Field = v.variant("kind", [
  v.object({ ...shared, kind: v.literal("short"), ...Limits }),
  v.object({ ...shared, kind: v.literal("long"), ...Limits }),
  v.object({ ...shared, kind: v.literal("email") }),
  v.object({ ...shared, kind: v.literal("number"), min: v.number(), max: v.number() }),
  v.object({ ...shared, kind: v.literal("choice"), options: v.array(Option) }),
  v.object({
    ...{ ...shared, kind: v.literal("choices"), options: v.array(Option) },
    ...{ atLeast: v.optional(v.number()), atMost: v.optional(v.number()) },
  }),
  v.object({ ...shared, kind: v.literal("yesno"), yes: Text, no: Text }),
  v.object({ ...shared, kind: v.literal("statement") }),
]);
export type Field = v.InferOutput<typeof Field>;

/** What the section asks about: a result that is there already, in words and figures. */
const Result = v.object({
  kicker: Text,
  name: Text,
  notes: v.optional(v.array(Text)),
  figures: v.array(v.object({ label: Text, value: v.number() })),
});

export const Section = v.object({
  id: v.string(),
  kicker: v.optional(Text),
  title: Text,
  note: v.optional(Text),
  result: v.optional(Result),
  /** A document that is asked about, with its content hash in hex. */
  text: v.optional(v.object({ title: v.string(), body: v.string(), hash: v.string() })),
  fields: v.array(Field),
  /** The numbers of these fields together are at most so many. */
  total: v.optional(v.object({ of: v.array(v.string()), atMost: v.number(), label: Text })),
});
export type Section = v.InferOutput<typeof Section>;

/**
 * A form is data: one definition gives the schema of the answer, the accessible page, the receipt and the columns of an
 * export. A section is what one person may be asked and another not. Its names are checked: each is one field's only,
 * and none can mean anything else on a page or in an object.
 */
export const Form = v.pipe(
  v.object({
    id: v.string(),
    title: Text,
    lead: v.optional(Text),
    /** What happens if nobody answers. */
    silence: v.optional(Text),
    /** What a reader may want to know before she answers; folded away. */
    background: v.optional(v.object({ title: Text, lines: v.array(Text) })),
    /** What was sent is shown only in the browser that sent it. */
    confidential: v.boolean(),
    /** The answer may be changed until the close. */
    editable: v.boolean(),
    /** The answers are shown once more before they are sent. */
    checkAnswers: v.boolean(),
    sections: v.array(Section),
  }),
  v.check(({ sections }) => namesOf(sections).every(isName), "a name of letters, digits, - and _ that is free"),
  v.check(({ sections }) => areDifferent(namesOf(sections)), "every field has a name of its own"),
  v.check(({ sections }) => sections.flatMap(({ fields }) => fields).every(hasOptions), "options that differ"),
);
export type Form = v.InferOutput<typeof Form>;

/** Where the reason for choosing an option of this field is kept. */
export function reasonOf(field: string): string {
  return `${field}-reason`;
}

/** The options of a field that asks to choose; none for any other. */
export function optionsOf(field: Field): readonly Option[] {
  return field.kind === "choice" || field.kind === "choices" ? field.options : [];
}

function namesOf(sections: readonly Section[]): string[] {
  return sections.flatMap(({ fields }) =>
    fields.flatMap((field) => [
      field.id,
      ...(optionsOf(field).some(({ reason }) => reason) ? [reasonOf(field.id)] : []),
    ]),
  );
}

/** Names that a page of ours has for itself. */
const taken = ["act", "change", "main", "page", "summary"];

function isName(name: string): boolean {
  return (
    /^[a-z][\w-]{0,99}$/i.test(name) && !/-(?:hint|error|figures)$/.test(name) && !taken.includes(name) && !(name in {})
  );
}

function areDifferent(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

function hasOptions(field: Field): boolean {
  if (field.kind !== "choice" && field.kind !== "choices") return true;
  const values = field.options.map(({ value }) => value);
  return values.length > 0 && areDifferent(values) && values.every((value) => /^[\p{L}\p{N}_-]{1,100}$/u.test(value));
}

/** The sections that a person with these parts is asked; without parts, all. */
export function sectionsFor(form: Form, parts?: readonly string[]): Section[] {
  return form.sections.filter(({ id }) => parts === undefined || parts.includes(id));
}
