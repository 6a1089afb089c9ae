import * as v from "valibot";
import { message, plain, Text } from "../i18n/index.ts";
import { command, create, defineRecord, replace, type Table, untilWritten } from "../kit/index.ts";
import { LONGEST_TITLE, type NodeWords, PlanLevel } from "./levels.ts";

/** The details of a node that a template may ask for. */
export const RequiredField = v.picklist(["text", "partner", "indicator", "responsible", "due", "budget"]);
export type RequiredField = v.InferOutput<typeof RequiredField>;

const MOST_LINES = 20;

/** What the plans of a network are like: data, so that every network has its own. */
export const PlanTemplate = v.object({
  /** The areas that a plan begins with, where it does not begin with an outline. */
  areas: v.pipe(v.array(Text), v.maxLength(MOST_LINES)),
  /** How many levels it has: with two it ends at its goals. */
  depth: v.picklist([2, 3, 4]),
  /** What has to be known of a node of each level before the plan is reviewed. */
  required: v.array(v.object({ level: PlanLevel, fields: v.array(RequiredField) })),
  /** What reviewers give points for. */
  rubric: v.pipe(v.array(v.object({ id: v.string(), text: Text })), v.maxLength(MOST_LINES)),
});
export type PlanTemplate = v.InferOutput<typeof PlanTemplate>;

const rubric = (["goals", "activities", "indicators", "partners"] as const).map((id) => ({
  id,
  text: message(`plan.template.rubric.${id}`),
}));

/** The ready templates: one with nothing in it, and that of a municipality's team with its four areas. */
export const readyTemplates = {
  plain: { areas: [], depth: 4, required: [], rubric },
  municipality: {
    areas: (["inclusion", "leadership", "steam", "culture"] as const).map((area) =>
      message(`plan.template.area.${area}`),
    ),
    depth: 4,
    required: [{ level: "activity", fields: ["partner", "indicator", "responsible", "due"] }],
    rubric,
  },
} as const satisfies Record<string, PlanTemplate>;

/** The template that a network has made its own. */
export const NetworkTemplate = defineRecord({
  kind: "plan-template",
  schema: v.object({ network: v.string(), template: PlanTemplate }),
  key: ({ network }: { network: string }) => ({ pk: `network#${network}`, sk: "plan-template" }),
});

/** What the next plan of this network is like: as the network has set it, or a plain one. */
export async function templateOf(table: Table, network: string): Promise<PlanTemplate> {
  return (await table.get(NetworkTemplate, { network }))?.template ?? readyTemplates.plain;
}

const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_TITLE));

const Setting = v.object({
  network: v.string(),
  /** In the words of the network. */
  areas: v.pipe(v.array(line), v.maxLength(MOST_LINES)),
  rubric: v.pipe(v.array(line), v.maxLength(MOST_LINES)),
  ...{ depth: PlanTemplate.entries.depth, required: PlanTemplate.entries.required },
});

/** The plans that this network begins from now on are like this; those it has stay as they are. */
export const setTemplate = command(Setting, (world, { network, areas, rubric: criteria, depth, required }) =>
  untilWritten(async (): Promise<void> => {
    const template: PlanTemplate = {
      areas: areas.map(plain),
      rubric: criteria.map((text, at) => ({ id: `c${at + 1}`, text: plain(text) })),
      ...{ depth, required },
    };
    const before = await world.table.get(NetworkTemplate, { network });
    const next = { network, template };
    await world.table.write([before ? replace(NetworkTemplate, before, next) : create(NetworkTemplate, next)]);
  }),
);

/** The levels of a plan under this template, from the outside in. */
export function levelsOf({ depth }: PlanTemplate): PlanLevel[] {
  return PlanLevel.options.slice(0, depth);
}

/** What the template asks for and the node does not say yet, in the order it is read. */
export function missingIn(
  { required }: PlanTemplate,
  { level, words }: { level: PlanLevel; words: NodeWords },
): RequiredField[] {
  const asked = required.find((one) => one.level === level)?.fields ?? [];
  return RequiredField.options.filter((field) => asked.includes(field) && words[field] === "");
}
