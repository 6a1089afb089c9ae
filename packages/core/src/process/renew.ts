import { after, type Instant, replace, type Span, untilWritten, type World } from "../kit/index.ts";
import { executionName, type ProcessRow, type RowType } from "./row.ts";
import { moveRow, readRow } from "./transition.ts";

/** Step Functions ends an execution after a year: a process that takes longer goes on in another one before that. */
const AN_EXECUTION: Span = { days: 300 };

/** Whether the execution of a process is so old that another one has to take over, or one that was taken over from still runs. */
export function isToBeRenewed(row: ProcessRow, now: Instant): boolean {
  return row.outdated !== undefined || isOld(row, now);
}

function isOld({ state, openedAt, executionSince }: ProcessRow, now: Instant): boolean {
  return state === "running" && after(executionSince ?? openedAt, AN_EXECUTION) <= now;
}

/**
 * The next execution takes a process over before its present one is a year old: it begins with `Resume`, as after a failure, and
 * the one before it is stopped. Cut off anywhere and done again, it has the same effect.
 */
export async function renewRow<Row extends ProcessRow>(world: World, type: RowType<Row>, id: string): Promise<void> {
  const now = world.clock.now();
  const { outdated } = await moveRow(world, type, id, async (row) => {
    if (row.outdated !== undefined || !isOld(row, now)) return undefined;
    const { execution } = row;
    return {
      changes: { execution: execution + 1, executionSince: now, outdated: execution },
      act: "execution.renewed",
      facts: { stage: row.stage, execution: execution + 1 },
    };
  });
  if (outdated === undefined) return;
  await world.processes.stop(type.kind, executionName({ id, execution: outdated }));
  await untilWritten(async () => {
    const row = await readRow(world, type, id);
    if (row.outdated !== outdated) return;
    await world.table.write([replace(type, row, { ...row, outdated: undefined })]);
  });
}
