import { signal, signalAnswer } from "@quorate/core/ask";
import { enrol } from "@quorate/core/digest";
import type { World } from "@quorate/core/kit";
import { fulfilRequest } from "@quorate/core/people";
import { executionName } from "@quorate/core/process";
import * as Session from "@quorate/core/session";
import { processes } from "./processes.ts";

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
  const kind = processes.find(({ name }) => name === after.record);
  // What is only tried out has ended before it began.
  if (kind && changed("execution") && after.state !== "ended") await startProcess(world, kind.name, after);
  if (kind && before && changed("nudges")) await signal(world, String(after.id));
  switch (after.record) {
    case "ask":
      if (after.state === "answered" && changed("answer")) await signalAnswer(world, String(after.collection));
      return;
    case "approval":
      if (changed("state")) await carryOut(world, after);
      return;
    case "collection":
      if (before && changed("nudges")) await signal(world, String(after.id));
      return;
    case "session":
      if (changed("meeting") || changed("sequence")) await Session.kind.signalIfDue(world, String(after.id));
      if (isOver(after) && changed("meeting")) for (const id of idsIn(after)) await signal(world, id);
      return;
    case "member":
      if (after.standing === "active" && changed("standing")) {
        await enrol(world, { network: String(after.network), person: String(after.person) });
      }
      return;
    case "letter-request":
      if (!before) await fulfilRequest(world, String(after.id));
      return;
    default:
      return;
  }
}

/** What was decided and no machine waits for. */
async function carryOut(world: World, approval: Item): Promise<void> {
  const kind = processes.find(({ name }) => name === approval.carriedOutBy);
  if (approval.state !== "pending") await kind?.tend?.(world, String(approval.process));
}

/** Held to its end, or not to be held: no election waits for it any more. */
const isOver = (session: Item) => session.meeting === "closed" || session.meeting === "cancelled";

function idsIn(session: Item): string[] {
  return Array.isArray(session.elections) ? session.elections.map(String) : [];
}

async function startProcess(world: World, name: string, row: Item): Promise<void> {
  const process = { id: String(row.id), execution: Number(row.execution) };
  const input = { network: String(row.network), process: process.id };
  await world.processes.start(name, executionName(process), input);
}
