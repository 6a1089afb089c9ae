import * as v from "valibot";
import {
  command,
  create,
  defineRecord,
  Instant,
  listAll,
  Refusal,
  type Table,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { likelyPairs, type Pair } from "./likeness.ts";
import { Member } from "./records.ts";
import { type RosterEntry, roster } from "./roster.ts";

/** That two members are two people, though their names are alike: a coordinator has said so. */
export const Distinct = defineRecord({
  kind: "distinct",
  schema: v.object({
    network: v.string(),
    /** Two members' ids, the lower first. */
    pair: v.tuple([v.string(), v.string()]),
    by: v.string(),
    at: Instant,
  }),
  key: ({ network, pair }: { network: string; pair: readonly [string, string] }) => ({
    pk: `network#${network}`,
    sk: `distinct#${pair.join("#")}`,
  }),
});
export type Distinct = v.InferOutput<typeof Distinct.schema>;

/** Two members who may be one person. */
export type LikelyDuplicate = Pair<RosterEntry & { name: string; address: string }>;

/** The active members of a network who may be one person, but for those of whom it is known that they are two. */
export async function likelyDuplicates(world: World, network: string): Promise<LikelyDuplicate[]> {
  const entries = await roster(world, network);
  const people = entries.map((entry) => ({ ...entry, name: entry.member.name, address: entry.person.address }));
  const pairs = likelyPairs(people);
  if (pairs.length === 0) return [];
  const distinct = await distinctOf(world.table, network);
  return pairs.filter(({ first, second }) => !distinct.has(pairOf(first.member.id, second.member.id).join("#")));
}

async function distinctOf(table: Table, network: string): Promise<Set<string>> {
  const known = await listAll(table, Distinct, `network#${network}`, "distinct#");
  return new Set(known.map(({ pair }) => pair.join("#")));
}

function pairOf(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a];
}

/** Remembers that two members are two people: they are not asked about again. Said twice it is remembered once. */
export const tellApart = command(
  v.object({ network: v.string(), members: v.tuple([v.string(), v.string()]), by: v.string() }),
  (world, { network, members, by }): Promise<void> =>
    untilWritten(async () => {
      const pair = pairOf(...members);
      const found = await world.table.getMany(pair.map((id) => Member.key({ network, id })));
      if (pair[0] === pair[1] || pair.some((id) => !found.get(Member, { network, id }))) throw new Refusal("not-found");
      if (await world.table.get(Distinct, { network, pair })) return;
      await world.table.write([create(Distinct, { network, pair, by, at: world.clock.now() })]);
    }),
);
