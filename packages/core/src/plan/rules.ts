import { PlanLevel } from "./levels.ts";
import type { PlanNode } from "./records.ts";

/** A node where it stands in its plan: `2.1.3` is the third task under the first goal of the second area. */
export type Outlined<N> = { number: string; node: N };

type Standing = Pick<PlanNode, "id" | "place"> & { parent?: string | undefined };

/** The nodes as they are read, each before those under it. A node whose own one is not there is left out. */
export function outlineOf<N extends Standing>(nodes: readonly N[]): Outlined<N>[] {
  const under = Map.groupBy(nodes, ({ parent }) => parent);
  const from = (parent: string | undefined, prefix: string): Outlined<N>[] =>
    inPlace(under.get(parent) ?? []).flatMap((node, index) => {
      const number = `${prefix}${index + 1}`;
      return [{ number, node }, ...from(node.id, `${number}.`)];
    });
  return from(undefined, "");
}

/** Nodes under the same one in the order of their places. */
export function inPlace<N extends Standing>(nodes: readonly N[]): N[] {
  return nodes.toSorted((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
}

/** The level under this one in a plan of so many; none under the last. */
export function levelUnder(
  level: PlanLevel | undefined,
  depth: number = PlanLevel.options.length,
): PlanLevel | undefined {
  const next = level === undefined ? 0 : PlanLevel.options.indexOf(level) + 1;
  return next < depth ? PlanLevel.options[next] : undefined;
}

/** The same nodes with this one a place further up or down; as they were where there is nothing further. */
export function moved<N extends Standing>(siblings: readonly N[], id: string, to: "up" | "down"): N[] {
  const ordered = inPlace(siblings);
  const from = ordered.findIndex((one) => one.id === id);
  const other = to === "up" ? from - 1 : from + 1;
  const [node, gives] = [ordered[from], ordered[other]];
  return node && gives ? ordered.with(from, gives).with(other, node) : ordered;
}
