import type { World } from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { Member } from "../people/index.ts";
import type { ProcessRow, RowType } from "./row.ts";
import { moveRow } from "./transition.ts";

/**
 * Stops a process that runs, and tells its coordinator, or who `toldOf` says has her duties, once for each stop (`<kind>.parked`).
 * `execution`: only if this one is still the last, so that one that has been resumed meanwhile runs on.
 */
export async function parkRow<Row extends ProcessRow>(
  world: World,
  type: RowType<Row>,
  id: string,
  why: { state: string; fault: string; execution?: number },
  toldOf: (row: Row) => Promise<readonly string[]> = async ({ opener }) => [opener],
): Promise<void> {
  await moveRow(world, type, id, async (row) => {
    if (row.state !== "running") return undefined;
    if (why.execution !== undefined && why.execution !== row.execution) return undefined;
    const { network, stage, execution } = row;
    const told = await Promise.all((await toldOf(row)).map((id) => world.table.get(Member, { network, id })));
    const letters = told.flatMap((member) =>
      member
        ? writeLetter(world, {
            ...{ process: id, kind: `${type.kind}.parked`, person: member.person, member: member.id },
            ...{ version: String(execution), network },
          })
        : [],
    );
    return {
      changes: { state: "parked", parked: { state: why.state, fault: why.fault, since: world.clock.now() } },
      act: "parked",
      facts: { stage, fault: why.fault },
      writes: letters,
    };
  });
}
