import type { Text } from "../i18n/index.ts";
import { openLink, Refusal, type World } from "../kit/index.ts";
import { type Member, Network, Person, readMember } from "../people/index.ts";
import { type HandOver, handOverHash, handOversOf, readHandOver } from "./hand-over.ts";
import { Office } from "./records.ts";

/** Where it stands for its readers: `half` when one of two has stated it. */
export type HandOverStanding = HandOver["state"] | "half";

/** A hand-over as one reader sees it. */
export type HandOverView = {
  handOver: HandOver;
  standing: HandOverStanding;
  hash: string;
  network: Network;
  to: Member;
  office: Text | undefined;
  /** Who has stated it, by name. */
  stated: string[];
  reader: { member: Member; person: Person };
  mayState: boolean;
};

/** Whose link it is and to which hand-over. Writes nothing; refuses a link that is unknown (`link.unknown`). */
export async function openHandOverLink(
  world: World,
  token: string,
): Promise<{ network: string; handOver: string; by: string }> {
  const { act, network, member, process } = (await openLink(world, token)).scope;
  if (act !== "approve" || !network || !member || !process) throw new Refusal("link.unknown");
  return { network, handOver: process, by: member };
}

/** The hand-over as a member sees it. Writes nothing; refuses `not-found`. */
export async function viewHandOver(
  world: World,
  of: { network: string; handOver: string; by: string },
): Promise<HandOverView> {
  const handOver = await readHandOver(world, of.network, of.handOver);
  const read = (member: string) => readMember(world, { network: of.network, member });
  const [to, member] = await Promise.all([read(handOver.to), read(of.by)]);
  const [network, person, office] = await Promise.all([
    world.table.get(Network, { id: of.network }),
    world.table.get(Person, { id: member.person }),
    handOver.office === undefined ? undefined : world.table.get(Office, { network: of.network, id: handOver.office }),
  ]);
  if (!network || !person) throw new Error(`the records of ${handOver.id} are not whole`);
  const stated = await Promise.all(handOver.statements.map(async (one) => (await read(one.member)).name));
  const isOver = handOver.state === "pending" && handOver.until <= world.clock.now();
  const isHalf = handOver.state === "pending" && stated.length > 0;
  const hasStated = handOver.statements.some((one) => one.member === member.id);
  const isAsked = handOver.asked.includes(member.id) && (handOver.takes === "two" || member.coordinator);
  return {
    ...{ handOver, network, to, office: office?.title, stated, reader: { member, person } },
    standing: isOver ? "lapsed" : isHalf ? "half" : handOver.state,
    hash: handOverHash(handOver),
    mayState: handOver.state === "pending" && !isOver && isAsked && !hasStated && member.standing === "active",
  };
}

/** The hand-overs of a network that wait for a statement, the oldest first. */
export async function pendingHandOvers(world: World, network: string): Promise<HandOver[]> {
  const now = world.clock.now();
  const pending = (await handOversOf(world.table, network)).filter(
    ({ state, until }) => state === "pending" && until > now,
  );
  return pending.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
