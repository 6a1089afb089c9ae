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

/** The shortest reason for leaving an open roll, in characters. */
const LEAVING_LEAST = 10;

/**
 * She has left: nobody asks her any more, she coordinates nothing, and her mandates end. From an open roll she is taken with a
 * reason, on record (votes R7). Refused while she is asked for something else, or answers for an election (`member.asked`):
 * nothing is revoked on the quiet. Refused for the last coordinator (`member.last-coordinator`).
 */
export function leaveNetwork(
  world: World,
  rolls: Rolls,
  of: Of & { by?: string; reason?: string },
  mandates: Mandates = async () => [],
): Promise<void> {
  return untilWritten(async () => {
    const turn = await rosterTurn(world, of.network);
    const member = await readMember(world, of);
    if (member.standing === "left") return;
    const places = await placesIn(world, rolls, member);
    if (places.asks.some(({ process }) => !places.rolls.includes(process))) throw new Refusal("member.asked");
    if (member.coordinator && (await isLastCoordinator(world, member))) throw new Refusal("member.last-coordinator");
    const offRolls = await leaveRolls(world, rolls, places.rolls, { ...of, member: member.id });
    const left: Member = { ...member, standing: "left", coordinator: false };
    await world.table.write([replace(Member, member, left), turn, ...offRolls, ...(await mandates(world, member))]);
  });
}

async function leaveRolls(
  world: World,
  rolls: Rolls,
  processes: readonly string[],
  { member, by, reason = "" }: { member: string; by?: string; reason?: string },
): Promise<Write[]> {
  if (processes.length === 0) return [];
  if (by === undefined) throw new Refusal("member.asked");
  const words = reason.trim();
  if (words.length < LEAVING_LEAST) {
    const details = { limit: LEAVING_LEAST };
    throw new Refusal("input.invalid", { problems: [{ field: "reason", code: "min_length", details }] });
  }
  const writes: Write[] = [];
  for (const process of processes) writes.push(...(await rolls.leave(world, process, { member, by, reason: words })));
  return writes;
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
