import * as v from "valibot";
import {
  canonical,
  create,
  defineRecord,
  Instant,
  listAll,
  type Stored,
  sha256,
  type Table,
  type Write,
} from "../kit/index.ts";

/** The last entry of a process's journal, kept on the process's row: whoever writes the row writes the next entry. */
export const JournalHead = v.object({ seq: v.number(), hash: v.string() });
export type JournalHead = v.InferOutput<typeof JournalHead>;

export const emptyJournal: JournalHead = { seq: 0, hash: "0".repeat(64) };

/** One transition (votes R17): ids, words, figures and hashes, never names, addresses, choices or free text. */
export const JournalEntry = defineRecord({
  kind: "journal-entry",
  schema: v.object({
    process: v.string(),
    seq: v.number(),
    at: Instant,
    /** The member who acted, or `quorate` for what the machine does by itself. */
    actor: v.string(),
    act: v.string(),
    facts: v.record(v.string(), v.union([v.string(), v.number(), v.record(v.string(), v.number())])),
    previous: v.string(),
    hash: v.string(),
  }),
  key: ({ process, seq }: { process: string; seq: number }) => ({
    pk: `journal#${process}`,
    sk: String(seq).padStart(8, "0"),
  }),
});
export type JournalEntry = v.InferOutput<typeof JournalEntry.schema>;

type Transition = Pick<JournalEntry, "process" | "at" | "actor" | "act"> & { facts?: JournalEntry["facts"] };

/** The hash of an entry: `previous ‖ canonical(entry)`. */
function entryHash({ hash: _, previous, ...entry }: JournalEntry): string {
  return sha256(previous + canonical(entry));
}

/** The next entry after `head`, to be written in one transaction with the row that keeps the new head. */
export function appendEntry(head: JournalHead, transition: Transition): { head: JournalHead; write: Write } {
  const unhashed = { facts: {}, ...transition, seq: head.seq + 1, previous: head.hash, hash: "" };
  const entry = { ...unhashed, hash: entryHash(unhashed) };
  return { head: { seq: entry.seq, hash: entry.hash }, write: create(JournalEntry, entry) };
}

export async function readJournal(table: Table, process: string): Promise<Stored<JournalEntry>[]> {
  return listAll(table, JournalEntry, `journal#${process}`);
}

/** Whether the entries are the whole chain up to `head`: the number of the first broken entry, or undefined when none is. */
export function firstBroken(entries: readonly JournalEntry[], head: JournalHead): number | undefined {
  let last = emptyJournal;
  for (const stored of entries) {
    const { process, seq, at, actor, act, facts, previous, hash } = stored;
    const entry = { process, seq, at, actor, act, facts, previous, hash };
    if (seq !== last.seq + 1 || previous !== last.hash || hash !== entryHash(entry)) return last.seq + 1;
    last = { seq, hash };
  }
  return last.seq === head.seq && last.hash === head.hash ? undefined : last.seq + 1;
}

/** The head's hash as people compare it: `c81d 02f4 7e95 b3aa`. */
export function readableHash(hash: string): string {
  return (hash.slice(0, 16).match(/.{4}/g) ?? []).join(" ");
}
