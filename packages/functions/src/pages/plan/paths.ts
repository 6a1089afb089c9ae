import type { Plan } from "@quorate/core/plan";
import { plansPath } from "../console.tsx";

export const planPath = ({ network, id }: Pick<Plan, "network" | "id">) => `${plansPath(network)}/${id}`;
export const nodePath = (plan: Pick<Plan, "network" | "id">, node: string) => `${planPath(plan)}/${node}`;

/** Where something is added: under a node, or an area to the plan. */
export const addPath = (plan: Pick<Plan, "network" | "id">, parent?: string) =>
  parent === undefined ? `${planPath(plan)}/add` : `${nodePath(plan, parent)}/add`;
