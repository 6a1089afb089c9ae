import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as v from "valibot";
import { canTellProcesses, commandOf, isAlive, startOf } from "./running.ts";

const StoreProcess = v.object({ pid: v.number(), startedAt: v.optional(v.string()), databasePath: v.string() });

/** Notes which process keeps the table, for the next start to find should this one be killed. */
export function noteStore(notePath: string, pid: number, databasePath: string): void {
  writeFileSync(notePath, JSON.stringify({ pid, startedAt: startOf(pid), databasePath }));
}

export function forgetStore(notePath: string): void {
  rmSync(notePath, { force: true });
}

/**
 * Ends the store that the last run left behind, if it is still there: two on one file would not notice each other. A
 * process is ended only when it is that very one, a dynoxide on this file; SIGKILL loses nothing it has acknowledged.
 */
export async function endOrphan(notePath: string, databasePath: string): Promise<void> {
  const noted = readNote(notePath);
  if (!noted) return;
  if (!canTellProcesses() && isAlive(noted.pid)) {
    throw new Error(
      `A store of the last run may still be running as process ${noted.pid}, and this system does not tell. ` +
        `If that is a dynoxide, end it; then delete ${notePath} and start again.`,
    );
  }
  const isOurs = () => startOf(noted.pid) === noted.startedAt && isStoreOn(databasePath, commandOf(noted.pid));
  if (isOurs()) {
    process.kill(noted.pid, "SIGKILL");
    // Nobody tells of the end of a process that is not a child; the kernel takes a few milliseconds.
    for (let tries = 0; isOurs(); tries += 1) {
      if (tries >= 500) throw new Error(`The store of the last run (process ${noted.pid}) does not end.`);
      await pause(10);
    }
  }
  forgetStore(notePath);
}

function isStoreOn(databasePath: string, [program = "", ...words]: string[]): boolean {
  return basename(program) === "dynoxide" && words[words.indexOf("--db-path") + 1] === databasePath;
}

/** A note cut short by a crash is no note: its process was never waited for, so nothing was ever written through it. */
function readNote(path: string): v.InferOutput<typeof StoreProcess> | undefined {
  try {
    return v.parse(StoreProcess, JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
}
