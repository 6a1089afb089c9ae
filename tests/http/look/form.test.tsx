import { type Field, Form, readAnswer } from "@quorate/core/form";
import { type Locale, locales, plain } from "@quorate/core/i18n";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { CheckAnswers, FormContent, Page } from "../../../packages/functions/src/pages/look/index.ts";
import { fields, formOf } from "../../core/form/forms.ts";
import { absenteeForm, unfinished } from "./absentee.ts";
import { faults, having, markup, tagged, textOf } from "./markup.ts";

type Typed = Record<string, string | string[]>;

async function shown(
  form: Form,
  typed: Typed = {},
  more: { locale?: Locale; parts?: string[]; isSent?: boolean } = {},
) {
  const { locale = "sr-Cyrl", parts, isSent } = more;
  const reading = isSent ? readAnswer(form, parts, typed) : undefined;
  const problems = reading && !reading.ok ? reading.problems : [];
  return markup(
    <Page
      {...{ locale, title: "Потврда резултата", network: "Актив стручних сарадника", path: "/a/x" }}
      isWrong={problems.length > 0}
      you={{ name: "Марија Стојановић", institution: "ОШ „Вук Караџић”" }}
    >
      <FormContent
        {...{ locale, form, parts, typed, problems, action: "/a/x", hidden: { page: "pg_7QK2M9" } }}
        facts={[["Рок", "до петка, 20. марта"]]}
        button="Пошаљи одговоре"
        canKeep
      />
    </Page>,
  );
}

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `mem_${index + 1}`, label: plain(`Члан ${index + 1}`) }));

const every: Field[] = [
  { id: "name", kind: "short", label: plain("Name"), required: true, autocomplete: "name", limit: 80 },
  { id: "why", kind: "long", label: plain("Why"), required: false },
  { id: "address", kind: "email", label: plain("Address"), required: true, autocomplete: "email", hint: plain("Hint") },
  { id: "present", kind: "number", label: plain("Present"), required: true, min: 0, max: 27 },
  {
    ...{
      id: "topics",
      kind: "choices",
      label: plain("Topics"),
      required: false,
      hint: plain("Two at most"),
      atMost: 2,
    },
    options: ["a", "b", "c"].map((value) => ({ value, label: plain(value) })),
  },
  {
    id: "accept",
    kind: "yesno",
    label: plain("Accept"),
    required: true,
    yes: plain("I accept"),
    no: plain("I decline"),
  },
  { id: "born", kind: "date", label: plain("Born"), required: true, hint: plain("As in the passport") },
  {
    id: "useful",
    kind: "scale",
    label: plain("Useful"),
    required: false,
    from: 1,
    to: 5,
    low: plain("no"),
    high: plain("yes"),
  },
  { id: "first", kind: "person", label: plain("First"), required: true, options: people(3) },
  { id: "second", kind: "person", label: plain("Second"), required: true, options: people(500) },
  { id: "told", kind: "statement", label: plain("Silence is recorded as silence."), required: false },
  { id: "read", kind: "statement", label: plain("I have read the plan"), required: true },
];

const everyForm: Form = {
  ...{ id: "every", title: plain("Every kind"), confidential: false, editable: false, checkAnswers: true },
  sections: [{ id: "s", title: plain("Section"), fields: every }],
};

describe("the absentees' form", () => {
  test("chooses nothing for anybody", async () => {
    const page = await shown(absenteeForm);
    expect(having(page, "type", "radio")).toHaveLength(9);
    expect(having(page, "checked")).toEqual([]);
  });

  test("says the network first, then who answers", async () => {
    const { html } = await shown(absenteeForm);
    const order = ["Актив стручних сарадника</span>", "Одговарате као:", "<main", "<h1>", "Рок", "Гласање 1"];
    const places = order.map((text) => html.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("names each vote by its legend and reads its figures with it", async () => {
    const page = await shown(absenteeForm);
    const cards = tagged(page, "fieldset");
    expect(cards.map(({ attributes }) => attributes.get("aria-describedby"))).toEqual([
      "president-figures",
      "deputy-figures",
      "plan-figures",
    ]);
    const [figures] = having(page, "id", "deputy-figures");
    expect(textOf(page, figures)).toContain("Милош Антић");
    expect(page.html).toContain("против <strong>0</strong> · уздржаних <strong>1</strong>");
  });

  test("asks about item 3 only where the member was present for 1 and 2", async () => {
    const page = await shown(absenteeForm, {}, { parts: ["plan"] });
    expect(tagged(page, "fieldset")).toHaveLength(1);
    expect(having(page, "name", "president")).toEqual([]);
  });

  test("shows the text that is adopted with its short hash, folded away", async () => {
    const page = await shown(absenteeForm);
    const texts = tagged(page, "summary").map((summary) => textOf(page, summary));
    expect(texts).toContainEqual(expect.stringMatching(/^План рада\. Отисак текста: [0-9A-Z]{4}-[0-9A-Z]{4}$/));
  });

  test.each(locales)("is whole in %s, sent wrong and not sent", async (locale) => {
    expect(faults(await shown(absenteeForm, {}, { locale }))).toEqual([]);
    const wrong = await shown(absenteeForm, unfinished, { locale, isSent: true });
    expect(faults(wrong)).toEqual([]);
    expect(tagged(wrong, "html")[0]?.attributes.get("lang")).toBe(locale);
  });
});

describe("a form that was sent wrong", () => {
  test("says so in the title and first in main, with the focus, in the same words as at the field", async () => {
    const page = await shown(absenteeForm, unfinished, { isSent: true });
    expect(textOf(page, tagged(page, "title")[0])).toBe("Грешка: Потврда резултата – Актив стручних сарадника");
    const [summary] = having(page, "class", "error-summary");
    expect(summary?.attributes.has("autofocus")).toBe(true);
    expect(page.html.slice(page.html.indexOf('<main id="main" class="flow">')).indexOf("error-summary")).toBeLessThan(
      60,
    );
    const links = tagged(page, "a").filter(
      ({ at, attributes }) => at > (summary?.at ?? 0) && attributes.get("href")?.startsWith("#"),
    );
    expect(links.map((link) => [link.attributes.get("href"), textOf(page, link)])).toEqual([
      ["#deputy-confirm", "Избор заменика председника: изаберите један одговор"],
      ["#plan-reason", "Усвајање плана рада за 2026. годину: скратите текст на 300 знакова, сада их има 319"],
    ]);
    expect(textOf(page, having(page, "id", "deputy-error")[0])).toBe("Грешка: Изаберите један одговор");
  });

  test("keeps everything that was typed and chosen", async () => {
    const page = await shown(absenteeForm, unfinished, { isSent: true });
    expect(having(page, "checked").map(({ attributes }) => attributes.get("id"))).toEqual([
      "president-confirm",
      "plan-object",
    ]);
    expect(page.html).toContain("када су у школама завршни испити");
  });

  test("ties the error to its control: of a group to the card, of a text to the field", async () => {
    const page = await shown(absenteeForm, unfinished, { isSent: true });
    const described = tagged(page, "fieldset").map(({ attributes }) => attributes.get("aria-describedby"));
    expect(described[1]).toBe("deputy-figures deputy-error");
    const [reason] = having(page, "id", "plan-reason");
    expect(reason?.attributes.get("aria-describedby")).toBe("plan-reason-hint plan-reason-error");
    expect(reason?.attributes.get("aria-invalid")).toBe("true");
  });

  test("does not run what was typed", async () => {
    const typed = { name: `"><script>alert(1)</script>`, why: "</textarea><script>alert(1)</script>" };
    const page = await shown(everyForm, typed, { isSent: true });
    expect(faults(page)).toEqual([]);
    expect(page.html).toContain("&lt;script&gt;");
  });
});

describe("every kind of field", () => {
  test("stands with label, hint, error and control, in this order", async () => {
    const page = await shown(everyForm, { address: "skola" }, { isSent: true, locale: "en" });
    const places = ['for="address"', 'id="address-hint"', 'id="address-error"', '<input type="email"'].map((text) =>
      page.html.indexOf(text),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("is whole, empty and with every field wrong", async () => {
    expect(faults(await shown(everyForm, {}, { locale: "en" }))).toEqual([]);
    const wrong = await shown(
      everyForm,
      { topics: ["a", "b", "c"], why: "x".repeat(4001) },
      { isSent: true, locale: "en" },
    );
    expect(faults(wrong)).toEqual([]);
    expect(having(wrong, "class", "error")).toHaveLength(10);
  });

  test("tells the browser what it is for", async () => {
    const page = await shown(everyForm);
    const of = (id: string) => Object.fromEntries(having(page, "id", id)[0]?.attributes ?? []);
    expect(of("name")).toMatchObject({ type: "text", autocomplete: "name" });
    expect(of("address")).toMatchObject({
      type: "email",
      inputmode: "email",
      autocomplete: "email",
      spellcheck: "false",
    });
    expect(of("present")).toMatchObject({ type: "text", inputmode: "numeric" });
  });

  test("says what may be left out, and how long it may be", async () => {
    const page = await shown(everyForm, {}, { locale: "en" });
    expect(textOf(page, having(page, "id", "why-hint")[0])).toBe("Optional, up to 4,000 characters.");
    expect(textOf(page, having(page, "id", "name-hint")[0])).toBe("Up to 80 characters.");
    const group = tagged(page, "fieldset").find(
      ({ attributes }) => attributes.get("aria-describedby") === "topics-hint",
    );
    expect(group).toBeDefined();
  });

  test("a day is three numbers in the reader's order, under one legend; an error names the first of them", async () => {
    const order = async (locale: Locale) => {
      const page = await shown(everyForm, {}, { locale, isSent: true });
      const summary = tagged(page, "a").map(({ attributes }) => attributes.get("href"));
      expect(summary.filter((href) => href?.startsWith("#born"))).toHaveLength(1);
      const parts = page.elements.flatMap(
        ({ attributes }) => /^born-(day|month|year)$/.exec(attributes.get("name") ?? "")?.[1] ?? [],
      );
      expect(summary).toContain(`#born-${parts[0]}`);
      return parts;
    };
    expect(await order("lt")).toEqual(["year", "month", "day"]);
    for (const locale of ["en", "pl", "sr-Cyrl", "sr-Latn"] as const)
      expect(await order(locale)).toEqual(["day", "month", "year"]);
  });

  test("a few people stand in sight, many are in a list in which nobody is chosen beforehand", async () => {
    const page = await shown(everyForm, { second: "mem_321" }, { locale: "sr-Latn" });
    expect(having(page, "name", "first")).toHaveLength(3);
    expect(having(page, "name", "second").map(({ tag }) => tag)).toEqual(["select"]);
    expect(having(page, "selected").map((option) => textOf(page, option))).toEqual(["Član 321"]);
    expect(having(await shown(everyForm), "selected")).toEqual([]);
  });

  test("says what the ends of a scale mean, and how many may be chosen", async () => {
    const seats = { ...every[4], hint: undefined, required: true };
    const form = { ...everyForm, sections: [{ id: "s", title: plain("S"), fields: [seats, ...every.slice(6)] }] };
    const page = await shown(v.parse(Form, form), {}, { locale: "en" });
    expect(textOf(page, having(page, "id", "topics-hint")[0])).toBe("Choose up to 2.");
    expect(textOf(page, having(page, "id", "useful-hint")[0])).toBe("Optional. 1: no. 5: yes.");
  });

  test("what is asked only under a condition stands there with when it is, and says it to a script", async () => {
    const why: Field = { id: "why", kind: "long", label: plain("Why"), required: true };
    const form = formOf(
      { fields: [fields.yesno, { ...why, onlyIf: { field: "accept", is: ["no"] } }] },
      { fields: [fields.scale], onlyIf: { field: "accept", is: ["yes", "no"] } },
    );
    const page = await shown(form, {}, { locale: "en" });
    expect(faults(page)).toEqual([]);
    expect(textOf(page, having(page, "id", "why-hint")[0])).toMatch(
      /^Only if the answer to “Питање” is: Не прихватам\. Up to/,
    );
    expect(textOf(page, having(page, "id", "s2-when")[0])).toBe(
      "Only if the answer to “Питање” is: Прихватам or Не прихватам.",
    );
    expect(having(page, "data-only-if", "accept").map(({ attributes }) => attributes.get("data-is"))).toEqual([
      "no",
      "yes no",
    ]);
  });

  test("a statement that is not required asks nothing", async () => {
    const page = await shown(everyForm);
    expect(having(page, "name", "told")).toEqual([]);
    expect(having(page, "name", "read")).toHaveLength(1);
  });
});

describe("check your answers", () => {
  const answer = {
    ...{ born: "1987-06-05", useful: 3, first: "mem_2", second: "mem_321" },
    name: "Марија",
    address: "m@skola.example",
    present: 18,
    topics: ["a", "c"],
    accept: false,
    read: true,
  };
  const checked = (typed: typeof answer) =>
    markup(
      <Page locale="en" title="Check your answers">
        <CheckAnswers
          {...{
            locale: "en" as const,
            form: everyForm,
            action: "/a/x",
            hidden: { page: "pg_1" },
            button: "Send answers",
          }}
          answer={typed}
        />
      </Page>,
    );

  test("shows each answer with its own way to change it, and carries them all", async () => {
    const page = await checked(answer);
    expect(faults(page)).toEqual([]);
    expect(having(page, "name", "change").map((button) => textOf(page, button))).toEqual(
      ["Name", "Address", "Present", "Topics", "Accept", "Born", "Useful", "First", "Second", "Section"].map(
        (label) => `Change: ${label}`,
      ),
    );
    const sent: Record<string, string[]> = {};
    for (const { attributes } of having(page, "type", "hidden")) {
      const name = attributes.get("name") ?? "";
      sent[name] = [...(sent[name] ?? []), attributes.get("value") ?? ""];
    }
    expect(readAnswer(everyForm, undefined, sent)).toEqual({ ok: true, answer });
  });

  test("a form that wants it is first sent to be checked", async () => {
    const page = await shown(everyForm);
    expect(having(page, "name", "act").map(({ attributes }) => attributes.get("value"))).toEqual(["check", "keep"]);
    const other = await shown(absenteeForm);
    expect(having(other, "name", "act").map(({ attributes }) => attributes.get("value"))).toEqual(["send", "keep"]);
  });
});
