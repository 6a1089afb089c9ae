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
  openAsks,
  remindAsks,
} from "../ask/index.ts";
import type { Form } from "../form/index.ts";
import type { Instant, Stored, World } from "../kit/index.ts";
import { Member, Person } from "../people/index.ts";
import type { ProcessRow } from "./row.ts";
import { say, type TaskInput, type TaskOutput } from "./task.ts";

/** A row whose process asks people, step by step: until when, and how often each step was begun. */
export type AskingRow<Step extends string> = ProcessRow & {
  deadlines: Readonly<Partial<Record<Step, Instant | undefined>>>;
  turns: Readonly<Partial<Record<Step, number | undefined>>>;
};

/** What a step asks, and how its collection behaves. */
export type Asking = {
  /** The kind of the letter that asks. */
  letter: string;
  /** The member who asks; who opened the process if not given. */
  asker?: string;
  form: Form;
  /** The content hash of what is confirmed or approved (asks 12). */
  subject?: string;
  /** Its answers are decisions; see `askApproval`. */
  approval?: boolean;
  /** When its people are reminded, if not as asks 10 has it. */
  reminders?: Collection["reminders"];
  /** Over how many partitions the asks are spread; 1 if not given. */
  shards?: number;
  /** A step of decisions looks at each answer as it comes; others only when all are in. */
  signals: Collection["signals"];
};

/** The value, which the state machine always passes; a fault when it does not. */
export function required(value: string | undefined): string {
  if (value === undefined) throw new Error("the state machine passed no token");
  return value;
}

/** How often a step was begun, this time included. */
export function turnOf<Step extends string>(row: AskingRow<Step>, step: Step): number {
  return row.turns[step] ?? 1;
}

/** Until when a step waits; a fault when it is none of this process. */
export function deadlineOf<Step extends string>(row: AskingRow<Step>, step: Step): Instant {
  const deadline = row.deadlines[step];
  if (deadline === undefined) throw new Error(`${row.id} has no deadline for ${step}`);
  return deadline;
}

/** The collection of a step in its present turn. */
export function stepCollection<Step extends string>(row: AskingRow<Step>, step: Step): string {
  return collectionId(row.id, step, turnOf(row, step));
}

/** The step's collection, begun if it was not; undefined when it is to be begun and its time is over already. */
export async function beginStep<Step extends string>(
  world: World,
  row: AskingRow<Step>,
  step: Step,
  asking: Asking,
): Promise<Stored<Collection> | undefined> {
  const id = stepCollection(row, step);
  const begun = await world.table.get(Collection, { id });
  if (begun) return begun;
  const deadline = deadlineOf(row, step);
  if (deadline <= world.clock.now()) return undefined;
  const { asker = row.opener, ...rest } = asking;
  const member = await world.table.get(Member, { network: row.network, id: asker });
  return beginCollection(world, {
    ...{ id, network: row.network, process: row.id, step, zone: row.zone, deadline },
    ...{ shards: 1, ...rest },
    asker: { member: asker, name: member?.name ?? "" },
  });
}

/** How many people one task deals with before it gives the machine a turn. */
export const PAGE = 200;

/** What became of a step that asks: everybody is asked; some are left for the next turn; its time is over already. */
export type AskedStep = "asked" | "more" | "over";

/**
 * Asks these people for the first time, page by page, or again when a reminder is due. When all are asked, `finish` writes
 * that the opening is complete, with what the process says of it.
 */
export async function askStep<Step extends string>(
  world: World,
  row: AskingRow<Step>,
  step: Step,
  asking: Asking,
  people: readonly Asked[],
  finish: (collection: Stored<Collection>) => Promise<unknown> = ({ id }) => finishOpening(world, id),
): Promise<AskedStep> {
  const collection = await beginStep(world, row, step, asking);
  if (!collection) return "over";
  if (collection.state === "opening") {
    const places = await asksOf(world.table, collection.id, collection.shards);
    const asked = new Set(places.filter(({ state }) => state !== "unasked").map(({ id }) => id));
    const left = people.filter(({ id }) => !asked.has(id));
    await openAsks(world, collection, left.slice(0, PAGE));
    if (left.length > PAGE) return "more";
    await finish(collection);
  }
  await remindAsks(world, collection.id);
  return "asked";
}

/** Members as a step asks them: with these sections of its form, by default all. A fault when one is not there. */
export async function askedMembers<Step extends string>(
  world: World,
  row: AskingRow<Step>,
  step: Step,
  form: Form,
  members: readonly { member: string; parts?: readonly string[] }[],
): Promise<Asked[]> {
  const collection = stepCollection(row, step);
  const all = form.sections.map((section) => section.id);
  const asked: Asked[] = [];
  for (const { member: id, parts } of members) {
    const member = await world.table.get(Member, { network: row.network, id });
    const person = member && (await world.table.get(Person, { id: member.person }));
    if (!member || !person) throw new Error(`no member ${id}`);
    const ask = askId(collection, id, 1);
    asked.push({ id: ask, member: id, person: person.id, zone: person.zone, parts: [...(parts ?? all)] });
  }
  return asked;
}

/** Looks at the step's collection, and closes it when its time has come or `decided` says that nothing can change it. */
export function checkStep<Step extends string>(
  world: World,
  row: AskingRow<Step>,
  step: Step,
  decided?: Decided,
): Promise<Check> {
  return checkCollection(world, stepCollection(row, step), decided);
}

export async function awaitStep<Step extends string>(
  world: World,
  row: AskingRow<Step>,
  step: Step,
  input: TaskInput,
  decided?: Decided,
): Promise<TaskOutput> {
  await awaitCollection(world, stepCollection(row, step), required(input.token), decided);
  return say("waiting");
}

/** The answers in force of a closed step, each with the member who gave it, in the order they came. */
export async function stepAnswers<Step extends string>(
  world: World,
  row: AskingRow<Step>,
  step: Step,
): Promise<(Answer & { member: string })[]> {
  const { asks, answers } = await stepReturns(world, row, step);
  return asks
    .flatMap((ask) => {
      const answer = answers.get(ask.id);
      return answer ? [{ ...answer, member: ask.member }] : [];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** Every ask of a step in its present turn, and the answers in force by ask. Nothing before the step has begun. */
export async function stepReturns<Step extends string>(
  world: World,
  row: AskingRow<Step>,
  step: Step,
): Promise<{ asks: Stored<Ask>[]; answers: Map<string, Stored<Answer>> }> {
  const collection = await world.table.get(Collection, { id: stepCollection(row, step) });
  const asks = collection ? await asksOf(world.table, collection.id, collection.shards) : [];
  return { asks, answers: await answersOf(world.table, asks) };
}
