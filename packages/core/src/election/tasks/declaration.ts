import type { World } from "../../kit/index.ts";
import { checkStep, say, type Task } from "../../process/index.ts";
import { passDuties, signersOf } from "../duties.ts";
import { declarationForm } from "../forms.ts";
import { fillOffices } from "../offices.ts";
import { type Election, presenceIn, readElection, votesOf } from "../records.ts";
import { endOfWindow, partsByMember } from "../rules.ts";
import {
  afterDeclaration,
  approvedStep,
  askToApprove,
  awaitAnswers,
  outcomesHash,
  returnStep,
  rollAsks,
  rollOf,
  tellRoll,
} from "../steps.ts";
import { enter, move } from "../transition.ts";

/** Asks the declarers to approve these very outcomes, by their hash; nobody who stands is among them (votes R13). */
export const AskDeclaration: Task = async (world, { process }) => {
  const election = await withSigners(world, process);
  const votes = await votesOf(world.table, process);
  const form = await declarationForm(world, election, votes);
  const { declarers } = election;
  const isAsked = await askToApprove(world, process, "declaration", form, declarers, { subject: outcomesHash(votes) });
  if (!isAsked) return say("lapsed");
  return CheckDeclaration(world, { network: election.network, process });
};

/** Another signs in the place of a declarer who stands, on record; where nobody else is left, the election waits for help. */
async function withSigners(world: World, process: string): Promise<Election> {
  const duties = await passDuties(world, process);
  return move(world, process, async (election) => {
    const { declarers } = election;
    const signers = signersOf(duties, election, await rollOf(world, election));
    if (signers.length < declarers.length) throw new Error(`nobody who does not stand is left to declare ${process}`);
    if (signers.join() === declarers.join()) return undefined;
    const facts = Object.fromEntries(signers.map((member, index) => [`declarer-${index + 1}`, member]));
    return { changes: { declarers: signers }, act: "declarers.replaced", facts };
  });
}

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
 * The result is declared by a conditional write; whoever is elected holds the office from then on (votes R12); then everybody on
 * the roll is told, each once. Then members may object for as long as was set, or it has ended.
 */
export const Declare: Task = async (world, { process }) => {
  const votes = await votesOf(world.table, process);
  const now = world.clock.now();
  const election = await move(world, process, async ({ stage, declarers, objectionDays, zone, mode }) => {
    if (stage !== "result") return undefined;
    const outcomes = votes.map((vote) => [vote.id, vote.outcome?.kind ?? "none"] as const);
    const people = declarers.map((member, index) => [`declarer-${index + 1}`, member] as const);
    return {
      changes: {
        stage: "declared",
        declaredAt: now,
        ...(objectionDays > 0 && mode !== "informed" && { objectionsUntil: endOfWindow(now, objectionDays, zone) }),
      },
      act: "result.declared",
      facts: { ...Object.fromEntries(outcomes), ...Object.fromEntries(people), hash: outcomesHash(votes) },
    };
  });
  await fillOffices(world, election, votes);
  if (!(await tellRoll(world, election, "election.result"))) return say("more");
  if (await isToldAfterwards(world, election)) {
    await enter(world, process, "declared", "confirmation", "absentees.informed");
    return say("informed");
  }
  return afterDeclaration(world, process);
};

/** Whether absentees are still to be asked if they agree with what was declared (votes, part 1, `informed`). */
async function isToldAfterwards(world: World, election: Election): Promise<boolean> {
  if (election.mode !== "informed" || election.stage !== "declared") return false;
  const roll = await rollAsks(world, election);
  if (roll.some((ask) => ask.state !== "unasked")) return false;
  const members = roll.map(({ member }) => member);
  const presence = await presenceIn(world, election);
  return partsByMember(await votesOf(world.table, election.id), members, presence).size > 0;
}
