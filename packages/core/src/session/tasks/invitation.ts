import { awaitSignal, Collection, checkCollection, collectionId } from "../../ask/index.ts";
import type { World } from "../../kit/index.ts";
import { askStep, checkStep, moveRow, required, say, stepCollection, type Task, turnOf } from "../../process/index.ts";
import {
  invitationAsking,
  invitees,
  isInvitationDue,
  isNoLongerAsked,
  repliesTo,
  replyFigures,
} from "../invitation.ts";
import { readSession, Session } from "../records.ts";

/** Invites everybody, page by page, and reminds those who have not answered. What is too late to be asked is not asked. */
export const AskInvitation: Task = async (world, input) => {
  const session = await readSession(world, input.process);
  if (session.stage !== "invitation") return say("closed");
  if (!(await closeEarlier(world, session))) return say("remind");
  await askStep(world, session, "invitation", invitationAsking(session), await invitees(world, session));
  return CheckInvitation(world, input);
};

/** Closes what was asked before the session was moved to another day. False while forms of it are left. */
async function closeEarlier(world: World, session: Session): Promise<boolean> {
  for (let turn = 1; turn < turnOf(session, "invitation"); turn += 1) {
    const id = collectionId(session.id, "invitation", turn);
    const isThere = await world.table.get(Collection, { id });
    if (isThere && (await checkCollection(world, id)).word !== "closed") return false;
  }
  return true;
}

export const AwaitInvitation: Task = async (world, { process, token }) => {
  const collection = stepCollection(await readSession(world, process), "invitation");
  await awaitSignal(world, collection, required(token), () => isInvitationDue(world, process, collection));
  return say("waiting");
};

/** Whether the answers are in, their time is over, or the meeting has been opened; then their figures are in the journal. */
export const CheckInvitation: Task = async (world, { process }) => {
  const session = await readSession(world, process);
  if (session.stage !== "invitation") return say("closed");
  if (session.told < session.sequence) return say("moved");
  const isBegun = await world.table.get(Collection, { id: stepCollection(session, "invitation") });
  if (!isBegun && isTimeLeft(session, world)) return say("remind");
  // Where it was not begun, its time was over before anybody could be asked.
  if (isBegun) {
    const check = await checkStep(world, session, "invitation", isNoLongerAsked(world, process));
    if (check.word !== "closed") return check;
  }
  const facts = { ...replyFigures(await repliesTo(world, session)) };
  await moveRow(world, Session, process, async ({ stage, turns }) =>
    stage === "invitation" && turns.invitation === session.turns.invitation
      ? { changes: { stage: "meeting" }, act: "invitation.closed", facts }
      : undefined,
  );
  return say("closed");
};

function isTimeLeft({ deadlines, meeting }: Session, world: World): boolean {
  return meeting === "planned" && (deadlines.invitation ?? "") > world.clock.now();
}
