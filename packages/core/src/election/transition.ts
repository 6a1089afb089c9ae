import { appendEntry, type JournalEntry } from "../journal/index.ts";
import { replace, type Stored, untilWritten, type World, type Write } from "../kit/index.ts";
import { Election, readElection } from "./records.ts";

/** One step of an election: what changes on its row, what the journal says of it, and what is written with it. */
export type Transition = {
  changes: Partial<Election>;
  /** The election is no longer parked. */
  unparked?: true;
  act: string;
  /** The member who acts; the machine itself if not given. */
  actor?: string;
  facts?: JournalEntry["facts"];
  writes?: Write[];
};

/**
 * Writes the row, the journal's next entry and what belongs to it in one transaction. `decide` looks at the row as it is
 * and may say that there is nothing to do (any more); it is asked again whenever somebody else wrote first.
 */
export function move(
  world: World,
  id: string,
  decide: (election: Stored<Election>) => Promise<Transition | undefined>,
): Promise<Stored<Election>> {
  return untilWritten(async () => {
    const election = await readElection(world, id);
    const step = await decide(election);
    if (!step) return election;
    const { head, write } = appendEntry(election.journal, {
      process: id,
      at: world.clock.now(),
      actor: step.actor ?? "quorate",
      act: step.act,
      ...(step.facts && { facts: step.facts }),
    });
    const { parked, ...kept } = election;
    const standing = step.unparked || parked === undefined ? kept : { ...kept, parked };
    const next: Election = { ...standing, ...step.changes, journal: head };
    await world.table.write([replace(Election, election, next), write, ...(step.writes ?? [])]);
    return { ...next, rev: election.rev + 1 };
  });
}
