import type { World } from "@quorate/core/kit";
import { failedLetters } from "@quorate/core/letter";
import { remindOfMandates, sweepHandOvers } from "@quorate/core/offices";
import { sweepPeople } from "@quorate/core/people";
import { executionName, isToBeRenewed, type ProcessKind, type ProcessRow } from "@quorate/core/process";
import type { mailer } from "../mailer.ts";
import { processes } from "../processes.ts";
import { tellUndelivered } from "../webhook.ts";

/**
 * Picks up what a crash left, once a minute: letters and batches, requests and imports, executions that were never started,
 * signals that nobody raised, and processes that failed where no Catch could see it. None of that is needed when nothing
 * failed. What nobody opens, begins here. Everything may be done again.
 */
export async function sweep(world: World, letters: ReturnType<typeof mailer>): Promise<void> {
  await each(world, "sweep.outbox", () => letters.sweep());
  await each(world, "sweep.failed", () => sweepFailed(world));
  await each(world, "sweep.people", () => sweepPeople(world));
  await each(world, "sweep.offices", () => remindOfMandates(world));
  await each(world, "sweep.hand-overs", () => sweepHandOvers(world));
  for (const kind of processes) {
    await each(world, "sweep.begin", async () => kind.beginDue?.(world));
    for (const row of await kind.findOpen(world.table)) {
      await each(world, "sweep.tend", async () => kind.tend?.(world, row.id));
      await each(world, "sweep.renew", async () => {
        if (isToBeRenewed(row, world.clock.now())) await kind.renew?.(world, row.id);
      });
      await each(world, "sweep.process", () => sweepProcess(world, kind, row));
    }
  }
}

/** Letters that never went out are undelivered, like those that came back (letters 3); the log says how many there are. */
async function sweepFailed(world: World): Promise<void> {
  const failed = await failedLetters(world.table);
  for (const letter of failed) await each(world, "sweep.undelivered", () => tellUndelivered(world, letter));
  if (failed.length > 0) world.log.info("letters.failed", { count: failed.length });
}

async function sweepProcess(world: World, kind: ProcessKind, row: ProcessRow): Promise<void> {
  if (row.state !== "running") return;
  const { network, id: process, execution } = row;
  const name = executionName(row);
  const status = await world.processes.status(kind.name, name);
  switch (status) {
    case undefined:
      return world.processes.start(kind.name, name, { network, process });
    case "failed":
    case "ended":
      return kind.park(world, process, { state: "execution", fault: `execution-${status}`, execution });
    case "running":
      return kind.signalIfDue(world, process);
  }
}

/** One fault does not keep the rest from being swept. */
async function each(world: World, event: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (fault) {
    world.log.error(event, fault);
  }
}
