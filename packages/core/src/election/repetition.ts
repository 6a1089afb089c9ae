import { appendEntry } from "../journal/index.ts";
import { type Instant, Refusal, replace, type World, type Write } from "../kit/index.ts";
import { Member } from "../people/index.ts";
import type { Vote } from "../vote/index.ts";
import { Election, readElection, votesOf } from "./records.ts";

/**
 * Whether an election may be held again: it was annulled (votes R15), or cancelled because somebody who stood withdrew while it
 * was voted on (votes R12) or for another reason; it has ended; and nobody has opened it again.
 */
export function mayRepeat({ stage, state, repeatedBy }: Pick<Election, "stage" | "state" | "repeatedBy">): boolean {
  return (stage === "annulled" || stage === "cancelled") && state === "ended" && repeatedBy === undefined;
}

/** The election that one repeats, with why that one did not stand; and the one that repeats it. */
export type Repetition = {
  earlier?: { id: string; title: string; kind: "annulled" | "cancelled"; reason: string; at: Instant };
  later?: { id: string; title: string };
};

/** Which elections are held again by which, as pages and minutes say it. */
export async function repetitionOf(world: World, { repeats, repeatedBy }: Election): Promise<Repetition> {
  const earlier = repeats === undefined ? undefined : await readElection(world, repeats);
  const later = repeatedBy === undefined ? undefined : await readElection(world, repeatedBy);
  const why = earlier && whyEnded(earlier);
  return {
    ...(earlier && why && { earlier: { id: earlier.id, title: earlier.title, ...why } }),
    ...(later && { later: { id: later.id, title: later.title } }),
  };
}

function whyEnded(election: Election): { kind: "annulled" | "cancelled"; reason: string; at: Instant } | undefined {
  const { stage, annulment, cancellation } = election;
  if (stage === "annulled" && annulment) return { kind: stage, reason: annulment.reason, at: annulment.at };
  if (stage === "cancelled" && cancellation) return { kind: stage, reason: cancellation.reason, at: cancellation.at };
  return undefined;
}

/** The members who stood in each vote that was set up, by its number, and are still active: who may stand again. */
export async function standingAgain(world: World, { id, network }: Election): Promise<Map<number, string[]>> {
  const standing = new Map<number, string[]>();
  for (const { number, of, vote } of await votesOf(world.table, id)) {
    if (of !== undefined) continue;
    const members = await Promise.all(
      candidatesIn(vote).map((member) => world.table.get(Member, { network, id: member })),
    );
    const active = members.flatMap((member) => (member?.standing === "active" ? [member.id] : []));
    if (active.length > 0) standing.set(number, active);
  }
  return standing;
}

const candidatesIn = (vote: Vote) => (vote.kind === "elect" ? vote.candidates.map(({ member }) => member) : []);

/**
 * The writes by which one election repeats another, in the transaction that opens it: each names the other, and the earlier one's
 * journal says so. Refuses an election of another network (`not-found`) and one that may not be repeated (`election.stage`).
 */
export async function repeat(
  world: World,
  { network, earlier: id, by, actor }: { network: string; earlier: string; by: string; actor: string },
): Promise<Write[]> {
  const earlier = await readElection(world, id);
  if (earlier.network !== network) throw new Refusal("not-found");
  if (!mayRepeat(earlier)) throw new Refusal("election.stage");
  const at = world.clock.now();
  const { head, write } = appendEntry(earlier.journal, { process: id, at, actor, act: "repeated", facts: { by } });
  return [replace(Election, earlier, { ...earlier, journal: head, repeatedBy: by }), write];
}
