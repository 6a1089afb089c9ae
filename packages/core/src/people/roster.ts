import { Refusal, type Stored, type Table, type World } from "../kit/index.ts";
import { type Member, membersOf, Network, Person } from "./records.ts";

/** A member as the coordinator sees her. */
export type RosterEntry = { member: Stored<Member>; person: Person };

/** The active members of a network with their people, by name as the network's language sorts names. */
export async function roster(world: World, network: string): Promise<RosterEntry[]> {
  const body = await world.table.get(Network, { id: network });
  if (!body) throw new Refusal("not-found");
  const order = new Intl.Collator(body.locale);
  const entries = await entriesOf(world.table, network);
  return entries.toSorted((a, b) => order.compare(a.member.name, b.member.name));
}

/** Those who have left, by name; those who were merged into another are no more. */
export async function leftMembers(world: World, network: string): Promise<Member[]> {
  const left = (await membersOf(world.table, network)).filter(
    ({ standing, mergedInto }) => standing === "left" && !mergedInto,
  );
  return left.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names with addresses of the active members, as an import compares them. */
export async function membersWithAddress(table: Table, network: string): Promise<{ name: string; address: string }[]> {
  const entries = await entriesOf(table, network);
  return entries.map(({ member, person }) => ({ name: member.name, address: person.address }));
}

async function entriesOf(table: Table, network: string): Promise<RosterEntry[]> {
  const members = (await membersOf(table, network)).filter((member) => member.standing === "active");
  const found = await table.getMany(members.map((member) => Person.key({ id: member.person })));
  return members.map((member) => {
    const person = found.get(Person, { id: member.person });
    if (!person) throw new Error(`the member ${member.id} is nobody`);
    return { member, person };
  });
}
