import * as v from "valibot";
import {
  command,
  create,
  type Instant,
  Lost,
  newId,
  Refusal,
  replace,
  type Stored,
  type World,
  type Write,
} from "../kit/index.ts";
import { readPlan } from "./acts.ts";
import { diff, type NodeChange } from "./diff.ts";
import { MOST_CHILDREN } from "./levels.ts";
import { notOutline, type OutlineLine, outlineFrom, readOutline } from "./outline.ts";
import { everyNodeOf, NodeVersion, nodesOf, PlanNode } from "./records.ts";
import { outlineOf } from "./rules.ts";
import { levelsOf, type PlanTemplate } from "./template.ts";
import { textOutline } from "./text-outline.ts";
import { contentHash, type VersionNode } from "./versions.ts";

/** So many nodes with their versions go into one transaction. */
const NODES_AT_ONCE = 45;

/**
 * Reads the outline in a file, by what it begins with: a DOCX document with headings, a workbook, or text as CSV. Refuses what
 * cannot be read or is no outline with `input.invalid`.
 */
export async function readPlanFile(world: World, file: Uint8Array, name: string): Promise<OutlineLine[]> {
  const isArchive = file[0] === 0x50 && file[1] === 0x4b;
  const isOld = file[0] === 0xd0 && file[1] === 0xcf;
  if (isArchive && /\.xlsx$/i.test(name)) {
    const table = await world.documents.readTable(file);
    if (table.kind === "unreadable") throw notOutline(`file-${table.why}`, {});
    return outlineFrom(table.rows);
  }
  if (isArchive || isOld || /\.docx?$/i.test(name)) {
    const text = await world.documents.readText(file);
    if (text.kind === "unreadable") throw notOutline(`file-${text.why}`, {});
    return textOutline(text.blocks);
  }
  try {
    return readOutline(new TextDecoder("utf-8", { fatal: true }).decode(file));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw notOutline("file-other", {});
  }
}

/**
 * The version that an outline makes of another one. A line is the node whose id it has; one without an id is the node with the
 * same title and level that no other line is, first of all under the same parent; any other line is new. Refuses what the
 * template or a node does not take.
 */
export function versionFrom(
  before: readonly VersionNode[],
  lines: readonly OutlineLine[],
  template: PlanTemplate,
  freshId: () => string,
): VersionNode[] {
  const levels = levelsOf(template);
  if (lines.some(({ level }) => !levels.includes(level))) throw notOutline("outline-deep", { limit: template.depth });
  const matched = idsOf(before, lines, freshId);
  const places = new Map<string | undefined, number>();
  const nodes = lines.map(({ level, words }, at): VersionNode => {
    const { id, parent } = matched[at] ?? { id: freshId(), parent: undefined };
    const place = places.get(parent) ?? 0;
    places.set(parent, place + 1);
    return { id, level, place, words, ...(parent && { parent }) };
  });
  if (Math.max(0, ...places.values()) > MOST_CHILDREN) throw notOutline("outline-wide", { limit: MOST_CHILDREN });
  return nodes;
}

type Matched = { id: string; parent: string | undefined };

/** The id of each line and of the one that it stands under. */
function idsOf(before: readonly VersionNode[], lines: readonly OutlineLine[], freshId: () => string): Matched[] {
  const levelById = new Map(before.map(({ id, level }) => [id, level]));
  // An id counts for the first line that has it, and never across levels: a copied line is a new node.
  const named = new Map<string, OutlineLine>();
  for (const line of lines) {
    const known = line.id && levelById.get(line.id);
    if (line.id && !named.has(line.id) && (!known || known === line.level)) named.set(line.id, line);
  }
  const taken = new Set(named.keys());
  const alike = Map.groupBy(before, ({ level, words }) => `${level} ${words.title}`);
  const last = new Map<string, string>();
  const levels: OutlineLine["level"][] = ["area", "goal", "task", "activity"];
  return lines.map((line) => {
    const above = levels[levels.indexOf(line.level) - 1];
    const parent = above && last.get(above);
    const free = (alike.get(`${line.level} ${line.words.title}`) ?? []).filter(({ id }) => !taken.has(id));
    const same = free.find((one) => one.parent === parent) ?? free[0];
    const id = line.id && named.get(line.id) === line ? line.id : (same?.id ?? freshId());
    taken.add(id);
    last.set(line.level, id);
    return { id, parent };
  });
}

/** What a file would make of the draft, and the hash of the draft that this was found against. */
export type ImportPreview = { changes: NodeChange[]; after: VersionNode[]; before: VersionNode[]; hash: string };

/** What this outline would make of the plan's draft. Writes nothing. */
export async function previewImport(
  world: World,
  { network, plan: id }: { network: string; plan: string },
  lines: readonly OutlineLine[],
): Promise<ImportPreview> {
  const plan = await readPlan(world, network, id);
  const before = await nodesOf(world.table, id);
  const after = versionFrom(before, lines, plan.template, () => newId(world.random, "planNode"));
  return { before, after, changes: diff(before, after), hash: contentHash(before) };
}

const Importing = v.object({
  ...{ network: v.string(), plan: v.string(), actor: v.string() },
  outline: v.string(),
  /** The hash of the draft that she was shown what would change against. */
  hash: v.string(),
});

/**
 * The draft is what the outline says from now on: its nodes keep their ids and histories, and what is not in it is removed.
 * `changed`: somebody has written on the draft since it was shown, or writes on it at this moment; what of the outline was not
 * taken over yet is there to be looked at and taken over again.
 */
export const applyImport = command(Importing, async (world, { network, plan: id, actor, outline, hash }) => {
  const plan = await readPlan(world, network, id);
  const every = await everyNodeOf(world.table, id);
  const before = every.filter(({ removedAt }) => !removedAt);
  if (contentHash(before) !== hash) return { kind: "changed" as const };
  const after = versionFrom(before, readOutline(outline), plan.template, () => newId(world.random, "planNode"));
  const steps = writesFor({ plan: id, every, after, actor, now: world.clock.now() });
  try {
    for (let from = 0; from < steps.length; from += NODES_AT_ONCE) {
      await world.table.write(steps.slice(from, from + NODES_AT_ONCE).flat());
    }
  } catch (error) {
    if (error instanceof Lost) return { kind: "changed" as const };
    throw error;
  }
  return { kind: "imported" as const };
});

type Step = {
  plan: string;
  every: readonly Stored<PlanNode>[];
  after: readonly VersionNode[];
  actor: string;
  now: Instant;
};

/** The writes of each node that is not as it should be: from the outside in, and then those that go, from the inside out. */
function writesFor({ plan, every, after, actor, now }: Step): Write[][] {
  const stored = new Map(every.map((node) => [node.id, node]));
  const stays = new Set(after.map(({ id }) => id));
  const written = outlineOf(after).flatMap(({ node }) => {
    const was = stored.get(node.id);
    const isReworded = !was || was.removedAt !== undefined || !isSame(was.words, node.words);
    const isThere = was && !isReworded && was.parent === node.parent && was.place === node.place;
    if (isThere) return [];
    const { id, level, parent, place, words } = node;
    const version = (was?.version ?? 0) + (isReworded ? 1 : 0);
    const next: PlanNode = { plan, id, level, place, words, version, ...(parent && { parent }) };
    const history = isReworded ? [create(NodeVersion, { plan, node: id, version, words, by: actor, at: now })] : [];
    return [[was ? replace(PlanNode, was, next) : create(PlanNode, next), ...history]];
  });
  const leaving = outlineOf(every.filter(({ removedAt }) => !removedAt))
    .map(({ node }) => node)
    .filter(({ id }) => !stays.has(id))
    .toReversed();
  return [...written, ...leaving.map((node) => [replace(PlanNode, node, { ...node, removedAt: now })])];
}

function isSame(a: PlanNode["words"], b: PlanNode["words"]): boolean {
  const names = Object.keys(a);
  return JSON.stringify(a, names) === JSON.stringify(b, names);
}
