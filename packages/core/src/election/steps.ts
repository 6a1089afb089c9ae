import * as v from "valibot";
import { type Answer, type Ask, answersOf, asksOf, type Decided, isDue, signal } from "../ask/index.ts";
import type { Form } from "../form/index.ts";
import type { JournalEntry } from "../journal/index.ts";
import { canonical, replace, type Stored, sha256, untilWritten, type World } from "../kit/index.ts";
import {
  type Asking,
  askStep,
  awaitStep,
  stepCollection,
  type TaskInput,
  type TaskOutput,
  turnOf,
} from "../process/index.ts";
import { readSession } from "../session/index.ts";
import type { LiveFigures } from "../vote/index.ts";
import { AskingStep, type Election, ElectionVote, type Objection, readElection } from "./records.ts";

/** What a step asks. Absentees are waited for until all are in; every other step looks at each answer as it comes. */
export function asking(election: Election, step: AskingStep, form: Form, subject?: string): Asking {
  const isToAbsentees = step === "confirmation";
  return {
    letter: `election.${step}`,
    form,
    signals: isToAbsentees ? "all-in" : "each",
    ...(isToAbsentees && election.roll && { shards: election.roll.shards }),
    ...(subject !== undefined && { subject }),
  };
}

/** Asks these members for the first time, or again when a reminder is due. False when the step's time is over already. */
export function askPeople(
  world: World,
  election: Election,
  step: AskingStep,
  form: Form,
  members: readonly string[],
  subject?: string,
): Promise<boolean> {
  return askStep(world, election, step, asking(election, step, form, subject), members);
}

/** An objection decides a step of verdicts at once; nobody has to wait for the others. */
export function decidedBy(world: World): Decided {
  return async (asks) => {
    const answers = await answersOf(world.table, asks);
    return [...answers.values()].some((answer) => answer.content.verdict === "object");
  };
}

/** Wakes the election if there is something to do where it waits: a signal that a crash has lost is raised again. */
export async function signalIfDue(world: World, id: string): Promise<void> {
  const election = await readElection(world, id);
  if (election.stage === "session") {
    const session = await readSession(world, election.session);
    if (session.state === "closed") await signal(world, election.id);
    return;
  }
  const step = v.safeParse(AskingStep, election.stage);
  if (!step.success) return;
  const collection = stepCollection(election, step.output);
  if (await isDue(world, collection, decidedBy(world))) await signal(world, collection);
}

export function objectionsIn(
  election: Election,
  step: Objection["step"],
  answers: readonly (Answer & { member: string })[],
): Objection[] {
  return answers
    .filter((answer) => answer.content.verdict === "object")
    .map((answer) => ({
      step,
      turn: turnOf(election, step),
      member: answer.member,
      reason: String(answer.content["verdict-reason"] ?? ""),
      at: answer.at,
    }));
}

/** What the journal holds of objections: who, and the hash of the reason (votes R17). */
export function objectionFacts(objections: readonly Objection[]): JournalEntry["facts"] {
  return Object.fromEntries(objections.map(({ member, reason }) => [member, sha256(reason)]));
}

/** Everybody on the roll, in the order of member ids. */
export async function rollAsks(world: World, election: Election): Promise<Stored<Ask>[]> {
  if (!election.roll) throw new Error(`the roll of ${election.id} is not frozen`);
  const asks = await asksOf(world.table, election.roll.collection, election.roll.shards);
  return asks.toSorted((a, b) => (a.member < b.member ? -1 : 1));
}

export async function rollOf(world: World, election: Election): Promise<string[]> {
  return (await rollAsks(world, election)).map((ask) => ask.member);
}

/** Writes a part of a vote's result; the same again changes nothing. */
export async function changeVote(
  world: World,
  { election, number }: ElectionVote,
  changes: Partial<Pick<ElectionVote, "live" | "letters" | "outcome">>,
): Promise<void> {
  await untilWritten(async () => {
    const vote = await world.table.get(ElectionVote, { election, number });
    if (!vote) throw new Error(`no vote ${number} of ${election}`);
    await world.table.write([replace(ElectionVote, vote, { ...vote, ...changes })]);
  });
}

/** The figures of one vote as the journal holds them: numbers by word or candidate's id. */
export function journalFigures(figures: LiveFigures): Record<string, number> {
  switch (figures.kind) {
    case "elect":
      return { ...figures.votes, against: figures.against, abstain: figures.abstain };
    case "adopt":
      return { for: figures.for, against: figures.against, abstain: figures.abstain };
  }
}

/** The hash by which the outcomes are approved (asks 12). */
export function outcomesHash(votes: readonly ElectionVote[]): string {
  return sha256(canonical(votes.map(({ id, live, letters, outcome }) => ({ id, live, letters, outcome }))));
}

/** How many people one task deals with before it gives the machine a turn. */
export const PAGE = 200;

/** Waits for the answers to a step. */
export async function awaitAnswers(world: World, input: TaskInput, step: AskingStep): Promise<TaskOutput> {
  return awaitStep(world, await readElection(world, input.process), step, input, decidedBy(world));
}
