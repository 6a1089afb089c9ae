import { Refusal, replace, type Stored, untilWritten, type World } from "../kit/index.ts";
import { normalAddress } from "./address.ts";
import { placesIn } from "./places.ts";
import { Member, Person } from "./records.ts";
import type { CarryMandates, Rolls } from "./rolls.ts";
import { readMember, rosterTurn } from "./standing.ts";

/** Two members of one person: who stays, and who becomes a part of her. */
type Merge = { kept: Stored<Member>; merged: Stored<Member> };

/** Who is the older member stays; of two who came together the one who coordinates, then the one of the lower id. */
function whoStays(a: Stored<Member>, b: Stored<Member>): Merge {
  const rank = ({ since, coordinator, id }: Member) => `${since} ${coordinator ? 0 : 1} ${id}`;
  return rank(a) < rank(b) ? { kept: a, merged: b } : { kept: b, merged: a };
}

/**
 * Makes one member of two, in one transaction: the older one stays, with her name, address and all that she is asked, and
 * gets the groups, the mandates and, where she has none, the institution of the other. The other has left, and it is remembered why.
 * Nothing is revoked on the quiet: it is refused while the other is asked or on an open roll (`member.asked`), where only one
 * may be active (votes R8); and where the other coordinates from another mailbox (`member.coordinates`).
 */
export function mergeMembers(
  world: World,
  rolls: Rolls,
  of: { network: string; members: readonly [string, string]; by: string },
  mandates: CarryMandates = async () => [],
): Promise<Merge> {
  const { network, members, by } = of;
  return untilWritten(async () => {
    const turn = await rosterTurn(world, network);
    const [a, b] = await Promise.all(members.map((member) => readMember(world, { network, member })));
    if (!a || !b || a.id === b.id) throw new Refusal("not-found");
    const { kept, merged } = whoStays(a, b);
    if (merged.mergedInto?.member === kept.id) return { kept, merged };
    if (kept.standing !== "active" || merged.standing !== "active") throw new Refusal("page.stale");
    const places = await placesIn(world, rolls, merged);
    if (places.asks.length > 0 || places.rolls.length > 0) throw new Refusal("member.asked");
    if (merged.coordinator && !(await isOneMailbox(world, kept, merged))) throw new Refusal("member.coordinates");
    const institution = kept.institution ?? merged.institution;
    const one: Member = {
      ...kept,
      ...(institution && { institution }),
      groups: [...new Set([...kept.groups, ...merged.groups])],
      coordinator: kept.coordinator || merged.coordinator,
    };
    const mergedInto = { member: kept.id, by, at: world.clock.now() };
    const left: Member = { ...merged, standing: "left", coordinator: false, mergedInto };
    const carried = await mandates(world, { network, from: merged.id, to: kept.id });
    await world.table.write([replace(Member, kept, one), replace(Member, merged, left), turn, ...carried]);
    return { kept: { ...one, rev: kept.rev + 1 }, merged: { ...left, rev: merged.rev + 1 } };
  });
}

async function isOneMailbox(world: World, a: Member, b: Member): Promise<boolean> {
  const found = await world.table.getMany([a, b].map(({ person }) => Person.key({ id: person })));
  const [first, second] = [a, b].map(({ person }) => normalAddress(found.get(Person, { id: person })?.address ?? ""));
  return first === second;
}
