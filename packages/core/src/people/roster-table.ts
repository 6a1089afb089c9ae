import { Refusal } from "../kit/index.ts";
import { type Column, columnNamed } from "./columns.ts";

/** A roster's table: which column stands where, and each row that holds anything, under its number in the file. */
export type RosterTable = {
  header: string[];
  places: Partial<Record<Column, number>>;
  /** Headings that we do not know: their cells are left aside. */
  unknown: string[];
  rows: NumberedRow[];
};

/** A row as the spreadsheet numbers it, the first being 1. */
export type NumberedRow = { row: number; cells: string[] };

const MOST_ROWS = 2000;
/** Thirty rows are kept in one item of the table. */
const LONGEST_ROW = 4000;
/** A title and a remark or two may stand above the headings. */
const LINES_ABOVE = 20;

/**
 * Finds the headings and the rows under them. Rows that are not a table of members are refused with `roster.malformed`: the
 * problem names what is wrong, with the row and the column where there is one.
 */
export function readRosterTable(lines: readonly NumberedRow[]): RosterTable {
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const place = headingPlace(filled);
  const heading = filled[place];
  if (!heading) throw malformed("header", { row: filled[0]?.row ?? 1 });
  const last = heading.cells.findLastIndex((cell) => cell.trim() !== "");
  const header = heading.cells.slice(0, last + 1).map((cell) => cell.trim());
  const places = placesIn(header, heading.row);
  const rows = filled.slice(place + 1);
  if (rows.length === 0) throw malformed("empty");
  if (rows.length > MOST_ROWS) throw malformed("many", { limit: MOST_ROWS });
  const long = [heading, ...rows].find(({ cells }) => cells.join("").length > LONGEST_ROW);
  if (long) throw malformed("row-long", { row: long.row, limit: LONGEST_ROW });
  const unknown = header.filter((one) => one !== "" && columnNamed(one) === undefined);
  return { header, places, unknown, rows };
}

/** The refusal of a file, with its problem: the words for it are `fileProblemText`. */
export function malformed(code: string, details: Record<string, string | number> = {}): Refusal {
  return new Refusal("roster.malformed", { problems: [{ field: "file", code, details }] });
}

/** Which of the first lines has the headings: one with both that are needed, else one with either; -1 without. */
function headingPlace(lines: readonly NumberedRow[]): number {
  const known = lines
    .slice(0, LINES_ABOVE)
    .map(({ cells }) => new Set(cells.map(columnNamed).filter((column) => column === "name" || column === "address")));
  const both = known.findIndex((columns) => columns.size === 2);
  return both >= 0 ? both : known.findIndex((columns) => columns.size === 1);
}

function placesIn(header: readonly string[], row: number): RosterTable["places"] {
  const places: RosterTable["places"] = {};
  for (const [place, heading] of header.entries()) {
    const column = columnNamed(heading);
    if (!column) continue;
    if (places[column] !== undefined) throw malformed("column-twice", { row, column: heading });
    places[column] = place;
  }
  for (const column of ["name", "address"] as const) {
    if (places[column] === undefined) throw malformed("column-missing", { row, column });
  }
  return places;
}
