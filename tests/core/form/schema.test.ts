import { answerSchema, asTyped, changedFields, type Field, Form, type Option, readAnswer } from "@quorate/core/form";
import { plain } from "@quorate/core/i18n";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { absentees, fields, formOf } from "./forms.ts";

describe("the answer as JSON", () => {
  const every = formOf({ fields: Object.values(fields) });
  const right = {
    ...{ name: "Јелена", why: "Зато што треба.", address: "skola@primer.rs", present: 18, president: "confirm" },
    ...{ topics: ["steam", "culture"], accept: false, read: true },
    ...{ born: "2028-02-29", useful: 4, proposed: "mem_2" },
  };

  test("an answer with every kind of field is taken as it is", () => {
    expect(v.parse(answerSchema(every), right)).toEqual(right);
  });

  test.each([
    ["required", { ...right, name: undefined }],
    ["required", { ...right, name: 7 }],
    ["not-number", { ...right, present: "18" }],
    ["not-number", { ...right, present: 1.5 }],
    ["below", { ...right, present: -1 }],
    ["choose", { ...right, president: ["confirm"] }],
    ["choose", { ...right, topics: "steam" }],
    ["unknown", { ...right, accept: "yes" }],
    ["tick", { ...right, read: false }],
    ["required", { ...right, president: "object" }],
    ["not-day", { ...right, born: "2027-02-29" }],
    ["not-day", { ...right, born: "29.2.2028" }],
    ["required", { ...right, born: 2028 }],
    ["too-early", { ...right, born: "2026-01-09" }],
    ["too-late", { ...right, born: "2029-01-01" }],
    ["choose", { ...right, useful: "4" }],
    ["unknown", { ...right, useful: 2.5 }],
    ["unknown", { ...right, useful: 6 }],
    ["unknown", { ...right, proposed: "mem_9" }],
  ])("says %s where a value is wrong", (code, answer) => {
    const result = v.safeParse(answerSchema(every), answer);
    expect(result.issues?.map(({ message }) => message)).toEqual([code]);
  });

  test("only the sections that a person is asked belong to it", () => {
    const raw = { president: "confirm", deputy: "object", plan: "abstain" };
    expect(v.parse(answerSchema(absentees, ["plan"]), raw)).toEqual({ plan: "abstain" });
    expect(v.parse(answerSchema(absentees, []), raw)).toEqual({});
    expect(v.parse(answerSchema(absentees), raw)).toEqual(raw);
  });

  test("an answer over 256 kB is refused at its largest field", () => {
    const form = formOf({ fields: [{ ...fields.long, limit: 400_000 }] });
    const result = v.safeParse(answerSchema(form), { why: "ш".repeat(150_000) });
    expect(result.issues?.map((issue) => [v.getDotPath(issue), issue.message])).toEqual([["why", "too-large"]]);
  });
});

describe("a form made by hand", () => {
  test.each(["__proto__", "constructor", "toString", "page", "act", "summary", "a b", "", "vote-hint", "1st"])(
    "has no field called %j",
    (id) => {
      expect(v.is(Form, formOf({ fields: [{ ...fields.short, id }] }))).toBe(false);
    },
  );

  test("has no two fields of one name, the reason's among them", () => {
    const short = (id: string): Field => ({ ...fields.short, id });
    expect(v.is(Form, formOf({ fields: [short("a")] }, { fields: [short("a")] }))).toBe(false);
    expect(v.is(Form, formOf({ fields: [fields.choice, short("president-reason")] }))).toBe(false);
    expect(v.is(Form, formOf({ fields: [fields.yesno, short("accept-reason")] }))).toBe(true);
  });

  test("offers options that differ", () => {
    const choice = (...values: string[]): Field => {
      const options: Option[] = values.map((value) => ({ value, label: plain(value) }));
      return { ...fields.choice, options };
    };
    expect(v.is(Form, formOf({ fields: [choice("a", "a")] }))).toBe(false);
    expect(v.is(Form, formOf({ fields: [choice()] }))).toBe(false);
    expect(v.is(Form, formOf({ fields: [choice("a b")] }))).toBe(false);
    expect(v.is(Form, formOf({ fields: [choice("да", "не")] }))).toBe(true);
  });
});

describe("a condition", () => {
  const conditional = (onlyIf: Field["onlyIf"]): Form =>
    formOf({ fields: [fields.yesno, { ...fields.short, onlyIf }] });

  test("looks back, at an answer that is offered there", () => {
    expect(v.is(Form, conditional({ field: "accept", is: ["no"] }))).toBe(true);
    expect(v.is(Form, conditional({ field: "accept", is: ["maybe"] }))).toBe(false);
    expect(v.is(Form, conditional({ field: "accept", is: [] }))).toBe(false);
    expect(v.is(Form, conditional({ field: "name", is: ["x"] }))).toBe(false);
    expect(v.is(Form, conditional({ field: "nowhere", is: ["x"] }))).toBe(false);
    const later = formOf({ fields: [{ ...fields.short, onlyIf: { field: "accept", is: ["no"] } }, fields.yesno] });
    expect(v.is(Form, later)).toBe(false);
    const section = formOf(
      { fields: [fields.scale] },
      { fields: [fields.short], onlyIf: { field: "useful", is: ["1"] } },
    );
    expect(v.is(Form, section)).toBe(true);
  });

  test("that does not hold takes the field out of the answer as JSON", () => {
    const form = conditional({ field: "accept", is: ["no"] });
    expect(v.parse(answerSchema(form), { accept: true, name: "Јелена" })).toEqual({ accept: true });
    expect(v.parse(answerSchema(form), { accept: false, name: "Јелена" })).toEqual({ accept: false, name: "Јелена" });
    expect(v.is(answerSchema(form), { accept: false })).toBe(false);
    expect(v.is(answerSchema(form), "no object")).toBe(false);
  });
});

test.each([
  [1, 1],
  [1.5, 3],
  [0, 11],
])("a scale from %s to %s is none", (from, to) => {
  expect(v.is(Form, formOf({ fields: [{ ...fields.scale, from, to }] }))).toBe(false);
});

const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });

/** A field of any kind with a name of its own, and something that a page may send for it, right or wrong. */
const anyField = (id: string): fc.Arbitrary<{ field: Field; raw: Record<string, string | string[]> }> =>
  fc
    .record({ kind: fc.constantFrom(...Object.values(fields)), required: fc.boolean(), reason: word, typed: word })
    .chain(({ kind, required, reason, typed }) => {
      const values = "options" in kind ? kind.options.map(({ value }) => value) : ["yes", "no"];
      const value = fc.oneof(
        fc.constant(typed),
        fc.constantFrom(...values),
        fc.subarray(values),
        fc.integer({ min: 0, max: 30 }).map(String),
        fc.constant("skola@primer.rs"),
        fc.constantFrom("mem_1", "mem_3"),
      );
      const part = (min: number, max: number) => fc.integer({ min, max }).map(String);
      return fc.tuple(value, part(1, 31), part(1, 12), part(2026, 2028)).map(([sent, day, month, year]) => ({
        field: { ...kind, id, required },
        raw: {
          ...{ [id]: sent, [`${id}-reason`]: reason },
          ...{ [`${id}-day`]: day, [`${id}-month`]: month, [`${id}-year`]: year },
        },
      }));
    });

const anyForm = fc.tuple(...["a", "b", "c", "d"].map(anyField)).map((all) => ({
  form: formOf(...all.map(({ field }) => ({ fields: [field] }))),
  raw: Object.assign({}, ...all.map(({ raw }) => raw)),
}));

describe("for any form and anything sent", () => {
  test("an answer that was read is read again from the form filled with it", () => {
    fc.assert(
      fc.property(anyForm, ({ form, raw }) => {
        const reading = readAnswer(form, undefined, raw);
        fc.pre(reading.ok);
        const again = readAnswer(form, undefined, asTyped(form, reading.answer));
        expect(again).toEqual(reading);
        expect(v.parse(answerSchema(form), reading.answer)).toEqual(reading.answer);
        expect(changedFields(reading.answer, reading.answer)).toEqual([]);
      }),
      { numRuns: 100, maxSkipsPerRun: 500 },
    );
  });

  test("every problem stands at a field of the form, and nothing typed is lost", () => {
    fc.assert(
      fc.property(anyForm, ({ form, raw }) => {
        const reading = readAnswer(form, undefined, raw);
        if (reading.ok) return;
        expect(reading.typed).toEqual(raw);
        for (const { field, section } of reading.problems) {
          const [asked] = form.sections.find(({ id }) => id === section)?.fields ?? [];
          expect([asked?.id, `${asked?.id}-reason`]).toContain(field);
        }
        expect(new Set(reading.problems.map(({ field }) => field)).size).toBe(reading.problems.length);
      }),
    );
  });
});

test("two answers differ in what was answered otherwise, and in what one of them left out", () => {
  const stored = { president: "confirm", topics: ["steam"], "deputy-reason": "разлог" };
  const yours = { topics: ["steam"], president: "object", "president-reason": "разлог", constructor: "x" };
  expect(changedFields(stored, yours)).toEqual(["president", "deputy-reason", "president-reason", "constructor"]);
});
