import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findDynoxide, packagedDynoxide } from "./binary.ts";
import { endOrphan, forgetStore, noteStore } from "./last-run.ts";
import { indexStreamOrder } from "./stream-order.ts";

const HOST = "127.0.0.1";
/** A store that has not answered by then (in steps of 10 ms) will not. */
const STEPS_TO_ANSWER = 1500;
/** One that has not ended by then when asked to, is killed. */
const MILLISECONDS_TO_END = 5000;

export type StoreExit = { code: number | null; signal: NodeJS.Signals | null };

export type StoreOptions = {
  /** The folder that keeps the table; lock it first (`lockFolder`). */
  dataPath: string;
  /** The address of a DynamoDB that runs already (`QUORATE_DYNAMODB_ENDPOINT`): then none is started. */
  endpoint?: string | undefined;
  /** The port on 127.0.0.1; by default a free one. */
  port?: number | undefined;
  /** Where to look for `dynoxide` when the npm package is not there: the value of PATH. */
  searchPath?: string | undefined;
  /** Called when the store ends and nobody asked it to: nothing can be kept any more. */
  onExit?: ((exit: StoreExit) => void) | undefined;
};

/** A running DynamoDB. `pid` is there when it was started here. */
export type Store = { endpoint: string; pid: number | undefined; close(): Promise<void> };

/**
 * Starts the embedded DynamoDB on the data folder and waits until it answers; a store that a killed run left behind is
 * ended first. Throws `StoreMissing` when there is no program to start.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.endpoint) return { endpoint: options.endpoint, pid: undefined, close: async () => {} };
  const program = findDynoxide({ packaged: packagedDynoxide(), searchPath: options.searchPath });
  const dataPath = resolve(options.dataPath);
  mkdirSync(dataPath, { recursive: true });
  const databasePath = join(dataPath, "table.sqlite");
  const notePath = join(dataPath, "store.json");
  const logPath = join(dataPath, "store.log");
  await endOrphan(notePath, databasePath);

  const port = options.port ?? (await freePort());
  const endpoint = `http://${HOST}:${port}`;
  const child = start(program, ["--host", HOST, "--port", String(port), "--db-path", databasePath], logPath);
  const ended = once(child, "exit");
  // A program that cannot be started ends with "error" and no exit: seen where it is awaited, here only not thrown.
  ended.catch(() => {});
  const killWithUs = () => child.kill("SIGKILL");
  process.once("exit", killWithUs);
  if (child.pid !== undefined) noteStore(notePath, child.pid, databasePath);

  let isClosing = false;
  const close = async () => {
    isClosing = true;
    await end(child, ended);
    process.off("exit", killWithUs);
    forgetStore(notePath);
  };
  try {
    await untilItAnswers(child, ended, endpoint, logPath);
    indexStreamOrder(databasePath);
  } catch (error) {
    if (child.pid !== undefined) await close();
    throw error;
  }
  const tell = () => {
    if (!isClosing) options.onExit?.({ code: child.exitCode, signal: child.signalCode });
  };
  if (hasEnded(child)) tell();
  else child.once("exit", tell);
  return { endpoint, pid: child.pid, close };
}

/** Its words go to a file, for a pipe would break with us and take the store along in the middle of a line. */
function start(program: string, words: string[], logPath: string): ChildProcess {
  const log = openSync(logPath, "w");
  // Detached, Ctrl-C in a terminal does not reach it: it ends after those who use it, when it is told to.
  const child = spawn(program, words, { stdio: ["ignore", log, log], detached: true });
  closeSync(log);
  child.unref();
  return child;
}

async function untilItAnswers(child: ChildProcess, ended: Promise<unknown>, endpoint: string, logPath: string) {
  const failed = ended.then(() => {
    throw new Error(`The store ended before it answered: ${said(logPath)}`);
  });
  failed.catch(() => {});
  for (let step = 0; step < STEPS_TO_ANSWER; step += 1) {
    // What answers on the port must be this one, and not another that had it before.
    if (said(logPath).includes("listening") && (await answers(endpoint)) && !hasEnded(child)) return;
    await Promise.race([failed, pause(10)]);
  }
  throw new Error(`The store does not answer at ${endpoint}: ${said(logPath)}`);
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    const answer = await fetch(endpoint);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (hasEnded(child)) return;
  child.kill("SIGTERM");
  const impatience = setTimeout(() => child.kill("SIGKILL"), MILLISECONDS_TO_END);
  await ended;
  clearTimeout(impatience);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function said(logPath: string): string {
  return readFileSync(logPath, "utf8").trim();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("a listening server has no port");
  return address.port;
}
