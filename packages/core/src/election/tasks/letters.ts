import { Ask, type Asked, answersOf } from "../../ask/index.ts";
import { replace, sha256, untilWritten, type World } from "../../kit/index.ts";
import { askStep, checkStep, say, stepAnswers, stepReturns, type Task, type Transition } from "../../process/index.ts";
import { lettersForm } from "../absentees.ts";
import { afterChoice } from "../choice.ts";
import { holdersOf, passDuties } from "../duties.ts";
import { waiverForm } from "../forms.ts";
import { type Election, presenceIn, readElection, votesOf } from "../records.ts";
import { counted, countReturns, endOfWindow, partsByMember, settle } from "../rules.ts";
import {
  afterDeclaration,
  asking,
  askPeople,
  asksCounted,
  awaitAnswers,
  type Count,
  finishAsking,
  journalLetters,
  replaceVotes,
  rollAsks,
} from "../steps.ts";
import { enter, move } from "../transition.ts";
import { countRound } from "./rounds.ts";
import { leaveCount } from "./ties.ts";

/** Asks each absentee about the votes without a mark of hers: one letter, one form. Or reminds those who are due. */
export const AskConfirmation: Task = async (world, { process }) => {
  await passDuties(world, process);
  const election = await readElection(world, process);
  const roll = await rollAsks(world, election);
  const presence = await presenceIn(world, election);
  const votes = await votesOf(world.table, process);
  const members = roll.map((ask) => ask.member);
  const parts = partsByMember(votes, members, presence);
  const form = await lettersForm(world, election, votes, members.length);
  const asked = roll.flatMap((ask): Asked[] => {
    const of = parts.get(ask.member);
    return of ? [{ id: ask.id, member: ask.member, person: ask.person, zone: ask.zone, parts: of }] : [];
  });
  const done = await askStep(
    world,
    election,
    "confirmation",
    asking(election, "confirmation", form),
    asked,
    (collection) => finishAsking(world, election, collection, { act: "letters.opened", asked: asked.length }),
  );
  if (done !== "asked") return say(done === "more" ? "remind" : "lapsed");
  return CheckConfirmation(world, { network: election.network, process });
};

export const AwaitConfirmation: Task = (world, input) => awaitAnswers(world, input, "confirmation");

export const CheckConfirmation: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const check = await checkStep(world, election, "confirmation");
  if (check.word === "closed") await enter(world, process, "confirmation", "reconciliation", "letters.closed");
  return check;
};

/** Counts hands and letters together, and says whether somebody undelivered could change an outcome (votes R4). */
export const Reconcile: Task = async (world, { process }) => {
  const { stage, declaredAt } = await move(world, process, async (election) => {
    if (election.stage !== "reconciliation") return undefined;
    if (election.declaredAt !== undefined) return recordLetters(world, election);
    const isRound = election.turns.round !== undefined;
    return leaveCount(world, election, await (isRound ? countRound : countRoll)(world, election));
  });
  return declaredAt === undefined ? say(stage) : afterDeclaration(world, process);
};

async function countRoll(world: World, election: Election): Promise<Count> {
  const roll = await rollAsks(world, election);
  const answers = await answersOf(world.table, roll);
  const facts: Record<string, Record<string, number>> = {};
  let isHeld = false;
  const votes = (await votesOf(world.table, election.id)).map((vote) => {
    const letters = countReturns(vote, roll, answers);
    const { outcome, undeliveredMatter } = settle(counted(vote, roll.length, letters));
    const open = roll.filter((ask) => ask.undelivered && !ask.answer && ask.parts.includes(vote.id) && !ask.waiver);
    isHeld ||= undeliveredMatter && open.length > 0;
    facts[vote.id] = journalLetters(letters);
    return { ...vote, letters, outcome: afterChoice(vote, outcome) };
  });
  return { votes, isHeld, act: "letters.counted", facts };
}

/**
 * What the absentees said of a result that stands already (votes, part 1, `informed`): it is recorded and changes nothing. The
 * window for objections runs from here.
 */
async function recordLetters(world: World, election: Election): Promise<Transition<Election>> {
  const { id, objectionDays, zone } = election;
  const roll = await rollAsks(world, election);
  const answers = await answersOf(world.table, roll);
  const votes = (await votesOf(world.table, id)).map((vote) => ({
    ...vote,
    letters: countReturns(vote, roll, answers),
  }));
  const until = endOfWindow(world.clock.now(), objectionDays, zone);
  return {
    changes: { stage: "declared", ...(objectionDays > 0 && { objectionsUntil: until }) },
    ...{ act: "letters.recorded", writes: replaceVotes(votes) },
    facts: Object.fromEntries(votes.map(({ id: vote, letters }) => [vote, journalLetters(letters)])),
  };
}

/**
 * Asks the coordinator to record why the election goes on without those whose letters came back; where she stands, who has her
 * duties (votes R13).
 */
export const AskWaiver: Task = async (world, { process }) => {
  const holders = holdersOf(await passDuties(world, process));
  const election = await readElection(world, process);
  const undelivered = (await asksCounted(world, election)).filter((ask) => ask.undelivered && !ask.answer);
  const form = await waiverForm(world, election, undelivered);
  if (!(await askPeople(world, election, "waiver", form, holders))) return say("lapsed");
  return CheckWaiver(world, { network: election.network, process });
};

export const AwaitWaiver: Task = (world, input) => awaitAnswers(world, input, "waiver");

export const CheckWaiver: Task = async (world, { process }) => {
  const election = await readElection(world, process);
  const check = await checkStep(world, election, "waiver");
  if (check.word !== "closed") return check;
  const { asks } = await stepReturns(world, election, "waiver");
  const [answer, ...others] = await stepAnswers(world, election, "waiver");
  // Two who sign together both have to.
  if (!answer || others.length + 1 < asks.length) return say("lapsed");
  const reason = String(answer.content.reason ?? "");
  const waiver = { actor: answer.member, reason, at: answer.at };
  for (const { collection, id } of await asksCounted(world, election)) {
    await untilWritten(async () => {
      const ask = await world.table.get(Ask, { collection, id });
      if (!ask?.undelivered || ask.answer || ask.waiver) return;
      await world.table.write([replace(Ask, ask, { ...ask, waiver })]);
    });
  }
  await move(world, process, async ({ stage }) => {
    if (stage !== "waiver") return undefined;
    const [second] = others;
    const facts = { reason: sha256(reason), ...(second && { "holder-2": second.member }) };
    return { changes: { stage: "reconciliation" }, act: "undelivered.waived", actor: answer.member, facts };
  });
  return say("waived");
};
