import { Ask, askId, Collection, collectionId } from "@quorate/core/ask";
import { plain } from "@quorate/core/i18n";
import { after, create, type Table, Transient, type World } from "@quorate/core/kit";
import { Letter } from "@quorate/core/letter";
import { Member, membersOf, Network, Person, peopleLetter, setUp } from "@quorate/core/people";

/** Follows the set-up link as the first coordinator does. */
export async function setUpAktiv(world: World, url: string | undefined) {
  return setUp(world, {
    token: tokenIn(url),
    network: {
      name: "Актив стручних сарадника",
      shortName: "Актив",
      locale: "sr-Cyrl",
      zone: "Europe/Belgrade",
    },
    coordinator: { name: "Биљана Илић", address: "biljana.ilic@skola.example" },
  });
}

export function tokenIn(url: string | undefined): string {
  const token = url?.split("/").at(-1);
  if (!token) throw new Error("no link was given");
  return token;
}

/** One more member of a network, with a person of her own. */
export async function addMember(
  world: World,
  network: string,
  of: { id: string; name: string; address: string; coordinator?: boolean; institution?: string },
): Promise<Member> {
  const person: Person = { id: `per_${of.id}`, address: of.address, locale: "sr-Cyrl", zone: "Europe/Belgrade" };
  const member: Member = {
    ...{ network, id: `mem_${of.id}`, person: person.id, name: of.name, groups: [], standing: "active" },
    ...(of.institution && { institution: of.institution }),
    coordinator: of.coordinator ?? false,
    since: world.clock.now(),
  };
  await world.table.write([create(Person, person), create(Member, member)]);
  return member;
}

export async function addNetwork(world: World, id: string, name: string): Promise<Network> {
  const network: Network = {
    ...{ id, name, shortName: name.slice(0, 20), locale: "sr-Cyrl", zone: "Europe/Belgrade" },
    createdAt: world.clock.now(),
  };
  await world.table.write([create(Network, network)]);
  return network;
}

/** An open ask to this member, for seven days. */
export async function addAsk(world: World, member: Member, title: string, days = 7): Promise<Ask> {
  const id = collectionId("elc_test", `${title} ${member.id}`);
  const now = world.clock.now();
  const deadline = after(now, { days });
  const closesAt = after(deadline, { minutes: 5 });
  const collection: Collection = {
    ...{ id, network: member.network, process: "elc_test", step: "confirmation", letter: "election.confirmation" },
    form: { id: "test", title: plain(title), confidential: false, editable: true, checkAnswers: false, sections: [] },
    ...{
      asker: { member: member.id, name: member.name },
      state: "open",
      shards: 1,
      zone: "Europe/Belgrade",
      deadline,
      closesAt,
    },
    ...{ openedAt: now, signals: "all-in", extensions: 0, nudges: 0 },
  };
  const ask: Ask = {
    ...{ collection: id, id: askId(id, member.id, 1), network: member.network, process: "elc_test" },
    ...{ member: member.id, person: member.person, state: "open", parts: [], undelivered: false },
    ...{ zone: "Europe/Belgrade", epoch: 0, reissues: 0, deadline, closesAt, extensions: 0, reminded: [] },
  };
  await world.table.write([create(Collection, collection), create(Ask, ask)]);
  return ask;
}

/** The letters that wait in the outbox, in the order of their kinds and addresses, as the mailer would render them. */
export async function lettersIn(world: World) {
  const letters = await world.table.find(Letter, "due", "letters");
  const rendered = [];
  for (const letter of letters) {
    const content = await peopleLetter(world, letter);
    if (content && !("skip" in content)) rendered.push(content);
  }
  return rendered.toSorted((a, b) => (a.props.to.name < b.props.to.name ? -1 : 1));
}

/** The table on which every write after the first `count` is cut off, as when the machine is switched off. */
export function cutOffAfter(table: Table, count: number): Table {
  let left = count;
  return {
    ...table,
    write: async (writes) => {
      if (left === 0) throw new Transient("the machine was switched off");
      left -= 1;
      await table.write(writes);
    },
  };
}

export async function memberNames(world: World, network: string): Promise<string[]> {
  return (await membersOf(world.table, network)).map(({ name }) => name).toSorted();
}
