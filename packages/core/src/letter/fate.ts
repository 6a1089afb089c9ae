import { replace, untilWritten, type World } from "../kit/index.ts";
import { Letter, type LetterState } from "./records.ts";

/** How far a letter has come: webhooks arrive late, twice and in any order, and never take it back. */
const progress: Record<LetterState, number> = {
  waiting: 0,
  batched: 1,
  skipped: 2,
  failed: 2,
  sent: 3,
  delivered: 4,
  bounced: 5,
  complained: 6,
};

/** Records what the provider's webhook said of a letter; the letter afterwards, or undefined when there is none. */
export function recordFate(
  world: World,
  id: string,
  fate: "delivered" | "bounced" | "complained",
): Promise<Letter | undefined> {
  return untilWritten(async () => {
    const letter = await world.table.get(Letter, { id });
    if (!letter || progress[letter.state] >= progress[fate]) return letter;
    const next = { ...letter, state: fate, settledAt: world.clock.now() };
    await world.table.write([replace(Letter, letter, next)]);
    return next;
  });
}
