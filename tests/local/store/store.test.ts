import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import {
  FolderInUse,
  findDynoxide,
  lockFolder,
  openScratchStore,
  openStore,
  type Store,
  type StoreExit,
  StoreMissing,
} from "@quorate/local/store";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let folder: string;
const closers: (() => unknown)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quorate-test-"));
});

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(options: { port?: number; onExit?: (exit: StoreExit) => void } = {}): Promise<Store> {
  const store = await openStore({ dataPath: folder, ...options });
  closers.push(store.close);
  return store;
}

function clientOf(endpoint: string): DynamoDBClient {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint, region: "eu-central-1", credentials });
  closers.push(() => client.destroy());
  return client;
}

async function keepMinutes(endpoint: string): Promise<void> {
  const client = clientOf(endpoint);
  await client.send(
    new CreateTableCommand({
      TableName: "minutes",
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
    }),
  );
  await client.send(new PutItemCommand({ TableName: "minutes", Item: { id: { S: "2026-1" }, present: { N: "18" } } }));
}

async function presentIn(endpoint: string): Promise<string | undefined> {
  const { Item } = await clientOf(endpoint).send(
    new GetItemCommand({ TableName: "minutes", Key: { id: { S: "2026-1" } }, ConsistentRead: true }),
  );
  return Item?.present?.N;
}

/** Starts a runtime of its own on the folder; `kill` ends it as a crash would. */
async function startRuntime() {
  const child = spawn(process.execPath, [join(import.meta.dirname, "runtime-process.ts"), folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const [line] = await Promise.race([
    once(child.stdout, "data"),
    exited.then(() => Promise.reject(new Error("the runtime ended before it said anything"))),
  ]);
  const store = v.parse(v.object({ endpoint: v.string(), pid: v.number() }), JSON.parse(String(line)));
  const kill = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  closers.push(async () => {
    await kill();
    if (commandOf(store.pid).includes(folder)) process.kill(store.pid, "SIGKILL");
  });
  return { ...store, runtimePid: child.pid, kill };
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

describe("the store of one machine", () => {
  it("keeps what it has acknowledged when it is killed", async () => {
    const { promise: exit, resolve: onExit } = Promise.withResolvers<StoreExit>();
    const store = await open({ onExit });
    await keepMinutes(store.endpoint);
    process.kill(store.pid ?? Number.NaN, "SIGKILL");
    expect(await exit).toEqual({ code: null, signal: "SIGKILL" });
    const again = await open();
    expect(await presentIn(again.endpoint)).toBe("18");
  });

  it("keeps everything over a stop and a start, and a stop is not reported as an accident", async () => {
    const accidents: StoreExit[] = [];
    const store = await open({ onExit: (exit) => accidents.push(exit) });
    await keepMinutes(store.endpoint);
    await store.close();
    expect(commandOf(store.pid ?? Number.NaN)).toBe("");
    expect(accidents).toEqual([]);
    const again = await open();
    expect(await presentIn(again.endpoint)).toBe("18");
  });

  it("finds the end of its stream by an index, for it looks there before each record", async () => {
    await open();
    const file = new DatabaseSync(join(folder, "table.sqlite"), { readOnly: true });
    closers.push(() => file.close());
    // As dynoxide asks it.
    const newest = "SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = ?";
    const [plan] = file.prepare(`EXPLAIN QUERY PLAN ${newest}`).all("minutes");
    expect(String(plan?.detail)).toContain("USING COVERING INDEX quorate_stream_order");
  });

  it("ends the store that a killed run left behind, and goes on with its data", async () => {
    const lastRun = await startRuntime();
    await keepMinutes(lastRun.endpoint);
    await lastRun.kill();
    expect(commandOf(lastRun.pid)).toContain("dynoxide");
    const store = await open();
    expect(commandOf(lastRun.pid)).toBe("");
    expect(store.pid).not.toBe(lastRun.pid);
    expect(await presentIn(store.endpoint)).toBe("18");
  });

  it("leaves alone a process that only has the pid of the last run's store", async () => {
    const other = await openScratchStore();
    closers.push(other.close);
    writeFileSync(
      join(folder, "store.json"),
      JSON.stringify({ pid: other.pid, startedAt: "1", databasePath: join(folder, "table.sqlite") }),
    );
    await open();
    expect((await fetch(other.endpoint)).ok).toBe(true);
  });

  it("says so when its port is taken", async () => {
    const first = await open();
    const other = mkdtempSync(join(tmpdir(), "quorate-test-"));
    closers.push(() => rmSync(other, { recursive: true, force: true }));
    const port = Number(new URL(first.endpoint).port);
    await expect(openStore({ dataPath: other, port })).rejects.toThrow(`port ${port} is already in use`);
  });

  it("starts none where a DynamoDB runs already", async () => {
    const running = await openScratchStore();
    closers.push(running.close);
    const store = await openStore({ dataPath: join(folder, "unused"), endpoint: running.endpoint });
    expect(store).toMatchObject({ endpoint: running.endpoint, pid: undefined });
    await store.close();
    expect((await fetch(running.endpoint)).ok).toBe(true);
  });
});

describe("the program that keeps the store", () => {
  it("is looked for on the PATH where the package is not installed", () => {
    const program = join(folder, "dynoxide");
    writeFileSync(program, "#!/bin/sh\n", { mode: 0o755 });
    expect(findDynoxide({ searchPath: `/nowhere:${folder}` })).toBe(program);
  });

  it("when there is none, the message says what to do", () => {
    const search = () => findDynoxide({ packaged: join(folder, "dynoxide"), searchPath: folder });
    expect(search).toThrow(StoreMissing);
    expect(search).toThrow(/npm ci[\s\S]*dynoxide on the PATH[\s\S]*QUORATE_DYNAMODB_ENDPOINT=/);
  });
});

describe("the lock of a data folder", () => {
  it("refuses a second runtime and names the first", async () => {
    const first = await startRuntime();
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    expect(() => lockFolder(folder)).toThrow(`process ${first.runtimePid}`);
  });

  it("refuses a second holder within one process", () => {
    closers.push(lockFolder(folder));
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
  });

  it("is free again once let go", () => {
    lockFolder(folder)();
    closers.push(lockFolder(folder));
  });

  it("is taken over from a holder that was killed, while its store still runs", async () => {
    const killed = await startRuntime();
    await killed.kill();
    closers.push(lockFolder(folder));
    await open();
  });

  it("is taken over when another process has come by the holder's pid", () => {
    writeFileSync(join(folder, "lock.json"), JSON.stringify({ pid: process.ppid, startedAt: "1" }));
    closers.push(lockFolder(folder));
  });
});
