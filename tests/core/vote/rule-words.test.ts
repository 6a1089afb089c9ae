import { type Locale, textIn } from "@quorate/core/i18n";
import { plainProfile, type RulesProfile, ruleText } from "@quorate/core/vote";
import { describe, expect, test } from "vitest";

function rule(locale: Locale, share: string, base: RulesProfile["base"] = "all-members"): string {
  const [, comparison, numerator, denominator] = /^(more-than|at-least) (\d+)\/(\d+)$/.exec(share) ?? [];
  if (comparison !== "more-than" && comparison !== "at-least") throw new Error(`${share} is no share`);
  const threshold = { comparison, numerator: Number(numerator), denominator: Number(denominator) } as const;
  return textIn(locale, ruleText({ ...plainProfile, threshold, base }));
}

describe("the rule in words", () => {
  test.each([
    { share: "more-than 1/2", en: "more than half", sr: "Одлучује више од половине" },
    { share: "at-least 1/2", en: "at least half", sr: "Одлучује најмање половина" },
    { share: "more-than 2/3", en: "more than two thirds", sr: "Одлучује више од две трећине" },
    { share: "at-least 2/3", en: "at least two thirds", sr: "Одлучују најмање две трећине" },
    { share: "more-than 3/4", en: "more than three quarters", sr: "Одлучује више од три четвртине" },
    { share: "at-least 6/8", en: "at least three quarters", sr: "Одлучују најмање три четвртине" },
    { share: "more-than 3/5", en: "more than 3/5", sr: "Одлучује више од 3/5" },
    { share: "at-least 3/5", en: "at least 3/5", sr: "Одлучује најмање 3/5" },
  ])("never says at least for more than: $share", ({ share, en, sr }) => {
    expect(rule("en", share)).toBe(`Decided by ${en} of all members`);
    expect(rule("sr-Cyrl", share)).toBe(`${sr} свих чланова`);
  });

  test("tells each share apart from every other in every language", () => {
    const shares = ["1/2", "2/3", "3/4", "3/5"].flatMap((share) => [`more-than ${share}`, `at-least ${share}`]);
    for (const locale of ["en", "lt", "pl", "sr-Cyrl", "sr-Latn"] as const) {
      expect(new Set(shares.map((share) => rule(locale, share))).size).toBe(shares.length);
    }
  });

  test("says of what the share is", () => {
    expect(rule("lt", "more-than 2/3", "cast")).toBe("Lemia daugiau kaip du trečdaliai paduotų balsų");
    expect(rule("pl", "at-least 2/3", "present")).toBe(
      "Do decyzji potrzeba co najmniej dwóch trzecich obecnych członków",
    );
    expect(rule("sr-Latn", "at-least 1/2", "for-and-against")).toBe("Odlučuje najmanje polovina glasova za i protiv");
  });
});
