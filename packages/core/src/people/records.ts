import * as v from "valibot";
import { Locale } from "../i18n/index.ts";
import { defineRecord, Instant, listAll, type Stored, type Table } from "../kit/index.ts";
import { normalAddress } from "./address.ts";

/** A body: association, municipal team, cooperation network. */
export const Network = defineRecord({
  kind: "network",
  schema: v.object({
    id: v.string(),
    name: v.string(),
    /** At most 20 characters: it leads the subject of every letter. */
    shortName: v.string(),
    locale: Locale,
    /** IANA name. */
    zone: v.string(),
    createdAt: Instant,
    /** It only plays another network, for the member who rehearses; it is wiped afterwards. */
    rehearsal: v.optional(v.object({ of: v.string(), by: v.string(), at: Instant })),
  }),
  key: ({ id }: { id: string }) => ({ pk: `network#${id}`, sk: "network" }),
  indexes: ({ id }) => ({ lookup: { pk: "networks", sk: id } }),
});
export type Network = v.InferOutput<typeof Network.schema>;

/** A human being. The id is the identity, never the address: two people may share a mailbox. */
export const Person = defineRecord({
  kind: "person",
  schema: v.object({
    id: v.string(),
    /** As written by the person; compared by `normalAddress`. Empty for who has none: she is asked on paper. */
    address: v.string(),
    locale: Locale,
    zone: v.string(),
  }),
  key: ({ id }: { id: string }) => ({ pk: `person#${id}`, sk: "person" }),
  indexes: ({ id, address }) => (address ? { lookup: { pk: `address#${normalAddress(address)}`, sk: id } } : {}),
});
export type Person = v.InferOutput<typeof Person.schema>;

/** A person's place in one network, under the name that this network knows. */
export const Member = defineRecord({
  kind: "member",
  schema: v.object({
    network: v.string(),
    id: v.string(),
    person: v.string(),
    name: v.string(),
    institution: v.optional(v.string()),
    groups: v.array(v.string()),
    /** A `guest` was invited to a session under an address: she has no vote and is on no roll. */
    standing: v.picklist(["active", "left", "guest"]),
    coordinator: v.boolean(),
    /** The elections in which she acts in the coordinator's place, should the coordinator stand: she may sign in for them. */
    substituteIn: v.optional(v.array(v.string())),
    /** The sessions that she records without being a coordinator: she may sign in for them. */
    recordsIn: v.optional(v.array(v.string())),
    since: Instant,
    /** She was one person with another member, who stayed. */
    mergedInto: v.optional(v.object({ member: v.string(), by: v.string(), at: Instant })),
  }),
  key: ({ network, id }: { network: string; id: string }) => ({ pk: `network#${network}`, sk: `member#${id}` }),
  indexes: ({ id, person }) => ({ lookup: { pk: `person#${person}`, sk: id } }),
});
export type Member = v.InferOutput<typeof Member.schema>;

/** Every member of a network, whatever the standing, in the order of their ids. */
export async function membersOf(table: Table, network: string): Promise<Stored<Member>[]> {
  return listAll(table, Member, `network#${network}`, "member#");
}

/** The people who read mail at this address. */
export function personsAt(table: Table, address: string): Promise<Stored<Person>[]> {
  return table.find(Person, "lookup", `address#${normalAddress(address)}`);
}

/** A person's places in all networks. */
export function placesOf(table: Table, person: string): Promise<Stored<Member>[]> {
  return table.find(Member, "lookup", `person#${person}`);
}
