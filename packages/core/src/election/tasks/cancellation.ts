import { type Ask, asksOf, Collection, collectionsOf, recallCollection } from "../../ask/index.ts";
import { type Stored, untilWritten, type World } from "../../kit/index.ts";
import { Letter, letterId, writeLetter } from "../../letter/index.ts";
import { endRow, PAGE, say, stepCollection, type Task } from "../../process/index.ts";
import { AskingStep, Election, readElection } from "../records.ts";

/**
 * Closes every form of a cancelled election, then tells everybody who was asked anything, each once, page by page; then it has
 * ended. Whatever a link of it opens says from now on that the election was cancelled.
 */
export const Cancel: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const { cancellation } = election;
  if (election.stage !== "cancelled" || !cancellation) throw new Error(`${process} was not cancelled`);
  const { actor, reason, at } = cancellation;
  const collections = await everyCollection(world, election);
  for (const { id } of collections) {
    const { word } = await recallCollection(world, id, { why: "cancelled", by: actor, reason, at });
    if (word !== "closed") return say("more");
  }
  let told = 0;
  for (const { id, shards } of collections) {
    for (const ask of await asksOf(world.table, id, shards)) {
      if (told >= PAGE) return say("more");
      if (ask.deadline !== undefined && (await tellCancelled(world, ask))) told += 1;
    }
  }
  await endRow(world, Election, process);
  return say("told");
};

/** What the election has asked so far; the request to cancel it stays as it was decided. */
async function everyCollection(world: World, election: Election): Promise<Stored<Collection>[]> {
  const found = new Map((await collectionsOf(world.table, election.id)).map((one) => [one.id, one]));
  // The index lags: what was begun a moment ago is looked at by its id.
  for (const step of AskingStep.options) {
    const latest = await world.table.get(Collection, { id: stepCollection(election, step) });
    if (latest) found.set(latest.id, latest);
  }
  return [...found.values()].filter(({ id }) => id !== election.cancellation?.collection);
}

/** The letter to one who was asked; false when it was written before. */
function tellCancelled(world: World, { process, network, member, person }: Ask): Promise<boolean> {
  const of = { process, kind: "election.cancelled", person, version: member };
  return untilWritten(async () => {
    if (await world.table.get(Letter, { id: letterId(of) })) return false;
    await world.table.write(writeLetter(world, { ...of, network, member }));
    return true;
  });
}
