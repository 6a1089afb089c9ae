import { appendEntry, type JournalEntry } from "../journal/index.ts";
import { Refusal, replace, type Stored, untilWritten, type World, type Write } from "../kit/index.ts";
import type { ProcessRow, RowType } from "./row.ts";

/** One step of a process: what changes on its row, what the journal says of it, and what is written with it. */
export type Transition<Row extends ProcessRow> = {
  changes: Partial<Row> | Partial<Pick<ProcessRow, "state" | "parked" | "execution" | "executionSince" | "outdated">>;
  /** The process is no longer parked. */
  unparked?: true;
  act: string;
  /** The member who acts; the machine itself if not given. */
  actor?: string;
  facts?: JournalEntry["facts"];
  writes?: Write[];
};

/** Looks at the row as it is; says what follows, or that there is nothing to do (any more). */
export type Decide<Row extends ProcessRow> = (row: Stored<Row>) => Promise<Transition<Row> | undefined>;

/** The row; refuses `not-found`. */
export async function readRow<Row extends ProcessRow>(
  world: World,
  type: RowType<Row>,
  id: string,
): Promise<Stored<Row>> {
  const row = await world.table.get(type, { id });
  if (!row) throw new Refusal("not-found");
  return row;
}

/**
 * Writes the row, the journal's next entry and what belongs to it in one transaction. `decide` is asked again whenever
 * somebody else wrote first.
 */
export function moveRow<Row extends ProcessRow>(
  world: World,
  type: RowType<Row>,
  id: string,
  decide: Decide<Row>,
): Promise<Stored<Row>> {
  return untilWritten(async () => {
    const row = await readRow(world, type, id);
    const step = await decide(row);
    if (!step) return row;
    const { head, write } = appendEntry(row.journal, {
      process: id,
      at: world.clock.now(),
      actor: step.actor ?? "quorate",
      act: step.act,
      ...(step.facts && { facts: step.facts }),
    });
    const next = { ...row, ...step.changes, ...(step.unparked && { parked: undefined }), journal: head };
    await world.table.write([replace(type, row, next), write, ...(step.writes ?? [])]);
    return { ...next, rev: row.rev + 1 };
  });
}

/** Ends a process whose last step is done; nothing when it has ended. The step itself is in the journal already. */
export async function endRow<Row extends ProcessRow>(world: World, type: RowType<Row>, id: string): Promise<void> {
  await untilWritten(async () => {
    const row = await readRow(world, type, id);
    if (row.state !== "ended") await world.table.write([replace(type, row, { ...row, state: "ended" })]);
  });
}
