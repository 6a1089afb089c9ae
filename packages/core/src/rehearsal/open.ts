import * as v from "valibot";
import { localDate, say } from "../i18n/index.ts";
import { command, create, newId, Refusal, type World, type Write } from "../kit/index.ts";
import { Holding, holdingsOf, mandateStanding, Office, officesOf } from "../offices/index.ts";
import { Member, membersOf, Network, Person } from "../people/index.ts";

const Opening = v.object({ network: v.string(), actor: v.string() });

/** As many records as one transaction writes, with room for the network's own. */
const RECORDS_A_WRITE = 90;

/**
 * Makes a network to rehearse in (asks 16): the same members by name in the same offices, every one of them with the coordinator's
 * own address, so that whatever is held in it is held as for real and no letter reaches anybody else. Its name says what it is on every page,
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
  const players = new Map(
    [coordinator, ...others].map((member) => [member.id, newId(world.random, "member")] as const),
  );
  const playerOf = (member: string) => players.get(member) ?? "";
  const writes = [
    ...others.flatMap((member) => playing(world, member, id, playerOf(member.id), person)),
    ...(await playedOffices(world, network, id, players, playerOf(actor))),
  ];
  for (let from = 0; from < writes.length; from += RECORDS_A_WRITE) {
    await world.table.write(writes.slice(from, from + RECORDS_A_WRITE));
  }
  // The network last: until it is there, nobody sees who plays in it.
  await world.table.write([
    create(Member, { ...playedBy(coordinator, id, now), id: playerOf(actor), person: person.id }),
    create(Network, {
      ...{ id, locale: network.locale, zone: network.zone, shortName: network.shortName, createdAt: now },
      name: say(network.locale, "rehearsal.subject", { subject: network.name }),
      rehearsal: { of, by: actor, at: now },
    }),
  ]);
  return id;
});

/** Somebody who plays a member: her name, and the mailbox of who rehearses. */
function playing(world: World, member: Member, network: string, player: string, { address, locale, zone }: Person) {
  const person: Person = { id: newId(world.random, "person"), address, locale, zone };
  const now = world.clock.now();
  const place = { ...playedBy(member, network, now), id: player, person: person.id };
  return [create(Person, person), create(Member, { ...place, coordinator: false })];
}

function playedBy({ name, institution, groups }: Member, network: string, since: string) {
  return {
    ...{ network, name, groups, standing: "active" as const, coordinator: true, since },
    ...(institution && { institution }),
  };
}

/** The offices, and who of the players holds them or is to: as if it was recorded by who rehearses. Nobody is reminded of their end. */
async function playedOffices(
  world: World,
  { id: of, zone }: Network,
  network: string,
  players: ReadonlyMap<string, string>,
  by: string,
): Promise<Write[]> {
  const now = world.clock.now();
  const offices = await officesOf(world.table, of);
  const played = new Map(offices.map(({ id }) => [id, newId(world.random, "office")]));
  const today = localDate(now, zone);
  const held = (await holdingsOf(world.table, of)).filter((one) =>
    ["held", "coming"].includes(mandateStanding(one, today)),
  );
  return [
    ...offices.map(({ id, ...office }) =>
      create(Office, { ...office, network, id: played.get(id) ?? id, createdBy: by }),
    ),
    ...held.flatMap(({ office, member, from, until }) => {
      const [where, who] = [played.get(office), players.get(member)];
      if (where === undefined || who === undefined) return [];
      const source = { kind: "recorded", by, at: now } as const;
      return [
        create(Holding, {
          network,
          id: newId(world.random, "holding"),
          office: where,
          member: who,
          from,
          until,
          source,
        }),
      ];
    }),
  ];
}
