import * as Election from "@quorate/core/election";
import type { World } from "@quorate/core/kit";
import { sweepPeople } from "@quorate/core/people";
import type { mailer } from "../mailer.ts";

/**
 * Picks up what a crash left, once a minute: letters and batches, requests and imports, executions that were never started,
 * signals that nobody raised, and processes that failed where no Catch could see it. Nothing here is needed when nothing
 * failed, and everything may be done again.
 */
export async function sweep(world: World, letters: ReturnType<typeof mailer>): Promise<void> {
  await each(world, "sweep.outbox", () => letters.sweep());
  await each(world, "sweep.people", () => sweepPeople(world));
  for (const election of await Election.openElections(world.table)) {
    await each(world, "sweep.election", () => sweepElection(world, election));
  }
}

async function sweepElection(world: World, election: Election.Election): Promise<void> {
  if (election.state !== "running") return;
  const { network, id: process } = election;
  const status = await world.processes.status("election", Election.executionName(election));
  switch (status) {
    case undefined:
      return world.processes.start("election", Election.executionName(election), { network, process });
    case "failed":
      await Election.Park(world, { network, process, at: "execution", fault: "execution-failed" });
      return;
    case "running":
      return Election.signalIfDue(world, election);
    case "ended":
      return;
  }
}

/** One fault does not keep the rest from being swept. */
async function each(world: World, event: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (fault) {
    world.log.error(event, fault);
  }
}
