import * as v from "valibot";
import { message, type Text } from "../i18n/index.ts";
import { canonical } from "../kit/index.ts";
import { type Field, type Form, optionsOf, reasonOf, type Section, sectionsFor } from "./form.ts";
import { answerSchema, type Content, clean, largestField, lengthOf, limitOf, ProblemCode, sumOf } from "./schema.ts";

/** What is wrong with one field, in words for the person. A field has one problem at a time. */
export type Problem = { field: string; section: string; code: ProblemCode; text: Text };

/** The fields of a form as a page sends them: text by name, several where several were ticked. */
export type Raw = Readonly<Record<string, string | string[]>>;

/** An answer that fits the form; or every problem with it, and all that was typed. */
export type Reading = { ok: true; answer: Content } | { ok: false; problems: Problem[]; typed: Raw };

/** Reads what a person with these parts sent. Fields that are not of the form, or not of her parts, are passed over. */
export function readAnswer(form: Form, parts: readonly string[] | undefined, raw: Raw): Reading {
  const sections = sectionsFor(form, parts);
  const given = Object.fromEntries(sections.flatMap(({ fields }) => fields.flatMap((field) => valuesIn(field, raw))));
  const result = v.safeParse(answerSchema(form, parts), given);
  const large = largestField(given);
  if (result.success && large === undefined) return { ok: true, answer: result.output };
  const issues = (result.issues ?? []).map((issue) => ({
    field: String(issue.path?.[0]?.key ?? ""),
    code: v.is(ProblemCode, issue.message) ? issue.message : ("required" as const),
  }));
  const all = large === undefined ? issues : [...issues, { field: large, code: "too-large" as const }];
  const problems = sections.flatMap((section) => problemsIn(section, all, given));
  return { ok: false, problems, typed: raw };
}

/** What a page sent for a field, as the answer's JSON would say it; nothing where nothing was typed or chosen. */
function valuesIn(field: Field, raw: Raw): [name: string, value: string | number | boolean | string[]][] {
  const texts = textsAt(raw, field.id);
  const [text] = texts;
  const reason = optionsOf(field).length > 0 ? textsAt(raw, reasonOf(field.id))[0] : undefined;
  const reasons: [string, string][] = reason === undefined ? [] : [[reasonOf(field.id), reason]];
  if (text === undefined) return reasons;
  switch (field.kind) {
    case "short":
    case "long":
    case "email":
      return [[field.id, text]];
    case "number":
      return [[field.id, /^\d{1,15}$/.test(text) ? Number(text) : text]];
    case "choice":
      return [[field.id, new Set(texts).size === 1 ? text : texts], ...reasons];
    case "choices":
      return [[field.id, texts]];
    case "yesno":
      return [[field.id, text === "yes" ? true : text === "no" ? false : text]];
    case "statement":
      return [[field.id, text === "yes"]];
  }
}

function textsAt(raw: Raw, name: string): string[] {
  const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
  return [value ?? []]
    .flat()
    .map(clean)
    .filter((text) => text !== "");
}

type Issue = { field: string; code: ProblemCode };
type Given = Readonly<Record<string, unknown>>;

/** The problems of a section in the order of its fields; figures are added up only when each is right by itself. */
function problemsIn(section: Section, issues: readonly Issue[], given: Given): Problem[] {
  const found = section.fields.flatMap((field) =>
    [field.id, reasonOf(field.id)].flatMap((name) => {
      const issue = issues.find((one) => one.field === name && one.code !== "sum");
      return issue ? [problemOf(section, field, issue, given)] : [];
    }),
  );
  if (found.length > 0) return found;
  return section.fields.flatMap((field) => {
    const issue = issues.find((one) => one.field === field.id);
    return issue ? [problemOf(section, field, issue, given)] : [];
  });
}

function problemOf(section: Section, field: Field, issue: Issue, given: Given): Problem {
  const isGroup = field.kind === "choice" || field.kind === "choices" || field.kind === "yesno";
  const isItself = issue.field === field.id;
  const absent = isItself && isGroup ? "choose" : isItself && field.kind === "statement" ? "tick" : "required";
  const code = issue.code === "required" ? absent : issue.code;
  return { field: issue.field, section: section.id, code, text: words(section, field, { ...issue, code }, given) };
}

/** The problem in words, with its numbers: how many are allowed, and how many there are now. */
function words(section: Section, field: Field, { field: name, code }: Issue, given: Given): Text {
  const { min, limit } = limitsOf(field, name, given);
  const value = given[name];
  const actual = typeof value === "string" ? lengthOf(value) : 0;
  switch (code) {
    case "required":
      return message("form.required");
    case "choose":
      return message("form.choose");
    case "unknown":
      return message("form.chooseKnown");
    case "tick":
      return message("form.tick");
    case "too-few":
      return message("form.chooseAtLeast", { limit: min });
    case "too-many":
      return message("form.chooseAtMost", { limit });
    case "too-long":
      return message("form.tooLong", { limit, actual });
    case "too-short":
      return message("form.tooShort", { limit: min, actual });
    case "not-email":
      return message("form.notEmail");
    case "not-number":
      return message("form.notNumber");
    case "below":
      return message("form.below", { limit: min });
    case "above":
      return message("form.above", { limit });
    case "sum": {
      const total = section.total ?? { of: [], atMost: 0 };
      return message("form.sum", { actual: sumOf(total.of, given), limit: total.atMost });
    }
    case "too-large":
      return message("form.tooLarge");
  }
}

function limitsOf(field: Field, name: string, given: Given): { min: number; limit: number } {
  switch (field.kind) {
    case "short":
    case "long":
      return { min: field.min ?? 0, limit: limitOf(field.kind, field) };
    case "number":
      return { min: field.min, limit: field.max };
    case "choices":
      return { min: field.atLeast ?? 1, limit: field.atMost ?? field.options.length };
    case "choice": {
      const reason = field.options.find(({ value }) => value === given[field.id])?.reason;
      return name === field.id || !reason
        ? { min: 0, limit: 0 }
        : { min: reason.min ?? 0, limit: limitOf("long", reason) };
    }
    case "email":
    case "yesno":
    case "statement":
      return { min: 0, limit: 0 };
  }
}

/** An answer as the form's page would send it: to fill the form with, and read back to the same answer. */
export function asTyped(answer: Content): Raw {
  return Object.fromEntries(
    Object.entries(answer).map(([field, value]) => {
      if (Array.isArray(value)) return [field, value];
      return [field, value === true ? "yes" : value === false ? "no" : String(value)];
    }),
  );
}

/** The fields in which two answers differ, answered in one only or answered otherwise. */
export function changedFields(a: Content, b: Content): string[] {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  const said = (answer: Content, field: string) =>
    Object.hasOwn(answer, field) ? canonical(answer[field]) : undefined;
  return [...fields].filter((field) => said(a, field) !== said(b, field));
}
