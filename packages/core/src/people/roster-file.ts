import { CsvError, parse } from "csv-parse/sync";
import { Refusal } from "../kit/index.ts";
import { type Column, columnNamed } from "./columns.ts";

/** A roster's table as it was read: which column stands where, and each row that holds anything, under its number in the file. */
export type RosterTable = {
  delimiter: Delimiter;
  header: string[];
  places: Partial<Record<Column, number>>;
  /** Headings that we do not know: their cells are left aside. */
  unknown: string[];
  rows: { row: number; cells: string[] }[];
};

type Delimiter = (typeof delimiters)[number];

const delimiters = [",", ";", "\t"] as const;
export const MOST_ROWS = 2000;
export const MOST_BYTES = 300_000;

/**
 * Reads a CSV file in UTF-8 (with or without a byte order mark; comma, semicolon or tab). Rows are numbered as a
 * spreadsheet shows them, the heading being row 1. A file that is no such table is refused with `roster.malformed`: the
 * problem names what is wrong, with the row and the column where there is one.
 */
export function readRosterFile(file: Uint8Array | string): RosterTable {
  const size = typeof file === "string" ? Buffer.byteLength(file) : file.byteLength;
  if (size > MOST_BYTES) throw malformed("large", { limit: MOST_BYTES / 1000 });
  const text = typeof file === "string" ? file : decode(file);
  if (text.includes("\0")) throw malformed("encoding");
  const delimiter = delimiterOf(text);
  const [first, ...others] = records(text, delimiter);
  const header = first?.map((cell) => cell.trim()) ?? [];
  const places = placesIn(header);
  const rows = others
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (rows.length === 0) throw malformed("empty");
  if (rows.length > MOST_ROWS) throw malformed("many", { limit: MOST_ROWS });
  const unknown = header.filter((heading) => heading !== "" && columnNamed(heading) === undefined);
  return { delimiter, header, places, unknown, rows };
}

function malformed(code: string, details: Record<string, string | number> = {}): Refusal {
  return new Refusal("roster.malformed", { problems: [{ field: "file", code, details }] });
}

function decode(file: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    throw malformed("encoding");
  }
}

/** The delimiter under which the first line has the most columns that we know; a comma when it does not matter. */
function delimiterOf(text: string): Delimiter {
  const line = text.replace(/^\uFEFF/, "").split(/[\r\n]/, 1)[0] ?? "";
  const known = (delimiter: Delimiter) =>
    line.split(delimiter).filter((heading) => columnNamed(heading) !== undefined).length;
  return delimiters.reduce((best, delimiter) => (known(delimiter) > known(best) ? delimiter : best));
}

function records(text: string, delimiter: Delimiter): string[][] {
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.records === "number" ? error.records + 1 : Number(error.lines ?? 1);
    throw malformed("quote", { row, column: Number(error.column ?? 0) + 1 });
  }
}

/** Where each column stands. A table without a heading row has no column that we know. */
function placesIn(header: readonly string[]): RosterTable["places"] {
  const places: RosterTable["places"] = {};
  for (const [place, heading] of header.entries()) {
    const column = columnNamed(heading);
    if (!column) continue;
    if (places[column] !== undefined) throw malformed("column-twice", { row: 1, column: heading });
    places[column] = place;
  }
  if (places.name === undefined && places.address === undefined) throw malformed("header", { row: 1 });
  for (const column of ["name", "address"] as const) {
    if (places[column] === undefined) throw malformed("column-missing", { row: 1, column });
  }
  return places;
}
