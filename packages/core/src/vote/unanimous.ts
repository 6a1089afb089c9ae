import type { Count } from "./count.ts";
import type { Tally } from "./tally.ts";

/** Somebody was for it, nobody against, nobody abstained. */
export function isUnanimous(part: Count): boolean {
  return part.for > 0 && part.against === 0 && part.abstain === 0;
}

/**
 * Of which part the minutes may print "unanimous" (votes R5): of the session, and of the whole when the letters brought
 * neither an objection nor an abstention. Silence does not take it away, and is printed as what it is.
 */
export function mayPrintUnanimous(tally: Tally): { session: boolean; whole: boolean } {
  const session = isUnanimous(tally.session);
  return { session, whole: session && isUnanimous(tally) };
}
