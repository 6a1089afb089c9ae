import * as v from "valibot";
import { appendEntry, emptyJournal, type JournalEntry, JournalHead } from "../journal/index.ts";
import { create, defineRecord, replace, type World, type Write } from "../kit/index.ts";

/** The last entry of a network's own journal: its offices, its mandates, and who coordinates it. */
export const NetworkJournal = defineRecord({
  kind: "network-journal",
  schema: v.object({ network: v.string(), journal: JournalHead }),
  key: ({ network }: { network: string }) => ({ pk: `network#${network}`, sk: "journal" }),
});

/**
 * The writes of the next entry in a network's journal: part of the transaction of what it says. Of two that are decided at
 * the same moment one is decided anew, so nobody acts on offices that have changed meanwhile.
 */
export async function noteInNetwork(
  world: World,
  network: string,
  { actor, act, facts = {} }: Pick<JournalEntry, "actor" | "act"> & { facts?: JournalEntry["facts"] },
): Promise<Write[]> {
  const kept = await world.table.get(NetworkJournal, { network });
  const at = world.clock.now();
  const { head, write } = appendEntry(kept?.journal ?? emptyJournal, { process: network, at, actor, act, facts });
  const next = { network, journal: head };
  return [kept ? replace(NetworkJournal, kept, next) : create(NetworkJournal, next), write];
}
