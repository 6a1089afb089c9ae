import * as v from "valibot";
import { textIn } from "../i18n/index.ts";
import { command, create, newId, Refusal, replace, type Stored, untilWritten, type World } from "../kit/index.ts";
import { Network } from "../people/index.ts";
import { emptyWords, LONGEST_TITLE, MOST_CHILDREN, MOST_NODES, NodeWords, PlanLevel } from "./levels.ts";
import { type OutlineLine, readOutline } from "./outline.ts";
import { NodeVersion, nodesOf, Plan, PlanNode } from "./records.ts";
import { inPlace, levelUnder } from "./rules.ts";
import { levelsOf, readyTemplates, templateOf } from "./template.ts";

/** A node and its first version are two writes, and a transaction takes a hundred. */
const NODES_AT_ONCE = 50;

const NewPlan = v.object({
  ...{ network: v.string(), actor: v.string() },
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_TITLE)),
  outline: v.string(),
  /** A ready template; the network's own where none is named. */
  template: v.optional(v.picklist(["plain", "municipality"])),
});

/**
 * From now on the network has this plan, with the nodes of the outline, or without one with the areas of its template. Refuses
 * what is no outline, and one that goes deeper than the template (`input.invalid`).
 */
export const beginPlan = command(
  NewPlan,
  async (world, { outline, actor, network, title, ...how }): Promise<string> => {
    const template = how.template ? readyTemplates[how.template] : await templateOf(world.table, network);
    const plan: Plan = {
      ...{ network, title, template, id: newId(world.random, "plan"), createdAt: world.clock.now(), createdBy: actor },
    };
    const locale = (await world.table.get(Network, { id: network }))?.locale;
    const lines = readOutline(outline);
    const deepest = lines.findIndex(({ level }) => !levelsOf(template).includes(level));
    if (deepest >= 0) throw wrong("outline", "outline-deep", template.depth);
    const begun = lines.length > 0 || !locale ? lines : template.areas.map((area) => areaLine(textIn(locale, area)));
    const nodes = nodesFrom(world, plan.id, begun);
    for (let from = 0; from < nodes.length; from += NODES_AT_ONCE) {
      const some = nodes.slice(from, from + NODES_AT_ONCE);
      await world.table.write(some.flatMap((node) => [create(PlanNode, node), keep(world, node, actor)]));
    }
    // The plan comes last: cut off before it, nobody ever sees the nodes.
    await world.table.write([create(Plan, plan)]);
    return plan.id;
  },
);

function areaLine(title: string): OutlineLine {
  return { level: "area", words: { ...emptyWords, title } };
}

function nodesFrom(world: World, plan: string, lines: readonly OutlineLine[]): PlanNode[] {
  const nodes: PlanNode[] = [];
  const last = new Map<PlanLevel, string>();
  for (const [place, { level, words }] of lines.entries()) {
    const id = newId(world.random, "planNode");
    const above = PlanLevel.options[PlanLevel.options.indexOf(level) - 1];
    const parent = above && last.get(above);
    nodes.push({ ...{ plan, id, level, place, words, version: 1 }, ...(parent && { parent }) });
    last.set(level, id);
  }
  const most = Math.max(0, ...[...Map.groupBy(nodes, ({ parent }) => parent).values()].map((some) => some.length));
  if (most > MOST_CHILDREN) throw wrong("outline", "outline-wide", MOST_CHILDREN);
  return nodes;
}

const Adding = v.object({
  ...{ network: v.string(), plan: v.string(), actor: v.string(), parent: v.optional(v.string()), words: NodeWords },
});

/**
 * A new node stands last under its parent, or last of the areas; its id is returned. Refuses one deeper than
 * the plan's template, one under a node that is not there any more (`not-found`), and one more than a plan or a node takes (`input.invalid`).
 */
export const addNode = command(Adding, (world, { network, plan, actor, parent: under, words }) =>
  untilWritten(async (): Promise<string> => {
    const { template } = await readPlan(world, network, plan);
    const nodes = await nodesOf(world.table, plan);
    const parent = nodes.find(({ id }) => id === under);
    const level = levelUnder(parent?.level, template.depth);
    if ((under !== undefined && !parent) || !level) throw new Refusal("not-found");
    const siblings = inPlace(nodes.filter((one) => one.parent === under));
    if (siblings.length >= MOST_CHILDREN) throw wrong("title", "outline-wide", MOST_CHILDREN);
    if (nodes.length >= MOST_NODES) throw wrong("title", "outline-large", MOST_NODES);
    const node: PlanNode = {
      ...{ plan, level, words, id: newId(world.random, "planNode"), place: (siblings.at(-1)?.place ?? -1) + 1 },
      ...{ version: 1, ...(under && { parent: under }) },
    };
    // The parent is written as it is, so that nobody takes it out in the same moment.
    const held = parent ? [replace(PlanNode, parent, parent)] : [];
    await world.table.write([create(PlanNode, node), keep(world, node, actor), ...held]);
    return node.id;
  }),
);

const Saving = v.object({
  ...{ plan: v.string(), node: v.string(), actor: v.string(), words: NodeWords },
  /** The version that the author had before her when she began to write. */
  version: v.pipe(v.number(), v.safeInteger()),
});

/** What became of words that were sent: of two authors, the second is told what both had before them and what the first made of it. */
export type Saved =
  | { kind: "saved"; version: number }
  | { kind: "conflict"; base: NodeVersion; theirs: NodeVersion }
  | { kind: "removed" };

/**
 * The node says this from now on, and what it said before stays in its history. Where somebody else has saved other words since
 * `version`, or has removed it, nothing is written: she is told so, with both texts and the one they come from.
 */
export const saveNode = command(Saving, (world, { plan, node: id, actor, words, version }) =>
  untilWritten(async (): Promise<Saved> => {
    const node = await world.table.get(PlanNode, { plan, id });
    if (!node) throw new Refusal("not-found");
    if (node.removedAt) return { kind: "removed" };
    if (sameWords(node.words, words)) return { kind: "saved", version: node.version };
    if (node.version !== version) {
      const base = await versionOf(world, node, version);
      return { kind: "conflict", base, theirs: await versionOf(world, node, node.version) };
    }
    const next = { ...node, words, version: version + 1 };
    await world.table.write([replace(PlanNode, node, next), keep(world, next, actor)]);
    return { kind: "saved", version: next.version };
  }),
);

const Removing = v.object({ plan: v.string(), node: v.string() });

/** The node is out of the draft; its history is kept. Refuses one that others stand under (`input.invalid`). */
export const removeNode = command(Removing, (world, { plan, node: id }) =>
  untilWritten(async (): Promise<void> => {
    const node = await readNode(world, plan, id);
    const nodes = await nodesOf(world.table, plan);
    if (nodes.some(({ parent }) => parent === id)) throw wrong("title", "has-nodes", 0);
    await world.table.write([replace(PlanNode, node, { ...node, removedAt: world.clock.now() })]);
  }),
);

/** The plan of the network; refuses `not-found`. */
export async function readPlan(world: World, network: string, id: string): Promise<Stored<Plan>> {
  const plan = await world.table.get(Plan, { network, id });
  if (!plan) throw new Refusal("not-found");
  return plan;
}

/** A node of the plan's draft; refuses `not-found`, of a removed one too. */
export async function readNode(world: World, plan: string, id: string): Promise<Stored<PlanNode>> {
  const node = await world.table.get(PlanNode, { plan, id });
  if (!node || node.removedAt) throw new Refusal("not-found");
  return node;
}

async function versionOf(world: World, { plan, id: node }: PlanNode, version: number): Promise<NodeVersion> {
  const found = await world.table.get(NodeVersion, { plan, node, version });
  if (!found) throw new Refusal("page.stale");
  return found;
}

function keep(world: World, { plan, id: node, version, words }: PlanNode, by: string) {
  return create(NodeVersion, { plan, node, version, words, by, at: world.clock.now() });
}

function sameWords(a: NodeWords, b: NodeWords): boolean {
  const names = Object.keys(NodeWords.entries);
  const of = (words: NodeWords) => JSON.stringify(words, names);
  return of(a) === of(b);
}

function wrong(field: string, code: string, limit: number): Refusal {
  return new Refusal("input.invalid", { problems: [{ field, code, details: { limit } }] });
}
