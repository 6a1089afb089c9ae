import { CsvError, parse } from "csv-parse/sync";
import * as v from "valibot";
import { locales, say } from "../i18n/index.ts";
import { Refusal } from "../kit/index.ts";
import { MOST_NODES, NodeWords, PlanLevel } from "./levels.ts";
import { levelUnder } from "./rules.ts";

/** One line of an outline: its words and its level. It stands under the last line before it of the level above. */
export type OutlineLine = { level: PlanLevel; words: NodeWords };

/** The columns of an outline in their order, after that of the level. */
const columns = ["title", "text", "partner", "indicator", "responsible", "due", "budget"] as const;

/**
 * Reads an outline from CSV with comma, semicolon or tab: in the first column the level, by its word in any of our languages or
 * as a number from 1 to 4, then title, text, partner, indicator, responsible person, due date and budget. A first line that
 * names the columns is passed over. What is no outline is refused with `input.invalid`, naming the row.
 */
export function readOutline(text: string): OutlineLine[] {
  const lines: OutlineLine[] = [];
  for (const [index, [first = "", ...cells]] of records(text).entries()) {
    const row = index + 1;
    const level = levelNamed(first);
    if (!level && row === 1) continue;
    if (!level) throw wrong("outline-level", { row });
    if (!mayFollow(level, lines.at(-1)?.level)) throw wrong("outline-order", { row });
    const words = v.safeParse(
      NodeWords,
      Object.fromEntries(columns.map((name, column) => [name, (cells[column] ?? "").trim()])),
    );
    if (!words.success) throw wrong("outline-words", { row });
    lines.push({ level, words: words.output });
  }
  if (lines.length > MOST_NODES) throw wrong("outline-large", { limit: MOST_NODES });
  return lines;
}

/** An area may follow anything; everything else, what it stands under or what stands no further out. */
function mayFollow(level: PlanLevel, before: PlanLevel | undefined): boolean {
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
    throw wrong("outline-quote", { row: Number(error.lines ?? 1) });
  }
}

function wrong(code: string, details: Record<string, number>): Refusal {
  return new Refusal("input.invalid", { problems: [{ field: "outline", code, details }] });
}
