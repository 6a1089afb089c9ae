import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { median } from "./figures.ts";
import { residentMegabytes } from "./memory.ts";
import type { Row } from "./row.ts";

/** The built bench stands in the cache of node_modules; `run.mjs` builds and runs every command. */
const runner = join(dirname(fileURLToPath(import.meta.url)), "../../../packages/local/run.mjs");

const RUNS = 3;
const MOST_SECONDS = 3;
const MOST_MEGABYTES = 300;
const SECONDS_TO_IDLE = 5;

/** Starts a machine in an empty folder some times: how soon its first page is there, and what it holds when idle. */
export async function startUp(): Promise<Row[]> {
  const runs: { seconds: number; megabytes: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await startOnce());
  const seconds = median(runs.map((run) => run.seconds));
  const megabytes = median(runs.map((run) => run.megabytes));
  const all = (figures: string[]) => `${figures.join(", ")} in ${RUNS} runs`;
  return [
    {
      what: "npm start to the first page",
      target: `under ${MOST_SECONDS} s`,
      measured: `${seconds.toFixed(2)} s (${all(runs.map((run) => run.seconds.toFixed(2)))})`,
      isMet: seconds < MOST_SECONDS,
    },
    {
      what: `Memory of all its processes, idle after ${SECONDS_TO_IDLE} s`,
      target: `under ${MOST_MEGABYTES} MB`,
      measured: `${megabytes.toFixed(0)} MB (${all(runs.map((run) => run.megabytes.toFixed(0)))})`,
      isMet: megabytes < MOST_MEGABYTES,
    },
  ];
}

async function startOnce(): Promise<{ seconds: number; megabytes: number }> {
  const dataPath = await mkdtemp(join(tmpdir(), "quorate-bench-"));
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: "0", QUORATE_DATA: dataPath };
  const start = performance.now();
  const machine = spawn(process.execPath, [runner, "start"], { env, stdio: ["ignore", "pipe", "inherit"] });
  try {
    await firstPage(await announcedUrl(machine));
    const seconds = (performance.now() - start) / 1000;
    await pause(SECONDS_TO_IDLE * 1000);
    return { seconds, megabytes: await residentMegabytes(machine.pid ?? 0) };
  } finally {
    await end(machine);
    await rm(dataPath, { recursive: true, force: true });
  }
}

async function announcedUrl(machine: ChildProcess): Promise<string> {
  if (!machine.stdout) throw new Error("the machine's words are not heard");
  const lines = createInterface({ input: machine.stdout });
  for await (const line of lines) {
    const url = /^Quorate runs at (\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error("the machine ended before it was there");
}

async function firstPage(url: string): Promise<void> {
  for (;;) {
    const page = await fetch(url);
    await page.text();
    if (page.status === 200) return;
    if (page.status !== 503) throw new Error(`the first page was answered with ${page.status}`);
    await pause(10);
  }
}

async function end(machine: ChildProcess): Promise<void> {
  if (machine.exitCode !== null || machine.signalCode !== null) return;
  const exit = once(machine, "exit");
  machine.kill("SIGTERM");
  await exit;
}
