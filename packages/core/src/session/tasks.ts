import { awaitSignal, Collection } from "../ask/index.ts";
import { secondsBetween } from "../kit/index.ts";
import {
  askStep,
  awaitStep,
  checkStep,
  endRow,
  moveRow,
  parkRow,
  required,
  say,
  stepCollection,
  type Task,
} from "../process/index.ts";
import { invitationAsking, invitees, isNoLongerAsked, repliesTo, replyFigures } from "./invitation.ts";
import { readSession, Session } from "./records.ts";

/** Where to go on, after a failure, a restore, or a year. */
export const Resume: Task = async (world, { process }) => say((await readSession(world, process)).stage);

/** Invites everybody, page by page, and reminds those who have not answered. What is too late to be asked is not asked. */
export const AskInvitation: Task = async (world, input) => {
  const session = await readSession(world, input.process);
  if (session.stage !== "invitation") return say("closed");
  await askStep(world, session, "invitation", invitationAsking(session), await invitees(world, session));
  return CheckInvitation(world, input);
};

export const AwaitInvitation: Task = async (world, input) =>
  awaitStep(world, await readSession(world, input.process), "invitation", input, isNoLongerAsked(world, input.process));

/** Whether the answers are in, their time is over, or the meeting has been opened; then their figures are in the journal. */
export const CheckInvitation: Task = async (world, { process }) => {
  const session = await readSession(world, process);
  if (session.stage !== "invitation") return say("closed");
  // Its time was over before anybody could be asked.
  const isBegun = await world.table.get(Collection, { id: stepCollection(session, "invitation") });
  if (isBegun) {
    const check = await checkStep(world, session, "invitation", isNoLongerAsked(world, process));
    if (check.word !== "closed") return check;
  }
  const facts = { ...replyFigures(await repliesTo(world, session)) };
  await moveRow(world, Session, process, async ({ stage }) =>
    stage === "invitation" ? { changes: { stage: "meeting" }, act: "invitation.closed", facts } : undefined,
  );
  return say("closed");
};

/** Whether the recorder has closed the meeting. */
export const CheckMeeting: Task = async (world, { process }) => {
  const { meeting, deadlines } = await readSession(world, process);
  const now = world.clock.now();
  if (meeting === "closed") {
    await moveRow(world, Session, process, async ({ stage }) =>
      stage === "meeting" ? { changes: { stage: "held" }, act: "held" } : undefined,
    );
    return say("closed");
  }
  if (now >= deadlines.meeting) return say("lapsed");
  return { word: "wait", seconds: Math.max(1, secondsBetween(now, deadlines.meeting)) };
};

export const AwaitMeeting: Task = async (world, { process, token }) => {
  await awaitSignal(world, process, required(token), async () => {
    return (await CheckMeeting(world, { network: "", process })).word !== "wait";
  });
  return say("waiting");
};

/** The session has ended: nothing of it is asked any more. */
export const End: Task = async (world, { process }) => {
  await endRow(world, Session, process);
  return say("ended");
};

/** The session's row says that it has stopped and why; the coordinator is told, once for each stop. */
export const Park: Task = async (world, { process, fault, at }) => {
  await parkRow(world, Session, process, { state: at ?? "unknown", fault: fault ?? "unknown" });
  return say("parked");
};

/** Every task by the name of its state. */
export const tasks: Readonly<Record<string, Task>> = {
  Resume,
  AskInvitation,
  AwaitInvitation,
  CheckInvitation,
  CheckMeeting,
  AwaitMeeting,
  End,
  Park,
};
