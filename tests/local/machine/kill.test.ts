import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { buildCommand } from "@quorate/local/build";
import * as v from "valibot";
import { afterEach, beforeAll, expect, it } from "vitest";

/** Moments of the story at which the machine is killed, drawn from this seed. */
const SEED = 20;
const KILLS = 20;

const Letters = v.array(
  v.object({ to: v.string(), subject: v.string(), tags: v.array(v.object({ name: v.string(), value: v.string() })) }),
);

let commands: { start: string; player: string };
const running = new Set<ChildProcess>();
const folders: string[] = [];

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

function run(file: string, words: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [file, ...words], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
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
async function start(
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

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

it("killed at twenty moments of the story and started again, the election ends with the same figures, no letter twice", async () => {
  const folder = mkdtempSync(join(tmpdir(), "quorate-kill-"));
  folders.push(folder);
  const port = String(await freePort());
  const env = { PORT: port, QUORATE_DATA: folder };
  const url = `http://127.0.0.1:${port}`;
  const chance = seeded(SEED);

  let { machine, setUpUrl } = await start(env, true);
  const player = run(commands.player, [url, setUpUrl], {});
  const said: string[] = [];
  player.stdout?.on("data", (chunk) => said.push(String(chunk)));
  player.stderr?.on("data", (chunk) => said.push(String(chunk)));
  let code: number | null | undefined;
  player.once("exit", (exit) => {
    code = exit;
  });

  let kills = 0;
  while (code === undefined && kills < KILLS) {
    await pause(100 + chance() * 1100);
    if (code !== undefined) break;
    machine.kill("SIGKILL");
    await once(machine, "exit");
    kills += 1;
    ({ machine } = await start(env));
  }
  if (code === undefined) await once(player, "exit");
  expect(code, said.join("")).toBe(0);
  expect(kills).toBe(KILLS);
  const story = said.join("");
  expect(story).toMatch(/25\sод\s27/);

  const letters = await lettersOnce(url, (all) => all.filter(isResult).length >= 27);
  const ids = letters.map((letter) => letter.tags.find((tag) => tag.name === "letter")?.value ?? "none");
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  const told = letters.filter(isResult).map((letter) => letter.to);
  expect(told).toHaveLength(27);
  expect(new Set(told).size).toBe(27);
}, 240_000);

const isResult = ({ subject }: { subject: string }) => subject.endsWith("резултат је проглашен");

/** The letters in the sink, once they are what they should come to; as they are when that takes too long. */
async function lettersOnce(url: string, isAll: (letters: v.InferOutput<typeof Letters>) => boolean) {
  for (let tries = 0; ; tries += 1) {
    const letters = v.parse(Letters, await (await fetch(`${url}/mailbox/letters.json`)).json());
    if (isAll(letters) || tries > 600) return letters;
    await pause(50);
  }
}
