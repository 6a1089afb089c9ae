import { CsvError, parse } from "csv-parse/sync";
import type { Locale } from "../i18n/index.ts";
import { columnNamed } from "./columns.ts";
import { malformed, type NumberedRow, type RosterTable, readRosterTable } from "./roster-table.ts";
import { decodeText, type Encoding } from "./text-encoding.ts";

/** A table that was read from text, and how that text is written; a table that was pasted has no encoding. */
export type RosterText = RosterTable & { delimiter: Delimiter; encoding?: Encoding };

type Delimiter = (typeof delimiters)[number];

const delimiters = [",", ";", "\t"] as const;
export const MOST_BYTES = 1_000_000;
const FIRST_LINES = 20;

/**
 * Reads a CSV file: in UTF-8, UTF-16 or one of the Windows encodings of our languages, `locale` deciding where it is open;
 * with comma, semicolon or tab. Rows are numbered as a spreadsheet shows them. A file that is no such table is refused with
 * `roster.malformed`: the problem names what is wrong, with the row and the column where there is one.
 */
export function readRosterFile(file: Uint8Array | string, locale: Locale): RosterText {
  const size = typeof file === "string" ? Buffer.byteLength(file) : file.byteLength;
  if (size > MOST_BYTES) throw malformed("large", { limit: MOST_BYTES / 1000 });
  const read = typeof file === "string" ? { text: file } : decodeText(file, locale);
  if (!read || read.text.includes("\0")) throw malformed("encoding");
  const { text, ...written } = read;
  const { delimiter, lines } = readLines(text.replace(/^\uFEFF/, ""));
  return { ...readRosterTable(lines), ...written, delimiter };
}

function readLines(text: string): { delimiter: Delimiter; lines: NumberedRow[] } {
  const said = saidDelimiter(text);
  // The line that says the delimiter is a spreadsheet's own: it numbers the next one 1.
  const body = said ? text.replace(/^.*(\r\n|\r|\n|$)/, "") : text;
  const delimiter = said ?? delimiterOf(body);
  return { delimiter, lines: records(body, delimiter).map((cells, index) => ({ row: index + 1, cells })) };
}

/** Excel's own first line, `sep=;`. */
function saidDelimiter(text: string): Delimiter | undefined {
  const said = /^"?sep=(.)"?[\r\n]/i.exec(text)?.[1];
  return delimiters.find((delimiter) => delimiter === said);
}

/** The delimiter under which one of the first lines has the most columns that we know; a comma when it does not matter. */
function delimiterOf(text: string): Delimiter {
  const lines = text.split(/\r\n|\r|\n/, FIRST_LINES);
  const known = (delimiter: Delimiter) =>
    Math.max(...lines.map((line) => line.split(delimiter).filter((cell) => columnNamed(cell) !== undefined).length));
  return delimiters.reduce((best, delimiter) => (known(delimiter) > known(best) ? delimiter : best));
}

function records(text: string, delimiter: Delimiter): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.records === "number" ? error.records + 1 : Number(error.lines ?? 1);
    throw malformed("quote", { row, column: Number(error.column ?? 0) + 1 });
  }
}
