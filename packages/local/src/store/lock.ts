import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import { startOf } from "./running.ts";

const Holder = v.object({ pid: v.number(), startedAt: v.optional(v.string()) });

const SQLITE_BUSY = 5;

/** A lock is let go when its database object is collected as garbage: held here, it lives as long as the process. */
const held = new Set<DatabaseSync>();

/** The data folder belongs to another process that is still running. */
export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
}

/**
 * Makes the data folder this process's own and returns the function that lets it go. Throws `FolderInUse` while another
 * holds it. A holder that is dead, however it died, holds nothing: the lock is one of the operating system's, on a
 * SQLite file, so there is no stale one to judge and two that start at once cannot both take it. The file beside it only
 * tells who holds the folder. Nothing else in this process may open `lock.sqlite`: POSIX drops a process's lock when it
 * closes any handle of that file.
 */
export function lockFolder(dataPath: string): () => void {
  mkdirSync(dataPath, { recursive: true });
  const holderPath = join(dataPath, "lock.json");
  const database = new DatabaseSync(join(dataPath, "lock.sqlite"), { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new FolderInUse(
      `The data folder ${dataPath} is in use by another Quorate${holderIn(holderPath)}. ` +
        `Stop that one first, or start this one with another data folder.`,
    );
  }
  writeFileSync(holderPath, JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) }));
  held.add(database);
  return () => {
    if (held.delete(database)) database.close();
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
}

/** Names the holder, if what the file says is true of a running process. */
function holderIn(path: string): string {
  try {
    const holder = v.parse(Holder, JSON.parse(readFileSync(path, "utf8")));
    return startOf(holder.pid) === holder.startedAt ? ` (process ${holder.pid})` : "";
  } catch {
    // The holder may be about to write it: that it holds the folder is known all the same.
    return "";
  }
}
