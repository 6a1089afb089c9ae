import { answerCells, answerColumns } from "@quorate/core/form";
import { plain } from "@quorate/core/i18n";
import { expect, test } from "vitest";
import { absentees, fields, formOf } from "./forms.ts";

const every = formOf({ fields: Object.values(fields).map((field) => ({ ...field, label: plain(field.kind) })) });

test("every question has its column, a reason its own, and one each what may be chosen together", () => {
  expect(answerColumns(every, "en").map(({ id, label }) => [id, label])).toEqual([
    ["name", "short"],
    ["why", "long"],
    ["address", "email"],
    ["present", "number"],
    ["president", "choice"],
    ["president-reason", "choice: Образложење приговора"],
    ["topics.inclusion", "choices: inclusion"],
    ["topics.steam", "choices: steam"],
    ["topics.culture", "choices: culture"],
    ["topics.leadership", "choices: leadership"],
    ["born", "date"],
    ["useful", "scale"],
    ["proposed", "person"],
    ["accept", "yesno"],
    ["read", "Део 1"],
  ]);
});

test("an answer has a cell for every column: numbers are numbers, days are ISO, what was not answered is empty", () => {
  const answer = {
    ...{ name: "Јелена", present: 18, president: "object", "president-reason": "Молим за септембар." },
    ...{ topics: ["steam", "culture"], born: "2028-02-29", useful: 4, proposed: "mem_2", accept: false },
  };
  const cells = answerCells(every, answer, "sr-Latn");
  expect(cells).toEqual([
    ...["Јелена", "", "", 18, "Ulažem prigovor", "Молим за септембар.", 0, 1, 1, 0],
    ...["2028-02-29", 4, "Član 2", "Ne prihvatam", ""],
  ]);
  expect(cells).toHaveLength(answerColumns(every, "sr-Latn").length);
  expect(answerCells(every, {}, "en").every((cell) => cell === "")).toBe(true);
});

test("a question that is alone on its card is known by the card's title", () => {
  expect(answerColumns(absentees, "en").map(({ id }) => id)).toEqual(
    ["president", "deputy", "plan"].flatMap((id) => [id, `${id}-reason`]),
  );
  expect(answerColumns(absentees, "en")[0]?.label).toBe("president");
});
