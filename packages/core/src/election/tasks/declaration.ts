import { readCollection } from "../../ask/index.ts";
import { untilWritten, type World } from "../../kit/index.ts";
import { Letter, letterId, writeLetter } from "../../letter/index.ts";
import { checkStep, endRow, PAGE, say, stepAnswers, stepCollection, type Task } from "../../process/index.ts";
import { declarationForm } from "../forms.ts";
import { Election, readElection, votesOf } from "../records.ts";
import { askPeople, awaitAnswers, decidedBy, objectionsIn, outcomesHash, returnStep, rollAsks } from "../steps.ts";
import { enter, move } from "../transition.ts";

/** Asks the declarers to approve these very outcomes, by their hash. */
export const AskDeclaration: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const votes = await votesOf(world.table, process);
  const form = await declarationForm(world, election, votes);
  const isAsked = await askPeople(world, election, "declaration", form, election.declarers, outcomesHash(votes));
  if (!isAsked) return say("lapsed");
  return CheckDeclaration(world, { network: election.network, process });
};

export const AwaitDeclaration: Task = (world, input) => awaitAnswers(world, input, "declaration");

/** All approve: declared. One returns: the election is parked with the reason. */
export const CheckDeclaration: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const check = await checkStep(world, election, "declaration", decidedBy(world));
  if (check.word !== "closed") return check;
  const answers = await stepAnswers(world, election, "declaration");
  const objections = objectionsIn(election, "declaration", answers);
  if (objections.length > 0) {
    await returnStep(world, process, "declaration", objections);
    return say("returned");
  }
  if (answers.length < election.declarers.length) return say("lapsed");
  const { subject } = await readCollection(world, stepCollection(election, "declaration"));
  if (subject !== outcomesHash(await votesOf(world.table, process))) throw new Error("other outcomes were approved");
  await enter(world, process, "declaration", "result", "result.approved");
  return say("approved");
};

/** The result is declared by a conditional write; then everybody on the roll is told, each once; then it has ended. */
export const Declare: Task = async (world, { process }) => {
  const votes = await votesOf(world.table, process);
  const election = await move(world, process, async ({ stage, declarers }) => {
    if (stage !== "result") return undefined;
    const outcomes = votes.map((vote) => [vote.id, vote.outcome?.kind ?? "none"] as const);
    const people = declarers.map((member, index) => [`declarer-${index + 1}`, member] as const);
    return {
      changes: { stage: "declared", declaredAt: world.clock.now() },
      act: "result.declared",
      facts: { ...Object.fromEntries(outcomes), ...Object.fromEntries(people), hash: outcomesHash(votes) },
    };
  });
  let told = 0;
  for (const { member, person } of await rollAsks(world, election)) {
    if (told >= PAGE) return say("more");
    if (await tellResult(world, election, member, person)) told += 1;
  }
  await endRow(world, Election, process);
  return say("declared");
};

/** The letter with the result to one member; false when it was written before. */
function tellResult(world: World, { id, network }: Election, member: string, person: string): Promise<boolean> {
  const of = { process: id, kind: "election.result", person, version: member };
  return untilWritten(async () => {
    if (await world.table.get(Letter, { id: letterId(of) })) return false;
    const link = { act: "minutes" as const, network, person, member, process: id };
    await world.table.write(writeLetter(world, { ...of, network, member, link }));
    return true;
  });
}
