import { canonical, sha256 } from "../kit/index.ts";
import type { PlanNode } from "./records.ts";
import { outlineOf } from "./rules.ts";

/** What belongs to a version of a plan: its nodes, whether they come from the draft or from a frozen one. */
export type VersionNode = Pick<PlanNode, "id" | "level" | "place" | "words"> & { parent?: string | undefined };

/**
 * The hash of everything that a version says and of the order it says it in: two versions have the same one only where they are
 * the same to a reader, whoever saved them, in which order, and with which gaps between their places.
 */
export function contentHash(nodes: readonly VersionNode[]): string {
  return sha256(
    canonical(outlineOf(nodes).map(({ number, node: { id, level, words } }) => ({ number, id, level, words }))),
  );
}
