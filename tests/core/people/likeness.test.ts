import { describe, expect, test } from "vitest";
import { foldedName, likelyPairs, likeness } from "../../../packages/core/src/people/likeness.ts";

describe("one name in several writings", () => {
  test.each([
    ["Ana Đorđević", "Ана Ђорђевић"],
    ["Ana Đorđević", "Ana Djordjevic"],
    ["Ana Đorđević", "Ana Dordevic"],
    ["Ana Đorđević", "Đorđević Ana"],
    ["Ana Đorđević", "ĐORĐEVIĆ, Ana"],
    ["Ana Đorđević", "dr Ana M. Đorđević"],
    ["Ana Đorđević", "Ana Đorđevic\u0301"],
    ["Љиљана Њежић", "Ljiljana Nježić"],
    ["Љиљана Њежић", "ǈiljana ǋežić"],
    ["Љиљана Њежић", "LJILJANA NJEZIC"],
    ["Џемила Хаџић", "Dzemila Hadzic"],
    ["Џемила Хаџић", "Džemila  Hadžić "],
    ["Łucja Żądło-Święch", "lucja swiech zadlo"],
    ["Žydrūnė Šimkutė", "Zydrune Simkute"],
    ["Ａｎａ Nowak", "Ana Nowak"],
  ])("%s and %s", (a, b) => {
    expect(foldedName(a)).toBe(foldedName(b));
  });

  test.each([
    ["Ana Petrović", "Ana Petković"],
    ["Ana Petrović", "Ana Marija Petrović"],
    ["Milan Jović", "Milana Jović"],
    ["Љиља Л.", "Љиља Лукић"],
  ])("%s and %s are two names", (a, b) => {
    expect(foldedName(a)).not.toBe(foldedName(b));
  });
});

describe("two who may be one", () => {
  const at = (name: string, address = `${foldedName(name).replaceAll(" ", ".")}@home.example`) => ({ name, address });

  test.each([
    ["the same name, two addresses", at("Ana Tasić", "a@skola.example"), at("ana  tasić", "ana@home.example"), "name"],
    [
      "another script, two addresses",
      at("Ана Тасић", "a@skola.example"),
      at("Ana Tasic", "b@skola.example"),
      "spelling",
    ],
    [
      "a married name, one mailbox",
      at("Ana Tasić", "s@skola.example"),
      at("Ana Tasić Ilić", "S@skola.example"),
      "address",
    ],
    [
      "a slip of the pen, one mailbox",
      at("Ana Tasić", "s@skola.example"),
      at("Ana Tašič", "s@skola.example"),
      "spelling",
    ],
    [
      "a letter left out, one mailbox",
      at("Ana Tasić", "s@skola.example"),
      at("Ana Tsić", "s@skola.example"),
      "address",
    ],
    ["a married name, two addresses", at("Ana Tasić"), at("Ana Tasić Ilić"), undefined],
    ["two people behind a school's mailbox", at("Ana Tasić", "s@s.example"), at("Bo Ilić", "s@s.example"), undefined],
    ["a first name alone behind it", at("Ana Tasić", "s@s.example"), at("Ana Ilić", "s@s.example"), undefined],
  ] as const)("%s", (_, a, b, why) => {
    expect(likeness(a, b)).toBe(why);
    expect(likeness(b, a)).toBe(why);
  });

  test("are found once each, in a list of any length", () => {
    const people = [
      at("Ana Tasić", "ana@a.example"),
      at("Bojan Ilić"),
      at("Тасић Ана", "ana@b.example"),
      at("Ceca Nešić"),
      at("Ana Tasić", "ana@c.example"),
    ];
    const pairs = likelyPairs(people).map(({ first, second, why }) => [first.address, second.address, why]);
    expect(pairs).toEqual([
      ["ana@a.example", "ana@b.example", "spelling"],
      ["ana@a.example", "ana@c.example", "name"],
      ["ana@b.example", "ana@c.example", "spelling"],
    ]);
  });
});
