import { awaitSignal } from "../../ask/index.ts";
import { secondsBetween } from "../../kit/index.ts";
import { writeLetter } from "../../letter/index.ts";
import { Member } from "../../people/index.ts";
import { endRow, moveRow, required, say, type Task } from "../../process/index.ts";
import { readSession, Session } from "../records.ts";
import { isOverdue, overdueFrom } from "../rules.ts";

/** Whether the recorder has closed the meeting, is to be told that it is overdue, or all are to be told that it was moved. */
export const CheckMeeting: Task = async (world, { process }) => {
  const session = await readSession(world, process);
  const { stage, meeting, deadlines, told, sequence, correctionDays } = session;
  const now = world.clock.now();
  if (stage === "invitation") return say("invited");
  if (told < sequence) return say("moved");
  if (meeting === "closed") {
    const next = correctionDays === undefined ? "held" : "draft";
    await moveRow(world, Session, process, async (row) =>
      row.stage === "meeting" ? { changes: { stage: next }, act: "held" } : undefined,
    );
    return say(next === "held" ? "closed" : "minutes");
  }
  if (now >= deadlines.meeting) return say("lapsed");
  if (isOverdue(session, world.clock.now())) return say("overdue");
  const overdue = overdueFrom(session);
  const isAhead = overdue !== undefined && overdue.what !== session.overdue && overdue.at < deadlines.meeting;
  const next = isAhead ? overdue.at : deadlines.meeting;
  return { word: "wait", seconds: Math.max(1, secondsBetween(now, next)) };
};

/** Tells those who may open and close the meeting, she who planned it and the recorder, that it is overdue; once for each. */
export const TellOverdue: Task = async (world, { process }) => {
  await moveRow(world, Session, process, async (session) => {
    const { network, recorder, opener, sequence } = session;
    const overdue = overdueFrom(session);
    if (!overdue || !isOverdue(session, world.clock.now())) return undefined;
    const keys = [...new Set([recorder, opener])].map((id) => ({ network, id }));
    const found = await world.table.getMany(keys.map((key) => Member.key(key)));
    const told = keys.flatMap((key) => found.get(Member, key) ?? []).filter(({ coordinator }) => coordinator);
    return {
      ...{ changes: { overdue: overdue.what }, act: "overdue.told", facts: { what: overdue.what } },
      writes: told.flatMap(({ id: member, person }) =>
        writeLetter(world, {
          ...{ process, kind: "session.overdue", version: `${overdue.what}.${sequence}`, network, person, member },
        }),
      ),
    };
  });
  return say("told");
};

export const AwaitMeeting: Task = async (world, { process, token }) => {
  await awaitSignal(world, process, required(token), async () => {
    const session = await readSession(world, process);
    const { meeting, stage, told, sequence } = session;
    if (isOverdue(session, world.clock.now())) return true;
    return meeting === "closed" || meeting === "cancelled" || stage !== "meeting" || told < sequence;
  });
  return say("waiting");
};

/** The session has ended: nothing of it is asked any more. */
export const End: Task = async (world, { process }) => {
  await endRow(world, Session, process);
  return say("ended");
};
