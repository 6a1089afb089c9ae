import * as v from "valibot";
import { defineRecord, Instant, listAll, type Stored, type Table } from "../kit/index.ts";
import { RosterRow } from "./roster-row.ts";
import { Encoding } from "./text-encoding.ts";

export const RosterFigures = v.object({ added: v.number(), known: v.number(), rejected: v.number() });
export type RosterFigures = v.InferOutput<typeof RosterFigures>;

/** A table of members on its way into a network. Its rows are in pages beside it, for one item could not hold them all. */
export const RosterImport = defineRecord({
  kind: "roster-import",
  schema: v.object({
    network: v.string(),
    id: v.string(),
    /** The member who brought the table. */
    by: v.string(),
    /** `replaced`: a newer table was brought before this one was applied. */
    state: v.picklist(["previewed", "applying", "applied", "replaced"]),
    at: Instant,
    delimiter: v.picklist([",", ";", "\t"]),
    /** How the file was written; none of a table that was pasted. */
    encoding: v.optional(Encoding),
    /** The sheet of a workbook, and the others that it has. */
    sheet: v.optional(v.object({ name: v.string(), others: v.array(v.string()) })),
    header: v.array(v.string()),
    /** Headings that we do not know: their cells are left aside. */
    unknown: v.array(v.string()),
    pages: v.number(),
    /** Who pressed the button, and when. */
    appliedBy: v.optional(v.string()),
    startedAt: v.optional(Instant),
    /** Rows that may be members already are left out. */
    leavesAlike: v.optional(v.boolean()),
    figures: v.optional(RosterFigures),
    /** Seconds since 1970, for the table's own deletion. */
    expires: v.number(),
  }),
  key: ({ network, id }: { network: string; id: string }) => ({ pk: `network#${network}`, sk: `roster-import#${id}` }),
  indexes: ({ network, id, state, startedAt }) => ({
    ...(state === "previewed" && { lookup: { pk: `roster-previews#${network}`, sk: id } }),
    ...(state === "applying" && startedAt && { due: { pk: "roster-imports", sk: startedAt } }),
  }),
});
export type RosterImport = v.InferOutput<typeof RosterImport.schema>;

/** At most 30 rows: their members enter in one transaction. */
export const RosterPage = defineRecord({
  kind: "roster-page",
  schema: v.object({
    roster: v.string(),
    page: v.number(),
    rows: v.array(RosterRow),
    /** How many members it has added, once they are in. */
    added: v.optional(v.number()),
    expires: v.number(),
  }),
  key: ({ roster, page }: { roster: string; page: number }) => ({
    pk: `roster-pages#${roster}`,
    sk: String(page).padStart(4, "0"),
  }),
});
export type RosterPage = v.InferOutput<typeof RosterPage.schema>;

/** Counts the changes of a network's roster: two imports at once see each other by it. */
export const RosterTurn = defineRecord({
  kind: "roster-turn",
  schema: v.object({ network: v.string(), changes: v.number() }),
  key: ({ network }: { network: string }) => ({ pk: `network#${network}`, sk: "roster-turn" }),
});
export type RosterTurn = v.InferOutput<typeof RosterTurn.schema>;

export const ROWS_A_PAGE = 30;

/** The pages of an import, in order. */
export async function pagesOf(table: Table, roster: string): Promise<Stored<RosterPage>[]> {
  return listAll(table, RosterPage, `roster-pages#${roster}`);
}
