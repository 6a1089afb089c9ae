import type { Plan } from "@quorate/core/plan";
import { plansPath } from "../console.tsx";

export const planPath = ({ network, id }: Pick<Plan, "network" | "id">) => `${plansPath(network)}/${id}`;
export const templatePath = (network: string) => `${plansPath(network)}/template`;
export const roundsPath = (plan: Pick<Plan, "network" | "id">) => `${planPath(plan)}/rounds`;
export const publishPath = (plan: Pick<Plan, "network" | "id">) => `${planPath(plan)}/publish`;
/** Where everybody reads a version that is public. */
export const publicPath = (plan: string, version: number) => `/plans/${plan}/${version}`;
export const authorsPath = (plan: Pick<Plan, "network" | "id">) => `${planPath(plan)}/authors`;

/** Where a plan is written: the coordinators' page of it, or an author's by her link. */
type At = { path: string };

export const nodePath = ({ path }: At, node: string) => `${path}/${node}`;

/** Where something is added: under a node, or an area to the plan. */
export const addPath = (desk: At, parent?: string) =>
  parent === undefined ? `${desk.path}/add` : `${nodePath(desk, parent)}/add`;

/** The comments of a round. */
export const commentsPath = (plan: Pick<Plan, "network" | "id">, round: number) =>
  `${roundsPath(plan)}/${round}/comments`;
