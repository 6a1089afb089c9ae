import { ASKS_A_LETTER, askScope, openAsksOf } from "../ask/index.ts";
import { before, replace, type Stored, unchanged, untilWritten, type World, type Write } from "../kit/index.ts";
import { Letter, letterId, writeLetter } from "../letter/index.ts";
import { LetterRequest } from "./letter-request.ts";
import { personsAt, placesOf } from "./records.ts";
import { signInExpiry, signInWrites } from "./sign-in-letter.ts";
import { coordinates, helps } from "./signed-in.ts";

/** The stream brings a request within a second or two; what is still pending after this was left by a crash. */
const LEFT_BEHIND = { seconds: 30 };

/**
 * Writes the letters of a request: one to each person at the address who has something to be written about. However often
 * it runs, and wherever it was cut off, each person gets one letter of it, and afterwards the address is forgotten.
 */
export async function fulfilRequest(world: World, id: string): Promise<void> {
  await untilWritten(async () => {
    const request = await world.table.get(LetterRequest, { id });
    if (request?.state !== "pending") return;
    const persons = request.address === undefined ? [] : await personsAt(world.table, request.address);
    for (const person of persons) await writeTo(world, request, person.id);
    const { address: _, ...rest } = request;
    await world.table.write([replace(LetterRequest, request, { ...rest, state: "done" })]);
  });
}

/** Fulfils what a crash left pending; one request that fails holds up no other. */
export async function fulfilLeftRequests(world: World): Promise<void> {
  const until = before(world.clock.now(), LEFT_BEHIND);
  for (const request of await world.table.find(LetterRequest, "due", "letter-requests", { until })) {
    try {
      await fulfilRequest(world, request.id);
    } catch (fault) {
      world.log.error("request.not-fulfilled", fault, { request: request.id });
    }
  }
}

/** One transaction a person: a shared mailbox may have more letters than fit into one. */
async function writeTo(world: World, request: Stored<LetterRequest>, person: string): Promise<void> {
  const kind = `people.${request.purpose}`;
  const letter = letterId({ process: request.id, kind, person, version: request.id });
  if (await world.table.get(Letter, { id: letter })) return;
  const writes = await writesFor(world, request, person);
  if (writes.length > 0) await world.table.write([unchanged(LetterRequest, request), ...writes]);
}

async function writesFor(world: World, request: LetterRequest, person: string): Promise<Write[]> {
  switch (request.purpose) {
    case "sign-in":
      return signInFor(world, request, person);
    case "lost-letter":
      return lostLetterFor(world, request, person);
  }
}

async function signInFor(world: World, request: LetterRequest, person: string): Promise<Write[]> {
  if (signInExpiry(request) <= world.clock.now()) return [];
  const places = await placesOf(world.table, person);
  const place = places.find(coordinates) ?? places.find(helps);
  return place ? signInWrites(world, request, place) : [];
}

async function lostLetterFor(world: World, request: LetterRequest, person: string): Promise<Write[]> {
  const asks = (await openAsksOf(world, person)).slice(0, ASKS_A_LETTER);
  const [first] = asks;
  if (!first) return [];
  return writeLetter(world, {
    ...{ process: request.id, kind: "people.lost-letter", version: request.id },
    ...{ person, network: first.network, member: first.member },
    asks: asks.map((ask) => ({ collection: ask.collection, id: ask.id, scope: askScope(ask) })),
  });
}
