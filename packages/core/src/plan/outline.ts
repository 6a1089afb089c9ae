import { CsvError, parse } from "csv-parse/sync";
import * as v from "valibot";
import { locales, say } from "../i18n/index.ts";
import { Refusal } from "../kit/index.ts";
import { MOST_NODES, NodeWords, PlanLevel } from "./levels.ts";
import { levelUnder } from "./rules.ts";

/**
 * One line of an outline: its words and its level. It stands under the last line before it of the level above. Where the outline
 * comes from a plan of ours, it has the id of its node.
 */
export type OutlineLine = { level: PlanLevel; words: NodeWords; id?: string };

/** The columns of an outline in their order, after that of the level; the last one is for us. */
export const outlineColumns = ["title", "text", "partner", "indicator", "responsible", "due", "budget"] as const;

/**
 * Reads an outline from CSV with comma, semicolon or tab: in the first column the level, by its word in any of our languages or
 * as a number from 1 to 4, then title, text, partner, indicator, responsible person, due date, budget and, from a plan of ours,
 * the id. A first line that names the columns is passed over. What is no outline is refused with `input.invalid`, naming the
 * row.
 */
export function readOutline(text: string): OutlineLine[] {
  return outlineFrom(records(text).map((cells, index) => ({ row: index + 1, cells })));
}

/** The same from the rows of a table, each under the number that its program shows. */
export function outlineFrom(rows: readonly { row: number; cells: readonly string[] }[]): OutlineLine[] {
  const lines: OutlineLine[] = [];
  for (const [index, { row, cells }] of rows.entries()) {
    const [first = "", ...rest] = cells;
    const level = levelNamed(first);
    if (!level && index === 0) continue;
    if (!level) throw notOutline("outline-level", { row });
    if (!mayFollow(level, lines.at(-1)?.level)) throw notOutline("outline-order", { row });
    const words = v.safeParse(
      NodeWords,
      Object.fromEntries(outlineColumns.map((name, column) => [name, plainCell(rest[column])])),
    );
    if (!words.success) throw notOutline("outline-words", { row });
    const id = idIn(rest[outlineColumns.length]);
    lines.push({ level, words: words.output, ...(id && { id }) });
  }
  if (lines.length > MOST_NODES) throw notOutline("outline-large", { limit: MOST_NODES });
  return lines;
}

/** A cell that a spreadsheet would take for a formula, or one that is already kept from it by an apostrophe. */
export const isFormula = /^'*[=+\-@]/;

function plainCell(cell = ""): string {
  const text = cell.trim().replaceAll("\r\n", "\n");
  return text.startsWith("'") && isFormula.test(text) ? text.slice(1) : text;
}

/** Whatever else stands in the last column is no id of ours. */
function idIn(cell = ""): string | undefined {
  const id = cell.trim();
  return /^pnd_[0-9a-z]{20}$/.test(id) ? id : undefined;
}

/** An area may follow anything; everything else, what it stands under or what stands no further out. */
export function mayFollow(level: PlanLevel, before: PlanLevel | undefined): boolean {
  const depth = PlanLevel.options.indexOf(level);
  return depth === 0 || level === levelUnder(before) || (before !== undefined && depth <= depthOf(before));
}

const depthOf = (level: PlanLevel) => PlanLevel.options.indexOf(level);

function levelNamed(cell: string): PlanLevel | undefined {
  const word = cell.trim().toLowerCase();
  return PlanLevel.options.find(
    (level) =>
      word === level ||
      word === String(depthOf(level) + 1) ||
      locales.some((locale) => word === say(locale, `plan.level.${level}`).toLowerCase()),
  );
}

function records(text: string): string[][] {
  const [first = ""] = text.split(/\r\n|\r|\n/, 1);
  const delimiter = ["\t", ";"].find((one) => first.includes(one)) ?? ",";
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw notOutline("outline-quote", { row: Number(error.lines ?? 1) });
  }
}

/** What is read is no outline. */
export function notOutline(code: string, details: Record<string, number>): Refusal {
  return new Refusal("input.invalid", { problems: [{ field: "outline", code, details }] });
}
