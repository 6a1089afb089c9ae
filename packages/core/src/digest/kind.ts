import { appendEntry, emptyJournal } from "../journal/index.ts";
import { create, Lost, type World } from "../kit/index.ts";
import { endRow, type ProcessKind, parkRow } from "../process/index.ts";
import { process } from "./process.ts";
import { DigestRun, dueSubscriptions, openRuns } from "./records.ts";
import { tasksOf } from "./tasks.ts";

/** The digest run as its runtime knows it; the digests tell of processes of these kinds. */
export function digestKind(kinds: readonly ProcessKind[]): ProcessKind {
  return {
    name: DigestRun.kind,
    definition: process,
    tasks: tasksOf(kinds),
    findIn: async () => [],
    findOpen: openRuns,
    park: (world, id, why) => parkRow(world, DigestRun, id, why),
    signalIfDue: async () => {},
    beginDue: beginRun,
  };
}

/** Begins a run where somebody's digest is due and none is on its way; one that was parked ends, its people are due still. */
async function beginRun(world: World): Promise<void> {
  const at = world.clock.now();
  const [due] = await dueSubscriptions(world.table, at, 1);
  if (!due) return;
  const open = await openRuns(world.table);
  if (open.some(({ state }) => state === "running")) return;
  for (const { id } of open) await endRow(world, DigestRun, id);
  const id = `dig_${at.replaceAll(/\D/g, "")}`;
  const begun = appendEntry(emptyJournal, { process: id, at, actor: "quorate", act: "begun" });
  const row: DigestRun = {
    ...{ id, network: "", title: "", zone: "UTC", opener: "", state: "running", stage: "digests" },
    ...{ execution: 1, openedAt: at, journal: begun.head },
  };
  try {
    await world.table.write([create(DigestRun, row), begun.write]);
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
  }
}
