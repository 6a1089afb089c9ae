import type { LetterAnswer, LetterFigures } from "./letters.ts";
import { outcome } from "./outcome.ts";
import type { CountedVote } from "./tally.ts";

/**
 * Whether the members whose letters came back could, by any answers of theirs, change the outcome: then declaration stops
 * until the coordinator extends or waives it on record (votes R4).
 *
 * Trying all of them confirming and all of them objecting is enough. A confirmation adds 1 to the votes and at most 1 to the
 * base, and no threshold is above 1, so it never loses what was met; of all answers it does most to reach the rule. An
 * objection adds nothing to the votes and as much to the base as any answer does, so it does most to miss it. Towards the
 * quorum every answer counts alike, and none lowers it. What lies between the two extremes gives no third outcome, because
 * the candidate and the other kinds depend on the session only.
 */
export function undeliveredCouldChange(counted: CountedVote): boolean {
  const now = outcome(counted).kind;
  const extremes: LetterAnswer[] = ["confirm", "object"];
  return extremes.some(
    (answer) => outcome({ ...counted, letters: ifAllAnswered(counted.letters, answer) }).kind !== now,
  );
}

function ifAllAnswered(letters: LetterFigures, answer: LetterAnswer): LetterFigures {
  return { ...letters, undelivered: 0, [answer]: letters[answer] + letters.undelivered };
}
