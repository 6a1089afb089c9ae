import { appendEntry } from "../journal/index.ts";
import { replace } from "../kit/index.ts";
import type { Rolls } from "../people/index.ts";
import { Election, readElection } from "./records.ts";

/** The rolls of elections, as the pages about people ask for them. */
export const rolls: Rolls = {
  async isOpen(world, process) {
    const election = await world.table.get(Election, { id: process });
    return election !== undefined && election.state !== "ended";
  },

  async answerable(world, process) {
    const { declarers, verifiers } = await readElection(world, process);
    return [...new Set([...declarers, ...verifiers])];
  },

  async note(world, process, entry) {
    const election = await readElection(world, process);
    const { head, write } = appendEntry(election.journal, { ...entry, process, at: world.clock.now() });
    return [replace(Election, election, { ...election, journal: head }), write];
  },
};
