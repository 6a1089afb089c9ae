import { missingIn, PlanLevel, readOutline, readyTemplates } from "@quorate/core/plan";
import { silagiris } from "@quorate/local/demo/silagiris";
import { describe, expect, it } from "vitest";

describe("the plan of Šilagiris", () => {
  const lines = readOutline(silagiris.outline);

  it("has four areas, twelve goals, forty tasks and ninety activities", () => {
    const counts = PlanLevel.options.map((level) => lines.filter((line) => line.level === level).length);
    expect(counts).toEqual([4, 12, 40, 90]);
  });

  it("is whole: every activity has its partner, indicator, responsible person and day", () => {
    expect(lines.filter((line) => missingIn(readyTemplates.municipality, line).length > 0)).toEqual([]);
    expect(new Set(lines.map(({ words }) => words.title)).size).toBe(lines.length);
  });
});
