import { awaitSignal } from "../ask/index.ts";
import { secondsBetween } from "../kit/index.ts";
import { endRow, moveRow, parkRow, required, say, type Task } from "../process/index.ts";
import { readSession, Session } from "./records.ts";

/** Where to go on, after a failure, a restore, or a year. */
export const Resume: Task = async (world, { process }) => say((await readSession(world, process)).stage);

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
export const tasks: Readonly<Record<string, Task>> = { Resume, CheckMeeting, AwaitMeeting, End, Park };
