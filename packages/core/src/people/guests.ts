import { newId, Refusal, type World } from "../kit/index.ts";
import { type Member, Network, type Person } from "./records.ts";

/** Somebody from outside the network, who is asked by a letter: her name, and her address. */
export type Guest = { name: string; address: string };

/**
 * A person and a place of standing `guest` for each, in the network's language, to be written by the caller. Nobody is taken for
 * somebody known by the address alone.
 */
export async function newGuests(
  world: World,
  network: string,
  guests: readonly Guest[],
): Promise<{ person: Person; member: Member }[]> {
  if (guests.length === 0) return [];
  const body = await world.table.get(Network, { id: network });
  if (!body) throw new Refusal("not-found");
  const { locale, zone } = body;
  return guests.map(({ name, address }) => {
    const person: Person = { id: newId(world.random, "person"), address, locale, zone };
    const place = { network, id: newId(world.random, "member"), person: person.id, name, groups: [] };
    const member: Member = { ...place, standing: "guest", coordinator: false, since: world.clock.now() };
    return { person, member };
  });
}
