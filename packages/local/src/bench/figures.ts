/** The middle one of these figures. */
export function median(figures: readonly number[]): number {
  return percentile(figures, 50);
}

/** The smallest of these figures that at least so many per cent of them do not exceed. */
export function percentile(figures: readonly number[], percent: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const found = sorted[Math.max(Math.ceil((sorted.length * percent) / 100), 1) - 1];
  if (found === undefined) throw new RangeError("no figures, no percentile");
  return found;
}
