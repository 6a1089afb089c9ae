import * as v from "valibot";

/**
 * What was found in a workbook: the rows of one sheet that hold anything, under their numbers, every cell as text; or why
 * there is none.
 */
export const TableReading = v.variant("kind", [
  v.object({
    kind: v.literal("table"),
    sheet: v.string(),
    /** The other sheets that are shown. */
    others: v.array(v.string()),
    rows: v.array(v.object({ row: v.number(), cells: v.array(v.string()) })),
  }),
  v.object({
    kind: v.literal("unreadable"),
    /** `large`: it unpacks to more than a table of people holds, or takes too long. `old`: the format before 2007. */
    why: v.picklist(["damaged", "encrypted", "large", "old", "no-such-sheet"]),
    /** The sheets there are, where none is called so. */
    sheets: v.optional(v.array(v.string())),
  }),
]);
export type TableReading = v.InferOutput<typeof TableReading>;

/** Reads documents where a hostile one can do no harm: a function of its own, or a worker thread. */
export interface Documents {
  /** Reads a sheet of an XLSX workbook: the one of this name, or the first that is shown. */
  readTable(bytes: Uint8Array, sheet?: string): Promise<TableReading>;
}
