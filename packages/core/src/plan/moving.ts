import * as v from "valibot";
import { command, Refusal, replace, untilWritten } from "../kit/index.ts";
import { MOST_CHILDREN } from "./levels.ts";
import { nodesOf, PlanNode } from "./records.ts";
import { inPlace, levelUnder, moved } from "./rules.ts";

const Shifting = v.object({ plan: v.string(), node: v.string(), to: v.picklist(["up", "down"]) });

/** The node changes places with the one before or after it; the first and the last stay where they are. */
export const moveNode = command(Shifting, (world, { plan, node: id, to }) =>
  untilWritten(async (): Promise<void> => {
    const nodes = await nodesOf(world.table, plan);
    const node = nodes.find((one) => one.id === id);
    if (!node) throw new Refusal("not-found");
    const siblings = nodes.filter(({ parent }) => parent === node.parent);
    const writes = moved(siblings, id, to).flatMap((one, place) =>
      one.place === place ? [] : [replace(PlanNode, one, { ...one, place })],
    );
    if (writes.length > 0) await world.table.write(writes);
  }),
);

const Moving = v.object({
  ...{ plan: v.string(), node: v.string() },
  /** The node that it stood under when she chose. */
  from: v.string(),
  to: v.string(),
});

/** What became of a move: of two authors who move one node, the second is told where the first has put it. */
export type Moved = { kind: "moved" } | { kind: "elsewhere"; parent: string };

/**
 * The node stands last under another one of the same level as before, with everything under it, and keeps its id, its words and
 * its history. Where somebody else has moved it since `from`, nothing is written. Refuses what is not there any more
 * (`not-found`, and `input.invalid` for the new place), what is of another level, and what is full.
 */
export const moveUnder = command(Moving, (world, { plan, node: id, from, to }) =>
  untilWritten(async (): Promise<Moved> => {
    const nodes = await nodesOf(world.table, plan);
    const node = nodes.find((one) => one.id === id);
    if (!node?.parent) throw new Refusal("not-found");
    if (node.parent === to) return { kind: "moved" };
    if (node.parent !== from) return { kind: "elsewhere", parent: node.parent };
    const parent = nodes.find((one) => one.id === to);
    if (!parent || levelUnder(parent.level) !== node.level) throw wrong("no-such-place", 0);
    const siblings = inPlace(nodes.filter((one) => one.parent === to));
    if (siblings.length >= MOST_CHILDREN) throw wrong("outline-wide", MOST_CHILDREN);
    const place = (siblings.at(-1)?.place ?? -1) + 1;
    // The new parent is written as it is, so that nobody takes it out in the same moment.
    await world.table.write([
      replace(PlanNode, node, { ...node, parent: to, place }),
      replace(PlanNode, parent, parent),
    ]);
    return { kind: "moved" };
  }),
);

function wrong(code: string, limit: number): Refusal {
  return new Refusal("input.invalid", { problems: [{ field: "to", code, details: { limit } }] });
}
