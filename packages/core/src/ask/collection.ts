import {
  after,
  create,
  type Instant,
  Lost,
  Refusal,
  remove,
  replace,
  type Stored,
  secondsBetween,
  untilWritten,
  type World,
  type Write,
} from "../kit/index.ts";
import { type NewLetter, writeLetter } from "../letter/index.ts";
import { Person } from "../people/index.ts";
import { Approval } from "./approval.ts";
import { approversNow, nextEscalation } from "./approval-rules.ts";
import { lapse } from "./approve.ts";
import { leaveUnsent } from "./draft.ts";
import { Ask, asksOf, Collection, Draft, WaitingTask } from "./records.ts";
import { checkExtension, GRACE, isReminderDue, laterOf, laterWindow, nextCheck } from "./rules.ts";
import { askScope } from "./view.ts";

/** Who is to be asked. */
export type Asked = Pick<Ask, "id" | "member" | "person" | "zone" | "parts" | "insteadOf">;

/** What a look at a collection found, for the state machine: a word, and how long to wait if it says so. */
export type Check = { word: "remind" | "wait" | "again" | "closed"; seconds: number };

/** How many asks one look opens, moves or closes before it gives the machine a turn. */
const PAGE = 200;

/** A collection that is being opened; the one that is there already when its opening was begun before. */
export async function beginCollection(
  world: World,
  collection: Omit<Collection, "state" | "openedAt" | "closesAt" | "extensions" | "nudges" | "closedAt" | "recalled">,
): Promise<Stored<Collection>> {
  const begun = await world.table.get(Collection, { id: collection.id });
  if (begun) return begun;
  return untilWritten(async () => {
    const there = await world.table.get(Collection, { id: collection.id });
    if (there) return there;
    const value: Collection = {
      ...collection,
      state: "opening",
      openedAt: world.clock.now(),
      closesAt: after(collection.deadline, GRACE),
      extensions: 0,
      nudges: 0,
    };
    await world.table.write([create(Collection, value)]);
    return { ...value, rev: 1 };
  });
}

/**
 * Asks these people: each gets an open ask, a link and a letter in one transaction; who was asked before is passed over.
 * A place on the roll becomes the ask.
 */
export async function openAsks(world: World, collection: Collection, asked: readonly Asked[]): Promise<void> {
  const addressed = await withAddress(world, asked);
  for (const one of asked) {
    await untilWritten(async () => {
      const key = { collection: collection.id, id: one.id };
      const known = await world.table.get(Ask, key);
      if (known && known.state !== "unasked") return;
      const window = {
        deadline: collection.deadline,
        closesAt: collection.closesAt,
        extensions: collection.extensions,
      };
      const fresh = { undelivered: false, epoch: 0, reissues: 0, reminded: [] };
      const base = known ?? { ...fresh, network: collection.network, process: collection.process };
      const isByHand = !addressed.has(one.person);
      // Until a letter is handed to her she is not reached, which is not silence (votes R4).
      const byHand = isByHand && { byHand: true, undelivered: true };
      const ask: Ask = { ...base, ...key, ...one, ...window, state: "open", ...byHand };
      const write = known ? replace(Ask, known, ask) : create(Ask, ask);
      await world.table.write([write, ...(isByHand ? [] : writeLetter(world, askLetter(collection, ask, "first")))]);
    });
  }
}

/** Those of them who can be written to by e-mail. */
async function withAddress(world: World, asked: readonly Asked[]): Promise<ReadonlySet<string>> {
  const addressed = new Set<string>();
  for (let from = 0; from < asked.length; from += 100) {
    const persons = asked.slice(from, from + 100).map(({ person }) => person);
    const found = await world.table.getMany([...new Set(persons)].map((id) => Person.key({ id })));
    for (const id of persons) if (found.get(Person, { id })?.address) addressed.add(id);
  }
  return addressed;
}

/** The letter that asks; a reminder and a second copy carry a further link and leave the earlier ones working (asks 4). */
export function askLetter(collection: Collection, ask: Ask, turn: string, facts: NewLetter["facts"] = {}): NewLetter {
  return {
    process: collection.process,
    kind: collection.letter,
    version: `${ask.id}-${turn}`,
    network: ask.network,
    person: ask.person,
    member: ask.member,
    ask: { collection: collection.id, id: ask.id },
    facts,
    link: askScope(ask),
  };
}

/** The opening is complete: from now on "all in" means something. */
export async function finishOpening(world: World, id: string): Promise<void> {
  await untilWritten(async () => {
    const collection = await readCollection(world, id);
    if (collection.state !== "opening") return;
    await world.table.write([replace(Collection, collection, { ...collection, state: "open" })]);
  });
}

export async function readCollection(world: World, id: string): Promise<Stored<Collection>> {
  const collection = await world.table.get(Collection, { id });
  if (!collection) throw new Error(`no collection ${id}`);
  return collection;
}

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

/** The collection with a later deadline, to be written with the journal's entry; the machine then moves windows and tells. */
export function extended(collection: Stored<Collection>, until: Instant, now: Instant): Collection {
  const verdict = checkExtension(collection, until, now);
  if (verdict === "closed") throw new Refusal("collection.closed");
  if (verdict !== "allowed") {
    throw new Refusal("collection.extension", { problems: [{ field: "until", code: verdict }] });
  }
  const { deadline, closesAt, extensions, nudges, reminders } = collection;
  const missed = reminders?.missed ?? (now > deadline ? deadline : undefined);
  return {
    ...collection,
    ...{ deadline: until, closesAt: laterOf(closesAt, after(until, GRACE)) },
    ...{ extensions: extensions + 1, nudges: nudges + 1 },
    ...(reminders && missed && { reminders: { ...reminders, missed } }),
  };
}

/**
 * The writes that give one person a later deadline, with a letter that says so; the collection stays open as long. Refuses as
 * `extended` does, and who has answered (`ask.answered`).
 */
export function extendedFor(world: World, collection: Stored<Collection>, ask: Stored<Ask>, until: Instant): Write[] {
  if (ask.answer) throw new Refusal("ask.answered");
  if (ask.state !== "open") throw new Refusal("collection.closed");
  const now = world.clock.now();
  const verdict = checkExtension(
    { state: collection.state, deadline: ask.deadline ?? collection.deadline },
    until,
    now,
  );
  if (verdict === "closed") throw new Refusal("collection.closed");
  if (verdict !== "allowed") {
    throw new Refusal("collection.extension", { problems: [{ field: "until", code: verdict }] });
  }
  const closesAt = after(until, GRACE);
  const later: Ask = { ...ask, deadline: until, closesAt };
  const open = { ...collection, closesAt: laterOf(collection.closesAt, closesAt), nudges: collection.nudges + 1 };
  const letter = askLetter(collection, later, `extension-${until}`, { extension: 1 });
  return [replace(Ask, ask, later), replace(Collection, collection, open), ...writeLetter(world, letter)];
}

/** The writes that ask somebody once more who has answered already: by a further letter, and what she had said is kept. */
export function askedOnceMore(world: World, collection: Stored<Collection>, ask: Stored<Ask>): Write[] {
  const { answer, ...rest } = ask;
  if (!answer) throw new Refusal("ask.unanswered");
  if (ask.state !== "answered" || collection.state !== "open") throw new Refusal("collection.closed");
  const { version, reference, at } = answer;
  const earlier = [...(rest.earlier ?? []), { version, reference, at }];
  const next: Ask = { ...rest, state: "open", earlier };
  const letter = askLetter(collection, next, `once-more-${version}`);
  return [replace(Ask, ask, next), ...writeLetter(world, letter)];
}

type Recall = NonNullable<Collection["recalled"]>;

/** The collection taken back before its time: from now on nobody can answer it, and its close tells everybody whom it asked. */
export function recalled(collection: Collection, recall: Recall): Collection {
  const state = collection.state === "closed" ? "closed" : "closing";
  return { ...collection, state, recalled: recall, nudges: collection.nudges + 1 };
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

/** The letter to one who was asked; of a cancelled process nothing here: everybody it had asked gets one letter of its own. */
/** What was recalled is not wanted any more, saved or not; of everything else its writer hears that it was not sent. */
function unsent(world: World, { recalled }: Collection, ask: Ask, draft: Stored<Draft> | undefined): Write[] {
  if (!draft) return [];
  return recalled ? [remove(Draft, draft)] : leaveUnsent(world, ask, draft);
}

function tellRecalled(world: World, collection: Collection, ask: Ask): Write[] {
  if (!collection.recalled || collection.recalled.why === "cancelled") return [];
  const { network, process, member, person, id } = ask;
  return writeLetter(world, {
    ...{ process, kind: "ask.recalled", person, version: `recalled-${id}`, network, member },
    facts: { collection: collection.id },
  });
}

/** Sends a further link to somebody who has lost the letter; with `revoke`, all earlier links of the ask end. */
export async function reissueLink(
  world: World,
  of: { collection: string; id: string },
  options: { revoke: boolean },
): Promise<void> {
  await untilWritten(async () => {
    const ask = await world.table.get(Ask, of);
    if (!ask) throw new Refusal("not-found");
    if (ask.state !== "open" && ask.state !== "answered") throw new Refusal("collection.closed");
    const collection = await readCollection(world, of.collection);
    await world.table.write(reissued(world, collection, ask, options));
  });
}

/**
 * The writes of a further link and its letter; with `revoke` all earlier links of the ask end. `isReached`: the letter goes
 * to another address than those that came back.
 */
export function reissued(
  world: World,
  collection: Collection,
  ask: Stored<Ask>,
  { revoke, isReached = false }: { revoke: boolean; isReached?: boolean },
): Write[] {
  const epoch = revoke ? ask.epoch + 1 : ask.epoch;
  const next: Ask = { ...ask, epoch, reissues: ask.reissues + 1, ...(isReached && { undelivered: false }) };
  const letter = askLetter(collection, next, `again-${next.reissues}`, { again: next.reissues });
  return [replace(Ask, ask, next), ...writeLetter(world, letter)];
}

/** A hard bounce of a letter of this ask: undelivered until an answer comes (votes R4). True when it changed. */
export function recordUndelivered(world: World, of: { collection: string; id: string }): Promise<boolean> {
  return untilWritten(async () => {
    const ask = await world.table.get(Ask, of);
    if (!ask || ask.undelivered || ask.answer || ask.state === "closed") return false;
    await world.table.write([replace(Ask, ask, { ...ask, undelivered: true })]);
    return true;
  });
}

/** The ask with the record why its step goes on without an answer (letters 3). Refuses when she has answered or was reached. */
export function waived(ask: Ask, waiver: NonNullable<Ask["waiver"]>): Ask {
  if (!ask.undelivered || ask.answer) throw new Refusal("waiver.needless");
  return { ...ask, waiver };
}
