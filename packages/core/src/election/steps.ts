import * as v from "valibot";
import {
  type Answer,
  type Ask,
  type Asked,
  answersOf,
  askId,
  asksOf,
  awaitCollection,
  beginCollection,
  type Check,
  Collection,
  checkCollection,
  collectionId,
  type Decided,
  finishOpening,
  isDue,
  openAsks,
  remindAsks,
  signal,
} from "../ask/index.ts";
import type { Form } from "../form/index.ts";
import type { JournalEntry } from "../journal/index.ts";
import { canonical, replace, type Stored, sha256, untilWritten, type World } from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { Member, Person } from "../people/index.ts";
import { readSession } from "../session/index.ts";
import type { LiveFigures } from "../vote/index.ts";
import { AskingStep, type Election, ElectionVote, type Objection, readElection, type Stage } from "./records.ts";
import { say, type TaskInput, type TaskOutput } from "./task.ts";
import { move } from "./transition.ts";

/** The value, which the state machine always passes; a fault when it does not. */
export function required(value: string | undefined): string {
  if (value === undefined) throw new Error("the state machine passed no token");
  return value;
}

/** The collection of a step in its present turn. */
export function stepCollection(election: Election, step: AskingStep): string {
  return collectionId(election.id, step, election.turns[step]);
}

/** The step's collection, begun if it was not; undefined when it is to be begun and its time is over already. */
export async function beginStep(
  world: World,
  election: Election,
  step: AskingStep,
  form: Form,
  subject?: string,
): Promise<Stored<Collection> | undefined> {
  const begun = await world.table.get(Collection, { id: stepCollection(election, step) });
  if (begun) return begun;
  if (election.deadlines[step] <= world.clock.now()) return undefined;
  const opener = await world.table.get(Member, { network: election.network, id: election.opener });
  return beginCollection(world, {
    id: stepCollection(election, step),
    network: election.network,
    process: election.id,
    step,
    letter: `election.${step}`,
    form,
    asker: { member: election.opener, name: opener?.name ?? "" },
    shards: step === "confirmation" ? (election.roll?.shards ?? 1) : 1,
    zone: election.zone,
    deadline: election.deadlines[step],
    signals: step === "confirmation" ? "all-in" : "each",
    ...(subject && { subject }),
  });
}

/** Asks these members for the first time, or again when a reminder is due. False when the step's time is over already. */
export async function askStep(
  world: World,
  election: Election,
  step: AskingStep,
  form: Form,
  members: readonly string[],
  subject?: string,
): Promise<boolean> {
  const collection = await beginStep(world, election, step, form, subject);
  if (!collection) return false;
  if (collection.state === "opening") {
    const asked: Asked[] = [];
    for (const id of members) {
      const member = await world.table.get(Member, { network: election.network, id });
      const person = member && (await world.table.get(Person, { id: member.person }));
      if (!member || !person) throw new Error(`no member ${id}`);
      const parts = form.sections.map((section) => section.id);
      const ask = askId(collection.id, id, collection.shards);
      asked.push({ id: ask, member: id, person: person.id, zone: person.zone, parts });
    }
    await openAsks(world, collection, asked);
    await finishOpening(world, collection.id);
  }
  await remindAsks(world, collection.id);
  return true;
}

/** An objection decides a step of verdicts at once; nobody has to wait for the others. */
function decidedBy(world: World): Decided {
  return async (asks) => {
    const answers = await answersOf(world.table, asks);
    return [...answers.values()].some((answer) => answer.content.verdict === "object");
  };
}

export function checkStep(world: World, election: Election, step: AskingStep): Promise<Check> {
  return checkCollection(world, stepCollection(election, step), decidedBy(world));
}

export async function awaitStep(world: World, input: TaskInput, step: AskingStep): Promise<TaskOutput> {
  const election = await readElection(world, input.process);
  await awaitCollection(world, stepCollection(election, step), required(input.token), decidedBy(world));
  return say("waiting");
}

/** Wakes the election if there is something to do where it waits: a signal that a crash has lost is raised again. */
export async function signalIfDue(world: World, election: Election): Promise<void> {
  if (election.stage === "session") {
    const session = await readSession(world, election.session);
    if (session.state === "closed") await signal(world, election.id);
    return;
  }
  const step = v.safeParse(AskingStep, election.stage);
  if (!step.success) return;
  const id = stepCollection(election, step.output);
  if (await isDue(world, id, decidedBy(world))) await signal(world, id);
}

/** The answers in force of a closed step, each with the member who gave it, in the order they came. */
export async function stepAnswers(
  world: World,
  election: Election,
  step: AskingStep,
): Promise<(Answer & { member: string })[]> {
  const asks = await asksOf(world.table, stepCollection(election, step), 1);
  const answers = await answersOf(world.table, asks);
  return asks
    .flatMap((ask) => {
      const answer = answers.get(ask.id);
      return answer ? [{ ...answer, member: ask.member }] : [];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
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
      turn: election.turns[step],
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

/** Goes on from one stage to the next; nothing when somebody has done it already. */
export async function enter(world: World, id: string, from: Stage, to: Stage, act: string): Promise<void> {
  await move(world, id, async ({ stage }) => (stage === from ? { changes: { stage: to }, act } : undefined));
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

/**
 * Stops an election that runs, and tells the coordinator once for each stop. `execution`: only if this one is still the last,
 * so that one that has been resumed meanwhile runs on.
 */
export async function park(
  world: World,
  id: string,
  why: { state: string; fault: string; execution?: number },
): Promise<void> {
  await move(world, id, async (election) => {
    if (election.state !== "running") return undefined;
    if (why.execution !== undefined && why.execution !== election.execution) return undefined;
    const { network, stage, execution } = election;
    const opener = await world.table.get(Member, { network, id: election.opener });
    const letter = opener && {
      ...{ process: id, kind: "election.parked", person: opener.person, member: opener.id },
      ...{ version: String(execution), network },
    };
    return {
      changes: { state: "parked", parked: { state: why.state, fault: why.fault, since: world.clock.now() } },
      act: "parked",
      facts: { stage, fault: why.fault },
      writes: letter ? writeLetter(world, letter) : [],
    };
  });
}
