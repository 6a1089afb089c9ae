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
import type { Member } from "../people/index.ts";
import type { Holding } from "./records.ts";

/** How long whoever is asked has to state it; then two others are asked, for as long again. */
export const DAYS_TO_STATE = 14;

const Statement = v.object({
  member: v.string(),
  at: Instant,
  /** She goes on coordinating herself. */
  keeps: v.boolean(),
});

/**
 * That the rights of a coordinator pass to a member (votes R12): nobody has them by winning alone. Whoever has them states it,
 * or, where she is gone or silent, two others do.
 */
export const HandOver = defineRecord({
  kind: "hand-over",
  schema: v.object({
    network: v.string(),
    id: v.string(),
    to: v.string(),
    office: v.optional(v.string()),
    /** The election that brought it up; none where a coordinator passes her rights on by herself. */
    election: v.optional(v.string()),
    /** Who held the office before and coordinates: where two others state it, her rights end with it. */
    outgoing: v.array(v.string()),
    /** Who stood in that election: none of them is one of the two. */
    candidates: v.array(v.string()),
    /** `one`: whoever has the rights. `two`: two others together. */
    takes: v.picklist(["one", "two"]),
    asked: v.array(v.string()),
    statements: v.array(Statement),
    state: v.picklist(["pending", "made", "lapsed", "withdrawn"]),
    /** Whose rights ended when it was made. */
    ended: v.array(v.string()),
    at: Instant,
    until: Instant,
  }),
  key: ({ network, id }: { network: string; id: string }) => ({ pk: `network#${network}`, sk: `hand-over#${id}` }),
  indexes: ({ state, until }) => (state === "pending" ? { due: { pk: "hand-overs", sk: until } } : {}),
});
export type HandOver = v.InferOutput<typeof HandOver.schema>;

/** What a statement names (asks 12): who gets the rights, from whom, and how many state it. */
export function handOverHash({ network, id, to, outgoing, takes }: HandOver): string {
  return sha256(canonical({ network, id, to, outgoing, takes }));
}

/** A network's hand-overs, whatever became of them. */
export function handOversOf(table: Table, network: string): Promise<Stored<HandOver>[]> {
  return listAll(table, HandOver, `network#${network}`, "hand-over#");
}

/** The hand-over; refuses `not-found`. */
export async function readHandOver(world: World, network: string, id: string): Promise<Stored<HandOver>> {
  const found = await world.table.get(HandOver, { network, id });
  if (!found) throw new Refusal("not-found");
  return found;
}

type Of = {
  members: readonly Member[];
  to: Pick<Member, "person">;
  outgoing: readonly string[];
  candidates: readonly string[];
};

/**
 * The coordinators whose word suffices: those who held the office before; where none of them did, each of them. Never whoever
 * is to get the rights, under whatever membership.
 */
export function whoHasTheRights({ members, to, outgoing }: Of): string[] {
  const coordinators = members.filter(
    ({ coordinator, standing, person }) => coordinator && standing === "active" && person !== to.person,
  );
  const before = coordinators.filter(({ id }) => outgoing.includes(id));
  return (before.length > 0 ? before : coordinators).map(({ id }) => id);
}

/**
 * The others of whom two state it together (votes R13): coordinators and those who hold an office; where there are fewer than
 * two of them, every member. Nobody who stood in the election, none of those whose rights pass on, each person once. Empty
 * where not even two are left.
 */
export function whoElseMayState(of: Of & { holders: readonly Pick<Holding, "member">[] }): string[] {
  const { members, to, outgoing, candidates, holders } = of;
  const personOf = new Map(members.map(({ id, person }) => [id, person]));
  const partial = new Set([to.person, ...[...outgoing, ...candidates].map((id) => personOf.get(id))]);
  const others = members.filter(
    ({ standing, person, id }, index) =>
      standing === "active" &&
      !partial.has(person) &&
      members.findIndex((one) => one.person === person && one.standing === "active") === index &&
      personOf.has(id),
  );
  const inOffice = others.filter(({ coordinator, id }) => coordinator || holders.some(({ member }) => member === id));
  const asked = inOffice.length >= 2 ? inOffice : others;
  return asked.length >= 2 ? asked.map(({ id }) => id) : [];
}
