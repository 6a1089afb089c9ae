import { Lost, Transient } from "./refusal.ts";

/** How often one act may find that somebody else was first before it gives up. */
const TRIES = 40;

/** Reads and decides anew as long as somebody else writes first. Everything else that is thrown passes through. */
export async function untilWritten<R>(attempt: () => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      if (tries >= TRIES) throw new Transient("others were first too often", { cause: error });
    }
  }
}
