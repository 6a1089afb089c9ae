import { create, Refusal, replace, type Stored, untilWritten, type World, type Write } from "../kit/index.ts";
import { placesIn } from "./places.ts";
import { Member, membersOf } from "./records.ts";
import type { Mandates, Rolls } from "./rolls.ts";
import { RosterTurn } from "./roster-import.ts";

type Of = { network: string; member: string };

/** The member; refuses `not-found`. */
export async function readMember(world: World, { network, member }: Of): Promise<Stored<Member>> {
  const found = await world.table.get(Member, { network, id: member });
  if (!found) throw new Refusal("not-found");
  return found;
}

/** The write by which everything else that changes the roster at the same moment is decided anew. */
export async function rosterTurn(world: World, network: string): Promise<Write> {
  const turn = await world.table.get(RosterTurn, { network });
  const next = { network, changes: (turn?.changes ?? 0) + 1 };
  return turn ? replace(RosterTurn, turn, next) : create(RosterTurn, next);
}

/**
 * She has left: nobody asks her any more, she coordinates nothing, and her mandates end. Refused while she is asked or stands on an open roll
 * (`member.asked`): nothing is revoked on the quiet. Refused for the last coordinator (`member.last-coordinator`).
 */
export function leaveNetwork(world: World, rolls: Rolls, of: Of, mandates: Mandates = async () => []): Promise<void> {
  return untilWritten(async () => {
    const turn = await rosterTurn(world, of.network);
    const member = await readMember(world, of);
    if (member.standing === "left") return;
    const places = await placesIn(world, rolls, member);
    if (places.asks.length > 0 || places.rolls.length > 0) throw new Refusal("member.asked");
    if (member.coordinator && (await isLastCoordinator(world, member))) throw new Refusal("member.last-coordinator");
    const left: Member = { ...member, standing: "left", coordinator: false };
    await world.table.write([replace(Member, member, left), turn, ...(await mandates(world, member))]);
  });
}

/** She is back, under her old id, as a member who does not coordinate. Refuses one who was merged into another (`member.merged`). */
export function returnToNetwork(world: World, of: Of): Promise<void> {
  return untilWritten(async () => {
    const turn = await rosterTurn(world, of.network);
    const member = await readMember(world, of);
    if (member.mergedInto) throw new Refusal("member.merged");
    if (member.standing === "active") return;
    await world.table.write([replace(Member, member, { ...member, standing: "active" }), turn]);
  });
}

async function isLastCoordinator(world: World, { network, id }: Member): Promise<boolean> {
  const members = await membersOf(world.table, network);
  return !members.some((other) => other.id !== id && other.coordinator && other.standing === "active");
}
