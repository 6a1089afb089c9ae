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

/** A part of a text document: a heading, a detail of what the heading names, or a paragraph. */
const TextBlock = v.variant("kind", [
  v.object({
    kind: v.literal("heading"),
    /** From the outside in, beginning with 1. */
    level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
    text: v.string(),
    /** What it is known by, in a file that carries it: a reader does not see it, and it comes back with the file. */
    mark: v.optional(v.string()),
  }),
  v.object({ kind: v.literal("fact"), name: v.string(), label: v.string(), text: v.string() }),
  v.object({ kind: v.literal("paragraph"), text: v.string() }),
]);
export type TextBlock = v.InferOutput<typeof TextBlock>;

/** A text to be written as a document; its headings are numbered as they come. */
export const TextDocument = v.object({ title: v.string(), language: v.string(), blocks: v.array(TextBlock) });
export type TextDocument = v.InferOutput<typeof TextDocument>;

/** What was found in a text document, or why there is nothing. */
export const TextReading = v.variant("kind", [
  v.object({ kind: v.literal("text"), blocks: v.array(TextBlock) }),
  v.object({
    kind: v.literal("unreadable"),
    /** As with tables; `other`: it is some other kind of file. */
    why: v.picklist(["damaged", "encrypted", "large", "old", "other"]),
  }),
]);
export type TextReading = v.InferOutput<typeof TextReading>;

/** What text documents are written as. */
export const TextFormat = v.picklist(["docx", "pdf"]);
export type TextFormat = v.InferOutput<typeof TextFormat>;

/** Reads and writes documents where a hostile one can do no harm: a function of its own, or a worker thread. */
export interface Documents {
  /** Reads a sheet of an XLSX workbook: the one of this name, or the first that is shown. */
  readTable(bytes: Uint8Array, sheet?: string): Promise<TableReading>;
  /** Reads the headings, details and paragraphs of a DOCX document. */
  readText(bytes: Uint8Array): Promise<TextReading>;
  writeText(document: TextDocument, format: TextFormat): Promise<Uint8Array>;
}
