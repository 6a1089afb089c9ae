import { inPlace, levelUnder, type NodeWords, outlineOf, type VersionNode } from "@quorate/core/plan";
import fc from "fast-check";

export const wordsOf = (title: string, more: Partial<NodeWords> = {}): NodeWords => ({
  ...{ title, text: "", partner: "", indicator: "", responsible: "", due: "", budget: "" },
  ...more,
});

/** One thing that an author does to a draft; the figures choose a node, where it goes, and what it says. */
type Act = { kind: "add" | "remove" | "move" | "reword"; which: number; where: number; text: string };

const acts = (most: number): fc.Arbitrary<Act[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom("add", "add", "remove", "move", "reword"),
      ...{ which: fc.nat(), where: fc.nat(), text: fc.string({ maxLength: 12 }) },
    }),
    { maxLength: most },
  );

/** A version of a plan, and the one that some acts of its authors made of it. */
export const twoVersions: fc.Arbitrary<[VersionNode[], VersionNode[]]> = fc
  .tuple(acts(40), acts(25))
  .map(([first, then]) => {
    const before = first.reduce((nodes, act, step) => done(nodes, act, `a${step}`), areas);
    return [before, then.reduce((nodes, act, step) => done(nodes, act, `b${step}`), before)];
  });

const areas: VersionNode[] = ["x", "y"].map((id, place) => ({ id, level: "area", place, words: wordsOf(id) }));

function done(nodes: VersionNode[], { kind, which, where, text }: Act, id: string): VersionNode[] {
  const node = nodes[which % Math.max(nodes.length, 1)];
  switch (kind) {
    case "add": {
      const level = levelUnder(node?.level);
      if (!level) return nodes;
      return placed(nodes, { id, level, parent: node?.id, place: 0, words: wordsOf(text) }, where);
    }
    case "remove": {
      const gone = node ? subtree(nodes, node.id) : new Set();
      return nodes.filter((one) => !gone.has(one.id));
    }
    case "move": {
      if (!node) return nodes;
      const parents = nodes.filter(({ level }) => levelUnder(level) === node.level);
      const parent = parents[where % Math.max(parents.length, 1)]?.id;
      return placed(
        nodes.filter((one) => one !== node),
        { ...node, parent },
        where,
      );
    }
    case "reword":
      return nodes.map((one) => (one === node ? { ...one, words: wordsOf(text, { text, partner: text }) } : one));
  }
}

/** The node among its siblings, after so many of them; gaps between places are as good as none. */
export function placed(nodes: readonly VersionNode[], node: VersionNode, where: number): VersionNode[] {
  const siblings = inPlace(nodes.filter(({ parent }) => parent === node.parent));
  const ordered = siblings.toSpliced(where % (siblings.length + 1), 0, node);
  return [
    ...nodes.filter(({ parent }) => parent !== node.parent),
    ...ordered.map((one, at) => ({ ...one, place: at * 3 })),
  ];
}

function subtree(nodes: readonly VersionNode[], id: string): Set<string> {
  const under = nodes.filter(({ parent }) => parent === id);
  return new Set([id, ...under.flatMap((one) => [...subtree(nodes, one.id)])]);
}

/** A version as a reader has it: what stands where. */
export const readingOf = (nodes: readonly VersionNode[]) =>
  outlineOf(nodes).map(({ number, node: { id, level, words } }) => ({ number, id, level, words }));
