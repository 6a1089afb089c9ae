import { awaitSignal } from "../../ask/index.ts";
import { secondsBetween } from "../../kit/index.ts";
import { endRow, moveRow, required, say, type Task } from "../../process/index.ts";
import { readSession, Session } from "../records.ts";

/** Whether the recorder has closed the meeting, or it is to be told that it is at another time or place. */
export const CheckMeeting: Task = async (world, { process }) => {
  const { stage, meeting, deadlines, told, sequence, correctionDays } = await readSession(world, process);
  const now = world.clock.now();
  if (stage === "invitation") return say("invited");
  if (told < sequence) return say("moved");
  if (meeting === "closed") {
    const next = correctionDays === undefined ? "held" : "draft";
    await moveRow(world, Session, process, async (session) =>
      session.stage === "meeting" ? { changes: { stage: next }, act: "held" } : undefined,
    );
    return say(next === "held" ? "closed" : "minutes");
  }
  if (now >= deadlines.meeting) return say("lapsed");
  return { word: "wait", seconds: Math.max(1, secondsBetween(now, deadlines.meeting)) };
};

export const AwaitMeeting: Task = async (world, { process, token }) => {
  await awaitSignal(world, process, required(token), async () => {
    const { meeting, stage, told, sequence } = await readSession(world, process);
    return meeting === "closed" || meeting === "cancelled" || stage !== "meeting" || told < sequence;
  });
  return say("waiting");
};

/** The session has ended: nothing of it is asked any more. */
export const End: Task = async (world, { process }) => {
  await endRow(world, Session, process);
  return say("ended");
};
