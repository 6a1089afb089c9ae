import { applyDiff, contentHash, diff, inPlace, levelUnder, type VersionNode, wordDiff } from "@quorate/core/plan";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placed, readingOf, twoVersions, wordsOf } from "./trees.ts";

const area = (id: string, place: number): VersionNode => ({ id, level: "area", place, words: wordsOf(id) });
const goal = (id: string, parent: string, place: number): VersionNode => ({
  ...{ id, parent, level: "goal", place, words: wordsOf(id) },
});

/** Two areas with three goals in the first and one in the second. */
const draft = [
  ...[area("inclusion", 0), area("culture", 1)],
  ...["a", "b", "c"].map((id, place) => goal(id, "inclusion", place)),
  goal("d", "culture", 0),
];

describe("the diff between two versions of a plan", () => {
  it("applied to the one gives the other", () => {
    fc.assert(
      fc.property(twoVersions, ([before, after]) => {
        const made = applyDiff(before, diff(before, after));
        expect(readingOf(made)).toEqual(readingOf(after));
        expect(contentHash(made)).toBe(contentHash(after));
      }),
    );
  });

  it("of a version and itself is empty, and of two that read alike too", () => {
    fc.assert(
      fc.property(twoVersions, ([version]) => {
        expect(diff(version, version)).toEqual([]);
        const renumbered = version.toReversed().map((node) => ({ ...node, place: node.place * 7 + 2 }));
        expect(diff(version, renumbered)).toEqual([]);
      }),
    );
  });

  it("tells a move of one node, wherever it goes and whatever is under it, as one move and nothing else", () => {
    fc.assert(
      fc.property(twoVersions, fc.nat(), fc.nat(), ([before], which, where) => {
        const node = before[which % Math.max(before.length, 1)];
        if (!node) return;
        const parents = before.filter(({ level }) => levelUnder(level) === node.level);
        const parent = parents[where % Math.max(parents.length, 1)]?.id;
        const rest = before.filter((one) => one !== node);
        const after = placed(rest, { ...node, parent }, where);
        const isSame = JSON.stringify(readingOf(before)) === JSON.stringify(readingOf(after));
        const changes = diff(before, after);
        expect(changes.map(({ kind }) => kind)).toEqual(isSame ? [] : ["moved"]);
      }),
    );
  });

  it("names the node that moved, where from and where to, and not those that made room", () => {
    const [a] = draft.filter(({ id }) => id === "a");
    const moved = a
      ? placed(
          draft.filter((one) => one !== a),
          { ...a, parent: "culture" },
          1,
        )
      : [];
    expect(diff(draft, moved)).toEqual([
      {
        ...{ kind: "moved", id: "a" },
        ...{ from: { parent: "inclusion", after: undefined }, to: { parent: "culture", after: "d" } },
      },
    ]);
  });

  it("tells a renamed node from one with other details, and both from a move", () => {
    const after = draft.map((node) =>
      node.id === "b" ? { ...node, place: 9, words: wordsOf("B", { text: "kitaip", due: "2026-12-31" }) } : node,
    );
    expect(diff(draft, after)).toEqual([
      { kind: "moved", id: "b", from: { parent: "inclusion", after: "a" }, to: { parent: "inclusion", after: "c" } },
      { kind: "renamed", id: "b", before: "b", after: "B" },
      {
        ...{ kind: "changed", id: "b" },
        fields: [
          { field: "text", before: "", after: "kitaip" },
          { field: "due", before: "", after: "2026-12-31" },
        ],
      },
    ]);
  });

  it("keeps what was rescued from a removed area as moved, and names every removed node", () => {
    const rest = draft.filter(({ id }) => id !== "inclusion" && id !== "b" && id !== "c");
    const after = rest.map((node) => (node.id === "a" ? { ...node, parent: "culture", place: 5 } : node));
    const kinds = diff(draft, after).map((one) => `${one.kind} ${"node" in one ? one.node.id : one.id}`);
    expect(kinds).toEqual(["removed inclusion", "removed b", "removed c", "moved a"]);
  });
});

describe("the content hash of a version", () => {
  it("is another one after any change of a word, a place or a node, and only then", () => {
    fc.assert(
      fc.property(twoVersions, ([before, after]) => {
        const isSame = JSON.stringify(readingOf(before)) === JSON.stringify(readingOf(after));
        expect(contentHash(before) === contentHash(after)).toBe(isSame);
      }),
    );
  });

  it("does not depend on the order in which nodes are stored", () => {
    expect(contentHash(draft.toReversed())).toBe(contentHash(draft));
    expect(contentHash(inPlace(draft))).toBe(contentHash(draft));
  });
});

describe("the diff between two texts", () => {
  it("has both of them in it, word for word", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("Свако дете учи.", "Kiekvienas vaikas mokosi."),
    );
    const texts = fc.tuple(text, text);
    fc.assert(
      fc.property(texts, ([before, after]) => {
        const without = (kind: string) =>
          wordDiff(before, after)
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join("");
        expect([without("added"), without("removed")]).toEqual([before, after]);
      }),
    );
  });

  it("speaks of whole words, in Cyrillic and with Lithuanian letters too", () => {
    expect(wordDiff("Свако дете учи", "Свако дете расте")).toEqual([
      { kind: "same", text: "Свако дете " },
      { kind: "removed", text: "учи" },
      { kind: "added", text: "расте" },
    ]);
    expect(wordDiff("ugdymas", "ugdymąs").map(({ text }) => text)).toEqual(["ugdymas", "ugdymąs"]);
  });

  it("that have nothing in common is one after the other", () => {
    const long = (word: string) => Array.from({ length: 1200 }, (_, n) => `${word}${n}`).join(" ");
    expect(wordDiff(long("a"), long("b")).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});
