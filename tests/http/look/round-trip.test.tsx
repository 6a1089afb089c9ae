import { answerSchema, asTyped, type Content, type Field, type Form, readAnswer } from "@quorate/core/form";
import { locales } from "@quorate/core/i18n";
import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { FormContent } from "../../../packages/functions/src/pages/look/index.ts";
import { fields, formOf } from "../../core/form/forms.ts";
import { type Markup, markup } from "./markup.ts";

const words = fc.string({ unit: "grapheme", minLength: 10, maxLength: 20 }).filter((text) => text.trim().length >= 10);

/** A right value for a field, as it stands in an answer. */
function valueFor(field: Field): fc.Arbitrary<Content[string]> {
  switch (field.kind) {
    case "short":
    case "long":
      return words.map((text) => text.trim().slice(0, 20).trim().padEnd(10, "ш").normalize("NFC"));
    case "email":
      return fc.constantFrom("skola@primer.rs", "o'neil+x@school.example");
    case "number":
      return fc.integer({ min: field.min, max: field.max });
    case "date":
      return fc
        .date({ min: new Date("2026-01-10"), max: new Date("2028-12-31"), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10));
    case "scale":
      return fc.integer({ min: field.from, max: field.to });
    case "choice":
    case "person":
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case "choices":
      return fc.subarray(
        field.options.map(({ value }) => value),
        { minLength: field.atLeast ?? 1, maxLength: field.atMost ?? field.options.length },
      );
    case "yesno":
      return fc.boolean();
    case "statement":
      return fc.constant(true);
  }
}

/** A form with a field of every kind, in any order, some of them conditional, and an answer that fits it. */
const formAndAnswer = fc
  .record({
    order: fc.shuffledSubarray(Object.values(fields), { minLength: 3 }),
    required: fc.infiniteStream(fc.boolean()),
    gate: fc.boolean(),
    reason: words,
  })
  .chain(({ order, required, gate, reason }) => {
    const asked: Field[] = order.map((field, index) => {
      const isRequired = required.next().value ?? true;
      const onlyIf = gate && index > 0 ? { onlyIf: { field: "gate", is: ["no"] } } : {};
      return { ...field, required: isRequired, ...onlyIf };
    });
    const gated: Field = { ...fields.yesno, id: "gate" };
    const form = formOf(
      { fields: [gated] },
      ...asked.map((field) => ({ fields: [field, { ...fields.scale, id: `${field.id}-2` }] })),
    );
    const all = form.sections.flatMap((section) => section.fields);
    return fc.tuple(...all.map((field) => valueFor(field))).map((values) => {
      const answer = Object.fromEntries(all.map(({ id }, index) => [id, values[index]]));
      return { form, raw: { ...answer, "president-reason": reason.trim().padEnd(10, "ш").normalize("NFC") } };
    });
  })
  .map(({ form, raw }) => ({ form, answer: v.safeParse(answerSchema(form), raw) }))
  .filter(({ answer }) => answer.success);

const unescaped = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** What a browser sends of a page as it stands: the successful controls, by HTML's rules. */
function sentFrom({ html, elements }: Markup): Record<string, string[]> {
  const sent: Record<string, string[]> = {};
  const add = (name: string, value: string) => {
    sent[name] = [...(sent[name] ?? []), unescaped(value)];
  };
  let list = "";
  for (const { tag, attributes, at } of elements) {
    const name = attributes.get("name") ?? "";
    const value = attributes.get("value") ?? "";
    if (tag === "select") list = name;
    if (tag === "option" && attributes.has("selected")) add(list, value);
    if (tag === "textarea") {
      const from = html.indexOf(">", at) + 1;
      // A browser drops the line feed that a textarea begins with.
      add(name, html.slice(from, html.indexOf("</textarea>", from)).replace(/^\n/, ""));
    }
    if (tag !== "input") continue;
    const isTicked = /^(?:radio|checkbox)$/.test(attributes.get("type") ?? "");
    if (!isTicked || attributes.has("checked")) add(name, value);
  }
  return sent;
}

const page = (form: Form, answer: Content, locale: (typeof locales)[number]) =>
  markup(
    <FormContent
      {...{ locale, form, typed: asTyped(form, answer), problems: [], action: "/a/x", facts: [], button: "Send" }}
    />,
  );

test("for any form and any answer that fits it: what the page shows can be sent, and is read as the same answer", async () => {
  await fc.assert(
    fc.asyncProperty(formAndAnswer, fc.constantFrom(...locales), async ({ form, answer }, locale) => {
      if (!answer.success) return;
      const sent = sentFrom(await page(form, answer.output, locale));
      expect(readAnswer(form, undefined, sent)).toEqual({ ok: true, answer: answer.output });
    }),
    { numRuns: 150 },
  );
});

test("an empty form sends nothing that anybody has chosen", async () => {
  const form = formOf({ fields: Object.values(fields) });
  const sent = sentFrom(await page(form, {}, "sr-Cyrl"));
  expect(Object.values(sent).flat().join("")).toBe("");
});
