import * as v from "valibot";
import {
  command,
  create,
  newId,
  Refusal,
  replace,
  type Stored,
  toMilliseconds,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { Network } from "./records.ts";
import { membersWithAddress } from "./roster.ts";
import { pagesOf, ROWS_A_PAGE, RosterImport, RosterPage } from "./roster-import.ts";
import { judgeRows, type RosterRow } from "./roster-row.ts";
import { readRosterSource } from "./roster-source.ts";

/** An import with its rows, each with its verdict. */
export type RosterView = { roster: Stored<RosterImport>; rows: RosterRow[] };

const KEPT_SECONDS = 30 * 24 * 3600;

const Preview = v.object({
  network: v.string(),
  by: v.string(),
  file: v.union([v.string(), v.custom<Uint8Array>((input) => input instanceof Uint8Array)]),
  /** Which sheet of a workbook; the first if not given. */
  sheet: v.optional(v.string()),
  /** Members without an address are let in: they are asked on paper. Chosen by the coordinator, never assumed. */
  mayLackAddress: v.optional(v.boolean()),
});

/**
 * Judges every row of a table and keeps it, to be applied by `applyRoster`; no member is touched. A table that waited
 * before it in this network is replaced. Refuses a file that cannot be read as a table (`roster.malformed`).
 */
export const previewRoster = command(
  Preview,
  async (world, { network, by, file, sheet, mayLackAddress }): Promise<RosterView> => {
    const body = await world.table.get(Network, { id: network });
    if (!body) throw new Refusal("not-found");
    const table = await readRosterSource(world, { file, sheet, locale: body.locale });
    const rows = judgeRows(table, await membersWithAddress(world.table, network), { mayLackAddress });
    const at = world.clock.now();
    const expires = Math.floor(toMilliseconds(at) / 1000) + KEPT_SECONDS;
    const { delimiter, encoding, header, unknown } = table;
    const id = newId(world.random, "roster");
    const pages = Math.ceil(rows.length / ROWS_A_PAGE);
    const roster: RosterImport = {
      ...{ network, id, by, at, delimiter, header, unknown, pages, expires },
      ...(encoding && { encoding }),
      ...(table.sheet && { sheet: table.sheet }),
      state: "previewed",
    };
    await untilWritten(async () => {
      const earlier = await world.table.find(RosterImport, "lookup", `roster-previews#${network}`, { limit: 20 });
      const waiting = earlier.filter((one) => one.state === "previewed");
      await world.table.write([
        create(RosterImport, roster),
        ...Array.from({ length: pages }, (_, page) => {
          const from = page * ROWS_A_PAGE;
          return create(RosterPage, { roster: id, page, rows: rows.slice(from, from + ROWS_A_PAGE), expires });
        }),
        ...waiting.map((one) => replace(RosterImport, one, { ...one, state: "replaced" })),
      ]);
    });
    return { roster: { ...roster, rev: 1 }, rows };
  },
);

/** An import as it was judged. Refuses one that this network does not have. */
export async function readRoster(world: World, network: string, id: string): Promise<RosterView> {
  const roster = await world.table.get(RosterImport, { network, id });
  if (!roster) throw new Refusal("not-found");
  const pages = await pagesOf(world.table, id);
  return { roster, rows: pages.flatMap((page) => page.rows) };
}
