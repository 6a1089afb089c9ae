import { openLink, Refusal, type World } from "../kit/index.ts";
import { type AddressChange, type ChangeStanding, changeStanding, readAddressChange } from "./address-change.ts";
import { secondPersons } from "./correct-address.ts";
import { type Member, Network, Person } from "./records.ts";
import type { Rolls } from "./rolls.ts";
import { readMember } from "./standing.ts";

/** A request as one reader sees it: what is asked, by whom, what became of it, and what she may do about it. */
export type AddressChangeView = {
  change: AddressChange;
  standing: ChangeStanding;
  network: Network;
  member: Member;
  requester: Member;
  decider: Member | undefined;
  reader: { member: Member; person: Person };
  /** `decide`: she may be the second person. `withdraw`: it is her own. `read`: neither. */
  may: "decide" | "withdraw" | "read";
};

/** Whose link it is and to which request. Writes nothing; refuses a link that is unknown (`link.unknown`). */
export async function openAddressLink(
  world: World,
  token: string,
): Promise<{ network: string; change: string; by: string }> {
  const { act, network, member, process } = (await openLink(world, token)).scope;
  if (act !== "approve" || !network || !member || !process) throw new Refusal("link.unknown");
  return { network, change: process, by: member };
}

/** The request as a member sees it. Writes nothing; refuses `not-found`. */
export async function viewAddressChange(
  world: World,
  rolls: Rolls,
  of: { network: string; change: string; by: string },
): Promise<AddressChangeView> {
  const change = await readAddressChange(world, of.network, of.change);
  const read = (member: string) => readMember(world, { network: of.network, member });
  const [member, requester, reader] = await Promise.all([read(change.member), read(change.by), read(of.by)]);
  const [network, person] = await Promise.all([
    world.table.get(Network, { id: of.network }),
    world.table.get(Person, { id: reader.person }),
  ]);
  if (!network || !person) throw new Error(`the records of ${change.id} are not whole`);
  const seconds = await secondPersons(world, rolls, change);
  const isOwn = reader.id === change.by;
  return {
    ...{ change, standing: changeStanding(change, world.clock.now()), network, member, requester },
    decider: change.decision && (await read(change.decision.member)),
    reader: { member: reader, person },
    may: isOwn ? "withdraw" : seconds.some(({ id }) => id === reader.id) ? "decide" : "read",
  };
}
