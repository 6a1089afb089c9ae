import type { World } from "../../kit/index.ts";
import { askedMembers, askStep, checkStep, say, stepAnswers, type Task } from "../../process/index.ts";
import { choiceForm, choiceOf, choosersIn, givenUpIn, officeTaken } from "../choice.ts";
import { readElection, votesOf } from "../records.ts";
import { deadlinesForChoice } from "../rules.ts";
import { asking, awaitAnswers, changeVote } from "../steps.ts";
import { move } from "../transition.ts";

/** Whoever is elected to several offices is asked next. False where nobody is. */
export async function beginChoice(world: World, id: string): Promise<boolean> {
  const choosers = choosersIn(await votesOf(world.table, id));
  if (choosers.length === 0) return false;
  await move(world, id, async (election) => {
    if (election.stage !== "reconciliation") return undefined;
    const deadlines = deadlinesForChoice(election.deadlines, world.clock.now());
    const turns = { ...election.turns, choice: (election.turns.choice ?? 0) + 1 };
    const facts = Object.fromEntries(choosers.map(({ member, votes }) => [member, votes.length]));
    return { changes: { stage: "choice", deadlines, turns }, act: "offices.several", facts };
  });
  return true;
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
  const votes = await votesOf(world.table, process);
  const choosers = choosersIn(votes);
  const answers = await stepAnswers(world, election, "choice");
  const taken = new Map<string, string>();
  for (const chooser of choosers) {
    const office = officeTaken(chooser, answers.find(({ member }) => member === chooser.member)?.content);
    if (office === undefined) return say("lapsed");
    taken.set(chooser.member, office);
  }
  const givenUp = givenUpIn(votes, taken);
  for (const [id, given] of givenUp) {
    const vote = votes.find((one) => one.id === id);
    if (vote) await changeVote(world, vote, () => ({ givenUp: given }));
  }
  await move(world, process, async ({ stage }) => {
    if (stage !== "choice") return undefined;
    return { changes: { stage: "reconciliation" }, act: "offices.chosen", facts: Object.fromEntries(taken) };
  });
  return say("chosen");
};
