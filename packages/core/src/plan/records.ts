import * as v from "valibot";
import { defineRecord, Instant, listAll, type Stored, type Table } from "../kit/index.ts";
import { NodeWords, PlanLevel } from "./levels.ts";
import { PlanTemplate } from "./template.ts";

/** A progress plan of a network. */
export const Plan = defineRecord({
  kind: "plan",
  schema: v.object({
    ...{ network: v.string(), id: v.string(), title: v.string() },
    /** What it is like: the network's template when it was begun. */
    template: PlanTemplate,
    ...{ createdAt: Instant, createdBy: v.string() },
  }),
  key: ({ network, id }: { network: string; id: string }) => ({ pk: `network#${network}`, sk: `plan#${id}` }),
});
export type Plan = v.InferOutput<typeof Plan.schema>;

/** One node of a plan's working draft. Its id stays the same wherever it stands and whatever it says. */
export const PlanNode = defineRecord({
  kind: "plan-node",
  schema: v.object({
    ...{ plan: v.string(), id: v.string(), level: PlanLevel },
    /** The node that it stands under; none for an area. */
    parent: v.optional(v.string()),
    /** Its place among the nodes under the same one, by size. */
    place: v.number(),
    /** How often its words were saved, its first ones included. */
    version: v.number(),
    words: NodeWords,
    removedAt: v.optional(Instant),
  }),
  key: ({ plan, id }: { plan: string; id: string }) => ({ pk: `plan#${plan}`, sk: `node#${id}` }),
});
export type PlanNode = v.InferOutput<typeof PlanNode.schema>;

/** The words of a node as one author saved them, kept for good. */
export const NodeVersion = defineRecord({
  kind: "plan-node-version",
  schema: v.object({
    ...{ plan: v.string(), node: v.string(), version: v.number(), words: NodeWords },
    ...{ at: Instant, by: v.string() },
  }),
  key: ({ plan, node, version }: { plan: string; node: string; version: number }) => ({
    pk: `plan-history#${plan}`,
    sk: `${node}#${String(version).padStart(6, "0")}`,
  }),
});
export type NodeVersion = v.InferOutput<typeof NodeVersion.schema>;

/** The plans of a network, the newest first. */
export async function plansOf(table: Table, network: string): Promise<Stored<Plan>[]> {
  const plans = await listAll(table, Plan, `network#${network}`, "plan#");
  return plans.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** All nodes of a plan's draft but the removed ones, in no order. */
export async function nodesOf(table: Table, plan: string): Promise<Stored<PlanNode>[]> {
  return (await everyNodeOf(table, plan)).filter(({ removedAt }) => removedAt === undefined);
}

/** All nodes that a plan's draft ever had, in no order. */
export function everyNodeOf(table: Table, plan: string): Promise<Stored<PlanNode>[]> {
  return listAll(table, PlanNode, `plan#${plan}`, "node#");
}

/** Every saved version of a node's words, the newest first. */
export async function historyOf(table: Table, plan: string, node: string): Promise<Stored<NodeVersion>[]> {
  return (await listAll(table, NodeVersion, `plan-history#${plan}`, `${node}#`)).toReversed();
}
