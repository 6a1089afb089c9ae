import type { JournalEntry } from "../../journal/index.ts";
import type { World } from "../../kit/index.ts";
import { checkStep, say, stepAnswers, type Task, type TaskOutput } from "../../process/index.ts";
import { type Election, type ElectionVote, readElection, type Stage, votesOf } from "../records.ts";
import { deadlinesForChair, rollSizeOf } from "../rules.ts";
import { askPeople, awaitAnswers, changeVote } from "../steps.ts";
import { afterChair, chairForm, tiedUnder, tiesForChair } from "../ties.ts";
import { move } from "../transition.ts";

/** Where a count leads: to a waiver while it is held up, else to whoever decides a tie that is left, else to the declaration. */
export async function leaveCount(
  world: World,
  id: string,
  { isHeld, act, facts }: { isHeld: boolean; act: "letters.counted" | "round.counted"; facts: JournalEntry["facts"] },
): Promise<TaskOutput> {
  const { stage: next } = await move(world, id, async (election) => {
    if (election.stage !== "reconciliation") return undefined;
    const changes = isHeld ? { stage: "waiver" as const } : await towardsDeclaration(world, election);
    return { changes, act, facts };
  });
  return say(next);
}

/** What changes on the way to the declaration, now that the votes are counted: a tie that is left is decided first. */
async function towardsDeclaration(world: World, election: Election): Promise<Partial<Election> & { stage: Stage }> {
  const votes = await votesOf(world.table, election.id);
  const ties = await tiesForChair(world, election, votes);
  if (ties.length === 0) return { stage: afterChairs(votes) };
  return { stage: "chair", deadlines: deadlinesForChair(election.deadlines, world.clock.now()) };
}

/** Where it goes on once whoever presides has decided what is hers: a lot may be left to draw. */
function afterChairs(votes: readonly ElectionVote[]): Stage {
  return tiedUnder("lot", votes).length > 0 ? "lot" : "declaration";
}

/** Asks whoever presides for her open vote on each tie that is hers to decide (votes R11). */
export const AskChair: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const { presiding } = election;
  if (presiding === undefined) throw new Error(`nobody presides in ${process}`);
  const ties = await tiesForChair(world, election, await votesOf(world.table, process));
  const form = await chairForm(world, election, ties, rollSizeOf(election));
  if (!(await askPeople(world, election, "chair", form, [presiding]))) return say("lapsed");
  return CheckChair(world, { network: election.network, process });
};

export const AwaitChair: Task = (world, input) => awaitAnswers(world, input, "chair");

/** Her vote decides: whom she named is elected. Not given by the deadline, the election waits for a later one. */
export const CheckChair: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  if (election.stage !== "chair") return say(election.stage);
  const check = await checkStep(world, election, "chair");
  if (check.word !== "closed") return check;
  const [answer] = await stepAnswers(world, election, "chair");
  if (!answer) return say("lapsed");
  const votes = await votesOf(world.table, process);
  const ties = await tiesForChair(world, election, votes);
  for (const vote of ties) await changeVote(world, vote, (now) => ({ outcome: afterChair(now, answer.content) }));
  const { stage: next } = await move(world, process, async (now) => {
    if (now.stage !== "chair") return undefined;
    return { changes: { stage: afterChairs(votes) }, act: "tie.decided", actor: answer.member };
  });
  return say(next);
};
