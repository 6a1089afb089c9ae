import { after, create, replace, type Stored, untilWritten, type World } from "../kit/index.ts";
import { type NewLetter, writeLetter } from "../letter/index.ts";
import { Person } from "../people/index.ts";
import { Ask, Collection } from "./records.ts";
import { GRACE } from "./rules.ts";
import { askScope } from "./view.ts";

/** Who is to be asked. */
export type Asked = Pick<Ask, "id" | "member" | "person" | "zone" | "parts" | "insteadOf">;

/** How many asks one look opens before it gives the machine a turn. */
const _PAGE = 200;

/** A collection that is being opened; the one that is there already when its opening was begun before. */
export async function beginCollection(
  world: World,
  collection: Omit<Collection, "state" | "openedAt" | "closesAt" | "extensions" | "nudges" | "closedAt" | "recalled">,
): Promise<Stored<Collection>> {
  const begun = await world.table.get(Collection, { id: collection.id });
  if (begun) return begun;
  return untilWritten(async () => {
    const there = await world.table.get(Collection, { id: collection.id });
    if (there) return there;
    const value: Collection = {
      ...collection,
      state: "opening",
      openedAt: world.clock.now(),
      closesAt: after(collection.deadline, GRACE),
      extensions: 0,
      nudges: 0,
    };
    await world.table.write([create(Collection, value)]);
    return { ...value, rev: 1 };
  });
}

/**
 * Asks these people: each gets an open ask, a link and a letter in one transaction; who was asked before is passed over.
 * A place on the roll becomes the ask.
 */
export async function openAsks(world: World, collection: Collection, asked: readonly Asked[]): Promise<void> {
  const addressed = await withAddress(world, asked);
  for (const one of asked) {
    await untilWritten(async () => {
      const key = { collection: collection.id, id: one.id };
      const known = await world.table.get(Ask, key);
      if (known && known.state !== "unasked") return;
      const window = {
        deadline: collection.deadline,
        closesAt: collection.closesAt,
        extensions: collection.extensions,
      };
      const fresh = { undelivered: false, epoch: 0, reissues: 0, reminded: [] };
      const base = known ?? { ...fresh, network: collection.network, process: collection.process };
      const isByHand = !addressed.has(one.person);
      // Until a letter is handed to her she is not reached, which is not silence (votes R4).
      const byHand = isByHand && { byHand: true, undelivered: true };
      const ask: Ask = { ...base, ...key, ...one, ...window, state: "open", ...byHand };
      const write = known ? replace(Ask, known, ask) : create(Ask, ask);
      await world.table.write([write, ...(isByHand ? [] : writeLetter(world, askLetter(collection, ask, "first")))]);
    });
  }
}

/** Those of them who can be written to by e-mail. */
async function withAddress(world: World, asked: readonly Asked[]): Promise<ReadonlySet<string>> {
  const addressed = new Set<string>();
  for (let from = 0; from < asked.length; from += 100) {
    const persons = asked.slice(from, from + 100).map(({ person }) => person);
    const found = await world.table.getMany([...new Set(persons)].map((id) => Person.key({ id })));
    for (const id of persons) if (found.get(Person, { id })?.address) addressed.add(id);
  }
  return addressed;
}

/** The letter that asks; a reminder and a second copy carry a further link and leave the earlier ones working (asks 4). */
export function askLetter(collection: Collection, ask: Ask, turn: string, facts: NewLetter["facts"] = {}): NewLetter {
  return {
    process: collection.process,
    kind: collection.letter,
    version: `${ask.id}-${turn}`,
    network: ask.network,
    person: ask.person,
    member: ask.member,
    ask: { collection: collection.id, id: ask.id },
    facts,
    link: askScope(ask),
  };
}

/** The opening is complete: from now on "all in" means something. */
export async function finishOpening(world: World, id: string): Promise<void> {
  await untilWritten(async () => {
    const collection = await readCollection(world, id);
    if (collection.state !== "opening") return;
    await world.table.write([replace(Collection, collection, { ...collection, state: "open" })]);
  });
}

export async function readCollection(world: World, id: string): Promise<Stored<Collection>> {
  const collection = await world.table.get(Collection, { id });
  if (!collection) throw new Error(`no collection ${id}`);
  return collection;
}
