import { checkStep, endRow, say, type Task } from "../../process/index.ts";
import { declarationForm } from "../forms.ts";
import { Election, readElection, votesOf } from "../records.ts";
import { endOfWindow } from "../rules.ts";
import { approvedStep, askToApprove, awaitAnswers, outcomesHash, returnStep, tellRoll } from "../steps.ts";
import { enter, move } from "../transition.ts";

/** Asks the declarers to approve these very outcomes, by their hash. */
export const AskDeclaration: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const votes = await votesOf(world.table, process);
  const form = await declarationForm(world, election, votes);
  const { declarers } = election;
  const isAsked = await askToApprove(world, process, "declaration", form, declarers, { subject: outcomesHash(votes) });
  if (!isAsked) return say("lapsed");
  return CheckDeclaration(world, { network: election.network, process });
};

export const AwaitDeclaration: Task = (world, input) => awaitAnswers(world, input, "declaration");

/** All approve: declared. One returns: the election is parked with the reason. */
export const CheckDeclaration: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const check = await checkStep(world, election, "declaration");
  if (check.word !== "closed") return check;
  const approved = await approvedStep(
    world,
    election,
    "declaration",
    outcomesHash(await votesOf(world.table, process)),
  );
  switch (approved.kind) {
    case "approved":
      await enter(world, process, "declaration", "result", "result.approved", { writes: approved.effect });
      return say("approved");
    case "returned":
      await returnStep(world, process, "declaration", approved.objections);
      return say("returned");
    case "lapsed":
      return say("lapsed");
  }
};

/**
 * The result is declared by a conditional write; then everybody on the roll is told, each once. Then members may object for as
 * long as was set, or it has ended.
 */
export const Declare: Task = async (world, { process }) => {
  const votes = await votesOf(world.table, process);
  const now = world.clock.now();
  const election = await move(world, process, async ({ stage, declarers, objectionDays, zone }) => {
    if (stage !== "result") return undefined;
    const outcomes = votes.map((vote) => [vote.id, vote.outcome?.kind ?? "none"] as const);
    const people = declarers.map((member, index) => [`declarer-${index + 1}`, member] as const);
    return {
      changes: {
        stage: "declared",
        declaredAt: now,
        ...(objectionDays > 0 && { objectionsUntil: endOfWindow(now, objectionDays, zone) }),
      },
      act: "result.declared",
      facts: { ...Object.fromEntries(outcomes), ...Object.fromEntries(people), hash: outcomesHash(votes) },
    };
  });
  if (!(await tellRoll(world, election, "election.result"))) return say("more");
  if (election.objectionsUntil !== undefined) return say("window");
  await endRow(world, Election, process);
  return say("declared");
};
