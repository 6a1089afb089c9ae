import * as v from "valibot";
import {
  type Answer,
  type Ask,
  type Asked,
  answersOf,
  askId,
  asksOf,
  Collection,
  type Decided,
  isDue,
  readCollection,
  signal,
} from "../ask/index.ts";
import type { Form } from "../form/index.ts";
import type { JournalEntry } from "../journal/index.ts";
import { canonical, replace, type Stored, sha256, untilWritten, type World } from "../kit/index.ts";
import { Letter, letterId, writeLetter } from "../letter/index.ts";
import {
  type Asking,
  askedMembers,
  askStep,
  awaitStep,
  PAGE,
  stepCollection,
  type TaskInput,
  type TaskOutput,
  turnOf,
} from "../process/index.ts";
import { readSession } from "../session/index.ts";
import type { Figures } from "../vote/index.ts";
import { AskingStep, type Election, ElectionVote, type Objection, readElection } from "./records.ts";
import { move } from "./transition.ts";

/** The steps that wait until all are in; every other step looks at each answer as it comes. */
const toMany: readonly AskingStep[] = ["nominations", "acceptance", "confirmation"];

/** What a step asks. */
export function asking(election: Election, step: AskingStep, form: Form, subject?: string): Asking {
  const isToMany = toMany.includes(step);
  return {
    letter: `election.${step}`,
    form,
    signals: isToMany ? "all-in" : "each",
    ...(isToMany && step !== "acceptance" && election.roll && { shards: election.roll.shards }),
    ...(subject !== undefined && { subject }),
  };
}

/** Asks these members for the first time, or again when a reminder is due. False when the step's time is over already. */
export async function askPeople(
  world: World,
  election: Election,
  step: AskingStep,
  form: Form,
  members: readonly string[],
  subject?: string,
): Promise<boolean> {
  const people = await askedMembers(
    world,
    election,
    step,
    form,
    members.map((member) => ({ member })),
  );
  return (await askStep(world, election, step, asking(election, step, form, subject), people)) === "asked";
}

/** Everybody on the roll as a step asks them, each with the same sections. */
export function askedOnRoll(
  election: Election,
  step: AskingStep,
  roll: readonly Ask[],
  parts: readonly string[],
): Asked[] {
  const collection = stepCollection(election, step);
  const shards = election.roll?.shards ?? 1;
  return roll.map(({ member, person, zone }) => ({
    ...{ id: askId(collection, member, shards), member, person, zone, parts: [...parts] },
  }));
}

/** Writes that everybody is asked, and the journal's entry of it, in one transaction. */
export async function finishAsking(
  world: World,
  election: Election,
  collection: Collection,
  { act, asked }: { act: "nominations.opened" | "letters.opened"; asked: number },
): Promise<void> {
  await move(world, election.id, async () => {
    const now = await readCollection(world, collection.id);
    if (now.state !== "opening") return undefined;
    const writes = [replace(Collection, now, { ...now, state: "open" })];
    return { changes: {}, act, facts: { asked }, writes };
  });
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
  if (election.stage === "declared") {
    const { objectionsUntil } = election;
    if (objectionsUntil !== undefined && world.clock.now() >= objectionsUntil) await signal(world, election.id);
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

/** Keeps the objections of a step that was returned, each turn once; the election is then parked with the reason. */
export async function returnStep(
  world: World,
  id: string,
  step: "candidates" | "declaration",
  objections: readonly Objection[],
): Promise<void> {
  await move(world, id, async (election) => {
    const turn = turnOf(election, step);
    const isKept = election.objections.some((one) => one.step === step && one.turn === turn);
    if (election.stage !== step || isKept) return undefined;
    return {
      changes: { objections: [...election.objections, ...objections] },
      ...{ act: step === "candidates" ? "candidates.returned" : "result.returned", facts: objectionFacts(objections) },
    };
  });
}

/** Writes what changes on a vote as it is now; the same again changes nothing. */
export async function changeVote(
  world: World,
  { election, number }: Pick<ElectionVote, "election" | "number">,
  change: (vote: ElectionVote) => Partial<Omit<ElectionVote, "election" | "number">>,
): Promise<void> {
  await untilWritten(async () => {
    const vote = await world.table.get(ElectionVote, { election, number });
    if (!vote) throw new Error(`no vote ${number} of ${election}`);
    await world.table.write([replace(ElectionVote, vote, { ...vote, ...change(vote) })]);
  });
}

/** The figures of one vote as the journal holds them: numbers by word or candidate's id. */
export function journalFigures(figures: Figures): Record<string, number> {
  switch (figures.kind) {
    case "elect":
      return { ...figures.votes, against: figures.against, abstain: figures.abstain };
    case "seats":
      return { ...figures.votes, voted: figures.voted, abstain: figures.abstain };
    case "approval":
      return Object.fromEntries(
        Object.entries(figures.votes).flatMap(([id, count]) =>
          Object.entries(count).map(([word, votes]) => [`${id}.${word}`, votes]),
        ),
      );
    case "adopt":
      return { for: figures.for, against: figures.against, abstain: figures.abstain };
  }
}

/** The hash by which the outcomes are approved (asks 12). */
export function outcomesHash(votes: readonly ElectionVote[]): string {
  return sha256(canonical(votes.map(({ id, live, letters, outcome }) => ({ id, live, letters, outcome }))));
}

/** Waits for the answers to a step. */
export async function awaitAnswers(world: World, input: TaskInput, step: AskingStep): Promise<TaskOutput> {
  return awaitStep(world, await readElection(world, input.process), step, input, decidedBy(world));
}

/**
 * Writes the letter to everybody on the roll, each once, with a link to the minutes; page by page. False while some are still to
 * be told.
 */
export async function tellRoll(
  world: World,
  election: Election,
  kind: "election.result" | "election.annulled",
): Promise<boolean> {
  const { id, network } = election;
  let told = 0;
  for (const { member, person } of await rollAsks(world, election)) {
    if (told >= PAGE) return false;
    const of = { process: id, kind, person, version: member };
    const isNew = await untilWritten(async () => {
      if (await world.table.get(Letter, { id: letterId(of) })) return false;
      const link = { act: "minutes" as const, network, person, member, process: id };
      await world.table.write(writeLetter(world, { ...of, network, member, link }));
      return true;
    });
    if (isNew) told += 1;
  }
  return true;
}
