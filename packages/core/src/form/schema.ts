import * as v from "valibot";
import { LocalDate } from "../i18n/index.ts";
import { type Field, optionsOf, reasonOf } from "./field.ts";
import { askedIn, type Form, type Section, sectionsFor } from "./form.ts";

const Value = v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]);
type Value = v.InferOutput<typeof Value>;

/** What is wrong with one field. These codes are the messages of the answer's schema. */
export const ProblemCode = v.picklist([
  ...(["required", "choose", "unknown", "tick", "too-few", "too-many"] as const),
  ...(["too-long", "too-short", "not-email", "not-number", "below", "above", "sum", "too-large"] as const),
  ...(["not-day", "too-early", "too-late"] as const),
]);
export type ProblemCode = v.InferOutput<typeof ProblemCode>;

/** The answer to a form as JSON: by field, what was typed, counted, chosen or ticked. What was not answered is left out. */
export const Content = v.record(v.string(), Value);
export type Content = v.InferOutput<typeof Content>;

const SHORT = 200;
const LONG = 4000;
const ADDRESS = 254;
/** An answer as a whole, in bytes of UTF-8. */
const ANSWER_MOST = 256 * 1024;

/** How many characters a text may have. */
export function limitOf(kind: "short" | "long", { limit }: { limit?: number | undefined }): number {
  return limit ?? (kind === "short" ? SHORT : LONG);
}

/** A text's length as a person counts it: in characters, not in bytes. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** The text as it is kept: Unicode NFC, line feeds only, no outer space. */
export function clean(text: string): string {
  return text.normalize("NFC").replaceAll(/\r\n?/g, "\n").trim();
}

type ValueSchema = v.GenericSchema<unknown, Value>;
type Entries = Record<string, ValueSchema>;

/** Says the message in a code, so that a typo does not compile. */
const code = (one: ProblemCode) => one;

function textSchema(limits: { min?: number | undefined; limit: number }) {
  return v.pipe(
    v.string(code("required")),
    v.transform(clean),
    v.nonEmpty(code("required")),
    v.check((text) => lengthOf(text) <= limits.limit, code("too-long")),
    v.check((text) => lengthOf(text) >= (limits.min ?? 0), code("too-short")),
  );
}

/** The schema of one field's value; undefined for a statement that asks nothing. */
function valueSchema(field: Field): ValueSchema | undefined {
  switch (field.kind) {
    case "short":
    case "long":
      return textSchema({ min: field.min, limit: limitOf(field.kind, field) });
    case "email":
      return v.pipe(
        v.string(code("required")),
        v.transform(clean),
        v.email(code("not-email")),
        v.maxLength(ADDRESS, code("not-email")),
      );
    case "number":
      return v.pipe(
        v.number(code("not-number")),
        v.check((value) => hasDecimals(value, field.decimals ?? 0), code("not-number")),
        v.minValue(field.min, code("below")),
        v.maxValue(field.max, code("above")),
      );
    case "date":
      return daySchema(field);
    case "choice":
    case "person":
      return v.pipe(v.string(code("choose")), v.picklist(valuesOf(field), code("unknown")));
    case "choices":
      return choicesSchema(field);
    case "scale":
      return v.pipe(
        v.number(code("choose")),
        v.check((point) => valuesOf(field).includes(String(point)), code("unknown")),
      );
    case "yesno":
      return v.boolean(code("unknown"));
    case "statement":
      return field.required ? v.literal(true, code("tick")) : undefined;
  }
}

/** Whether a number has at most so many digits after its point. */
function hasDecimals(value: number, decimals: number): boolean {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER && Number(value.toFixed(decimals)) === value;
}

/** ISO days are of one length, so that text order is their order. */
function daySchema(field: Extract<Field, { kind: "date" }>) {
  const { min, max } = field;
  const isDay = (text: string) => v.is(LocalDate, text);
  return v.pipe(
    v.string(code("required")),
    v.check(isDay, code("not-day")),
    v.check((day) => !isDay(day) || min === undefined || day >= min, code("too-early")),
    v.check((day) => !isDay(day) || max === undefined || day <= max, code("too-late")),
  );
}

const valuesOf = (field: Field) => optionsOf(field).map(({ value }) => value);

function choicesSchema(field: Extract<Field, { kind: "choices" }>) {
  const values = valuesOf(field);
  return v.pipe(
    v.array(v.picklist(values, code("unknown")), code("choose")),
    v.transform((chosen) => values.filter((value) => chosen.includes(value))),
    v.nonEmpty(code("choose")),
    v.minLength(field.atLeast ?? 1, code("too-few")),
    v.maxLength(field.atMost ?? values.length, code("too-many")),
  );
}

/** The option's reason belongs to the answer only while that option is chosen. */
function reasonEntry(field: Field, input: unknown): Entries {
  const chosen = optionsOf(field).find(({ value }) => value === valueAt(input, field.id));
  if (!chosen?.reason) return {};
  const schema = textSchema({ min: chosen.reason.min, limit: limitOf("long", chosen.reason) });
  return { [reasonOf(field.id)]: chosen.reason.required ? schema : v.exactOptional(schema) };
}

function valueAt(input: unknown, field: string): unknown {
  return typeof input === "object" && input !== null && Object.hasOwn(input, field)
    ? Reflect.get(input, field)
    : undefined;
}

function sectionSchema(section: Section) {
  const { total } = section;
  const fields = v.lazy((input) => {
    const entries = section.fields.flatMap((field) => {
      const schema = valueSchema(field);
      if (!schema) return [];
      const value: Entries = { [field.id]: field.required ? schema : v.exactOptional(schema) };
      return Object.entries({ ...value, ...reasonEntry(field, input) });
    });
    return v.object(Object.fromEntries(entries), code("required"));
  });
  if (!total) return fields;
  return v.pipe(
    fields,
    v.rawCheck(({ dataset, addIssue }) => {
      const [first] = total.of;
      if (!dataset.typed || first === undefined) return;
      const { value } = dataset;
      if (sumOf(total.of, value) > total.atMost)
        addIssue({
          message: code("sum"),
          path: [{ type: "object", origin: "value", input: value, key: first, value: value[first] }],
        });
    }),
  );
}

/** What these numbers of an answer come to together. */
export function sumOf(fields: readonly string[], answer: Readonly<Record<string, unknown>>): number {
  return fields.reduce((sum, field) => sum + (Number(answer[field]) || 0), 0);
}

/**
 * The schema of the answer to a form as JSON, for a person with these parts (without parts: for all of the form). It
 * cleans texts, passes over what was not asked, also by a condition, and its messages are problem codes.
 */
export function answerSchema(form: Form, parts?: readonly string[]): v.GenericSchema<unknown, Content> {
  return v.pipe(
    v.lazy((input) => {
      const given = typeof input === "object" && input !== null ? { ...input } : {};
      return v.intersect([v.object({}), ...askedIn(sectionsFor(form, parts), given).map(sectionSchema)]);
    }),
    Content,
    v.rawCheck(({ dataset, addIssue }) => {
      const large = dataset.typed ? largestField(dataset.value) : undefined;
      if (!dataset.typed || large === undefined) return;
      const { value } = dataset;
      addIssue({
        message: code("too-large"),
        path: [{ type: "object", origin: "value", input: value, key: large, value: value[large] }],
      });
    }),
  );
}

/** The field that takes most room in an answer of over 256 kB; undefined when the answer is smaller. */
export function largestField(content: Readonly<Record<string, unknown>>): string | undefined {
  const sizes = Object.entries(content).map(([field, value]) => ({
    field,
    size: Buffer.byteLength(JSON.stringify(value)),
  }));
  if (sizes.reduce((sum, { size }) => sum + size, 0) <= ANSWER_MOST) return undefined;
  return sizes.toSorted((a, b) => b.size - a.size)[0]?.field;
}
