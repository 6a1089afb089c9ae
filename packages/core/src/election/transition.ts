import type { JournalEntry } from "../journal/index.ts";
import type { Stored, World, Write } from "../kit/index.ts";
import { type Decide, moveRow } from "../process/index.ts";
import { Election, type Stage } from "./records.ts";

/** One step of an election, in one transaction with its journal's entry. */
export function move(world: World, id: string, decide: Decide<Election>): Promise<Stored<Election>> {
  return moveRow(world, Election, id, decide);
}

/** Goes on from one stage to the next; nothing when somebody has done it already. */
export async function enter(
  world: World,
  id: string,
  from: Stage,
  to: Stage,
  act: string,
  more: { facts?: JournalEntry["facts"]; writes?: Write[] } = {},
): Promise<void> {
  await move(world, id, async ({ stage }) => (stage === from ? { changes: { stage: to }, act, ...more } : undefined));
}
