import { type Locale, type MessageKey, say } from "../i18n/index.ts";
import type { Problem } from "../kit/index.ts";
import type { Column } from "./columns.ts";
import type { RosterView } from "./preview-roster.ts";
import type { Reason } from "./roster-row.ts";

const columnNames: Readonly<Record<Column, MessageKey>> = {
  name: "people.columns.name",
  address: "people.columns.address",
  institution: "people.columns.institution",
  groups: "people.columns.group",
  coordinator: "people.columns.coordinator",
  language: "people.columns.locale",
};

function columnName(locale: Locale, column: Reason["column"]): string {
  return column === "row" ? "" : say(locale, columnNames[column]);
}

/** Why a row was left out, in words that name the column. */
export function reasonText(locale: Locale, { column, code, details }: Reason): string {
  const args = { ...details, column: columnName(locale, column) };
  switch (code) {
    case "missing":
      return say(locale, column === "name" ? "people.rejected.name.missing" : "people.rejected.address.missing", args);
    case "long":
      return say(locale, "people.rejected.long", args);
    case "malformed":
      return say(locale, "people.rejected.address.malformed", args);
    case "unknown":
      return say(locale, "people.rejected.locale", args);
    case "not-yes-no":
      return say(locale, "people.rejected.yesNo", args);
    case "too-many":
      return say(locale, "people.rejected.groups.many", args);
    case "duplicate":
      return say(locale, "people.rejected.address.row", args);
    case "formula":
      return say(locale, "roster.rejected.formula", args);
    case "columns":
      return say(locale, "people.rejected.columns", args);
  }
}

const fileProblems: Readonly<Record<string, MessageKey>> = {
  "column-missing": "people.rejected.columns.needed",
  "column-twice": "people.rejected.columns.twice",
  empty: "people.rejected.empty",
  header: "people.rejected.header",
  large: "people.rejected.large",
  many: "people.rejected.many",
  quote: "people.rejected.quote",
  "row-long": "roster.rejected.rowLong",
  "workbook-damaged": "roster.rejected.damaged",
  "workbook-encrypted": "roster.rejected.encrypted",
  "workbook-large": "roster.rejected.workbookLarge",
  "workbook-no-such-sheet": "roster.rejected.sheet",
  "workbook-old": "roster.rejected.old",
};

/** Why a file cannot be read as a table: the words for a problem of `roster.malformed`. */
export function fileProblemText(locale: Locale, { code, details = {} }: Problem): string {
  const column = details.column === "name" || details.column === "address" ? details.column : undefined;
  const args = { ...details, ...(column && { column: columnName(locale, column) }) };
  return say(locale, fileProblems[code] ?? "roster.rejected.unreadable", args);
}

/**
 * The rows that were left out as a CSV file of the shape they came in, a column of reasons added: to be corrected and
 * brought again. A cell that a spreadsheet would take for a formula has a quote put before it.
 */
export function rejectedRows({ roster, rows }: RosterView, locale: Locale): string {
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, roster.delimiter)).join(roster.delimiter);
  const width = roster.header.length;
  const lines = rows.flatMap(({ verdict, row, reasons, cells = [] }) => {
    if (verdict !== "rejected") return [];
    const text = reasons.map((reason) => reasonText(locale, reason)).join(" ");
    const shown = Array.from({ length: Math.max(width, cells.length) }, (_, place) => cells[place] ?? "");
    return [line([`${say(locale, "people.preview.row", { row })}: ${text}`, ...shown])];
  });
  // The byte order mark tells spreadsheets that this is UTF-8.
  return `\uFEFF${[line([say(locale, "people.rejected.reasons"), ...roster.header]), ...lines].join("\r\n")}\r\n`;
}

function quoted(cell: string, delimiter: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
