import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { buildCommand } from "@quorate/local/build";
import { afterEach, beforeAll } from "vitest";

let commands: { start: string; player: string };
const running = new Set<ChildProcess>();
const folders: string[] = [];

/** For the test file that calls it: the commands are built before its tests, and what they started is ended after each. */
export function useCommands(): void {
  beforeAll(async () => {
    const [start, player] = await Promise.all([buildCommand("start"), buildCommand("player")]);
    commands = { start, player };
  });

  afterEach(async () => {
    for (const child of running) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
}

function run(file: string, words: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [file, ...words], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/** Where a machine of its own keeps everything, and its address. */
export async function place(): Promise<{ url: string; env: Record<string, string> }> {
  const folder = mkdtempSync(join(tmpdir(), "quorate-command-"));
  folders.push(folder);
  const port = String(await freePort());
  return { url: `http://127.0.0.1:${port}`, env: { PORT: port, QUORATE_DATA: folder } };
}

/** Plays a story on a machine; `said` grows as it goes on, `exit` is the player's code. */
export function play(url: string, setUpUrl: string, story: string): { said: string[]; exit: Promise<number | null> } {
  const player = run(commands.player, [url, setUpUrl, story], {});
  const said: string[] = [];
  player.stdout?.on("data", (chunk) => said.push(String(chunk)));
  player.stderr?.on("data", (chunk) => said.push(String(chunk)));
  return { said, exit: once(player, "exit").then(([code]) => code) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Starts the machine on its folder, until it is there: the first start prints a set-up link, later ones need not. */
export async function start(
  env: Record<string, string>,
  isFirst = false,
): Promise<{ machine: ChildProcess; setUpUrl: string }> {
  const machine = run(commands.start, ["--moving-clock"], env);
  if (!machine.stdout || !machine.stderr) throw new Error("no output");
  const errors: string[] = [];
  machine.stderr.on("data", (chunk) => errors.push(String(chunk)));
  for await (const line of createInterface({ input: machine.stdout })) {
    const setUpUrl = /^http\S+\/set-up\/\S+$/.exec(line)?.[0];
    if (setUpUrl || (!isFirst && line.startsWith("Letters are at"))) return { machine, setUpUrl: setUpUrl ?? "" };
  }
  throw new Error(`the machine did not start: ${errors.join("")}`);
}
