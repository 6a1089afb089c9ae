import { addCounts, type Count, castIn } from "./count.ts";
import { type LetterFigures, letterCount } from "./letters.ts";
import type { Outcome } from "./outcome.ts";

/** Somebody was for it, nobody against, nobody abstained. */
export function isUnanimous(part: Count): boolean {
  return part.for > 0 && part.against === 0 && part.abstain === 0;
}

/**
 * Of which part the minutes may print "unanimous" (votes R5): of the session, and of the whole when the letters brought
 * neither an objection nor an abstention, also where they are only on record. Silence does not take it away, and is printed as
 * what it is. With several elected it must be true of each.
 */
export function mayPrintUnanimous(outcome: Outcome, letters: LetterFigures): { session: boolean; whole: boolean } {
  const elected = outcome.kind === "declared" ? outcome.elected : [];
  const each = elected.flatMap((id) => outcome.each[id] ?? []);
  const tallies = each.length > 0 ? each : [outcome.tally];
  const hasSession = tallies.some((tally) => castIn(tally.session) > 0);
  const session = tallies.every((tally) => isUnanimous(tally.session));
  const onRecord = { ...letterCount(letters), for: 0 };
  const isWhole = tallies.every((tally) => isUnanimous(addCounts(tally, onRecord)));
  return { session, whole: isWhole && (session || !hasSession) };
}
