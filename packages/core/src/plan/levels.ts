import * as v from "valibot";
import { LocalDate } from "../i18n/index.ts";

/** The levels of a plan, from the outside in: a node of one stands under a node of the one before it. */
export const PlanLevel = v.picklist(["area", "goal", "task", "activity"]);
export type PlanLevel = v.InferOutput<typeof PlanLevel>;

export const LONGEST_TITLE = 300;
export const LONGEST_TEXT = 5000;
/** So many nodes under one that all of them can change places in one step. */
export const MOST_CHILDREN = 90;
/** So many nodes that a plan is still read at once. */
export const MOST_NODES = 2000;

const short = v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_TITLE));

/** What a node of a plan says. A detail that is not known yet is empty. */
export const NodeWords = v.object({
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_TITLE)),
  text: v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_TEXT)),
  ...{ partner: short, indicator: short, responsible: short, budget: short },
  /** By when it is done. */
  due: v.union([v.literal(""), LocalDate]),
});
export type NodeWords = v.InferOutput<typeof NodeWords>;

/** Of a node that has a title only. */
export const emptyWords = { text: "", partner: "", indicator: "", responsible: "", due: "", budget: "" } as const;
