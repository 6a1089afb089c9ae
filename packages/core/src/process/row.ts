import * as v from "valibot";
import { JournalHead } from "../journal/index.ts";
import { Instant, type RecordType } from "../kit/index.ts";

/** Why a process has stopped. `fault` is the error's name, or the word of the step whose time ran out. */
export const Parked = v.object({ state: v.string(), fault: v.string(), since: Instant });
export type Parked = v.InferOutput<typeof Parked>;

/** What the row of every process holds, whatever else is on it. */
export const processRow = {
  id: v.string(),
  network: v.string(),
  title: v.string(),
  zone: v.string(),
  /** The coordinator who opened it. */
  opener: v.string(),
  state: v.picklist(["running", "parked", "ended"]),
  /** The step of `process.ts` at which `Resume` takes it up again. */
  stage: v.string(),
  /** The number of the execution that runs or ran last: `<id>-<n>`. */
  execution: v.number(),
  /** Not before this moment the present execution began; from the opening on where it is not given. */
  executionSince: v.optional(Instant),
  /** An older execution that the present one has taken over from, and that is still to be stopped. */
  outdated: v.optional(v.number()),
  parked: v.optional(Parked),
  openedAt: Instant,
  journal: JournalHead,
};
const ProcessRow = v.object(processRow);
export type ProcessRow = v.InferOutput<typeof ProcessRow>;

/** A kind of process, by the record type of its rows; the record's kind names its state machine and its letters. */
export type RowType<Row extends ProcessRow> = RecordType<Row, { id: string }>;

/** The partition of the `open` index under which the sweep finds the processes of a kind that have not ended. */
export function openIndex(kind: string, { id, state }: Pick<ProcessRow, "id" | "state">) {
  return state === "ended" ? {} : { open: { pk: openPartition(kind), sk: id } };
}

export function openPartition(kind: string): string {
  return `processes#${kind}`;
}

export function executionName({ id, execution }: Pick<ProcessRow, "id" | "execution">): string {
  return `${id}-${execution}`;
}
