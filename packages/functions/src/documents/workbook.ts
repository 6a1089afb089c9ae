import type { TableReading } from "@quorate/core/kit";
import { type CellValue, readXlsx, type Sheet } from "hucre/xlsx";
import { whyNotOffice } from "./container.ts";

/** A table of 2,000 people unpacks to less than 2 MB; themes and drawings come on top. */
const MOST_UNPACKED = 48_000_000;
const MOST_FILES = 1000;
const MOST_ROWS = 20_000;
const MOST_CHARACTERS = 2_000_000;

/**
 * Reads one sheet of an XLSX workbook: the one of this name, or the first that is shown. Numbers and dates become text, a
 * merged cell stands in each of its rows. It refuses by its own figures what would unpack to more than a table of people.
 */
export async function readWorkbook(bytes: Uint8Array, name?: string): Promise<TableReading> {
  const why = whyNotOffice(bytes, { unpacked: MOST_UNPACKED, files: MOST_FILES });
  if (why) return { kind: "unreadable", why };
  try {
    return await readSheet(bytes, name);
  } catch (error) {
    // Whatever a reader stumbles over in a file that somebody else made, the file is the reason.
    const isLarge = error instanceof Error && /limit/.test(error.message);
    return { kind: "unreadable", why: isLarge ? "large" : "damaged" };
  }
}

async function readSheet(bytes: Uint8Array, name: string | undefined): Promise<TableReading> {
  const shown: string[] = [];
  const wanted = name?.trim().toLowerCase();
  const { sheets } = await readXlsx(bytes, {
    maxRows: MOST_ROWS,
    sheets: (sheet) => {
      if (sheet.hidden || sheet.veryHidden) return false;
      shown.push(sheet.name);
      return wanted === undefined ? shown.length === 1 : sheet.name.trim().toLowerCase() === wanted;
    },
  });
  const [sheet] = sheets;
  if (!sheet) return wanted === undefined ? damaged : { kind: "unreadable", why: "no-such-sheet", sheets: shown };
  const rows = rowsOf(sheet);
  const characters = rows.reduce((sum, { cells }) => sum + cells.join("").length, 0);
  if (sheet.rows.length >= MOST_ROWS || characters > MOST_CHARACTERS) return { kind: "unreadable", why: "large" };
  return { kind: "table", sheet: sheet.name, others: shown.filter((other) => other !== sheet.name), rows };
}

const damaged = { kind: "unreadable", why: "damaged" } as const;

/** The rows that hold anything of their own, under the numbers that the program shows. */
function rowsOf({ rows, merges = [] }: Sheet): { row: number; cells: string[] }[] {
  return rows.flatMap((values, place) => {
    const cells = values.slice(0, values.findLastIndex((value) => value !== null) + 1).map(textOf);
    if (cells.every((cell) => cell.trim() === "")) return [];
    for (const { startRow, endRow, startCol } of merges) {
      if (place > startRow && place <= endRow) {
        while (cells.length < startCol) cells.push("");
        cells[startCol] = textOf(rows[startRow]?.[startCol] ?? null);
      }
    }
    return [{ row: place + 1, cells }];
  });
}

/** A cell in words: a date as its day, a number without what binary arithmetic leaves at its end. */
function textOf(value: CellValue): string {
  if (value === null) return "";
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$|\.000Z$/, "");
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  return String(value);
}
