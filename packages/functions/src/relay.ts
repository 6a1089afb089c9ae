import { signal, signalAnswer } from "@quorate/core/ask";
import { executionName } from "@quorate/core/election";
import type { World } from "@quorate/core/kit";
import { fulfilRequest } from "@quorate/core/people";

/** One change of the table as its stream tells it: the item before and after, without DynamoDB's types. */
export type Change = { before?: Record<string, unknown>; after?: Record<string, unknown> };

type Item = Record<string, unknown>;

/** The ids of the letters that this change has put into the outbox. */
export function waitingLetter({ before, after }: Change): string | undefined {
  const isNew = after?.record === "letter" && after.state === "waiting" && before?.state !== "waiting";
  return isNew ? String(after.id) : undefined;
}

/**
 * What follows from a change of the table: machines are started and woken, requests for letters are fulfilled. The stream
 * is at least once, so everything here may come twice.
 */
export async function relayChange(world: World, { before, after }: Change): Promise<void> {
  if (!after) return;
  const changed = (field: string) => before?.[field] !== after[field];
  switch (after.record) {
    case "ask":
      if (after.state === "answered" && changed("answer")) await signalAnswer(world, String(after.collection));
      return;
    case "collection":
      if (before && changed("nudges")) await signal(world, String(after.id));
      return;
    case "session":
      if (after.state === "closed" && changed("state")) for (const id of idsIn(after)) await signal(world, id);
      return;
    case "election":
      if (changed("execution")) await startElection(world, after);
      return;
    case "letter-request":
      if (!before) await fulfilRequest(world, String(after.id));
      return;
    default:
      return;
  }
}

function idsIn(session: Item): string[] {
  return Array.isArray(session.elections) ? session.elections.map(String) : [];
}

async function startElection(world: World, row: Item): Promise<void> {
  const election = { id: String(row.id), execution: Number(row.execution) };
  await world.processes.start("election", executionName(election), {
    network: String(row.network),
    process: election.id,
  });
}
