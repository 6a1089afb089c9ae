import { answersOf, asksOf } from "../../ask/index.ts";
import type { Stored, World } from "../../kit/index.ts";
import { askStep, checkStep, say, stepCollection, type Task, type TaskOutput } from "../../process/index.ts";
import type { Outcome } from "../../vote/index.ts";
import { afterChoice } from "../choice.ts";
import { type Election, type ElectionVote, readElection, votesOf } from "../records.ts";
import { afterRound, putVotes, roundForm, roundsIn, votesAfterTies } from "../rounds.ts";
import { counted, countReturns, deadlinesForRound, settle } from "../rules.ts";
import { askedOnRoll, asking, awaitAnswers, changeVote, finishAsking, journalLetters, rollAsks } from "../steps.ts";
import { enter, move } from "../transition.ts";
import { beginChoice } from "./choice.ts";
import { leaveCount } from "./ties.ts";

/** Puts the votes that follow ties on the agenda; they are asked next. False where no tie is decided by a vote. */
export async function beginRound(world: World, id: string): Promise<boolean> {
  const votes = await votesOf(world.table, id);
  const put = votesAfterTies(votes);
  if (put.length === 0 || roundsIn(votes).length > 0) return false;
  const facts = Object.fromEntries(
    put.map(({ id: vote, vote: question }) => [vote, question.kind === "elect" ? question.candidates.length : 0]),
  );
  await move(world, id, async (election) => {
    if (election.stage !== "reconciliation") return undefined;
    return {
      changes: {
        stage: "round",
        deadlines: deadlinesForRound(election.deadlines, world.clock.now()),
        turns: { ...election.turns, round: 1, waiver: election.turns.waiver + 1 },
        votes: [...election.votes, ...put.map(({ id: vote }) => vote)],
      },
      ...{ act: "ties.found", facts },
      writes: putVotes(put),
    };
  });
  return true;
}

/** Asks everybody on the roll for the votes that follow ties; or reminds those who are due. */
export const AskRound: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const votes = roundsIn(await votesOf(world.table, process));
  const roll = await rollAsks(world, election);
  const form = await roundForm(world, election, votes, roll.length);
  const parts = votes.map(({ id }) => id);
  const people = askedOnRoll(election, "round", roll, parts);
  const done = await askStep(world, election, "round", asking(election, "round", form), people, (collection) =>
    finishAsking(world, election, collection, { act: "round.opened", asked: people.length }),
  );
  if (done !== "asked") return say(done === "more" ? "remind" : "lapsed");
  return CheckRound(world, { network: election.network, process });
};

export const AwaitRound: Task = (world, input) => awaitAnswers(world, input, "round");

export const CheckRound: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const check = await checkStep(world, election, "round");
  if (check.word === "closed") await enter(world, process, "round", "reconciliation", "round.closed");
  return check;
};

/** Counts the votes that followed ties, and says what they make of the tied ones; undelivered members hold it up (votes R4). */
export async function reconcileRound(world: World, election: Election): Promise<TaskOutput> {
  const { id } = election;
  const votes = await votesOf(world.table, id);
  const asks = await asksOf(world.table, stepCollection(election, "round"), election.roll?.shards ?? 1);
  const answers = await answersOf(world.table, asks);
  const facts: Record<string, Record<string, number>> = {};
  const outcomes: { vote: Stored<ElectionVote>; outcome: Outcome }[] = [];
  let isHeld = false;
  for (const vote of roundsIn(votes)) {
    const letters = countReturns(vote, asks, answers);
    const { outcome, undeliveredMatter } = settle(counted(vote, asks.length, letters));
    isHeld ||= undeliveredMatter && asks.some((ask) => ask.undelivered && !ask.answer && !ask.waiver);
    facts[vote.id] = journalLetters(letters);
    outcomes.push({ vote, outcome });
    await changeVote(world, vote, () => ({ letters, outcome }));
  }
  // What is held up may still come out otherwise: until then a tie is a tie.
  if (!isHeld) for (const { vote, outcome } of outcomes) await settleTied(world, votes, vote, outcome);
  if (!isHeld) for (const vote of votes) await leaveOut(world, vote);
  if (!isHeld && (await beginChoice(world, id))) return say("choice");
  return leaveCount(world, id, { isHeld, act: "round.counted", facts });
}

/** Who took another office holds no seat of this vote, also where it was won in the vote that followed. */
async function leaveOut(world: World, vote: ElectionVote): Promise<void> {
  if (!vote.givenUp) return;
  await changeVote(world, vote, (now) => (now.outcome ? { outcome: afterChoice(now, now.outcome) } : {}));
}

async function settleTied(
  world: World,
  votes: readonly ElectionVote[],
  round: ElectionVote,
  outcome: Outcome,
): Promise<void> {
  const tied = votes.find(({ id }) => id === round.of);
  if (!tied) throw new Error(`no vote ${round.of} before ${round.id}`);
  await changeVote(world, tied, (now) => {
    const decided = afterRound(now, outcome);
    return decided ? { outcome: decided } : {};
  });
}
