import { answersOf, asksOf } from "../../ask/index.ts";
import type { Instant, World } from "../../kit/index.ts";
import { askStep, checkStep, say, stepCollection, type Task, type Transition } from "../../process/index.ts";
import { afterChoice } from "../choice.ts";
import { type Election, type ElectionVote, readElection, votesOf } from "../records.ts";
import { afterRound, putVotes, roundForm, roundsIn, votesAfterTies } from "../rounds.ts";
import { counted, countReturns, deadlinesForRound, settle } from "../rules.ts";
import { askedOnRoll, asking, awaitAnswers, type Count, finishAsking, journalLetters, rollAsks } from "../steps.ts";
import { enter } from "../transition.ts";

/** Puts the votes that follow ties on the agenda; they are asked next. Undefined where no vote decides one, or has. */
export function towardsRound(
  election: Election,
  votes: readonly ElectionVote[],
  now: Instant,
): Transition<Election> | undefined {
  if (roundsIn(votes).length > 0) return undefined;
  const put = votesAfterTies(votes);
  if (put.length === 0) return undefined;
  const facts = Object.fromEntries(
    put.map(({ id: vote, vote: question }) => [vote, question.kind === "elect" ? question.candidates.length : 0]),
  );
  return {
    changes: {
      stage: "round",
      deadlines: deadlinesForRound(election.deadlines, now),
      turns: { ...election.turns, round: 1, waiver: election.turns.waiver + 1 },
      votes: [...election.votes, ...put.map(({ id: vote }) => vote)],
    },
    ...{ act: "ties.found", facts, writes: putVotes(put) },
  };
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
export async function countRound(world: World, election: Election): Promise<Count> {
  const votes = await votesOf(world.table, election.id);
  const asks = await asksOf(world.table, stepCollection(election, "round"), election.roll?.shards ?? 1);
  const answers = await answersOf(world.table, asks);
  const facts: Record<string, Record<string, number>> = {};
  let isHeld = false;
  const rounds = roundsIn(votes).map((vote) => {
    const letters = countReturns(vote, asks, answers);
    const { outcome, undeliveredMatter } = settle(counted(vote, asks.length, letters));
    isHeld ||= undeliveredMatter && asks.some((ask) => ask.undelivered && !ask.answer && !ask.waiver);
    facts[vote.id] = journalLetters(letters);
    return { ...vote, letters, outcome };
  });
  const before = votes.filter(({ of }) => of === undefined);
  // What is held up may still come out otherwise: until then a tie is a tie.
  const settled = isHeld ? before : before.map((vote) => settledBy(vote, rounds));
  return { votes: [...settled, ...rounds], isHeld, act: "round.counted", facts };
}

/**
 * A vote as the one that followed it decides. Who took another office holds no seat of it, also where it was won in the vote
 * that followed.
 */
function settledBy<V extends ElectionVote>(vote: V, rounds: readonly ElectionVote[]): V {
  const round = rounds.find(({ of }) => of === vote.id);
  const decided = (round?.outcome && afterRound(vote, round.outcome)) ?? vote.outcome;
  if (!decided) return vote;
  return { ...vote, outcome: vote.givenUp ? afterChoice(vote, decided) : decided };
}
