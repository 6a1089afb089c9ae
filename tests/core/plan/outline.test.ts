import { Refusal } from "@quorate/core/kit";
import { inPlace, moved, outlineOf, readOutline } from "@quorate/core/plan";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** What is wrong with an outline, by its code and row. */
function problemOf(text: string): unknown {
  try {
    readOutline(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [problem] = error.problems;
    return [problem?.code, problem?.details?.row ?? problem?.details?.limit];
  }
}

describe("an outline from a spreadsheet", () => {
  it("names its levels in any of our languages or by number, under a line that names the columns or without one", () => {
    const rows = ["Lygmuo;Pavadinimas", "Sritis;Įtrauktis", "циљ;Свако дете учи", "3;Zadanie", "ACTIVITY;Workshop"];
    const lines = readOutline(rows.join("\r\n"));
    expect(lines.map(({ level, words }) => [level, words.title])).toEqual([
      ["area", "Įtrauktis"],
      ["goal", "Свако дете учи"],
      ["task", "Zadanie"],
      ["activity", "Workshop"],
    ]);
    expect(readOutline("")).toEqual([]);
  });

  it("has the details of an activity in its columns, with tabs, commas in quotes and line breaks", () => {
    const row = `4,Dirbtuvės,"Viena, dvi","Biblioteka",20 dalyvių,Ona,2026-10-01,300 EUR`;
    const [, , , activity] = readOutline(`1,A\n2,B\n3,C\n${row}`);
    expect(activity?.words).toEqual({
      ...{ title: "Dirbtuvės", text: "Viena, dvi", partner: "Biblioteka", indicator: "20 dalyvių" },
      ...{ responsible: "Ona", due: "2026-10-01", budget: "300 EUR" },
    });
    expect(readOutline("area\tSTEAM\t\t\t").at(0)?.words.title).toBe("STEAM");
  });

  it.each([
    ["level;title\nchapter;X", ["outline-level", 2]],
    ["area;A\ntask;T", ["outline-order", 2]],
    ["goal;G", ["outline-order", 1]],
    ["area;", ["outline-words", 1]],
    [`area;${"x".repeat(301)}`, ["outline-words", 1]],
    ["1;A\n2;B\n3;C\n4;D;;;;;soon", ["outline-words", 4]],
    ['area;"A', ["outline-quote", 1]],
    ["area;A\n".repeat(2001), ["outline-large", 2000]],
  ])("%j is none, and the row is named", (text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });
});

describe("the nodes of a plan", () => {
  const node = (id: string, place: number, parent?: string) => ({ id, place, ...(parent && { parent }) });

  it("are numbered in their places, each before those under it", () => {
    const nodes = [node("g", 0, "b"), node("b", 5), node("a", 2), node("t", 1, "g"), node("h", 1, "b")];
    const numbers = outlineOf(nodes).map(({ number, node: { id } }) => `${number} ${id}`);
    expect(numbers).toEqual(["1 a", "2 b", "2.1 g", "2.1.1 t", "2.2 h"]);
  });

  it("keep their order but for the two that change places, and moving back undoes it", () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(ids, fc.nat(), (names, at) => {
        const nodes = names.map((id, place) => node(id, place));
        const from = at % (names.length - 1);
        const id = names[from] ?? "";
        const down = moved(nodes, id, "down").map((one, place) => ({ ...one, place }));
        expect(inPlace(down).findIndex((one) => one.id === id)).toBe(from + 1);
        expect(moved(down, id, "up").map((one) => one.id)).toEqual(names);
        expect(moved(nodes, names.at(-1) ?? "", "down").map((one) => one.id)).toEqual(names);
      }),
    );
  });
});
