import { Collection, reissued } from "../ask/index.ts";
import { create, Refusal, replace, type World, type Write } from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { type AddressChange, RollAddressChange } from "./address-change.ts";
import { placesIn } from "./places.ts";
import { Person, placesOf } from "./records.ts";
import type { Rolls } from "./rolls.ts";
import { readMember } from "./standing.ts";

/**
 * The writes by which an address changes, in one step: the person's record; a letter to the old address; the links of all
 * that she is asked end and fresh ones go to the new address; and on each open roll the journal's entry and the number for
 * the minutes. Refused when her address is no longer the one that was to be changed (`page.stale`), and for somebody who is
 * a member elsewhere too (`address.elsewhere`): her address is not one network's alone.
 */
export async function addressWrites(
  world: World,
  rolls: Rolls,
  change: AddressChange,
): Promise<{ writes: Write[]; rolls: string[] }> {
  const { network, id, person: personId, to } = change;
  const member = await readMember(world, { network, member: change.member });
  const person = await world.table.get(Person, { id: personId });
  if (!person || person.address !== change.from) throw new Refusal("page.stale");
  const elsewhere = (await placesOf(world.table, personId)).some(
    (place) => place.network !== network && place.standing === "active",
  );
  if (elsewhere) throw new Refusal("address.elsewhere");
  const places = await placesIn(world, rolls, member);
  const writes = [
    replace(Person, person, { ...person, address: to }),
    ...writeLetter(world, {
      ...{ process: id, kind: "people.address-changed", version: id, network },
      ...{ person: personId, member: member.id, facts: { change: id } },
    }),
  ];
  for (const ask of places.asks) {
    const collection = await world.table.get(Collection, { id: ask.collection });
    if (!collection) throw new Error(`no collection ${ask.collection}`);
    writes.push(...reissued(world, collection, ask, { revoke: true, isReached: true }));
  }
  for (const process of places.rolls) {
    const at = world.clock.now();
    writes.push(
      create(RollAddressChange, { process, change: id, member: member.id, at }),
      ...(await rolls.note(world, process, {
        ...{ actor: change.decision?.member ?? change.by, act: "address.changed" },
        facts: { member: member.id, requested: change.by, change: change.hash },
      })),
    );
  }
  return { writes, rolls: places.rolls };
}
