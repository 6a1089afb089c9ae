import * as v from "valibot";
import {
  before,
  command,
  create,
  Refusal,
  replace,
  type Stored,
  sha256,
  untilWritten,
  type World,
  type Write,
} from "../kit/index.ts";
import { rosterKey } from "./likeness.ts";
import { Member, Network, Person } from "./records.ts";
import { membersWithAddress } from "./roster.ts";
import { pagesOf, type RosterFigures, RosterImport, RosterPage, RosterTurn } from "./roster-import.ts";
import type { RosterRow } from "./roster-row.ts";

/** The members that an import compares with, and the turn of the roster they were read in. */
type Known = { keys: ReadonlySet<string>; turn: Stored<RosterTurn> | undefined };

/** An import that is still at it after this was left by a crash. */
const LEFT_BEHIND = { minutes: 1 };

/**
 * Makes members of the rows that were let in; with `leavesAlike` not of those that may be members already. Applied twice, by two coordinators at once or after a crash, it has one
 * effect; a row whose member came in meanwhile is passed over. Refuses an import that was replaced by a newer one
 * (`roster.changed`), and one of another network.
 */
export const applyRoster = command(
  v.object({ network: v.string(), id: v.string(), by: v.string(), leavesAlike: v.optional(v.boolean(), false) }),
  async (world, of): Promise<RosterFigures> => {
    const started = await startRoster(world, of);
    return started.figures ?? applyPages(world, started);
  },
);

/** Finishes the imports that a crash cut off; one that fails holds up no other. */
export async function finishRosters(world: World): Promise<void> {
  const until = before(world.clock.now(), LEFT_BEHIND);
  for (const roster of await world.table.find(RosterImport, "due", "roster-imports", { until })) {
    try {
      if (roster.state === "applying") await applyPages(world, roster);
    } catch (fault) {
      world.log.error("roster.not-finished", fault, { roster: roster.id });
    }
  }
}

function startRoster(
  world: World,
  of: { network: string; id: string; by: string; leavesAlike: boolean },
): Promise<RosterImport> {
  return untilWritten(async () => {
    const roster = await world.table.get(RosterImport, of);
    switch (roster?.state) {
      case undefined:
        throw new Refusal("not-found");
      case "replaced":
        throw new Refusal("roster.changed");
      case "applying":
      case "applied":
        return roster;
      case "previewed": {
        const { by: appliedBy, leavesAlike } = of;
        const startedAt = world.clock.now();
        const started = { ...roster, state: "applying" as const, appliedBy, startedAt, leavesAlike };
        await world.table.write([replace(RosterImport, roster, started)]);
        return started;
      }
    }
  });
}

async function applyPages(
  world: World,
  { network, id, pages, leavesAlike = false }: RosterImport,
): Promise<RosterFigures> {
  const body = await world.table.get(Network, { id: network });
  if (!body) throw new Refusal("not-found");
  let known: Known | undefined;
  for (let page = 0; page < pages; page += 1) {
    await untilWritten(async () => {
      const read = known ?? (await readKnown(world, network));
      // If somebody else was first, the members are read anew.
      known = undefined;
      known = await applyPage(world, body, { roster: id, page, leavesAlike }, read);
    });
  }
  return finishRoster(world, network, id);
}

async function readKnown(world: World, network: string): Promise<Known> {
  // The turn first: what changes after it makes the write fail, and everything is read anew.
  const turn = await world.table.get(RosterTurn, { network });
  const members = await membersWithAddress(world.table, network);
  return { turn, keys: new Set(members.map(rosterKey)) };
}

/** The members of one page enter in one transaction; what is known afterwards. */
async function applyPage(
  world: World,
  network: Network,
  { leavesAlike, ...key }: { roster: string; page: number; leavesAlike: boolean },
  known: Known,
): Promise<Known> {
  const page = await world.table.get(RosterPage, key);
  if (!page) throw new Error(`the import ${key.roster} has no page ${key.page}`);
  if (page.added !== undefined) return known;
  const entering = page.rows.filter((row) => isLetIn(row, leavesAlike) && !known.keys.has(rosterKey(row)));
  const turn: RosterTurn = { network: network.id, changes: (known.turn?.changes ?? 0) + 1 };
  await world.table.write([
    replace(RosterPage, page, { ...page, added: entering.length }),
    known.turn ? replace(RosterTurn, known.turn, turn) : create(RosterTurn, turn),
    ...entering.flatMap((row) => memberWrites(world, network, key.roster, row)),
  ]);
  return {
    keys: new Set([...known.keys, ...entering.map(rosterKey)]),
    turn: { ...turn, rev: (known.turn?.rev ?? 0) + 1 },
  };
}

function isLetIn({ verdict }: RosterRow, leavesAlike: boolean): boolean {
  return verdict === "new" || verdict === "same-address" || (verdict === "alike" && !leavesAlike);
}

/** A person and her place. Their ids are made from the import and the row: the same row makes the same member. */
function memberWrites(world: World, network: Network, roster: string, row: RosterRow): Write[] {
  const hash = sha256(`${roster}\n${row.row}`).slice(0, 24);
  const { address, name, institution, groups, coordinator } = row;
  const person: Person = { id: `per_${hash}`, address, locale: row.locale ?? network.locale, zone: network.zone };
  const member: Member = {
    ...{ network: network.id, id: `mem_${hash}`, person: person.id, name, groups, coordinator },
    ...(institution && { institution }),
    ...{ standing: "active", since: world.clock.now() },
  };
  return [create(Person, person), create(Member, member)];
}

function finishRoster(world: World, network: string, id: string): Promise<RosterFigures> {
  return untilWritten(async () => {
    const roster = await world.table.get(RosterImport, { network, id });
    if (!roster) throw new Error(`the import ${id} is gone`);
    if (roster.figures) return roster.figures;
    const pages = await pagesOf(world.table, id);
    const rows = pages.flatMap((page) => page.rows);
    const added = pages.reduce((sum, page) => sum + (page.added ?? 0), 0);
    const rejected = rows.filter((row) => row.verdict === "rejected").length;
    const figures: RosterFigures = { added, known: rows.length - rejected - added, rejected };
    await world.table.write([replace(RosterImport, roster, { ...roster, state: "applied", figures })]);
    return figures;
  });
}
