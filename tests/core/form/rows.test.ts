import { answerRows } from "@quorate/core/form";
import { plain } from "@quorate/core/i18n";
import { expect, test } from "vitest";
import { absentees, fields, formOf } from "./forms.ts";

test("a receipt names each vote with its answer, the reason with it", () => {
  const answer = { president: "confirm", plan: "object", "plan-reason": "Молим за септембар." };
  expect(answerRows(absentees, undefined, answer, "sr-Latn")).toMatchObject([
    { section: "president", label: "president", value: "Potvrđujem izbor" },
    { section: "plan", label: "plan", value: "Ulažem prigovor: Молим за септембар." },
  ]);
});

test("a receipt shows only what the person was asked and answered", () => {
  const answer = { president: "confirm", plan: "confirm" };
  expect(answerRows(absentees, ["plan", "deputy"], answer, "sr-Cyrl").map(({ label }) => label)).toEqual(["plan"]);
});

test("every kind of field is said in words", () => {
  const named = Object.values(fields).map((field) => ({ ...field, label: plain(field.kind) }));
  const answer = {
    ...{ name: "Јелена", why: "Зато.", address: "skola@primer.rs", present: 1200, president: "abstain" },
    ...{ topics: ["steam", "culture"], accept: false, read: true },
    ...{ born: "2028-02-29", useful: 4, proposed: "mem_2" },
  };
  expect(
    answerRows(formOf({ fields: named }), undefined, answer, "en").map(({ label, value }) => [label, value]),
  ).toEqual([
    ["short", "Јелена"],
    ["long", "Зато."],
    ["email", "skola@primer.rs"],
    ["number", "1,200"],
    ["choice", "Уздржавам се"],
    ["choices", "steam and culture"],
    ["date", "29\u00a0February 2028"],
    ["scale", "4"],
    ["person", "Члан 2"],
    ["yesno", "Не прихватам"],
    ["Део 1", "statement"],
  ]);
});
