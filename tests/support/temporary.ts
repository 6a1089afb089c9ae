import { statfsSync } from "node:fs";

const MEMORY = "/dev/shm";
const ROOM = 2 ** 30;

/**
 * Where tests put their folders: in memory where there is a gigabyte of it, so that a store's flushes wait for no disk. A
 * killed process leaves there what it would leave on a disk.
 */
export function temporary(): { TMPDIR?: string } {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM ? { TMPDIR: MEMORY } : {};
  } catch {
    return {};
  }
}
