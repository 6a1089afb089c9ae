import type { Instant } from "../../kit/index.ts";
import { askedMembers, askStep, checkStep, say, stepAnswers, type Task, type Transition } from "../../process/index.ts";
import { choiceForm, choiceOf, choosersIn, givenUpIn, officeTaken } from "../choice.ts";
import { type Election, type ElectionVote, readElection, votesOf } from "../records.ts";
import { deadlinesForChoice } from "../rules.ts";
import { asking, awaitAnswers, replaceVotes } from "../steps.ts";
import { move } from "../transition.ts";

/** Whoever is elected to several offices is asked next; undefined where nobody is. */
export function towardsChoice(
  election: Election,
  votes: readonly ElectionVote[],
  now: Instant,
): Transition<Election> | undefined {
  const choosers = choosersIn(votes);
  if (choosers.length === 0) return undefined;
  return {
    changes: {
      stage: "choice",
      deadlines: deadlinesForChoice(election.deadlines, now),
      turns: { ...election.turns, choice: (election.turns.choice ?? 0) + 1 },
    },
    ...{
      act: "offices.several",
      facts: Object.fromEntries(choosers.map(({ member, votes: of }) => [member, of.length])),
    },
  };
}

/** Asks who is elected to several offices which one she takes (votes R12); or reminds her. */
export const AskChoice: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const votes = await votesOf(world.table, process);
  const choosers = choosersIn(votes);
  const form = choiceForm(votes, choosers);
  const asked = choosers.map((one) => ({ member: one.member, parts: [choiceOf(one)] }));
  const people = await askedMembers(world, election, "choice", form, asked);
  const done = await askStep(world, election, "choice", asking(election, "choice", form), people);
  if (done !== "asked") return say(done === "more" ? "remind" : "lapsed");
  return CheckChoice(world, { network: election.network, process });
};

export const AwaitChoice: Task = (world, input) => awaitAnswers(world, input, "choice");

/** Each has chosen: the other seats are given up, and what is left of their votes is counted again. Silence parks it. */
export const CheckChoice: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  if (election.stage !== "choice") return say("chosen");
  const check = await checkStep(world, election, "choice");
  if (check.word !== "closed") return check;
  const answers = await stepAnswers(world, election, "choice");
  const { stage } = await move(world, process, async (now) => {
    if (now.stage !== "choice" || now.turns.choice !== election.turns.choice) return undefined;
    const votes = await votesOf(world.table, process);
    const taken = new Map<string, string>();
    for (const chooser of choosersIn(votes)) {
      const office = officeTaken(chooser, answers.find(({ member }) => member === chooser.member)?.content);
      if (office === undefined) return undefined;
      taken.set(chooser.member, office);
    }
    const givenUp = givenUpIn(votes, taken);
    const left = votes.flatMap((vote) => {
      const given = givenUp.get(vote.id);
      return given ? [{ ...vote, givenUp: given }] : [];
    });
    return {
      changes: { stage: "reconciliation" },
      ...{ act: "offices.chosen", facts: Object.fromEntries(taken), writes: replaceVotes(left) },
    };
  });
  return say(stage === "choice" ? "lapsed" : "chosen");
};
