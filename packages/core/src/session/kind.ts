import { isDue, signal } from "../ask/index.ts";
import type { World } from "../kit/index.ts";
import { type ProcessKind, parkRow, stepCollection } from "../process/index.ts";
import { isNoLongerAsked } from "./invitation.ts";
import { process } from "./process.ts";
import { openSessions, readSession, Session } from "./records.ts";
import { tasks } from "./tasks.ts";

/** The session as its runtime knows it. */
export const kind: ProcessKind = {
  name: Session.kind,
  definition: process,
  tasks,
  findOpen: openSessions,
  park: (world, id, why) => parkRow(world, Session, id, why),
  signalIfDue,
};

/** Wakes the session if there is something to do where it waits: a signal that a crash has lost is raised again. */
async function signalIfDue(world: World, id: string): Promise<void> {
  const session = await readSession(world, id);
  if (session.stage === "invitation") {
    const collection = stepCollection(session, "invitation");
    if (await isDue(world, collection, isNoLongerAsked(world, id))) await signal(world, collection);
  }
  if (session.stage === "meeting" && session.meeting === "closed") await signal(world, id);
}
