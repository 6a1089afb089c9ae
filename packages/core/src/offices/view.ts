import { localDate } from "../i18n/index.ts";
import { openLink, Refusal, type World } from "../kit/index.ts";
import { membersOf, Network, Person } from "../people/index.ts";
import { type Holding, holdingsOf, type Office, officesOf } from "./records.ts";
import { type MandateStanding, mandateStanding } from "./rules.ts";

/** One mandate with the holder's name. */
export type HoldingView = { holding: Holding; name: string; standing: MandateStanding };

/** An office with everybody who holds it, is to hold it and has held it, and how many of its seats are vacant today. */
export type OfficeView = {
  office: Office;
  held: HoldingView[];
  coming: HoldingView[];
  /** The newest first. */
  earlier: HoldingView[];
  vacant: number;
};

/** Who holds what in a network, until when: every office in the order in which it was added. */
export async function viewOffices(world: World, { id, zone }: Pick<Network, "id" | "zone">): Promise<OfficeView[]> {
  const [offices, holdings, members] = await Promise.all([
    officesOf(world.table, id),
    holdingsOf(world.table, id),
    membersOf(world.table, id),
  ]);
  const names = new Map(members.map((member) => [member.id, member.name]));
  const today = localDate(world.clock.now(), zone);
  return offices.map((office) => {
    const views = holdings
      .filter((holding) => holding.office === office.id)
      .map((holding) => ({
        ...{ holding, name: names.get(holding.member) ?? "", standing: mandateStanding(holding, today) },
      }));
    const held = views.filter(({ standing }) => standing === "held");
    return {
      ...{ office, held, coming: views.filter(({ standing }) => standing === "coming") },
      earlier: views.filter(({ standing }) => standing === "over" || standing === "ended").toReversed(),
      vacant: Math.max(0, office.seats - held.length),
    };
  });
}

/**
 * Whose link it is: any that a letter to a member of a network brings to its offices, or to the minutes of an election.
 * Writes nothing; refuses every other link (`link.unknown`).
 */
export async function openOfficesLink(world: World, token: string): Promise<{ network: Network; person: Person }> {
  const { act, network: id, member, person: whose } = (await openLink(world, token)).scope;
  const isOfMember = act === "offices" || act === "minutes";
  if (!isOfMember || !id || !member || !whose) throw new Refusal("link.unknown");
  const [network, person] = await Promise.all([
    world.table.get(Network, { id }),
    world.table.get(Person, { id: whose }),
  ]);
  if (!network || !person) throw new Refusal("link.unknown");
  return { network, person };
}
