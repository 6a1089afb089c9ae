import { ASKS_A_LETTER, askScope, openAsksOf } from "../ask/index.ts";
import { after, create, type Instant, replace, type Stored, type World, type Write } from "../kit/index.ts";
import { Letter, letterId, writeLetter } from "../letter/index.ts";
import { type Member, Person } from "../people/index.ts";
import { activePlaces, partsFor, type ReadNetwork } from "./content.ts";
import { Issue, Subscription } from "./records.ts";
import { morningOf, sendingTime, slotAfter } from "./rules.ts";

/** A digest tells what is coming in this time. */
export const AHEAD = { days: 14 };

/**
 * Deals with one person whose digest is due: her letter is in the outbox if there is anything to tell, and her next time is
 * set. It is one transaction, on what her subscription was when it was read: done again, or twice at once, it is done once.
 */
export async function issueDigest(
  world: World,
  run: string,
  read: ReadNetwork,
  subscription: Stored<Subscription>,
): Promise<void> {
  const { person: id, frequency, slot } = subscription;
  const person = await world.table.get(Person, { id });
  if (!person || frequency === "off") return put(world, subscription, { frequency: "off" });
  const now = world.clock.now();
  const at = sendingTime(now, person.zone);
  if (at > now) return put(world, subscription, { nextAt: at });

  const since = await toldUntil(world, subscription);
  const next = slotAfter(now, person.zone, frequency);
  const times = { slot: next, nextAt: morningOf(next, person.zone), since };
  const places = await activePlaces(world, id);
  const [place] = places;
  const asks = await openAsksOf(world, id);
  const parts = await partsFor(read, places, { since, until: now, ahead: after(now, AHEAD) });
  const isWritten = await world.table.get(Issue, { person: id, slot });
  if (!place || isWritten || (asks.length === 0 && parts.length === 0)) return put(world, subscription, times);

  const letter = digestTo(place, { run, slot, since, until: now });
  const listed = asks.slice(0, ASKS_A_LETTER);
  await put(world, subscription, { ...times, last: { letter: letterId(letter), until: now } }, [
    create(Issue, { person: id, slot, run, at: now }),
    ...writeLetter(world, {
      ...letter,
      link: { act: "digest", person: id },
      asks: listed.map((ask) => ({ collection: ask.collection, id: ask.id, scope: askScope(ask) })),
    }),
  ]);
}

/** One that cannot be looked at is put off, so that it keeps no letter from anybody else. */
export async function postpone(world: World, subscription: Stored<Subscription>): Promise<void> {
  const zone = (await world.table.get(Person, { id: subscription.person }))?.zone ?? "UTC";
  await put(world, subscription, { nextAt: sendingTime(after(world.clock.now(), { days: 1 }), zone) });
}

function digestTo(
  { network, id: member, person }: Member,
  { run, slot, since, until }: { run: string; slot: string; since: Instant; until: Instant },
) {
  return { process: run, kind: "digest.letter", version: slot, person, network, member, facts: { since, until } };
}

/** Up to where she has been told: the last letter counts once it has gone out; what failed or came back is told again (digests 6). */
async function toldUntil(world: World, { since, last }: Subscription): Promise<Instant> {
  const letter = last && (await world.table.get(Letter, { id: last.letter }));
  if (!last || !letter) return since;
  switch (letter.state) {
    case "waiting":
    case "batched":
    case "sent":
    case "delivered":
    case "complained":
      return last.until;
    case "bounced":
    case "failed":
    case "skipped":
      return since;
  }
}

async function put(
  world: World,
  subscription: Stored<Subscription>,
  changes: Partial<Subscription>,
  writes: Write[] = [],
): Promise<void> {
  await world.table.write([replace(Subscription, subscription, { ...subscription, ...changes }), ...writes]);
}
