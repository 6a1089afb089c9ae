import { rulesText } from "@quorate/core/election";
import { textIn } from "@quorate/core/i18n";
import { profileHash, readyProfiles, shortHash } from "@quorate/core/vote";
import { describe, expect, test } from "vitest";
import { adoption, election } from "../vote/fixtures.ts";

const zone = "Europe/Belgrade";
const president = { vote: election("AB") };
const plan = { vote: adoption() };
const lines = (votes: Parameters<typeof rulesText>[0]) =>
  rulesText(votes, zone, 27).map((line) => textIn("sr-Cyrl", line));

describe("the rules of an election's votes, as the absentees' form and the minutes say them", () => {
  test("are said once where all votes share them, and what is one vote's own under its title", () => {
    const both = lines([president, plan]);
    expect(both.filter((line) => line.includes("најмање 14"))).toEqual([
      "Одлучује више од половине свих чланова: најмање 14\u00a0од\u00a027.",
      "Кворум: присутно најмање 14\u00a0од\u00a027, на почетку и на крају гласања.",
    ]);
    expect(both.slice(-2)).toEqual([
      "Избор председника: Ако је број гласова једнак, гласање се понавља.",
      "Избор председника: Ко не одговори на предлог, не кандидује се.",
    ]);
  });

  test("have one fingerprint where they are the same, and each its own where they are not", () => {
    const same = shortHash(profileHash(plan.vote.profile));
    expect(lines([president, plan])).toContain(`Отисак правила: ${same}.`);
    const other = readyProfiles["polish-network"].adopt;
    const two = lines([president, { vote: adoption({ profile: other }) }]);
    expect(two).toContain(`Избор председника: Отисак правила: ${same}.`);
    expect(two).toContain(`Усвајање плана рада: Отисак правила: ${shortHash(profileHash(other))}.`);
    expect(two).toContain("Усвајање плана рада: Одлучује више од половине гласова за и против.");
  });
});
