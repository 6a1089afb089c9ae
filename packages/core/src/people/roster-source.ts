import type { Locale } from "../i18n/index.ts";
import type { TableReading, World } from "../kit/index.ts";
import { readRosterFile } from "./roster-file.ts";
import type { RosterImport } from "./roster-import.ts";
import { malformed, type RosterTable, readRosterTable } from "./roster-table.ts";

/** A table, and how it was read: the encoding and the separator of its text, or the sheet of its workbook. */
export type RosterSource = RosterTable & Pick<RosterImport, "delimiter" | "encoding" | "sheet">;

/**
 * Reads a table of members, from text or from a workbook. A file that is neither, or holds no such table, is refused with
 * `roster.malformed`.
 */
export async function readRosterSource(
  world: World,
  { file, sheet, locale }: { file: Uint8Array | string; sheet?: string | undefined; locale: Locale },
): Promise<RosterSource> {
  if (typeof file === "string" || !isWorkbook(file)) return readRosterFile(file, locale);
  const reading = await world.documents.readTable(file, sheet);
  if (reading.kind === "unreadable") throw unreadable(reading);
  const { sheet: name, others } = reading;
  // What is left out goes back as CSV: with the separator that spreadsheets of the reader's language expect.
  return { ...readRosterTable(reading.rows), sheet: { name, others }, delimiter: locale === "en" ? "," : ";" };
}

/** A ZIP archive, or the container of the time before 2007 in which a workbook with a password comes too. */
function isWorkbook([first, second, third, fourth]: Uint8Array): boolean {
  const isArchive = first === 0x50 && second === 0x4b && third === 0x03 && fourth === 0x04;
  return isArchive || (first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0);
}

function unreadable({ why, sheets = [] }: Extract<TableReading, { kind: "unreadable" }>) {
  return malformed(`workbook-${why}`, sheets.length > 0 ? { names: sheets.join(", ") } : {});
}
