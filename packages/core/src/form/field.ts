import * as v from "valibot";
import { LocalDate, plain, Text } from "../i18n/index.ts";

const Limits = { min: v.optional(v.number()), limit: v.optional(v.number()) };

/** What has to be answered elsewhere: one of these values, as the page sends them (`yes` and `no` for a yes or no). */
export const Condition = v.object({ field: v.string(), is: v.pipe(v.array(v.string()), v.minLength(1)) });
export type Condition = v.InferOutput<typeof Condition>;

const shared = {
  id: v.string(),
  label: Text,
  hint: v.optional(Text),
  required: v.boolean(),
  /** What the browser may fill in by itself: a token of HTML's `autocomplete`. */
  autocomplete: v.optional(v.string()),
  /** Asked only while this holds; what was typed into it otherwise does not belong to the answer. */
  onlyIf: v.optional(Condition),
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
  /** Whole unless `decimals` says how many digits may follow the point or comma. */
  v.object({
    ...{ ...shared, kind: v.literal("number"), min: v.number(), max: v.number() },
    decimals: v.optional(v.picklist([0, 1, 2, 3])),
  }),
  /** A calendar day, stored as `2026-03-20`; the first and the last that may be given. */
  v.object({ ...shared, kind: v.literal("date"), min: v.optional(LocalDate), max: v.optional(LocalDate) }),
  v.object({ ...shared, kind: v.literal("choice"), options: v.array(Option) }),
  v.object({
    ...{ ...shared, kind: v.literal("choices"), options: v.array(Option) },
    ...{ atLeast: v.optional(v.number()), atMost: v.optional(v.number()) },
  }),
  /** Points from one number to another, and what the two ends mean. Stored as the number. */
  v.object({
    ...{ ...shared, kind: v.literal("scale"), from: v.number(), to: v.number() },
    ...{ low: Text, high: Text },
  }),
  /** One of these people: the value is the member's id, the label her name as the roll has it. */
  v.object({ ...shared, kind: v.literal("person"), options: v.array(v.object({ value: v.string(), label: Text })) }),
  v.object({ ...shared, kind: v.literal("yesno"), yes: Text, no: Text }),
  v.object({ ...shared, kind: v.literal("statement") }),
]);
export type Field = v.InferOutput<typeof Field>;

/** Where the reason for choosing an option of this field is kept. */
export function reasonOf(field: string): string {
  return `${field}-reason`;
}

/** The three inputs of a day, each by its own name on the page. */
export function dayParts(field: string): { day: string; month: string; year: string } {
  return { day: `${field}-day`, month: `${field}-month`, year: `${field}-year` };
}

/** What a field offers to choose from, in order, with the values that a page sends; nothing where one types. */
export function optionsOf(field: Field): readonly Option[] {
  switch (field.kind) {
    case "choice":
    case "choices":
    case "person":
      return field.options;
    case "scale":
      return Array.from({ length: Math.max(0, field.to - field.from + 1) }, (_, step) => {
        const point = String(field.from + step);
        return { value: point, label: plain(point) };
      });
    case "yesno":
      return [
        { value: "yes", label: field.yes },
        { value: "no", label: field.no },
      ];
    case "statement":
      return field.required ? [{ value: "yes", label: field.label }] : [];
    case "short":
    case "long":
    case "email":
    case "number":
    case "date":
      return [];
  }
}

/** Every name under which a field stands on a page or in an answer. */
export function namesOf(field: Field): string[] {
  if (field.kind === "date") return [field.id, ...Object.values(dayParts(field.id))];
  return [field.id, ...(optionsOf(field).some(({ reason }) => reason) ? [reasonOf(field.id)] : [])];
}
