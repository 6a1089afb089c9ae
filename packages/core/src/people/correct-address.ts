import * as v from "valibot";
import {
  after,
  create,
  newId,
  parseInput,
  Refusal,
  replace,
  type Stored,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { Address } from "./address.ts";
import {
  AddressChange,
  changeHash,
  changeStanding,
  DAYS_TO_DECIDE,
  needsSecondPerson,
  pendingChanges,
  readAddressChange,
} from "./address-change.ts";
import { addressWrites } from "./apply-address.ts";
import { placesIn } from "./places.ts";
import { Member, membersOf, Person } from "./records.ts";
import type { Rolls } from "./rolls.ts";
import { readMember } from "./standing.ts";

const Correction = v.object({ network: v.string(), member: v.string(), by: v.string(), address: Address });
const Decision = v.object({
  ...{ network: v.string(), change: v.string(), by: v.string(), hash: v.string() },
  verdict: v.picklist(["approve", "refuse"]),
  reason: v.optional(v.pipe(v.string(), v.trim()), ""),
});

/** A refusal says why, in as many characters at least. */
export const REASON_LEAST = 10;
const REASON_MOST = 1000;

/** `changed`: it was done. `waits`: a second person has been asked. `same`: it is her address already. */
export type Corrected = { kind: "changed" | "waits"; change: AddressChange } | { kind: "same" };

/** `decided`: by this decision. `made`: somebody was first, and her decision stands. `lapsed`: nobody decided in time. */
export type Decided = { kind: "decided" | "made" | "lapsed"; change: AddressChange };

/**
 * Corrects a member's address; or, where that takes two (votes R8), asks every second person there is, each by a letter with
 * a link of her own. Refused while another correction of this member waits (`address.pending`), where there is nobody to
 * ask (`address.nobody`), and for a member of other networks too (`address.elsewhere`).
 */
export async function correctAddress(
  world: World,
  rolls: Rolls,
  input: v.InferInput<typeof Correction>,
): Promise<Corrected> {
  const { network, member: memberId, by, address: to } = parseInput(Correction, input);
  return untilWritten(async () => {
    const member = await readMember(world, { network, member: memberId });
    const person = await world.table.get(Person, { id: member.person });
    if (!person || member.standing !== "active") throw new Refusal("not-found");
    if (person.address === to) return { kind: "same" };
    const waiting = await pendingChanges(world, network);
    if (waiting.some((one) => one.member === member.id)) throw new Refusal("address.pending");
    const of = { network, member: member.id, person: person.id, from: person.address, to };
    const at = world.clock.now();
    const change: AddressChange = {
      ...{ ...of, id: newId(world.random, "addressChange"), by, at, hash: changeHash(of), rolls: [] },
      ...{ state: "pending", expiresAt: after(at, { days: DAYS_TO_DECIDE }) },
    };
    const done = await addressWrites(world, rolls, change);
    if (!needsSecondPerson(member, by, done.rolls.length)) {
      const applied: AddressChange = { ...change, state: "applied" };
      await world.table.write([create(AddressChange, applied), ...done.writes]);
      return { kind: "changed", change: applied };
    }
    const seconds = await secondPersons(world, rolls, change);
    if (seconds.length === 0) throw new Refusal("address.nobody");
    // Written as it was read, so that of two requests at once one sees the other.
    await world.table.write([
      replace(Member, member, member),
      create(AddressChange, change),
      ...seconds.slice(0, MOST_ASKED).flatMap((second) => requestLetter(world, change, second)),
    ]);
    return { kind: "waits", change };
  });
}

/** Whether the correction of this member's address by this one takes a second person now. */
export async function takesSecondPerson(world: World, rolls: Rolls, member: Member, by: string): Promise<boolean> {
  return needsSecondPerson(member, by, (await placesIn(world, rolls, member)).rolls.length);
}

/** A transaction holds 100 writes, two of them for each letter. */
const MOST_ASKED = 40;

function requestLetter(world: World, change: AddressChange, second: Member) {
  const { network, id } = change;
  return writeLetter(world, {
    ...{ process: id, kind: "people.address-request", version: id, network, facts: { change: id } },
    ...{ person: second.person, member: second.id },
    link: { act: "approve", network, person: second.person, member: second.id, process: id },
    linkExpiresAt: change.expiresAt,
  });
}

/**
 * Who may be the second person: the other coordinators, and those who answer for a process on whose open roll the member
 * stands. Never the one who asked, under whatever membership.
 */
export async function secondPersons(world: World, rolls: Rolls, change: AddressChange): Promise<Stored<Member>[]> {
  const { network, by } = change;
  const [member, requester] = await Promise.all(
    [change.member, by].map((id) => readMember(world, { network, member: id })),
  );
  if (!member || !requester) throw new Refusal("not-found");
  const answerable = new Set<string>();
  for (const process of (await placesIn(world, rolls, member)).rolls) {
    for (const id of await rolls.answerable(world, process)) answerable.add(id);
  }
  return (await membersOf(world.table, network)).filter(
    ({ id, person, standing, coordinator }) =>
      standing === "active" && person !== requester.person && (coordinator || answerable.has(id)),
  );
}

/**
 * The second person's decision, by the hash of what she has seen. Approved, the address changes in the same step; refused,
 * the reason reaches the one who asked. The first decision stands. Refuses whoever may not decide (`not-yours`), a hash of
 * something else (`page.stale`), and a refusal without a reason (`input.invalid`).
 */
export async function decideAddress(
  world: World,
  rolls: Rolls,
  input: v.InferInput<typeof Decision>,
): Promise<Decided> {
  const { network, change: id, by, hash, verdict, reason } = parseInput(Decision, input);
  return untilWritten(async (): Promise<Decided> => {
    const change = await readAddressChange(world, network, id);
    const seconds = await secondPersons(world, rolls, change);
    if (!seconds.some((second) => second.id === by)) throw new Refusal("not-yours");
    const at = world.clock.now();
    const standing = changeStanding(change, at);
    if (standing === "lapsed") return { kind: "lapsed", change };
    if (standing !== "pending") return { kind: "made", change };
    if (change.hash !== hash) throw new Refusal("page.stale");
    if (verdict === "refuse")
      return { kind: "decided", change: await refuse(world, change, { member: by, at, reason }) };
    const approved: AddressChange = { ...change, decision: { member: by, at } };
    const done = await addressWrites(world, rolls, approved);
    const applied: AddressChange = { ...approved, state: "applied", rolls: done.rolls };
    await world.table.write([replace(AddressChange, change, applied), ...done.writes]);
    return { kind: "decided", change: applied };
  });
}

async function refuse(
  world: World,
  change: Stored<AddressChange>,
  decision: { member: string; at: string; reason: string },
): Promise<AddressChange> {
  const code = decision.reason.length < REASON_LEAST ? "min_length" : "max_length";
  if (decision.reason.length < REASON_LEAST || decision.reason.length > REASON_MOST) {
    const limit = code === "min_length" ? REASON_LEAST : REASON_MOST;
    throw new Refusal("input.invalid", { problems: [{ field: "reason", code, details: { limit } }] });
  }
  const { network, id, by } = change;
  const requester = await readMember(world, { network, member: by });
  const refused: AddressChange = { ...change, state: "refused", decision };
  await world.table.write([
    replace(AddressChange, change, refused),
    ...writeLetter(world, {
      ...{ process: id, kind: "people.address-refused", version: id, network, facts: { change: id } },
      ...{ person: requester.person, member: requester.id },
    }),
  ]);
  return refused;
}

/** The one who asked takes her request back; what was decided before stays. Refuses everybody else (`not-yours`). */
export function withdrawChange(world: World, of: { network: string; change: string; by: string }): Promise<void> {
  return untilWritten(async () => {
    const change = await readAddressChange(world, of.network, of.change);
    if (change.by !== of.by) throw new Refusal("not-yours");
    if (change.state !== "pending") return;
    await world.table.write([replace(AddressChange, change, { ...change, state: "withdrawn" })]);
  });
}
