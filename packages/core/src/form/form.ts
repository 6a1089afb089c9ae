import * as v from "valibot";
import { Text } from "../i18n/index.ts";
import { Condition, Field, namesOf, optionsOf } from "./field.ts";

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
  /** What people say to it in their own words, such as candidates. */
  statements: v.optional(v.array(v.object({ name: v.string(), words: v.string() }))),
  /** A document that is asked about, with its content hash in hex. */
  text: v.optional(v.object({ title: v.string(), body: v.string(), hash: v.string() })),
  /** All of it is asked only while this holds. */
  onlyIf: v.optional(Condition),
  fields: v.array(Field),
  /** The numbers of these fields together are at most so many. */
  total: v.optional(v.object({ of: v.array(v.string()), atMost: v.number(), label: Text })),
});
export type Section = v.InferOutput<typeof Section>;

/**
 * A form is data: one definition gives the schema of the answer, the accessible page, the receipt and the columns of an
 * export. A section is what one person may be asked and another not. Its names are checked: each is one field's only,
 * and none can mean anything else on a page or in an object. A condition looks back, at a choice that was offered before.
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
    /** What comes after the close is asked for all the same, and listed as late; elsewhere only a page that was open then sends it. */
    late: v.optional(v.boolean()),
    /** False: nothing of it is kept before it is sent, as for a secret ballot or an anonymous survey. */
    drafts: v.optional(v.boolean()),
    /** Whoever is asked may have a colleague answer in her place; never in a vote (asks 6). */
    passOn: v.optional(v.boolean()),
    /** A browser shows it only after the six digits that were sent to the address we know (asks 6). */
    code: v.optional(v.boolean()),
    sections: v.array(Section),
  }),
  v.check(({ sections }) => namesIn(sections).every(isName), "a name of letters, digits, - and _ that is free"),
  v.check(({ sections }) => areDifferent(namesIn(sections)), "every field has a name of its own"),
  v.check(({ sections }) => sections.flatMap(({ fields }) => fields).every(hasOptions), "options that differ"),
  v.check(({ sections }) => areMeetable(sections), "a condition on a choice that is offered before"),
);
export type Form = v.InferOutput<typeof Form>;

function namesIn(sections: readonly Section[]): string[] {
  return sections.flatMap(({ fields }) => fields.flatMap(namesOf));
}

/** Names that a page of ours has for itself. */
const taken = ["act", "change", "main", "page", "summary"];

function isName(name: string): boolean {
  return (
    /^[a-z][\w-]{0,99}$/i.test(name) &&
    !/-(?:hint|error|figures|when)$/.test(name) &&
    !taken.includes(name) &&
    !(name in {})
  );
}

function areDifferent(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

function hasOptions(field: Field): boolean {
  switch (field.kind) {
    case "choice":
    case "choices":
    case "person": {
      const values = field.options.map(({ value }) => value);
      return (
        values.length > 0 && areDifferent(values) && values.every((value) => /^[\p{L}\p{N}_-]{1,100}$/u.test(value))
      );
    }
    case "scale": {
      const { from, to } = field;
      return Number.isInteger(from) && Number.isInteger(to) && to > from && to - from <= MOST_STEPS;
    }
    case "short":
    case "long":
    case "email":
    case "number":
    case "date":
    case "yesno":
    case "statement":
      return true;
  }
}

/** As many steps as a row of points has room for: from 0 to 10. */
const MOST_STEPS = 10;

function areMeetable(sections: readonly Section[]): boolean {
  const offered = new Map<string, readonly string[]>();
  const isMeetable = (condition: Condition | undefined) =>
    !condition || condition.is.every((value) => offered.get(condition.field)?.includes(value));
  return sections.every((section) => {
    if (!isMeetable(section.onlyIf)) return false;
    return section.fields.every((field) => {
      if (!isMeetable(field.onlyIf)) return false;
      offered.set(
        field.id,
        optionsOf(field).map(({ value }) => value),
      );
      return true;
    });
  });
}

/** By which name a question is known outside its card: where it is alone there, by the card's title. */
export function questionOf(section: Section, field: Field): Text {
  return section.fields.length > 1 && field.kind !== "statement" ? field.label : section.title;
}

/** The question that a condition looks at, and the answers under which it holds, in words. */
export function conditionWords(form: Form, { field: id, is }: Condition): { question: Text; answers: Text[] } {
  for (const section of form.sections) {
    const field = section.fields.find((one) => one.id === id);
    if (!field) continue;
    const answers = optionsOf(field).filter(({ value }) => is.includes(value));
    return { question: questionOf(section, field), answers: answers.map(({ label }) => label) };
  }
  throw new Error(`the form ${form.id} asks nothing called ${id}`);
}

/** The sections that a person with these parts is asked; without parts, all. */
export function sectionsFor(form: Form, parts?: readonly string[]): Section[] {
  return form.sections.filter(({ id }) => parts === undefined || parts.includes(id));
}

/**
 * What of these sections is asked of somebody who answers so: without the fields and sections whose condition does not
 * hold. A condition on what is not asked itself does not hold.
 */
export function askedIn(sections: readonly Section[], answer: Readonly<Record<string, unknown>>): Section[] {
  const asked = new Set<string>();
  const holds = (condition: Condition | undefined) =>
    !condition || (asked.has(condition.field) && meets(condition, answer[condition.field]));
  return sections.flatMap((section) => {
    if (!holds(section.onlyIf)) return [];
    const fields = section.fields.filter((field) => {
      const isAsked = holds(field.onlyIf);
      if (isAsked) asked.add(field.id);
      return isAsked;
    });
    return [{ ...section, fields }];
  });
}

function meets({ is }: Condition, value: unknown): boolean {
  if (value === undefined) return false;
  return [value].flat().some((one) => is.includes(one === true ? "yes" : one === false ? "no" : String(one)));
}
