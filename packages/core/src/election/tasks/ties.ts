import type { World } from "../../kit/index.ts";
import { checkStep, say, stepAnswers, type Task, type Transition } from "../../process/index.ts";
import { type Election, type ElectionVote, readElection, type Stage, votesOf } from "../records.ts";
import { deadlinesForChair, rollSizeOf } from "../rules.ts";
import { askPeople, awaitAnswers, type Count, replaceVotes } from "../steps.ts";
import { afterChair, chairForm, tiedUnder, tiesForChair } from "../ties.ts";
import { move } from "../transition.ts";
import { towardsChoice } from "./choice.ts";
import { towardsRound } from "./rounds.ts";

/**
 * Where a count leads, with the votes as it has left them: to a waiver while it is held up; else to whoever has to choose between
 * offices, to the votes that follow ties, to whoever decides a tie that is left, or to the declaration.
 */
export async function leaveCount(world: World, election: Election, count: Count): Promise<Transition<Election>> {
  const { votes, isHeld, act, facts } = count;
  const now = world.clock.now();
  const writes = replaceVotes(votes);
  if (isHeld) return { changes: { stage: "waiver" }, act, facts, writes };
  const next = towardsChoice(election, votes, now) ?? towardsRound(election, votes, now);
  if (!next) return { changes: await towardsDeclaration(world, election, votes), act, facts, writes };
  return { ...next, facts: { ...facts, ...next.facts }, writes: [...writes, ...(next.writes ?? [])] };
}

/** What changes on the way to the declaration, now that the votes are counted: a tie that is left is decided first. */
async function towardsDeclaration(
  world: World,
  election: Election,
  votes: readonly ElectionVote[],
): Promise<Partial<Election> & { stage: Stage }> {
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
  const { stage: next } = await move(world, process, async (now) => {
    if (now.stage !== "chair") return undefined;
    const votes = await votesOf(world.table, process);
    const ties = await tiesForChair(world, now, votes);
    const decided = ties.map((vote) => ({ ...vote, outcome: afterChair(vote, answer.content) }));
    return {
      changes: { stage: afterChairs(votes) },
      ...{ act: "tie.decided", actor: answer.member, writes: replaceVotes(decided) },
    };
  });
  return say(next);
};
