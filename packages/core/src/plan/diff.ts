import { diffArrays } from "diff";
import type { NodeWords } from "./levels.ts";
import { inPlace, outlineOf } from "./rules.ts";
import type { VersionNode } from "./versions.ts";

/** Where a node stands: under which one, and after which of those under it; first where there is none. */
export type Position = { parent?: string | undefined; after?: string | undefined };

/** A detail of a node that says something else than before. */
export type ChangedField = { field: Exclude<keyof NodeWords, "title">; before: string; after: string };

/** One thing that happened to one node between two versions. What is under a moved node comes along and is not named. */
export type NodeChange =
  | { kind: "removed"; node: VersionNode }
  | { kind: "added"; node: VersionNode; to: Position }
  | { kind: "moved"; id: string; from: Position; to: Position }
  | { kind: "renamed"; id: string; before: string; after: string }
  | { kind: "changed"; id: string; fields: ChangedField[] };

/** The details of a node besides its title, in the order they are read. */
export const detailFields = ["text", "partner", "indicator", "responsible", "due", "budget"] as const;

/**
 * What became of the nodes between two versions: first the removed ones as they stood, then the others in the order of the
 * version after. Of nodes that changed places as few as possible count as moved.
 */
export function diff(before: readonly VersionNode[], after: readonly VersionNode[]): NodeChange[] {
  const old = new Map(before.map((node) => [node.id, node]));
  const kept = new Set(after.map(({ id }) => id));
  const [were, are] = [positionsIn(before), positionsIn(after)];
  const gone = outlineOf(before).flatMap(({ node }): NodeChange[] =>
    kept.has(node.id) ? [] : [{ kind: "removed", node }],
  );
  const moved = movedBetween(before, after);
  const here = outlineOf(after).flatMap(({ node }): NodeChange[] => {
    const [was, to = {}] = [old.get(node.id), are.get(node.id)];
    if (!was) return [{ kind: "added", node, to }];
    const from = were.get(node.id) ?? {};
    return [
      ...(moved.has(node.id) ? [{ kind: "moved", id: node.id, from, to } as const] : []),
      ...changesOfWords(node.id, was.words, node.words),
    ];
  });
  return [...gone, ...here];
}

function changesOfWords(id: string, before: NodeWords, after: NodeWords): NodeChange[] {
  const fields = detailFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
  return [
    ...(before.title === after.title
      ? []
      : [{ kind: "renamed", id, before: before.title, after: after.title } as const]),
    ...(fields.length === 0 ? [] : [{ kind: "changed", id, fields } as const]),
  ];
}

/** The version that comes out of another one by what happened to its nodes. */
export function applyDiff(before: readonly VersionNode[], changes: readonly NodeChange[]): VersionNode[] {
  const nodes = new Map(before.map((node) => [node.id, node]));
  const leaving = new Set(changes.flatMap(leavesItsPlace));
  const order = orderOf(before.filter(({ id }) => !leaving.has(id)));
  for (const change of changes) {
    switch (change.kind) {
      case "removed":
        nodes.delete(change.node.id);
        break;
      case "added":
        nodes.set(change.node.id, change.node);
        insert(order, change.node.id, change.to);
        break;
      case "moved":
        insert(order, change.id, change.to);
        break;
      case "renamed":
        reword(nodes, change.id, { title: change.after });
        break;
      case "changed":
        reword(nodes, change.id, Object.fromEntries(change.fields.map(({ field, after }) => [field, after])));
        break;
    }
  }
  return [...order].flatMap(([parent, ids]) =>
    ids.flatMap((id, place) => {
      const node = nodes.get(id);
      return node ? [{ ...node, parent, place }] : [];
    }),
  );
}

function leavesItsPlace(change: NodeChange): string[] {
  if (change.kind === "removed") return [change.node.id];
  return change.kind === "moved" ? [change.id] : [];
}

type Order = Map<string | undefined, string[]>;

/** The ids under each node in their order. */
function orderOf(nodes: readonly VersionNode[]): Order {
  const under = Map.groupBy(nodes, ({ parent }) => parent);
  return new Map([...under].map(([parent, some]) => [parent, inPlace(some).map(({ id }) => id)]));
}

function insert(order: Order, id: string, { parent, after }: Position): void {
  const ids = order.get(parent) ?? [];
  order.set(parent, ids.toSpliced(after === undefined ? 0 : ids.indexOf(after) + 1, 0, id));
}

function reword(nodes: Map<string, VersionNode>, id: string, words: Partial<NodeWords>): void {
  const node = nodes.get(id);
  if (node) nodes.set(id, { ...node, words: { ...node.words, ...words } });
}

function positionsIn(nodes: readonly VersionNode[]): Map<string, Position> {
  return new Map(
    [...orderOf(nodes)].flatMap(([parent, ids]) =>
      ids.map((id, place): [string, Position] => [id, { parent, after: ids[place - 1] }]),
    ),
  );
}

/** Those that are under another node than before, and the fewest of the others by whose moves their order came about. */
function movedBetween(before: readonly VersionNode[], after: readonly VersionNode[]): Set<string> {
  const [was, is] = [orderOf(before), orderOf(after)];
  const stood = new Map(before.map(({ id, parent }) => [id, parent]));
  return new Set(
    [...is].flatMap(([parent, ids]) => {
      const staying = ids.filter((id) => stood.has(id) && stood.get(id) === parent);
      const there = new Set(staying);
      const ordered = (was.get(parent) ?? []).filter((id) => there.has(id));
      const shifted = diffArrays(ordered, staying).flatMap(({ added, value }) => (added ? value : []));
      return [...ids.filter((id) => stood.has(id) && !there.has(id)), ...shifted];
    }),
  );
}
