import { existsSync, readFileSync } from "node:fs";

/** Whether this system tells what its processes are (Linux does). */
export function canTellProcesses(): boolean {
  return existsSync("/proc/self/stat");
}

/** When the process started, in ticks since the machine did: with the pid it names one process, for pids come again. */
export function startOf(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The second field is the program's name in brackets and may hold spaces and brackets of its own: proc_pid_stat(5), field 22.
  return stat
    ?.slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .at(19);
}

/** The words the process was started with; none once it has ended, even while nobody has collected it. */
export function commandOf(pid: number): string[] {
  return (read(`/proc/${pid}/cmdline`) ?? "").split("\0").filter((word) => word !== "");
}

/** Whether any process has this pid, ours or another's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
