import { readdir, readFile } from "node:fs/promises";

type Running = { pid: number; parent: number; kilobytes: number };

/** What a process and all that it started hold in memory together: `VmRSS` of Linux (proc_pid_status(5)), in MB of 10⁶ bytes. */
export async function residentMegabytes(pid: number): Promise<number> {
  const running = (await Promise.all((await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(read))).flat();
  const family = new Set([pid]);
  // A child may stand before its parent: until a whole look finds nobody new.
  for (let known = 0; known < family.size; ) {
    known = family.size;
    for (const one of running) if (family.has(one.parent)) family.add(one.pid);
  }
  const kilobytes = running.filter((one) => family.has(one.pid)).reduce((sum, one) => sum + one.kilobytes, 0);
  if (kilobytes === 0) throw new Error(`process ${pid} does not run`);
  return (kilobytes * 1024) / 1e6;
}

async function read(name: string): Promise<Running[]> {
  const status = await readFile(`/proc/${name}/status`, "utf8").catch(() => "");
  const number = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
  return [{ pid: Number(name), parent: number("PPid"), kilobytes: number("VmRSS") }];
}
