import * as v from "valibot";
import {
  canonical,
  defineRecord,
  Instant,
  listAll,
  Refusal,
  type Stored,
  sha256,
  type Table,
  type World,
} from "../kit/index.ts";
import type { Member } from "./records.ts";

/** How long a second person has to decide; then the request lapses, and nothing has changed. */
export const DAYS_TO_DECIDE = 7;

/**
 * The correction of a member's address. One that needed nobody else is `applied` from the beginning; a `pending` one waits
 * for a second person, and lapses with its time.
 */
export const AddressChange = defineRecord({
  kind: "address-change",
  schema: v.object({
    network: v.string(),
    id: v.string(),
    member: v.string(),
    person: v.string(),
    from: v.string(),
    to: v.string(),
    /** The member who asked for it. */
    by: v.string(),
    at: Instant,
    /** What a decision names (asks 12). */
    hash: v.string(),
    state: v.picklist(["pending", "applied", "refused", "withdrawn"]),
    expiresAt: Instant,
    /** The second person; none where none was needed. */
    decision: v.optional(v.object({ member: v.string(), at: Instant, reason: v.optional(v.string()) })),
    /** The processes on whose open roll she stood when it was applied. */
    rolls: v.array(v.string()),
  }),
  key: ({ network, id }: { network: string; id: string }) => ({
    pk: `network#${network}`,
    sk: `address-change#${id}`,
  }),
});
export type AddressChange = v.InferOutput<typeof AddressChange.schema>;

/** That an address was changed on the open roll of a process: a number in its minutes (votes R8). */
export const RollAddressChange = defineRecord({
  kind: "roll-address-change",
  schema: v.object({ process: v.string(), change: v.string(), member: v.string(), at: Instant }),
  key: ({ process, change }: { process: string; change: string }) => ({
    pk: `address-changes#${process}`,
    sk: change,
  }),
});

/** How many addresses were changed on the open roll of a process. */
export async function addressChangesOf(table: Table, process: string): Promise<number> {
  return (await listAll(table, RollAddressChange, `address-changes#${process}`)).length;
}

/** Where a request stands: what became of it, or that its time is over. */
export type ChangeStanding = AddressChange["state"] | "lapsed";

export function changeStanding({ state, expiresAt }: AddressChange, now: Instant): ChangeStanding {
  return state === "pending" && expiresAt <= now ? "lapsed" : state;
}

/**
 * Whether a second person is needed (votes R8): on an open roll always, for otherwise a coordinator could vote for the silent;
 * and for another coordinator, for who gets her letters signs in as her.
 */
export function needsSecondPerson(member: Pick<Member, "id" | "coordinator">, by: string, openRolls: number): boolean {
  return openRolls > 0 || (member.coordinator && member.id !== by);
}

export function changeHash(of: Pick<AddressChange, "network" | "member" | "person" | "from" | "to">): string {
  const { network, member, person, from, to } = of;
  return sha256(canonical({ network, member, person, from, to }));
}

/** An address as a letter to somebody else may show it: `j…@skola.example`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}

/** The request; refuses `not-found`. */
export async function readAddressChange(world: World, network: string, id: string): Promise<Stored<AddressChange>> {
  const change = await world.table.get(AddressChange, { network, id });
  if (!change) throw new Refusal("not-found");
  return change;
}

/** The requests of a network that wait for a second person. */
export async function pendingChanges(world: World, network: string): Promise<Stored<AddressChange>[]> {
  const changes = await listAll(world.table, AddressChange, `network#${network}`, "address-change#");
  const now = world.clock.now();
  return changes.filter((change) => changeStanding(change, now) === "pending");
}
