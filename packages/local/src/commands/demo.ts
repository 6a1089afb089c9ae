import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The built commands stand in the cache of node_modules; `run.mjs` builds and runs them. */
const runner = join(dirname(fileURLToPath(import.meta.url)), "../../../packages/local/run.mjs");

function run(
  command: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  stdout: "pipe" | "inherit",
): ChildProcess {
  return spawn(process.execPath, [runner, command, ...words], { env, stdio: ["ignore", stdout, "inherit"] });
}

/** The address and the set-up link that a machine prints when it is there. */
async function announced(machine: ChildProcess): Promise<{ url: string; setUpUrl: string }> {
  if (!machine.stdout) throw new Error("the machine's words are not heard");
  let url: string | undefined;
  for await (const line of createInterface({ input: machine.stdout })) {
    url ??= /^Quorate runs at (\S+)/.exec(line)?.[1];
    const setUpUrl = /^\S+\/set-up\/\S+$/.exec(line)?.[0];
    if (url && setUpUrl) return { url, setUpUrl };
  }
  throw new Error("the machine ended before it was there");
}

/** What is played, by the word after the command. */
const stories = { vlasotince: "The Vlasotince association", officers: "A network of twelve municipalities" };
const isBrief = process.argv.includes("--exit");
const story = process.argv.includes("officers") ? "officers" : "vlasotince";
const dataPath = await mkdtemp(join(tmpdir(), "quorate-demo-"));
const machine = run("start", ["--moving-clock"], { ...process.env, QUORATE_DATA: dataPath }, "pipe");
const end = async (code: number) => {
  if (machine.exitCode === null) {
    machine.kill("SIGTERM");
    await once(machine, "exit");
  }
  await rm(dataPath, { recursive: true, force: true });
  process.exit(code);
};
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end(0));

const { url, setUpUrl } = await announced(machine);
process.stdout.write(`${stories[story]}, at ${url}\n\n`);
const player = run("player", [url, setUpUrl, story], process.env, "inherit");
const [code] = await once(player, "exit");
if (code !== 0 || isBrief) await end(typeof code === "number" ? code : 1);
process.stdout.write(
  `\nThe pages stay up: ${url}/mailbox has every letter and moves the clock. Ctrl-C ends the demo.\n`,
);
