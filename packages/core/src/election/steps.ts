import * as v from "valibot";
import {
  type Ask,
  type Asked,
  askId,
  asksOf,
  Collection,
  type Decider,
  decisionsIn,
  isDue,
  readCollection,
  signal,
  takeEffect,
} from "../ask/index.ts";
import type { Form } from "../form/index.ts";
import type { JournalEntry } from "../journal/index.ts";
import { canonical, replace, type Stored, sha256, untilWritten, type World, type Write } from "../kit/index.ts";
import { Letter, letterId, writeLetter } from "../letter/index.ts";
import { Member, membersOf } from "../people/index.ts";
import {
  type Asking,
  askApproval,
  askedMembers,
  askStep,
  awaitStep,
  endRow,
  PAGE,
  returnsIn,
  say,
  stepApproval,
  stepCollection,
  type TaskInput,
  type TaskOutput,
  turnOf,
} from "../process/index.ts";
import type { Figures, LetterFigures } from "../vote/index.ts";
import { lotDue } from "./lot.ts";
import { AskingStep, Election, ElectionVote, type Objection, readElection, sessionOf, votesOf } from "./records.ts";
import { move } from "./transition.ts";

/** The steps that wait until all are in; every other step looks at each answer as it comes. */
const toMany: readonly AskingStep[] = ["nominations", "acceptance", "confirmation", "round"];

/** What a step asks. */
export function asking(election: Election, step: AskingStep, form: Form): Asking {
  const isToMany = toMany.includes(step);
  const [asker] = election.passedTo ?? [];
  return {
    letter: `election.${step}`,
    form,
    ...(asker !== undefined && { asker }),
    signals: isToMany ? "all-in" : "each",
    ...(isToMany && step !== "acceptance" && election.roll && { shards: election.roll.shards }),
  };
}

/** Asks these members for the first time, or again when a reminder is due. False when the step's time is over already. */
export async function askPeople(
  world: World,
  election: Election,
  step: AskingStep,
  form: Form,
  members: readonly string[],
): Promise<boolean> {
  const people = await askedMembers(
    world,
    election,
    step,
    form,
    members.map((member) => ({ member })),
  );
  return (await askStep(world, election, step, asking(election, step, form), people)) === "asked";
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
  { act, asked }: { act: "nominations.opened" | "letters.opened" | "round.opened"; asked: number },
): Promise<void> {
  await move(world, election.id, async () => {
    const now = await readCollection(world, collection.id);
    if (now.state !== "opening") return undefined;
    const writes = [replace(Collection, now, { ...now, state: "open" })];
    return { changes: {}, act, facts: { asked }, writes };
  });
}

/** The steps that end with an approval: every approver approves, or the first return sends it back. */
export type ApprovedStep = Objection["step"];

/**
 * Asks these members to approve exactly this, by its hash, or reminds those who are due; the requester, where a person asks for
 * it, gets to know what became of it. When it has changed since they were
 * asked, their forms are void and all are asked anew. False when the step's time is over already.
 */
export async function askToApprove(
  world: World,
  id: string,
  step: ApprovedStep,
  form: Form,
  members: readonly string[],
  { subject, requester }: { subject: string; requester?: string },
): Promise<boolean> {
  const election = await readElection(world, id);
  const deciders = await Promise.all(members.map((member) => deciderOf(world, election, member)));
  const seats = deciders.map((one) => ({ ...one, substitutes: [] }));
  const asks = requester === undefined ? {} : { requester: await deciderOf(world, election, requester) };
  const what = { ...asking(election, step, form), subject };
  const asked = await askApproval(world, election, step, what, { rule: { kind: "all" }, seats, ...asks });
  if (asked !== "changed") return asked === "asked";
  const turn = turnOf(election, step);
  await move(world, id, async (now) => {
    if (now.stage !== step || turnOf(now, step) !== turn) return undefined;
    return { changes: { turns: { ...now.turns, [step]: turn + 1 } }, act: "approval.voided", facts: { step } };
  });
  return askToApprove(world, id, step, form, members, { subject, ...(requester && { requester }) });
}

async function deciderOf(world: World, { network }: Election, member: string): Promise<Decider> {
  const found = await world.table.get(Member, { network, id: member });
  if (!found) throw new Error(`no member ${member}`);
  return { member, person: found.person };
}

/** What became of a step that has closed: approved, with the write that lets it take effect; returned; or its time ran out. */
export type Approved =
  | { kind: "approved"; by: string[]; effect: Write[] }
  | { kind: "returned"; objections: Objection[] }
  | { kind: "lapsed" };

/** Reads the approval of a closed step. One that names other content than there is now is a fault: nothing takes effect. */
export async function approvedStep(
  world: World,
  election: Election,
  step: ApprovedStep,
  subject: string,
): Promise<Approved> {
  const approval = await stepApproval(world, election, step);
  const by = decisionsIn(approval).flatMap(({ member, verdict }) => (verdict === "approve" ? [member] : []));
  switch (approval.state) {
    case "approved":
      if (approval.subject !== subject) throw new Error(`other content was approved than there is: ${step}`);
      return { kind: "approved", by, effect: [takeEffect(approval)] };
    case "effective":
      return { kind: "approved", by, effect: [] };
    case "returned":
    case "revoked": {
      const returns = returnsIn(approval).map((one) => ({ step, turn: turnOf(election, step), ...one }));
      return { kind: "returned", objections: returns };
    }
    case "pending":
    case "expired":
    case "recalled":
      return { kind: "lapsed" };
  }
}

/** Wakes the election if there is something to do where it waits: a signal that a crash has lost is raised again. */
export async function signalIfDue(world: World, id: string): Promise<void> {
  const election = await readElection(world, id);
  if (election.stage === "cancelled") {
    const subjects = AskingStep.options.map((step) => stepCollection(election, step));
    for (const subject of [election.id, ...subjects]) await signal(world, subject);
    return;
  }
  if (election.stage === "session") {
    const { meeting } = await sessionOf(world, election);
    if (meeting === "closed" || meeting === "cancelled") await signal(world, election.id);
    return;
  }
  if (election.stage === "lot") {
    const due = await lotDue(world, election, await votesOf(world.table, id));
    if (world.clock.now() >= due) await signal(world, election.id);
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
  if (await isDue(world, collection)) await signal(world, collection);
}

/** What the journal holds of objections: who, and the hash of the reason (votes R17). */
export function objectionFacts(objections: readonly Objection[]): JournalEntry["facts"] {
  return Object.fromEntries(objections.map(({ member, reason }) => [member, sha256(reason)]));
}

/** Everybody on the roll, in the order of member ids; not who was removed from it (votes R7). */
export async function rollAsks(world: World, election: Election): Promise<Stored<Ask>[]> {
  if (!election.roll) throw new Error(`the roll of ${election.id} is not frozen`);
  const asks = await asksOf(world.table, election.roll.collection, election.roll.shards);
  return asks.filter(({ removed }) => !removed).toSorted((a, b) => (a.member < b.member ? -1 : 1));
}

/** The collection whose answers are counted now: of the vote that follows a tie once it is put, else of the roll. */
export function countedIn(election: Election): string {
  return election.turns.round === undefined ? (election.roll?.collection ?? "") : stepCollection(election, "round");
}

export async function asksCounted(world: World, election: Election): Promise<Ask[]> {
  if (election.turns.round === undefined) return rollAsks(world, election);
  return asksOf(world.table, countedIn(election), election.roll?.shards ?? 1);
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

/** The votes as a count has left them, whether undelivered members hold them up, and what the journal says of it. */
export type Count = {
  votes: Stored<ElectionVote>[];
  isHeld: boolean;
  act: "letters.counted" | "round.counted";
  facts: Record<string, Record<string, number>>;
};

/**
 * Writes these votes in the place of those that were read. Only with the transition that they follow from, so that a task that
 * stalled while the election went on changes nothing.
 */
export function replaceVotes(votes: readonly Stored<ElectionVote>[]): Write[] {
  return votes.map((vote) => replace(ElectionVote, vote, vote));
}

/** The figures of one vote as the journal holds them: numbers by word or candidate's id. */
export function journalFigures(figures: Figures): Record<string, number> {
  const { kind: _, ...numbers } = figures;
  return flatten(numbers);
}

/** What became of the letters of one vote, and what they said, as the journal holds it. */
export function journalLetters(letters: LetterFigures): Record<string, number> {
  if (letters.kind === "confirmations") {
    const { kind: _, ...groups } = letters;
    return groups;
  }
  const { kind: _, figures, ...groups } = letters;
  return { ...groups, ...journalFigures(figures) };
}

/** Numbers under their own names; those of a candidate under her id, and `c1-for` where she has several. */
function flatten(numbers: Readonly<Record<string, unknown>>, of = ""): Record<string, number> {
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([name, value]): [string, number][] => {
      if (typeof value === "number") return [[of === "" ? name : `${of}-${name}`, value]];
      const inner: Readonly<Record<string, unknown>> = typeof value === "object" && value !== null ? { ...value } : {};
      return Object.entries(flatten(inner, name === "votes" ? "" : name));
    }),
  );
}

/** The hash by which the outcomes are approved (asks 12). */
export function outcomesHash(votes: readonly ElectionVote[]): string {
  return sha256(canonical(votes.map(({ id, live, letters, outcome }) => ({ id, live, letters, outcome }))));
}

/** Waits for the answers to a step. */
export async function awaitAnswers(world: World, input: TaskInput, step: AskingStep): Promise<TaskOutput> {
  return awaitStep(world, await readElection(world, input.process), step, input);
}

/**
 * Writes the letter to everybody on the roll, and to who was admitted since, each once, with a link to the minutes; page by
 * page. False while some are still to be told.
 */
export async function tellRoll(
  world: World,
  election: Election,
  kind: "election.result" | "election.annulled",
): Promise<boolean> {
  const { id, network } = election;
  let told = 0;
  for (const { member, person } of await readersOf(world, election)) {
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

/** Who reads what became of it: the roll, and the members admitted since, who have no vote in it (votes R7). */
async function readersOf(world: World, election: Election): Promise<Pick<Ask, "member" | "person">[]> {
  const roll = await rollAsks(world, election);
  const known = new Set([...roll, ...election.left].map(({ member }) => member));
  const admitted = (await membersOf(world.table, election.network)).filter(
    ({ id, standing }) => standing === "active" && !known.has(id),
  );
  return [...roll, ...admitted.map(({ id: member, person }) => ({ member, person }))];
}

/** What follows a declaration once everybody is told: the window for objections, or the end. */
export async function afterDeclaration(world: World, id: string): Promise<TaskOutput> {
  const { objectionsUntil } = await readElection(world, id);
  if (objectionsUntil !== undefined) return say("window");
  await endRow(world, Election, id);
  return say("declared");
}
