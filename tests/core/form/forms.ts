import type { Field, Form, Section } from "@quorate/core/form";
import { message, plain } from "@quorate/core/i18n";

const shared = { label: plain("Питање"), required: true };

/** One field of every kind, all of them required. */
export const fields = {
  short: { ...shared, id: "name", kind: "short", limit: 20, min: 2 },
  long: { ...shared, id: "why", kind: "long", limit: 300, min: 10 },
  email: { ...shared, id: "address", kind: "email" },
  number: { ...shared, id: "present", kind: "number", min: 1, max: 27 },
  choice: {
    ...{ ...shared, id: "president", kind: "choice" },
    options: [
      { value: "confirm", label: plain("Потврђујем избор") },
      {
        value: "object",
        label: plain("Улажем приговор"),
        reason: { required: true, label: plain("Образложење приговора"), min: 10, limit: 300 },
      },
      { value: "abstain", label: plain("Уздржавам се") },
    ],
  },
  choices: {
    ...{ ...shared, id: "topics", kind: "choices", atLeast: 2, atMost: 3 },
    options: ["inclusion", "steam", "culture", "leadership"].map((value) => ({ value, label: plain(value) })),
  },
  date: { ...shared, id: "born", kind: "date", min: "2026-01-10", max: "2028-12-31" },
  scale: { ...shared, id: "useful", kind: "scale", from: 1, to: 5, low: plain("not at all"), high: plain("fully") },
  person: {
    ...{ ...shared, id: "proposed", kind: "person" },
    options: ["mem_1", "mem_2", "mem_3"].map((value, index) => ({ value, label: plain(`Члан ${index + 1}`) })),
  },
  yesno: { ...shared, id: "accept", kind: "yesno", yes: plain("Прихватам"), no: plain("Не прихватам") },
  statement: { ...shared, id: "read", kind: "statement" },
} satisfies Record<Field["kind"], Field>;

export function formOf(...sections: (Partial<Section> & { fields: Field[] })[]): Form {
  return {
    ...{ id: "test", title: plain("Образац"), confidential: false, editable: true, checkAnswers: false },
    sections: sections.map((section, index) => ({ id: `s${index + 1}`, title: plain(`Део ${index + 1}`), ...section })),
  };
}

const names = ["president", "deputy", "plan"] as const;

/** The absentees' form of the association: three votes, each confirmed, objected to or abstained from. */
export const absentees: Form = formOf(
  ...names.map((id, index) => ({
    ...{ id, kicker: message("election.vote.of", { n: index + 1, total: 3 }), title: plain(id) },
    fields: [
      {
        ...{ ...fields.choice, id, label: message("common.yourAnswer") },
        options: fields.choice.options.map((option) =>
          option.value === "object"
            ? { ...option, reason: { required: false, label: plain("Образложење приговора"), limit: 300 } }
            : option,
        ),
      },
    ],
  })),
);
