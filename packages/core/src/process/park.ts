import type { World } from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { Member } from "../people/index.ts";
import type { ProcessRow, RowType } from "./row.ts";
import { moveRow } from "./transition.ts";

/**
 * Stops a process that runs, and tells its coordinator once for each stop (`<kind>.parked`). `execution`: only if this one is
 * still the last, so that one that has been resumed meanwhile runs on.
 */
export async function parkRow<Row extends ProcessRow>(
  world: World,
  type: RowType<Row>,
  id: string,
  why: { state: string; fault: string; execution?: number },
): Promise<void> {
  await moveRow(world, type, id, async (row) => {
    if (row.state !== "running") return undefined;
    if (why.execution !== undefined && why.execution !== row.execution) return undefined;
    const { network, stage, execution } = row;
    const opener = await world.table.get(Member, { network, id: row.opener });
    const letter = opener && {
      ...{ process: id, kind: `${type.kind}.parked`, person: opener.person, member: opener.id },
      ...{ version: String(execution), network },
    };
    return {
      changes: { state: "parked", parked: { state: why.state, fault: why.fault, since: world.clock.now() } },
      act: "parked",
      facts: { stage, fault: why.fault },
      writes: letter ? writeLetter(world, letter) : [],
    };
  });
}
