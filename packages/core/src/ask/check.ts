import {
  create,
  Lost,
  remove,
  replace,
  type Stored,
  secondsBetween,
  untilWritten,
  type World,
  type Write,
} from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { Approval } from "./approval.ts";
import { approversNow, nextEscalation } from "./approval-rules.ts";
import { lapse } from "./approve.ts";
import { type Recall, recalled } from "./changes.ts";
import { askLetter, readCollection } from "./collection.ts";
import { leaveUnsent } from "./draft.ts";
import { Ask, asksOf, Collection, Draft, WaitingTask } from "./records.ts";
import { isReminderDue, laterWindow, nextCheck } from "./rules.ts";
/** What a look at a collection found, for the state machine: a word, and how long to wait if it says so. */
export type Check = { word: "remind" | "wait" | "again" | "closed"; seconds: number };

/** How many asks one look moves or closes before it gives the machine a turn. */
const PAGE = 200;

/**
 * Whether no further answer can change the step, so that it closes before its time: an objection, for one. `held`: it does not,
 * though everybody has answered.
 */
export type Decided = (asks: readonly Stored<Ask>[]) => Promise<boolean | "held">;

const undecided: Decided = async () => false;

type Look = "closed" | "close" | "move" | "remind" | "wait";

/** The approval that a collection's answers decide; none where they are answers only, and before it is begun. */
async function approvalOf(world: World, { id, approval }: Collection): Promise<Stored<Approval> | undefined> {
  return approval ? world.table.get(Approval, { collection: id }) : undefined;
}

/** What there is to do about a collection at this moment. An approval closes it when settled, and asks its substitutes. */
async function look(
  world: World,
  collection: Collection,
  asks: readonly Stored<Ask>[],
  decided: Decided,
  approval: Approval | undefined,
): Promise<Look> {
  const now = world.clock.now();
  const open = asks.filter((ask) => ask.state === "open");
  const asked = asks.filter((ask) => ask.state === "open" || ask.state === "answered");
  if (collection.state === "closed") return "closed";
  // Not everybody has been asked yet: the step that asks goes on where it was.
  if (collection.state === "opening") return "remind";
  if (collection.state === "closing" || now >= collection.closesAt) return "close";
  if (approval && approval.state !== "pending") return "close";
  const isUnasked = ({ member }: { member: string }) => !asks.some((ask) => ask.member === member);
  if (approval && approversNow(approval, now).some(isUnasked)) return "remind";
  const verdict = await decided(asked);
  if (verdict !== "held" && (verdict || open.length === 0)) return "close";
  if (asked.some((ask) => ask.extensions < collection.extensions)) return "move";
  return open.some((ask) => isReminderDue(ask, collection.openedAt, now, collection.reminders)) ? "remind" : "wait";
}

/**
 * Looks at the table and says what is next. It closes the collection when its time has come or all are in, or when
 * `decided` says that no further answer can change the step. Whatever it does may be done again.
 */
export async function checkCollection(world: World, id: string, decided = undecided): Promise<Check> {
  const collection = await readCollection(world, id);
  const asks = await asksOf(world.table, id, collection.shards);
  const now = world.clock.now();
  const approval = await approvalOf(world, collection);
  const found = await look(world, collection, asks, decided, approval);
  switch (found) {
    case "closed":
    case "remind":
      return { word: found, seconds: 0 };
    case "close":
      return collection.state === "closing"
        ? closeAsks(world, collection, asks, approval)
        : beginClose(world, collection);
    case "move":
      await moveWindows(world, collection, asks);
      return { word: "again", seconds: 0 };
    case "wait": {
      const escalation = approval && nextEscalation(approval, now);
      const check = nextCheck(collection, asks, now);
      const next = escalation !== undefined && escalation < check ? escalation : check;
      return { word: "wait", seconds: Math.max(1, secondsBetween(now, next)) };
    }
  }
}

/** From here on the deadline does not move. Whoever wrote first, an extension for one, is looked at again. */
async function beginClose(world: World, collection: Stored<Collection>): Promise<Check> {
  try {
    await world.table.write([replace(Collection, collection, { ...collection, state: "closing" })]);
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
  }
  return { word: "again", seconds: 0 };
}

/**
 * The fence (votes R9): every ask that is not closed becomes closed by a conditional write, so that an answer is either
 * in before or late, and a draft is not sent. Only when none is left is the collection closed, and only then may anybody count.
 */
async function closeAsks(
  world: World,
  collection: Stored<Collection>,
  asks: readonly Stored<Ask>[],
  approval: Stored<Approval> | undefined,
): Promise<Check> {
  const left = asks.filter((ask) => ask.state === "open" || ask.state === "answered");
  for (const { collection: of, id } of left.slice(0, PAGE)) {
    await untilWritten(async () => {
      const found = await world.table.getMany([Ask.key({ collection: of, id }), Draft.key({ ask: id })]);
      const ask = found.get(Ask, { collection: of, id });
      const draft = found.get(Draft, { ask: id });
      if (ask?.state !== "open" && ask?.state !== "answered") return;
      const closed: Ask = { ...ask, state: "closed" };
      const told = collection.recalled ? tellRecalled(world, collection, ask) : [];
      await world.table.write([replace(Ask, ask, closed), ...told, ...unsent(world, collection, ask, draft)]);
    });
  }
  if (left.length > PAGE) return { word: "again", seconds: 0 };
  try {
    const closed: Collection = { ...collection, state: "closed", closedAt: world.clock.now() };
    await world.table.write([
      replace(Collection, collection, closed),
      ...(approval ? lapse(world, approval, collection.recalled !== undefined) : []),
    ]);
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
    return { word: "again", seconds: 0 };
  }
  return { word: "closed", seconds: 0 };
}

/** After an extension: moves the windows of the asks that still have the old one, and tells those who have not answered. */
async function moveWindows(world: World, collection: Collection, asks: readonly Stored<Ask>[]): Promise<void> {
  const asked = asks.filter((ask) => ask.state === "open" || ask.state === "answered");
  const behind = asked.filter((ask) => ask.extensions < collection.extensions);
  for (const { collection: of, id } of behind.slice(0, PAGE)) {
    await untilWritten(async () => {
      const ask = await world.table.get(Ask, { collection: of, id });
      if (!ask || ask.extensions >= collection.extensions) return;
      if (ask.state !== "open" && ask.state !== "answered") return;
      const { extensions } = collection;
      const moved = { ...ask, ...laterWindow(ask, collection), extensions };
      const letter = askLetter(collection, moved, `extension-${extensions}`, { extension: extensions });
      const isToBeTold = ask.state === "open" && moved.deadline !== ask.deadline;
      const told = isToBeTold ? writeLetter(world, letter) : [];
      await world.table.write([replace(Ask, ask, moved), ...told]);
    });
  }
}

/** Reminds those whose reminder is due; each is looked at again, so that nobody who has answered is written to. */
export async function remindAsks(world: World, id: string): Promise<void> {
  const collection = await readCollection(world, id);
  if (collection.state !== "open") return;
  const now = world.clock.now();
  const asks = await asksOf(world.table, id, collection.shards);
  for (const { id: askId } of asks.filter((ask) =>
    isReminderDue(ask, collection.openedAt, now, collection.reminders),
  )) {
    await untilWritten(async () => {
      const ask = await world.table.get(Ask, { collection: id, id: askId });
      if (!ask || !isReminderDue(ask, collection.openedAt, now, collection.reminders)) return;
      const reminder = ask.reminded.length + 1;
      const letter = askLetter(collection, ask, `reminder-${reminder}`, { reminder });
      const reminded = { ...ask, reminded: [...ask.reminded, now] };
      await world.table.write([replace(Ask, ask, reminded), ...writeLetter(world, letter)]);
    });
  }
}

/**
 * Stores the one token under which the machine waits for a subject (a collection, or a process that waits for no answers)
 * and then looks again: when there is something to do already, the task answers itself, because what happened between the
 * last look and this moment has signalled nobody.
 */
export async function awaitSignal(
  world: World,
  subject: string,
  token: string,
  isDue: () => Promise<boolean>,
): Promise<void> {
  await untilWritten(async () => {
    const waiting = await world.table.get(WaitingTask, { subject });
    const next = { subject, token, at: world.clock.now() };
    await world.table.write([waiting ? replace(WaitingTask, waiting, next) : create(WaitingTask, next)]);
  });
  if (await isDue()) await signal(world, subject);
}

/** Waits for a collection: for the next answer, reminder or close. */
export function awaitCollection(world: World, id: string, token: string, decided = undecided): Promise<void> {
  return awaitSignal(world, id, token, () => isDue(world, id, decided));
}

/** Whether there is something to do about a collection; not before it has been begun. */
export async function isDue(world: World, id: string, decided = undecided): Promise<boolean> {
  const collection = await world.table.get(Collection, { id });
  if (!collection || collection.state === "opening") return false;
  const asks = await asksOf(world.table, id, collection.shards);
  return (await look(world, collection, asks, decided, await approvalOf(world, collection))) !== "wait";
}

/** Wakes the machine that waits for a subject; a signal only makes the next look sooner. */
export async function signal(world: World, subject: string): Promise<void> {
  const waiting = await world.table.get(WaitingTask, { subject });
  if (waiting) await world.processes.answer(waiting.token, { word: "signal" });
}

/** After an answer: whether the machine should look, and if so the signal. Called from the stream; it may come twice. */
export async function signalAnswer(world: World, id: string): Promise<void> {
  const collection = await readCollection(world, id);
  if (collection.state !== "open") return;
  if (collection.signals === "each" || (await world.table.isEmpty("open", `unanswered#${id}`))) {
    await signal(world, id);
  }
}

/**
 * Takes a collection back and closes it, page by page: the word is `closed` when everybody's ask is. Those who were asked are
 * told why; one that had closed before only says from now on that it was taken back.
 */
export async function recallCollection(world: World, id: string, recall: Recall): Promise<Check> {
  await untilWritten(async () => {
    const collection = await readCollection(world, id);
    if (collection.recalled) return;
    await world.table.write([replace(Collection, collection, recalled(collection, recall))]);
  });
  return checkCollection(world, id);
}

/** What was recalled is not wanted any more, saved or not; of everything else its writer hears that it was not sent. */
function unsent(world: World, { recalled }: Collection, ask: Ask, draft: Stored<Draft> | undefined): Write[] {
  if (!draft) return [];
  return recalled ? [remove(Draft, draft)] : leaveUnsent(world, ask, draft);
}

/** The letter to one who was asked; of a cancelled process nothing here: everybody it had asked gets one letter of its own. */
function tellRecalled(world: World, collection: Collection, ask: Ask): Write[] {
  if (!collection.recalled || collection.recalled.why === "cancelled") return [];
  const { network, process, member, person, id } = ask;
  return writeLetter(world, {
    ...{ process, kind: "ask.recalled", person, version: `recalled-${id}`, network, member },
    facts: { collection: collection.id },
  });
}
