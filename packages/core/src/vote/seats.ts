/** How seats were filled: who took one, and who tie for the last of them. */
export type Filled = {
  /** In the order the candidates were given, which says nothing about their votes. */
  elected: string[];
  /** Candidates with as many votes each, more of them than seats left; empty when nothing is tied (votes R11). */
  tied: string[];
  /** The seats they tie for; 0 when nothing is tied. */
  seats: number;
};

/**
 * Fills seats from the most votes downwards, those with as many votes together: no order of names ever decides (votes R11).
 *
 * - Candidates with as many votes, more of them than seats left, tie for those seats, whether or not they meet the rule: 9 : 9 is
 *   a tie and not two defeats.
 * - Candidates who fit and miss the rule end it: theirs and the seats after them stay vacant, for whoever follows has fewer votes.
 * - Nobody takes a seat, or ties for one, without a single vote.
 */
export function fillSeats(
  seats: number,
  candidates: readonly { id: string; votes: number }[],
  meetsRule: (id: string) => boolean,
): Filled {
  const elected = new Set<string>();
  const levels = new Set(candidates.map(({ votes }) => votes).filter((votes) => votes > 0));
  for (const level of [...levels].toSorted((a, b) => b - a)) {
    const left = seats - elected.size;
    const group = candidates.filter(({ votes }) => votes === level).map(({ id }) => id);
    if (left === 0) break;
    if (group.length > left) return { elected: inOrder(candidates, elected), tied: group, seats: left };
    if (!group.every(meetsRule)) break;
    for (const id of group) elected.add(id);
  }
  return { elected: inOrder(candidates, elected), tied: [], seats: 0 };
}

function inOrder(candidates: readonly { id: string }[], elected: ReadonlySet<string>): string[] {
  return candidates.map(({ id }) => id).filter((id) => elected.has(id));
}
