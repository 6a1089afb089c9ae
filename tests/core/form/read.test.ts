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
    ["choices", {}, ["topics choose: Choose one answer"]],
    ["choices", { topics: "" }, ["topics choose: Choose one answer"]],
    ["choices", { topics: ["steam", "maths"] }, ["topics unknown: Choose one of the answers offered"]],
    ["choices", { topics: "steam" }, ["topics too-few: Choose at least 2"]],
    ["choices", { topics: ["steam", "culture", "leadership", "inclusion"] }, ["topics too-many: Choose at most 3"]],
    ["choices", { topics: ["culture", "steam", "steam"] }, { topics: ["steam", "culture"] }],
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
