import { type Ask, askScope, Collection, recallCollection } from "../../ask/index.ts";
import type { Stored, World } from "../../kit/index.ts";
import { Letter, letterId, type NewLetter, writeLetter } from "../../letter/index.ts";
import { endRow, moveRow, PAGE, say, stepCollection, stepReturns, type Task } from "../../process/index.ts";
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
  const written = await world.table.getMany(letters.map((letter) => Letter.key({ id: letterId(letter) })));
  const left = letters.filter((letter) => !written.get(Letter, { id: letterId(letter) }));
  for (const letter of left.slice(0, PAGE)) await world.table.write(writeLetter(world, letter));
  return left.length > PAGE ? "more" : "told";
}
