import { type Ask, askScope, Collection, recallCollection } from "../../ask/index.ts";
import type { Stored, World } from "../../kit/index.ts";
import { Letter, letterId, type NewLetter, writeLetter } from "../../letter/index.ts";
import { Member, membersOf } from "../../people/index.ts";
import { endRow, moveRow, PAGE, say, stepCollection, stepReturns, type Task } from "../../process/index.ts";
import { minutesRecord } from "../minutes.ts";
import { readSession, Session } from "../records.ts";

/** Tells everybody who was invited that the session is at another time or place, page by page. */
export const TellMove: Task = async (world, { process }) => {
  const session = await readSession(world, process);
  const { sequence } = session;
  const { asks } = await stepReturns(world, session, "invitation");
  if ((await tell(world, session, "session.moved", asks)) === "more") return say("more");
  await moveRow(world, Session, process, async ({ told }) =>
    told < sequence
      ? { changes: { told: sequence }, act: "move.told", facts: { sequence, told: asks.length } }
      : undefined,
  );
  return say(session.stage);
};

/** Tells every active member, page by page, where the approved minutes are. */
export const TellMinutes: Task = async (world, { process, network }) => {
  const members = (await membersOf(world.table, network)).filter(({ standing }) => standing === "active");
  const letters = members.map(({ id: member, person }): NewLetter => {
    const link = { act: "minutes" as const, network, person, member, process };
    return { process, kind: "session.minutes", version: "approved", network, person, member, link };
  });
  return say(await send(world, letters));
};

/** Tells everybody whose remark the recorder has answered what she has answered, once. */
export async function tellReplies(world: World, { id: process, network }: Session): Promise<void> {
  const { remarks = [] } = (await minutesRecord(world, process)) ?? {};
  const answered = remarks.filter(({ reply }) => reply);
  const found = await world.table.getMany(answered.map(({ member }) => Member.key({ network, id: member })));
  const letters = answered.flatMap(({ id: version, member }): NewLetter[] => {
    const place = found.get(Member, { network, id: member });
    if (!place) return [];
    const { person } = place;
    const link = { act: "minutes" as const, network, person, member, process };
    return [{ process, kind: "session.reply", version, network, person, member, link }];
  });
  while ((await send(world, letters)) === "more");
}

/** Closes what was asked, tells everybody who was invited that the session will not be held, and ends it. */
export const Cancel: Task = async (world, { process }) => {
  const session = await readSession(world, process);
  const { cancellation } = session;
  if (!cancellation) throw new Error(`${process} is not cancelled`);
  const id = stepCollection(session, "invitation");
  if (await world.table.get(Collection, { id })) {
    const recall = await recallCollection(world, id, { why: "cancelled", ...cancellation });
    if (recall.word !== "closed") return say("more");
  }
  const { asks } = await stepReturns(world, session, "invitation");
  if ((await tell(world, session, "session.cancelled", asks)) === "more") return say("more");
  await endRow(world, Session, process);
  return say("told");
};

/** One letter to each, for this change of the session, with a link of her own; whoever has it gets no second one. */
async function tell(
  world: World,
  session: Session,
  kind: "session.moved" | "session.cancelled",
  asks: readonly Stored<Ask>[],
): Promise<"told" | "more"> {
  const letters = asks.map((ask): NewLetter => {
    const { network, person, member, collection, id } = ask;
    const to = { process: session.id, kind, version: String(session.sequence), network, person, member };
    return { ...to, ask: { collection, id }, link: askScope(ask) };
  });
  return send(world, letters);
}

/** Writes those letters that are not written yet, so many at a time. */
async function send(world: World, letters: readonly NewLetter[]): Promise<"told" | "more"> {
  const written = await world.table.getMany(letters.map((letter) => Letter.key({ id: letterId(letter) })));
  const left = letters.filter((letter) => !written.get(Letter, { id: letterId(letter) }));
  for (const letter of left.slice(0, PAGE)) await world.table.write(writeLetter(world, letter));
  return left.length > PAGE ? "more" : "told";
}
