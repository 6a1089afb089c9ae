import { countLetters, LetterAnswer, LetterFigures, type LetterReturn } from "@quorate/core/vote";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { letters } from "./fixtures.ts";

function back(answer?: LetterAnswer, more: Partial<LetterReturn> = {}): LetterReturn {
  return { answer, isLate: false, hasBounced: false, ...more };
}

describe("R4 Silence and non-delivery: what comes back from one absentee is", () => {
  test.each([
    { words: "a confirmation", one: back("confirm"), figures: letters({ confirm: 1 }) },
    { words: "an objection", one: back("object"), figures: letters({ object: 1 }) },
    { words: "an abstention", one: back("abstain"), figures: letters({ abstain: 1 }) },
    { words: "silence: not consent, not abstention", one: back(), figures: letters({ silent: 1 }) },
    {
      words: "late, and part of silent",
      one: back("confirm", { isLate: true }),
      figures: letters({ silent: 1, late: 1 }),
    },
    {
      words: "undelivered, not silent",
      one: back(undefined, { hasBounced: true }),
      figures: letters({ undelivered: 1 }),
    },
    { words: "an answer, after a bounce", one: back("object", { hasBounced: true }), figures: letters({ object: 1 }) },
    {
      words: "late and not undelivered, when she answers late after a bounce",
      one: back("confirm", { isLate: true, hasBounced: true }),
      figures: letters({ silent: 1, late: 1 }),
    },
  ])("$words", ({ one, figures }) => {
    expect(countLetters([one])).toEqual(figures);
  });
});

describe("the figures of letters", () => {
  test("of the nine absentees on the president: 7 confirm, 1 objects, 1 undelivered", () => {
    const returns = [
      ...Array.from({ length: 7 }, () => back("confirm")),
      back("object"),
      back(undefined, { hasBounced: true }),
    ];
    expect(countLetters(returns)).toEqual(letters({ confirm: 7, object: 1, undelivered: 1 }));
    expect(countLetters(returns).sent).toBe(9);
  });

  test("always add up to those sent, with late within silent", () => {
    const anyReturn = fc.record({
      answer: fc.option(fc.constantFrom(...LetterAnswer.options), { nil: undefined }),
      isLate: fc.boolean(),
      hasBounced: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyReturn), (returns) => {
        const figures = countLetters(returns);
        expect(v.is(LetterFigures, figures)).toBe(true);
        expect(figures.sent).toBe(returns.length);
      }),
    );
  });

  test("that do not add up are refused when read back", () => {
    expect(v.is(LetterFigures, { ...letters({ confirm: 7 }), sent: 9 })).toBe(false);
    expect(v.is(LetterFigures, { ...letters({ silent: 1 }), late: 2 })).toBe(false);
  });
});
