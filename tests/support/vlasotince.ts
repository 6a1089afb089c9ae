import type { Locale } from "@quorate/core/i18n";
import { create, newId } from "@quorate/core/kit";
import { Member, Network, Person } from "@quorate/core/people";
import type { Machine } from "@quorate/local/machine";
import { coordinator, members, network, undelivered, verifiers } from "../../packages/local/src/demo/vlasotince.ts";
import type { Association } from "./association.ts";

/** She coordinates and verifiers come first, then who comes to the session, then the absent; the mailbox that bounces is the last. */
const first: readonly string[] = [coordinator, ...verifiers];
const inOrder = [
  ...first.flatMap((name) => members.filter((one) => one.name === name)),
  ...members.filter((one) => !first.includes(one.name) && one.name !== undelivered),
  ...members.filter((one) => one.name === undelivered),
];

/** The association of the demo, by its people's names, each read in the language given for her. */
export async function foundVlasotince(
  { world }: Machine,
  localeOf: (index: number) => Locale = () => "sr-Cyrl",
): Promise<Association> {
  const { zone, name, shortName } = network;
  const id = newId(world.random, "network");
  const createdAt = world.clock.now();
  await world.table.write([create(Network, { id, name, shortName, locale: "sr-Cyrl", zone, createdAt })]);
  const people: Association["members"] = [];
  for (const [index, { name, institution, address }] of inOrder.entries()) {
    const [member, person] = [newId(world.random, "member"), newId(world.random, "person")];
    const place = { network: id, id: member, person, name, institution, groups: [], standing: "active" as const };
    await world.table.write([
      create(Person, { id: person, address, locale: localeOf(index), zone }),
      create(Member, { ...place, coordinator: index === 0, since: createdAt }),
    ]);
    people.push({ id: member, person, name, address });
  }
  const memberAt = (index: number) => {
    const member = people[index];
    if (!member) throw new Error(`there is no number ${index}`);
    return member;
  };
  return { network: id, zone, members: people, memberAt };
}

/** What people have typed in the story: it is not translated. */
export const written: readonly string[] = [
  ...members.flatMap(({ name, institution }) => [name, institution]),
  ...["Избор председника и план рада", "Избор председника", "Усвајање плана рада", "План рада", "Четири семинара."],
  ...[network.name, network.shortName, "1. седница", "видео-позив"],
];
