import { type Field, readAnswer } from "@quorate/core/form";
import { textIn } from "@quorate/core/i18n";
import { describe, expect, test } from "vitest";
import { absentees, fields, formOf } from "./forms.ts";

type Raw = Record<string, string | string[]>;

/** What a person reads when a form with this one field is sent: `ok`, or the code and the words. */
function sent(field: Field, raw: Raw) {
  const reading = readAnswer(formOf({ fields: [field] }), undefined, raw);
  if (reading.ok) return reading.answer;
  return reading.problems.map((problem) => `${problem.field} ${problem.code}: ${textIn("en", problem.text)}`);
}

const day = (day: string, month: string, year: string): Raw => ({
  ...{ "born-day": day, "born-month": month, "born-year": year },
});
const NOT_DAY = "Enter a day that exists: the day, the month and the year in four digits";

describe("every kind of field, sent missing, empty, too long, wrong and right", () => {
  const table: [kind: Field["kind"], raw: Raw, outcome: object][] = [
    ["short", {}, ["name required: Please fill this in"]],
    ["short", { name: " \r\n " }, ["name required: Please fill this in"]],
    ["short", { name: "x".repeat(21) }, ["name too-long: Shorten this to 20 characters; now it has 21"]],
    ["short", { name: "x" }, ["name too-short: Write at least 2 characters; now there are 1"]],
    ["short", { name: "  Јелена  " }, { name: "Јелена" }],
    ["long", {}, ["why required: Please fill this in"]],
    ["long", { why: "" }, ["why required: Please fill this in"]],
    ["long", { why: "ш".repeat(319) }, ["why too-long: Shorten this to 300 characters; now it has 319"]],
    ["long", { why: "кратко" }, ["why too-short: Write at least 10 characters; now there are 6"]],
    ["long", { why: "први ред\r\nдруги ред\rтрећи " }, { why: "први ред\nдруги ред\nтрећи" }],
    ["email", {}, ["address required: Please fill this in"]],
    ["email", { address: " " }, ["address required: Please fill this in"]],
    [
      "email",
      { address: `${"a".repeat(250)}@x.rs` },
      ["address not-email: Enter an e-mail address, for example name@school.example"],
    ],
    ["email", { address: "skola" }, ["address not-email: Enter an e-mail address, for example name@school.example"]],
    ["email", { address: " skola@primer.rs " }, { address: "skola@primer.rs" }],
    ["number", {}, ["present required: Please fill this in"]],
    ["number", { present: "" }, ["present required: Please fill this in"]],
    ["number", { present: "9".repeat(16) }, ["present not-number: Enter a whole number"]],
    ["number", { present: "999999999999" }, ["present above: Enter at most 27"]],
    ["number", { present: "-1" }, ["present not-number: Enter a whole number"]],
    ["number", { present: "1.5" }, ["present not-number: Enter a whole number"]],
    ["number", { present: "1e1" }, ["present not-number: Enter a whole number"]],
    ["number", { present: "١٨" }, ["present not-number: Enter a whole number"]],
    ["number", { present: "XVIII" }, ["present not-number: Enter a whole number"]],
    ["number", { present: "0" }, ["present below: Enter at least 1"]],
    ["number", { present: "28" }, ["present above: Enter at most 27"]],
    ["number", { present: " 018 " }, { present: 18 }],
    ["choice", {}, ["president choose: Choose one answer"]],
    ["choice", { president: "" }, ["president choose: Choose one answer"]],
    ["choice", { president: "constructor" }, ["president unknown: Choose one of the answers offered"]],
    ["choice", { president: ["confirm", "abstain"] }, ["president choose: Choose one answer"]],
    ["choice", { president: "confirm" }, { president: "confirm" }],
    ["choice", { president: "object" }, ["president-reason required: Please fill this in"]],
    [
      "choice",
      { president: "object", "president-reason": "не" },
      ["president-reason too-short: Write at least 10 characters; now there are 2"],
    ],
    [
      "choice",
      { president: "object", "president-reason": "н".repeat(319) },
      ["president-reason too-long: Shorten this to 300 characters; now it has 319"],
    ],
    [
      "choice",
      { president: "object", "president-reason": "Требало је позвати." },
      { president: "object", "president-reason": "Требало је позвати." },
    ],
    ["choices", {}, ["topics choose: Choose at least one answer"]],
    ["choices", { topics: "" }, ["topics choose: Choose at least one answer"]],
    ["choices", { topics: ["steam", "maths"] }, ["topics unknown: Choose one of the answers offered"]],
    ["choices", { topics: "steam" }, ["topics too-few: Choose at least 2"]],
    ["choices", { topics: ["steam", "culture", "leadership", "inclusion"] }, ["topics too-many: Choose at most 3"]],
    ["choices", { topics: ["culture", "steam", "steam"] }, { topics: ["steam", "culture"] }],
    ["date", {}, ["born required: Please fill this in"]],
    ["date", day("", "", ""), ["born required: Please fill this in"]],
    ["date", day("20", "", "2026"), [`born not-day: ${NOT_DAY}`]],
    ["date", day("31", "4", "2026"), [`born not-day: ${NOT_DAY}`]],
    ["date", day("20", "3", "26"), [`born not-day: ${NOT_DAY}`]],
    ["date", day("9", "1", "2026"), ["born too-early: Enter a day from 10\u00a0January 2026 on"]],
    ["date", day("1", "1", "2029"), ["born too-late: Enter a day up to 31\u00a0December 2028"]],
    ["date", day(" 9 ", "02", "2026"), { born: "2026-02-09" }],
    ["scale", {}, ["useful choose: Choose one answer"]],
    ["scale", { useful: "6" }, ["useful unknown: Choose one of the answers offered"]],
    ["scale", { useful: ["1", "2"] }, ["useful choose: Choose one answer"]],
    ["scale", { useful: "five" }, ["useful choose: Choose one answer"]],
    ["scale", { useful: "5" }, { useful: 5 }],
    ["person", {}, ["proposed choose: Choose one person"]],
    ["person", { proposed: "" }, ["proposed choose: Choose one person"]],
    ["person", { proposed: "mem_4" }, ["proposed unknown: Choose one of the answers offered"]],
    ["person", { proposed: "mem_3" }, { proposed: "mem_3" }],
    ["yesno", {}, ["accept choose: Choose one answer"]],
    ["yesno", { accept: "" }, ["accept choose: Choose one answer"]],
    ["yesno", { accept: "maybe" }, ["accept unknown: Choose one of the answers offered"]],
    ["yesno", { accept: "yes" }, { accept: true }],
    ["yesno", { accept: "no" }, { accept: false }],
    ["statement", {}, ["read tick: Please tick this"]],
    ["statement", { read: "" }, ["read tick: Please tick this"]],
    ["statement", { read: "no" }, ["read tick: Please tick this"]],
    ["statement", { read: "yes" }, { read: true }],
  ];
  test.each(table)("%s %j", (kind, raw, outcome) => {
    expect(sent(fields[kind], raw)).toEqual(outcome);
  });

  test.each(Object.keys(fields) as Field["kind"][])("%s may be left out where it is not required", (kind) => {
    expect(sent({ ...fields[kind], required: false }, {})).toEqual({});
    expect(sent({ ...fields[kind], required: false }, { [fields[kind].id]: "  " })).toEqual({});
  });

  const hours: Field = { ...fields.number, min: -10, max: 10, decimals: 1 };
  test.each<[string, object]>([
    ["7,5", { present: 7.5 }],
    ["7.5", { present: 7.5 }],
    ["-2,5", { present: -2.5 }],
    ["−0", { present: 0 }],
    ["7,25", ["present not-number: Enter a number with at most 1 digit after the point"]],
    ["7,", ["present not-number: Enter a number with at most 1 digit after the point"]],
    ["-10,1", ["present below: Enter at least -10"]],
  ])("a number with decimals and below zero: %s", (typed, outcome) => {
    expect(sent(hours, { present: typed })).toEqual(outcome);
  });
});

describe("what is asked only under a condition", () => {
  const accept = fields.yesno;
  const why: Field = { ...fields.long, onlyIf: { field: "accept", is: ["no"] } };
  const form = formOf(
    { fields: [accept, why] },
    {
      fields: [fields.scale, { ...fields.short, onlyIf: { field: "useful", is: ["1", "2"] } }],
      onlyIf: { field: "accept", is: ["yes"] },
    },
  );
  const told = (raw: Raw) => {
    const reading = readAnswer(form, undefined, raw);
    return reading.ok ? reading.answer : reading.problems.map(({ field, code }) => `${field} ${code}`);
  };

  test("is required while it holds, and only then", () => {
    expect(told({ accept: "no" })).toEqual(["why required"]);
    expect(told({ accept: "no", why: "Немам времена." })).toEqual({ accept: false, why: "Немам времена." });
    expect(told({ accept: "yes", useful: "5" })).toEqual({ accept: true, useful: 5 });
    expect(told({ accept: "yes", useful: "2" })).toEqual(["name required"]);
  });

  test("is passed over with all that was typed while it does not hold, however wrong or large it is", () => {
    const raw = { accept: "yes", why: "x".repeat(300_000), useful: "5", name: "x".repeat(50) };
    expect(told(raw)).toEqual({ accept: true, useful: 5 });
    expect(told({ accept: "no", why: "Немам времена.", useful: "9" })).toEqual({
      accept: false,
      why: "Немам времена.",
    });
  });

  test("does not hold where what it looks at is not asked itself, or not answered", () => {
    expect(told({ accept: "no", why: "Немам времена.", useful: "1", name: "Јелена" })).not.toHaveProperty("name");
    expect(told({ useful: "1", name: "Јелена" })).toEqual(["accept choose"]);
    expect(readAnswer(form, ["s2"], { accept: "yes", useful: "1", name: "Јелена" })).toEqual({ ok: true, answer: {} });
  });
});

describe("reading what a person sent", () => {
  test("texts have 200 and 4000 characters at most where the form says nothing else", () => {
    const { limit: _, min: __, ...short } = fields.short;
    const { limit: ___, min: ____, ...long } = fields.long;
    expect(sent(short, { name: "x".repeat(200) })).toEqual({ name: "x".repeat(200) });
    expect(sent(short, { name: "x".repeat(201) })).toHaveLength(1);
    expect(sent(long, { why: "x".repeat(4000) })).toEqual({ why: "x".repeat(4000) });
    expect(sent(long, { why: "x".repeat(4001) })).toHaveLength(1);
  });

  test("a character is what a person counts: not a byte, and č written in two parts is one", () => {
    expect(sent(fields.short, { name: "🙂".repeat(20) })).toEqual({ name: "🙂".repeat(20) });
    expect(sent(fields.short, { name: "c\u030c".repeat(20) })).toEqual({ name: "č".repeat(20) });
  });

  test("all problems are told at once, in the order of the form, and everything typed is still there", () => {
    const raw = { president: "confirm", plan: "object", "plan-reason": "н".repeat(319), "deputy-reason": "остаје" };
    const reading = readAnswer(absentees, undefined, raw);
    expect(reading).toMatchObject({ ok: false, typed: raw });
    expect(
      !reading.ok &&
        reading.problems.map(({ section, field, code, text }) => [section, field, code, textIn("sr-Cyrl", text)]),
    ).toEqual([
      ["deputy", "deputy", "choose", "Изаберите један одговор"],
      ["plan", "plan-reason", "too-long", "Скратите текст на 300 знакова, сада их има 319"],
    ]);
  });

  test("a reason belongs to the answer only while its option is chosen", () => {
    const raw = { president: "confirm", "president-reason": "предомислила сам се", deputy: "object", plan: "abstain" };
    expect(readAnswer(absentees, undefined, raw)).toEqual({
      ok: true,
      answer: { president: "confirm", deputy: "object", plan: "abstain" },
    });
  });

  test("a member who was present for items 1 and 2 is asked about item 3 only", () => {
    expect(readAnswer(absentees, ["plan"], { plan: "confirm" })).toEqual({ ok: true, answer: { plan: "confirm" } });
    const all = { president: "object", deputy: "confirm", plan: "confirm" };
    expect(readAnswer(absentees, ["plan"], all)).toEqual({ ok: true, answer: { plan: "confirm" } });
    expect(readAnswer(absentees, [], all)).toEqual({ ok: true, answer: {} });
  });

  test("a form of texts alone asks nothing", () => {
    const text = { ...fields.statement, required: false };
    expect(sent(text, { read: "yes" })).toEqual({});
  });

  test("fields that are not of the form are passed over, whatever they are called", () => {
    const raw = JSON.parse(
      `{"__proto__": "x", "constructor": "y", "toString": ["z"], "hasOwnProperty": "w", "act": "send", "president": "confirm"}`,
    );
    const reading = readAnswer(absentees, ["president"], raw);
    expect(reading).toEqual({ ok: true, answer: { president: "confirm" } });
    expect(Object.getPrototypeOf(reading.ok && reading.answer)).toBe(Object.prototype);
    expect(readAnswer(absentees, ["president"], JSON.parse(`{"__proto__": {"president": "confirm"}}`)).ok).toBe(false);
  });

  test("the figures of a vote together are at most the present; each figure is first right by itself", () => {
    const number = { ...fields.number, min: 0, max: 18 };
    const form = formOf({
      fields: ["for", "against", "abstain"].map((id) => ({ ...number, id })),
      total: { of: ["for", "against", "abstain"], atMost: 18, label: fields.number.label },
    });
    const told = (raw: Raw) => {
      const reading = readAnswer(form, undefined, raw);
      return reading.ok ? reading.answer : reading.problems.map(({ field, text }) => [field, textIn("en", text)]);
    };
    expect(told({ for: "17", against: "0", abstain: "1" })).toEqual({ for: 17, against: 0, abstain: 1 });
    expect(told({ for: "17", against: "1", abstain: "1" })).toEqual([
      ["for", "The figures do not add up: together 19, at most 18 were present"],
    ]);
    expect(told({ for: "17", against: "19", abstain: "" })).toEqual([
      ["against", "Enter at most 18"],
      ["abstain", "Please fill this in"],
    ]);
  });

  test("an answer over 256 kB names its largest field", () => {
    const long = { ...fields.long, limit: 300_000, min: 0 };
    const form = formOf(
      {
        fields: [
          { ...long, id: "a" },
          { ...long, id: "b" },
        ],
      },
      { fields: [{ ...long, id: "c" }] },
    );
    const third = 256 * 1024 - 200_000;
    const reading = readAnswer(form, undefined, { a: "x".repeat(50_000), b: "ш".repeat(75_000), c: "y".repeat(third) });
    expect(!reading.ok && reading.problems).toMatchObject([{ field: "b", section: "s1", code: "too-large" }]);
    expect(readAnswer(form, undefined, { a: "x", b: "ш".repeat(75_000), c: "y".repeat(third) }).ok).toBe(true);
  });

  test("a text that is too long and too large is told once", () => {
    expect(sent(fields.long, { why: "x".repeat(300_000) })).toHaveLength(1);
  });
});
