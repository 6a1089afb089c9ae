import * as v from "valibot";
import { Text } from "../i18n/index.ts";

const Limits = { min: v.optional(v.number()), limit: v.optional(v.number()) };

const shared = { id: v.string(), label: Text, hint: v.optional(Text), required: v.boolean() };

/** One answer to choose from; choosing it may show a field for the reason, stored as `<field>-reason`. */
export const Option = v.object({
  value: v.string(),
  label: Text,
  reason: v.optional(v.object({ required: v.boolean(), label: Text, hint: v.optional(Text), ...Limits })),
});
export type Option = v.InferOutput<typeof Option>;

/** One question. Lengths are in characters; a `statement` asks nothing unless it is required: then it is to be ticked. */
export const Field = v.variant("kind", [
  v.object({ ...shared, kind: v.literal("short"), ...Limits, autocomplete: v.optional(v.string()) }),
  v.object({ ...shared, kind: v.literal("long"), ...Limits }),
  v.object({ ...shared, kind: v.literal("email") }),
  v.object({ ...shared, kind: v.literal("number"), min: v.number(), max: v.number() }),
  v.object({ ...shared, kind: v.literal("choice"), options: v.array(Option) }),
  v.object({ ...shared, kind: v.literal("choices"), options: v.array(Option), atMost: v.optional(v.number()) }),
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
 * export. A section is what one person may be asked and another not.
 */
export const Form = v.object({
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
});
export type Form = v.InferOutput<typeof Form>;

/** The sections that a person with these parts is asked. */
export function sectionsFor(form: Form, parts: readonly string[]): Section[] {
  return form.sections.filter((section) => parts.includes(section.id));
}
