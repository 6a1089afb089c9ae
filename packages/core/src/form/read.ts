import * as v from "valibot";
import { message, type Text } from "../i18n/index.ts";
import { type Field, type Form, type Option, type Section, sectionsFor } from "./form.ts";

/** What is wrong with one field, in words for the person. */
export type Problem = { field: string; section: string; code: string; text: Text };

export type Content = Record<string, string | number | boolean | string[]>;

/** An answer that fits the form, or every problem with it. Nothing that was typed is lost: the caller still has `raw`. */
export type Reading = { ok: true; answer: Content } | { ok: false; problems: Problem[] };

type Raw = Readonly<Record<string, string | string[]>>;

const SHORT = 200;
const LONG = 4000;
/** An answer as a whole, in bytes of UTF-8. */
const ANSWER_MOST = 256 * 1024;

/** The text as it is kept: Unicode NFC, line feeds only, no outer space. */
function clean(text: string): string {
  return text.normalize("NFC").replaceAll(/\r\n?/g, "\n").trim();
}

function texts(raw: Raw, id: string): string[] {
  const value = Object.hasOwn(raw, id) ? raw[id] : undefined;
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(clean).filter((text) => text !== "");
}

/** The schema of one field's value: parses what a form sent, and what a JSON client sent, alike. */
function lengthIssue(text: string, { min, limit }: { min?: number | undefined; limit: number }) {
  const actual = [...text].length;
  if (actual > limit) return { code: "too-long", text: message("form.tooLong", { limit, actual }) };
  if (min !== undefined && actual < min)
    return { code: "too-short", text: message("form.tooShort", { limit: min, actual }) };
  return undefined;
}

type Issue = { field: string; code: string; text: Text };

const missing = (field: string): Issue => ({ field, code: "required", text: message("form.required") });
const unchosen = (field: string): Issue => ({ field, code: "choose", text: message("form.choose") });
const unknown = (field: string): Issue => ({ field, code: "unknown", text: message("form.chooseKnown") });

function readField(field: Field, raw: Raw): { content: Content; issues: Issue[] } {
  const given = texts(raw, field.id);
  const [text] = given;
  const none = { content: {}, issues: field.required ? [missing(field.id)] : [] };
  switch (field.kind) {
    case "short":
    case "long": {
      if (text === undefined) return none;
      const issue = lengthIssue(text, {
        min: field.min,
        limit: field.limit ?? (field.kind === "short" ? SHORT : LONG),
      });
      return { content: { [field.id]: text }, issues: issue ? [{ field: field.id, ...issue }] : [] };
    }
    case "email": {
      if (text === undefined) return none;
      const isAddress = v.is(v.pipe(v.string(), v.email(), v.maxLength(254)), text);
      const issue = { field: field.id, code: "not-email", text: message("form.notEmail") };
      return { content: { [field.id]: text }, issues: isAddress ? [] : [issue] };
    }
    case "number": {
      if (text === undefined) return none;
      const number = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
      const issue = numberIssue(field, number);
      return { content: number === undefined ? {} : { [field.id]: number }, issues: issue ? [issue] : [] };
    }
    case "choice":
      return text === undefined
        ? { content: {}, issues: field.required ? [unchosen(field.id)] : [] }
        : readChoice(field.id, field.options, text, raw);
    case "choices":
      return readChoices(field, given);
    case "yesno":
      if (text === undefined) return { content: {}, issues: field.required ? [unchosen(field.id)] : [] };
      return text === "yes" || text === "no"
        ? { content: { [field.id]: text === "yes" }, issues: [] }
        : { content: {}, issues: [unknown(field.id)] };
    case "statement":
      return text === undefined ? none : { content: { [field.id]: true }, issues: [] };
  }
}

function numberIssue(field: Extract<Field, { kind: "number" }>, number: number | undefined): Issue | undefined {
  const at = { field: field.id };
  if (number === undefined) return { ...at, code: "not-number", text: message("form.notNumber") };
  if (number < field.min) return { ...at, code: "below", text: message("form.below", { limit: field.min }) };
  if (number > field.max) return { ...at, code: "above", text: message("form.above", { limit: field.max }) };
  return undefined;
}

function readChoice(id: string, options: readonly Option[], value: string, raw: Raw) {
  const option = options.find((one) => one.value === value);
  if (!option) return { content: {}, issues: [unknown(id)] };
  const { reason } = option;
  if (!reason) return { content: { [id]: value }, issues: [] };
  const field = `${id}-reason`;
  const [text] = texts(raw, field);
  if (text === undefined) return { content: { [id]: value }, issues: reason.required ? [missing(field)] : [] };
  const issue = lengthIssue(text, { min: reason.required ? reason.min : undefined, limit: reason.limit ?? LONG });
  return { content: { [id]: value, [field]: text }, issues: issue ? [{ field, ...issue }] : [] };
}

function readChoices(field: Extract<Field, { kind: "choices" }>, given: string[]) {
  const known = field.options.map((option) => option.value);
  if (given.some((value) => !known.includes(value))) return { content: {}, issues: [unknown(field.id)] };
  const chosen = known.filter((value) => given.includes(value));
  if (chosen.length === 0) return { content: {}, issues: field.required ? [unchosen(field.id)] : [] };
  const most = field.atMost ?? known.length;
  const tooMany = { field: field.id, code: "above", text: message("form.above", { limit: most }) };
  return { content: { [field.id]: chosen }, issues: chosen.length > most ? [tooMany] : [] };
}

function totalIssue({ total, id }: Section, content: Content): Problem | undefined {
  if (!total) return undefined;
  const actual = total.of.reduce((sum, field) => sum + Number(content[field] ?? 0), 0);
  const [field] = total.of;
  if (actual <= total.atMost || field === undefined) return undefined;
  return { field, section: id, code: "sum", text: message("form.sum", { actual, limit: total.atMost }) };
}

/** Reads what a person with these parts sent. Fields that are not of the form, or not of her parts, are passed over. */
export function readAnswer(form: Form, parts: readonly string[], raw: Raw): Reading {
  const answer: Content = {};
  const problems: Problem[] = [];
  for (const section of sectionsFor(form, parts)) {
    const before = problems.length;
    for (const field of section.fields) {
      const { content, issues } = readField(field, raw);
      Object.assign(answer, content);
      problems.push(...issues.map((issue) => ({ ...issue, section: section.id })));
    }
    const sum = problems.length === before ? totalIssue(section, answer) : undefined;
    if (sum) problems.push(sum);
  }
  const large = largestField(form, parts, answer);
  if (large) problems.push(large);
  return problems.length === 0 ? { ok: true, answer } : { ok: false, problems };
}

function largestField(form: Form, parts: readonly string[], answer: Content): Problem | undefined {
  const sizes = Object.entries(answer).map(([field, value]) => ({
    field,
    size: Buffer.byteLength(JSON.stringify(value)),
  }));
  if (sizes.reduce((sum, { size }) => sum + size, 0) <= ANSWER_MOST) return undefined;
  const [largest] = sizes.toSorted((a, b) => b.size - a.size);
  if (!largest) return undefined;
  const section = sectionsFor(form, parts).find(({ fields }) => fields.some(({ id }) => largest.field.startsWith(id)));
  return { field: largest.field, section: section?.id ?? "", code: "too-large", text: message("form.tooLarge") };
}
