import * as v from "valibot";
import { message, plain, type Text } from "../i18n/index.ts";
import { canonical } from "../kit/index.ts";
import { dayParts, type Field, namesOf, optionsOf, reasonOf } from "./field.ts";
import { askedIn, type Form, type Section, sectionsFor } from "./form.ts";
import { answerSchema, type Content, clean, largestField, lengthOf, limitOf, ProblemCode, sumOf } from "./schema.ts";

/** What is wrong with one field, in words for the person. A field has one problem at a time. */
export type Problem = { field: string; section: string; code: ProblemCode; text: Text };

/** The fields of a form as a page sends them: text by name, several where several were ticked. */
export type Raw = Readonly<Record<string, string | string[]>>;

/** An answer that fits the form; or every problem with it, and all that was typed. */
export type Reading = { ok: true; answer: Content } | { ok: false; problems: Problem[]; typed: Raw };

/** What was typed so far into a form; or that it is too much to be kept. */
export type DraftReading = { ok: true; typed: Record<string, string | string[]> } | { ok: false; problems: Problem[] };

/**
 * Reads what a person with these parts sent. Fields that are not of the form, not of her parts, or not asked of somebody
 * who answers so, are passed over.
 */
export function readAnswer(form: Form, parts: readonly string[] | undefined, raw: Raw): Reading {
  const all = sectionsFor(form, parts);
  const sections = askedIn(all, givenIn(all, raw));
  return judge(form, parts, sections, raw);
}

/**
 * What of a page's fields belongs to this person's form, as it was typed; empty where nothing was. Nothing is judged but the
 * size: over 256 kB the largest field is the one problem.
 */
export function readDraft(form: Form, parts: readonly string[] | undefined, raw: Raw): DraftReading {
  const sections = sectionsFor(form, parts);
  const names = sections.flatMap(({ fields }) => fields.flatMap(namesOf));
  const typed = Object.fromEntries(
    names.flatMap((name) => (textsAt(raw, name).length > 0 ? [[name, valueAt(raw, name)]] : [])),
  );
  const large = largestField(typed);
  if (large === undefined) return { ok: true, typed };
  const issue = { field: large, code: "too-large" as const };
  return { ok: false, problems: sections.flatMap((section) => problemsIn(section, [issue], typed)) };
}

/** What was saved, question by question, as far as it is to be read as an answer: to be shown, never to be counted. */
export function draftContent(form: Form, parts: readonly string[] | undefined, typed: Raw): Content {
  const sections = sectionsFor(form, parts);
  return givenIn(askedIn(sections, givenIn(sections, typed)), typed);
}

/** What a page sent for these sections, as the answer's JSON would say it. */
function givenIn(sections: readonly Section[], raw: Raw): Given {
  return Object.fromEntries(sections.flatMap(({ fields }) => fields.flatMap((field) => valuesIn(field, raw))));
}

function judge(form: Form, parts: readonly string[] | undefined, sections: readonly Section[], raw: Raw): Reading {
  const given = givenIn(sections, raw);
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
  if (field.kind === "date") return dayIn(field.id, raw);
  const hasReason = optionsOf(field).some((option) => option.reason);
  const reason = hasReason ? textsAt(raw, reasonOf(field.id))[0] : undefined;
  const reasons: [string, string][] = reason === undefined ? [] : [[reasonOf(field.id), reason]];
  if (text === undefined) return reasons;
  switch (field.kind) {
    case "short":
    case "long":
    case "email":
      return [[field.id, text]];
    case "number":
      return [[field.id, numberIn(field, text)]];
    case "scale":
      return [[field.id, new Set(texts).size > 1 ? texts : /^-?\d{1,9}$/.test(text) ? Number(text) : text]];
    case "person":
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

/** A number as it was typed: its decimals after a comma or a point, a minus sign only where it may go below zero. */
function numberIn({ min, decimals = 0 }: Extract<Field, { kind: "number" }>, text: string): number | string {
  const [, sign = "", whole, fraction = ""] = /^([-−]?)(\d{1,15})(?:[.,](\d+))?$/.exec(text) ?? [];
  if (whole === undefined || (sign !== "" && min >= 0) || fraction.length > decimals) return text;
  return Number(`${sign && "-"}${whole}${fraction && `.${fraction}`}`) + 0;
}

/** The day in its three inputs, in ISO; what was typed in the order of ISO where it is no day; nothing where all are empty. */
function dayIn(field: string, raw: Raw): [name: string, value: string][] {
  const names = dayParts(field);
  const [day = "", month = "", year = ""] = [names.day, names.month, names.year].map((name) => textsAt(raw, name)[0]);
  if (day === "" && month === "" && year === "") return [];
  const two = (text: string) => (/^\d$/.test(text) ? `0${text}` : text);
  return [[field, `${year}-${two(month)}-${two(day)}`]];
}

function valueAt(raw: Raw, name: string): string | string[] {
  return (Object.hasOwn(raw, name) ? raw[name] : undefined) ?? [];
}

function textsAt(raw: Raw, name: string): string[] {
  return [valueAt(raw, name)]
    .flat()
    .map(clean)
    .filter((text) => text !== "");
}

type Issue = { field: string; code: ProblemCode };
type Given = Content;

/** The problems of a section in the order of its fields; figures are added up only when each is right by itself. */
function problemsIn(section: Section, issues: readonly Issue[], given: Given): Problem[] {
  const found = section.fields.flatMap((field) =>
    namesOf(field).flatMap((name) => {
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
  const isItself = issue.field === field.id;
  const isChosen = isItself && optionsOf(field).length > 0;
  const absent = !isChosen ? "required" : field.kind === "statement" ? "tick" : "choose";
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
      return message(chooseKey(field));
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
    case "not-number": {
      const decimals = field.kind === "number" ? (field.decimals ?? 0) : 0;
      return decimals > 0 ? message("form.notDecimal", { decimals }) : message("form.notNumber");
    }
    case "not-day":
      return message("form.notDay");
    case "too-early":
      return message("form.tooEarly", { day: dayText(field.kind === "date" ? field.min : undefined) });
    case "too-late":
      return message("form.tooLate", { day: dayText(field.kind === "date" ? field.max : undefined) });
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

function chooseKey({ kind }: Field) {
  if (kind === "choices") return "form.chooseSome";
  return kind === "person" ? "form.choosePerson" : "form.choose";
}

/** A calendar day as each reader says it. */
export function dayText(day: string | undefined): Text {
  return day === undefined ? plain("") : { moment: `${day}T12:00:00.000Z`, zone: "UTC", as: "fullDate" };
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
    case "date":
    case "scale":
    case "person":
    case "yesno":
    case "statement":
      return { min: 0, limit: 0 };
  }
}

/** An answer as the form's page would send it: to fill the form with, and read back to the same answer. */
export function asTyped(form: Form, answer: Content): Raw {
  const fields = form.sections.flatMap((section) => section.fields);
  return Object.fromEntries(
    Object.entries(answer).flatMap(([name, value]): [string, string | string[]][] => {
      if (Array.isArray(value)) return [[name, value]];
      const field = fields.find(({ id }) => id === name);
      if (field?.kind !== "date") return [[name, value === true ? "yes" : value === false ? "no" : String(value)]];
      const { day, month, year } = dayParts(name);
      const [years = "", months = "", days = ""] = String(value).split("-");
      return [
        [day, days],
        [month, months],
        [year, years],
      ];
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
