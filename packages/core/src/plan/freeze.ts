import { create, Lost, type World } from "../kit/index.ts";
import { nodesOf, type Plan } from "./records.ts";
import { FrozenNode, frozenNodes, type PlanVersion, versionsOf } from "./review-records.ts";
import { outlineOf } from "./rules.ts";
import { contentHash } from "./versions.ts";

/** So many nodes go into one transaction. */
const NODES_AT_ONCE = 90;

/**
 * The draft as it is now, kept as the plan's next version: its words and their hash do not change any more, while the authors
 * write on. The version's own record is for the caller to write; until then nobody sees it. Frozen again, nothing is kept twice.
 */
export async function freezeDraft(world: World, plan: Plan, by: string): Promise<PlanVersion> {
  const nodes = await nodesOf(world.table, plan.id);
  const outline = outlineOf(nodes).map(({ node }) => node);
  // Somebody has moved or removed something while it was being read.
  if (outline.length !== nodes.length) throw new Lost(`${plan.id} was changed while it was read`);
  const hash = contentHash(outline);
  const kept = new Set((await frozenNodes(world.table, { plan: plan.id, hash })).map(({ id }) => id));
  const left = outline
    .filter(({ id }) => !kept.has(id))
    .map(({ id, level, parent, place, words }) =>
      create(FrozenNode, { plan: plan.id, hash, id, level, place, words, ...(parent && { parent }) }),
    );
  for (let from = 0; from < left.length; from += NODES_AT_ONCE) {
    await world.table.write(left.slice(from, from + NODES_AT_ONCE));
  }
  const number = (await versionsOf(world.table, plan.id)).length + 1;
  return { plan: plan.id, number, title: plan.title, hash, at: world.clock.now(), by };
}
