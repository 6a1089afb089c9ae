/** One number that is to be held, and what this run made of it. */
export type Row = { what: string; target: string; measured: string; isMet: boolean };

/** The rows as lines of a table, whether each was met in its last column. */
export function tableOf(rows: readonly Row[]): string[] {
  const head = ["what", "target", "measured", ""];
  const cells = [head, ...rows.map((row) => [row.what, row.target, row.measured, row.isMet ? "met" : "MISSED"])];
  const widths = head.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const line = (words: readonly string[]) => words.map((word, column) => word.padEnd(widths[column] ?? 0)).join("  ");
  const [first = "", ...rest] = cells.map((words) => line(words).trimEnd());
  return [
    first,
    widths
      .map((width) => "-".repeat(width))
      .join("  ")
      .trimEnd(),
    ...rest,
  ];
}
