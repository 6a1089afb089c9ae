import * as v from "valibot";
import { say } from "../i18n/index.ts";
import { command, create, newId, Refusal, type World } from "../kit/index.ts";
import { Member, membersOf, Network, Person } from "../people/index.ts";

const Opening = v.object({ network: v.string(), actor: v.string() });

/** Two records a member, and room for the network's own. */
const MEMBERS_A_WRITE = 45;

/**
 * Makes a network to rehearse in (asks 16): the same members by name, every one of them with the coordinator's own address, so
 * that whatever is held in it is held as for real and no letter reaches anybody else. Its name says what it is on every page,
 * and each of its letters is marked. Refuses a rehearsal of a rehearsal.
 */
export const openRehearsal = command(Opening, async (world, { network: of, actor }): Promise<string> => {
  const network = await world.table.get(Network, { id: of });
  const coordinator = await world.table.get(Member, { network: of, id: actor });
  const person = coordinator && (await world.table.get(Person, { id: coordinator.person }));
  if (!network || !coordinator || !person) throw new Refusal("not-found");
  if (network.rehearsal) throw new Refusal("rehearsal.twice");
  const id = newId(world.random, "network");
  const now = world.clock.now();
  const others = (await membersOf(world.table, of)).filter(
    (member) => member.standing === "active" && member.id !== coordinator.id,
  );
  for (let from = 0; from < others.length; from += MEMBERS_A_WRITE) {
    const page = others.slice(from, from + MEMBERS_A_WRITE);
    await world.table.write(page.flatMap((member) => playing(world, member, id, person)));
  }
  // The network last: until it is there, nobody sees who plays in it.
  await world.table.write([
    create(Member, { ...playedBy(coordinator, id, now), id: newId(world.random, "member"), person: person.id }),
    create(Network, {
      ...{ id, locale: network.locale, zone: network.zone, shortName: network.shortName, createdAt: now },
      name: say(network.locale, "rehearsal.subject", { subject: network.name }),
      rehearsal: { of, by: actor, at: now },
    }),
  ]);
  return id;
});

/** Somebody who plays a member: her name, and the mailbox of who rehearses. */
function playing(world: World, member: Member, network: string, { address, locale, zone }: Person) {
  const person: Person = { id: newId(world.random, "person"), address, locale, zone };
  const now = world.clock.now();
  const place = { ...playedBy(member, network, now), id: newId(world.random, "member"), person: person.id };
  return [create(Person, person), create(Member, { ...place, coordinator: false })];
}

function playedBy({ name, institution, groups }: Member, network: string, since: string) {
  return {
    ...{ network, name, groups, standing: "active" as const, coordinator: true, since },
    ...(institution && { institution }),
  };
}
