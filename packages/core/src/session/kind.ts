import { collectionId, isDue, signal } from "../ask/index.ts";
import type { World } from "../kit/index.ts";
import { type ProcessKind, parkRow, renewRow, stepCollection, turnOf } from "../process/index.ts";
import { isInvitationDue } from "./invitation.ts";
import { sessionNews } from "./news.ts";
import { process } from "./process.ts";
import { openSessions, readSession, Session, sessionsOf } from "./records.ts";
import { isOverdue } from "./rules.ts";
import { tasks } from "./tasks.ts";

/** The session as its runtime knows it. */
export const kind: ProcessKind = {
  name: Session.kind,
  definition: process,
  tasks,
  findIn: sessionsOf,
  findOpen: openSessions,
  park: (world, id, why) => parkRow(world, Session, id, why),
  renew: (world, id) => renewRow(world, Session, id),
  news: sessionNews,
  signalIfDue,
};

/** Wakes the session if there is something to do where it waits: a signal that a crash has lost is raised again. */
async function signalIfDue(world: World, id: string): Promise<void> {
  const session = await readSession(world, id);
  const { stage, meeting, told, sequence } = session;
  const isOver = meeting === "closed" || meeting === "cancelled";
  if (stage !== "meeting" || isOver || told < sequence || isOverdue(session, world.clock.now()))
    await signal(world, id);
  for (const step of ["draft", "corrections", "replies", "approval"] as const) {
    if (stage !== step) continue;
    const collection = stepCollection(session, step);
    if (await isDue(world, collection)) await signal(world, collection);
  }
  // It may still wait for what was asked before the session was moved to another day.
  for (let turn = turnOf(session, "invitation"); turn > 0; turn -= 1) {
    const collection = collectionId(id, "invitation", turn);
    if (await isInvitationDue(world, id, collection)) await signal(world, collection);
  }
}
