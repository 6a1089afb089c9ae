import {
  after,
  type BatchOutcome,
  before,
  create,
  Lost,
  milliseconds,
  newId,
  type OutgoingLetter,
  remove,
  replace,
  type Stored,
  seal,
  Transient,
  toMilliseconds,
  unseal,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { Batch, Letter, Rendered } from "./records.ts";

/** Puts name, address, link and words into a letter; or says why it is not to be sent any more. */
export type Render = (letter: Stored<Letter>) => Promise<OutgoingLetter | { skip: string }>;

/** A transaction holds 100 writes; a batch writes its own record and two for each letter. */
const LETTERS_A_BATCH = 40;
/** The stream brings a letter within a second or two; what still waits after this was left by a crash. */
const LEFT_BEHIND = { seconds: 30 };
/** Between two tries of one batch. */
const LONGEST_PAUSE = { hours: 1 };
/** Longer than one letter by SMTP can take: what was handed over so long ago, and has no outcome, was cut off. */
const CUT_OFF_AFTER = { minutes: 30 };
/** The provider remembers an idempotency key for 24 hours; after this a retry could send twice (letters 2). */
const GIVEN_UP_AFTER = { hours: 20 };

/** Sends those of these letters that still wait: claimed into batches, handed over, their fate recorded. */
export async function sendLetters(world: World, ids: readonly string[], render: Render): Promise<void> {
  for (let from = 0; from < ids.length; from += LETTERS_A_BATCH) {
    const ready = await renderWaiting(world, ids.slice(from, from + LETTERS_A_BATCH), render);
    for (const together of batchesOf(ready, world.mail.most)) {
      const batch = await untilWritten(() => claimBatch(world, together));
      if (batch) await deliver(world, batch);
    }
  }
}

/**
 * Picks up what a crash or an outage left: letters nobody claimed, batches whose outcome nobody recorded. With `isAlone`
 * nobody else sends at this moment, as when a machine starts: then nothing has to wait for its pause to pass. A batch that
 * meets a fault is logged and holds up no other.
 */
export async function sweepOutbox(world: World, render: Render, { isAlone = false } = {}): Promise<void> {
  const now = world.clock.now();
  const left = await world.table.find(Letter, "due", "letters", { until: isAlone ? now : before(now, LEFT_BEHIND) });
  await sendLetters(
    world,
    left.map((letter) => letter.id),
    render,
  );
  const until = isAlone ? after(now, LONGEST_PAUSE) : now;
  for (const { id } of await world.table.find(Batch, "due", "batches", { until })) {
    try {
      await deliver(world, id, isAlone);
    } catch (fault) {
      if (fault instanceof Transient) throw fault;
      world.log.error("batch.not-sent", fault, { batch: id });
    }
  }
}

type Ready = { letter: string; mail: OutgoingLetter };

/** The bytes of those letters that still wait; one that is settled without being sent is written so. */
function renderWaiting(world: World, ids: readonly string[], render: Render): Promise<Ready[]> {
  return untilWritten(async () => {
    const ready: Ready[] = [];
    for (const letter of await waitingAmong(world, ids)) {
      const mail = await renderOne(world, letter, render);
      if (mail) ready.push({ letter: letter.id, mail });
    }
    return ready;
  });
}

async function waitingAmong(world: World, ids: readonly string[]): Promise<Stored<Letter>[]> {
  const found = await world.table.getMany(ids.map((id) => Letter.key({ id })));
  return ids.flatMap((id) => found.get(Letter, { id }) ?? []).filter((letter) => letter.state === "waiting");
}

/** A letter with attachments is a batch of its own; the provider takes none in a larger one (letters 2). */
function batchesOf(ready: readonly Ready[], most: number): Ready[][] {
  const plain = ready.filter(({ mail }) => !mail.attachments);
  const together = Array.from({ length: Math.ceil(plain.length / most) }, (_, at) =>
    plain.slice(at * most, (at + 1) * most),
  );
  return [...together, ...ready.filter(({ mail }) => mail.attachments).map((one) => [one])];
}

/** Records the batch of those that nobody has claimed meanwhile, with their bytes; undefined when none is left. */
async function claimBatch(world: World, together: readonly Ready[]): Promise<string | undefined> {
  const mails = new Map(together.map(({ letter, mail }) => [letter, mail]));
  const waiting = await waitingAmong(world, [...mails.keys()]);
  const ready = waiting.flatMap((letter) => {
    const mail = mails.get(letter.id);
    return mail ? [{ letter, mail }] : [];
  });
  if (ready.length === 0) return undefined;
  const id = newId(world.random, "batch");
  const now = world.clock.now();
  const expires = Math.floor(toMilliseconds(after(now, { hours: 24 })) / 1000);
  const batch: Batch = {
    id,
    letters: ready.map(({ letter }) => letter.id),
    state: "sending",
    claimedAt: now,
    nextTryAt: after(now, { seconds: 30 }),
    tries: 0,
  };
  await world.table.write([
    create(Batch, batch),
    ...ready.flatMap(({ letter, mail }) => [
      replace(Letter, letter, { ...letter, state: "batched" as const, batch: id }),
      create(Rendered, {
        batch: id,
        letter: letter.id,
        sealed: seal(world, JSON.stringify(mail), `${id}/${letter.id}`),
        expires,
      }),
    ]),
  ]);
  return id;
}

/** The letter's bytes; undefined when it is settled without being sent: no longer wanted, or not to be rendered. */
async function renderOne(world: World, letter: Stored<Letter>, render: Render): Promise<OutgoingLetter | undefined> {
  const mail = await rendered(world, letter, render);
  if (!("settle" in mail)) return mail;
  const settledAt = world.clock.now();
  await world.table.write([replace(Letter, letter, { ...letter, state: mail.settle, reason: mail.reason, settledAt })]);
  return undefined;
}

type Settled = { settle: "skipped" | "failed"; reason: string };

/** One letter that cannot be rendered goes to the operator's page and holds up no other. */
async function rendered(world: World, letter: Stored<Letter>, render: Render): Promise<OutgoingLetter | Settled> {
  try {
    const mail = await render(letter);
    return "skip" in mail ? { settle: "skipped", reason: mail.skip } : mail;
  } catch (fault) {
    if (fault instanceof Transient) throw fault;
    world.log.error("letter.not-rendered", fault, { letter: letter.id, kind: letter.kind });
    return { settle: "failed", reason: "not-rendered" };
  }
}

/** Hands a batch over; what may succeed later stays for the sweep, with a growing pause. */
async function deliver(world: World, id: string, isAlone = false): Promise<void> {
  const batch = await world.table.get(Batch, { id });
  if (batch?.state !== "sending") return;
  if (batch.handedOverAt !== undefined) {
    // Somebody else hands it over at this moment.
    if (!isAlone && batch.nextTryAt > world.clock.now()) return;
    return recordOutcome(world, id, { kind: "unknown", reason: "outcome-unknown" });
  }
  if (after(batch.claimedAt, GIVEN_UP_AFTER) < world.clock.now()) {
    return recordOutcome(world, id, { kind: "unknown", reason: "unsent-after-20-hours" });
  }
  const mails = await renderedMails(world, batch);
  if (!mails) return recordOutcome(world, id, { kind: "unknown", reason: "bytes-gone" });
  if (!world.mail.remembersKeys && !(await noteHandOver(world, batch))) return;
  try {
    await recordOutcome(world, id, await world.mail.send(id, mails));
  } catch (error) {
    if (!(error instanceof Transient)) throw error;
    await postpone(world, id, error);
  }
}

/** Says before a batch is handed over that it was, for a provider that would send it twice; false when somebody else did. */
async function noteHandOver(world: World, batch: Stored<Batch>): Promise<boolean> {
  const now = world.clock.now();
  const nextTryAt = after(now, CUT_OFF_AFTER);
  try {
    await world.table.write([replace(Batch, batch, { ...batch, handedOverAt: now, nextTryAt })]);
    return true;
  } catch (error) {
    if (error instanceof Lost) return false;
    throw error;
  }
}

/** It was not sent, and is tried again: when the provider says, or after a pause that grows. */
function postpone(world: World, id: string, { retryAfter }: Transient): Promise<void> {
  return untilWritten(async () => {
    const batch = await world.table.get(Batch, { id });
    if (batch?.state !== "sending") return;
    const { handedOverAt: _, ...rest } = batch;
    const pause = retryAfter ?? 30 * 2 ** batch.tries;
    const nextTryAt = after(world.clock.now(), { seconds: Math.min(pause, milliseconds(LONGEST_PAUSE) / 1000) });
    const tries = batch.tries + 1;
    await world.table.write([replace(Batch, batch, { ...rest, tries, nextTryAt })]);
    world.log.info("batch.postponed", { batch: id, tries });
  });
}

async function renderedMails(world: World, batch: Batch): Promise<OutgoingLetter[] | undefined> {
  const found = await world.table.getMany(batch.letters.map((letter) => Rendered.key({ batch: batch.id, letter })));
  const mails: OutgoingLetter[] = [];
  for (const letter of batch.letters) {
    const rendered = found.get(Rendered, { batch: batch.id, letter });
    const text = rendered && unseal(world, rendered.sealed, `${batch.id}/${letter}`);
    if (text === undefined) return undefined;
    // Our own bytes: sealed by claimBatch, and the seal was checked.
    const mail: OutgoingLetter = JSON.parse(text);
    mails.push(mail);
  }
  return mails;
}

/** Writes what the provider said onto the batch and each of its letters, and deletes the rendered bytes. */
function recordOutcome(world: World, id: string, outcome: BatchOutcome): Promise<void> {
  return untilWritten(async () => {
    const batch = await world.table.get(Batch, { id });
    if (batch?.state !== "sending") return;
    const found = await world.table.getMany(
      batch.letters.flatMap((letter) => [Letter.key({ id: letter }), Rendered.key({ batch: id, letter })]),
    );
    const settledAt = world.clock.now();
    const writes = batch.letters.flatMap((letterId, index) => {
      const letter = found.get(Letter, { id: letterId });
      const rendered = found.get(Rendered, { batch: id, letter: letterId });
      const fate = fateOf(outcome, index);
      // A webhook may have come before this record: what it said stands.
      const state = letter?.state === "batched" ? fate.state : (letter?.state ?? fate.state);
      return [
        ...(letter ? [replace(Letter, letter, { ...letter, ...fate, state, settledAt })] : []),
        ...(rendered ? [remove(Rendered, rendered)] : []),
      ];
    });
    const end =
      outcome.kind === "accepted"
        ? { state: "accepted" as const }
        : { state: "failed" as const, reason: outcome.reason };
    await world.table.write([replace(Batch, batch, { ...batch, ...end }), ...writes]);
  });
}

type Fate = { state: "sent"; mail: string } | { state: "failed"; reason: string };

function fateOf(outcome: BatchOutcome, index: number): Fate {
  if (outcome.kind === "unknown") return { state: "failed", reason: outcome.reason };
  const letter = outcome.letters[index];
  if (!letter) return { state: "failed", reason: "not-in-the-answer" };
  return "id" in letter ? { state: "sent", mail: letter.id } : { state: "failed", reason: letter.refused };
}
