import {
  after,
  type Instant,
  Refusal,
  replace,
  type Stored,
  untilWritten,
  type World,
  type Write,
} from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { askLetter, readCollection } from "./collection.ts";
import { Ask, Collection } from "./records.ts";
import { checkExtension, GRACE, laterOf } from "./rules.ts";
/** The collection with a later deadline, to be written with the journal's entry; the machine then moves windows and tells. */
export function extended(collection: Stored<Collection>, until: Instant, now: Instant): Collection {
  refuseExtension(collection, until, now);
  const { deadline, closesAt, extensions, nudges, reminders } = collection;
  const missed = reminders?.missed ?? (now > deadline ? deadline : undefined);
  return {
    ...collection,
    ...{ deadline: until, closesAt: laterOf(closesAt, after(until, GRACE)) },
    ...{ extensions: extensions + 1, nudges: nudges + 1 },
    ...(reminders && missed && { reminders: { ...reminders, missed } }),
  };
}

/** Refuses one after the close (`collection.closed`), one that is not forward, and one too soon from now (`collection.extension`). */
function refuseExtension(of: Pick<Collection, "state" | "deadline">, until: Instant, now: Instant): void {
  const verdict = checkExtension(of, until, now);
  if (verdict === "closed") throw new Refusal("collection.closed");
  if (verdict !== "allowed") {
    throw new Refusal("collection.extension", { problems: [{ field: "until", code: verdict }] });
  }
}

/**
 * The writes that give one person a later deadline, with a letter that says so; the collection stays open as long. Refuses as
 * `extended` does, and who has answered (`ask.answered`).
 */
export function extendedFor(world: World, collection: Stored<Collection>, ask: Stored<Ask>, until: Instant): Write[] {
  if (ask.answer) throw new Refusal("ask.answered");
  if (ask.state !== "open") throw new Refusal("collection.closed");
  const now = world.clock.now();
  refuseExtension({ state: collection.state, deadline: ask.deadline ?? collection.deadline }, until, now);
  const closesAt = after(until, GRACE);
  const later: Ask = { ...ask, deadline: until, closesAt };
  const open = { ...collection, closesAt: laterOf(collection.closesAt, closesAt), nudges: collection.nudges + 1 };
  const letter = askLetter(collection, later, `extension-${until}`, { extension: 1 });
  return [replace(Ask, ask, later), replace(Collection, collection, open), ...writeLetter(world, letter)];
}

/** The writes that ask somebody once more who has answered already: by a further letter, and what she had said is kept. */
export function askedOnceMore(world: World, collection: Stored<Collection>, ask: Stored<Ask>): Write[] {
  const { answer, ...rest } = ask;
  if (!answer) throw new Refusal("ask.unanswered");
  if (ask.state !== "answered" || collection.state !== "open") throw new Refusal("collection.closed");
  const { version, reference, at } = answer;
  const earlier = [...(rest.earlier ?? []), { version, reference, at }];
  const next: Ask = { ...rest, state: "open", earlier };
  const letter = askLetter(collection, next, `once-more-${version}`);
  return [replace(Ask, ask, next), ...writeLetter(world, letter)];
}

/** Why a collection is taken back, by whom and when. */
export type Recall = NonNullable<Collection["recalled"]>;

/** The collection taken back before its time: from now on nobody can answer it, and its close tells everybody whom it asked. */
export function recalled(collection: Collection, recall: Recall): Collection {
  const state = collection.state === "closed" ? "closed" : "closing";
  return { ...collection, state, recalled: recall, nudges: collection.nudges + 1 };
}

/** Sends a further link to somebody who has lost the letter; with `revoke`, all earlier links of the ask end. */
export async function reissueLink(
  world: World,
  of: { collection: string; id: string },
  options: { revoke: boolean },
): Promise<void> {
  await untilWritten(async () => {
    const ask = await world.table.get(Ask, of);
    if (!ask) throw new Refusal("not-found");
    if (ask.state !== "open" && ask.state !== "answered") throw new Refusal("collection.closed");
    const collection = await readCollection(world, of.collection);
    await world.table.write(reissued(world, collection, ask, options));
  });
}

/**
 * The writes of a further link and its letter; with `revoke` all earlier links of the ask end. `isReached`: the letter goes
 * to another address than those that came back.
 */
export function reissued(
  world: World,
  collection: Collection,
  ask: Stored<Ask>,
  { revoke, isReached = false }: { revoke: boolean; isReached?: boolean },
): Write[] {
  const epoch = revoke ? ask.epoch + 1 : ask.epoch;
  const next: Ask = { ...ask, epoch, reissues: ask.reissues + 1, ...(isReached && { undelivered: false }) };
  const letter = askLetter(collection, next, `again-${next.reissues}`, { again: next.reissues });
  return [replace(Ask, ask, next), ...writeLetter(world, letter)];
}

/** A hard bounce of a letter of this ask: undelivered until an answer comes (votes R4). True when it changed. */
export function recordUndelivered(world: World, of: { collection: string; id: string }): Promise<boolean> {
  return untilWritten(async () => {
    const ask = await world.table.get(Ask, of);
    if (!ask || ask.undelivered || ask.answer || ask.state === "closed") return false;
    await world.table.write([replace(Ask, ask, { ...ask, undelivered: true })]);
    return true;
  });
}

/** The ask with the record why its step goes on without an answer (letters 3). Refuses when she has answered or was reached. */
export function waived(ask: Ask, waiver: NonNullable<Ask["waiver"]>): Ask {
  if (!ask.undelivered || ask.answer) throw new Refusal("waiver.needless");
  return { ...ask, waiver };
}
