import { type Instant, Refusal, type World } from "../kit/index.ts";
import type { Session } from "../session/index.ts";
import { readElection } from "./records.ts";

/**
 * Refuses to move a session to a moment that the deadlines of an election that meets there do not allow: its candidates are to
 * be settled before, its figures are asked for after.
 */
export async function mayMoveSession(world: World, session: Session, startsAt: Instant): Promise<void> {
  for (const id of session.elections) {
    const { deadlines, state } = await readElection(world, id);
    const isTooEarly = deadlines.candidates !== undefined && deadlines.candidates > startsAt;
    const isTooLate = deadlines.figures !== undefined && deadlines.figures <= startsAt;
    if (state !== "ended" && (isTooEarly || isTooLate)) {
      throw new Refusal("input.invalid", { problems: [{ field: "startsAt", code: "deadlines" }] });
    }
  }
}
