import { createHash, createSecretKey, type KeyObject } from "node:crypto";
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import {
  type Documents,
  type Instant,
  type Keys,
  type Log,
  type Mail,
  openTable,
  type Processes,
  type Random,
  tableDefinition,
  type World,
} from "@quorate/core/kit";
import { StandingClock } from "@quorate/local/clock";
import { storeOfFile } from "./store-of-file.ts";

/** The day of the session in Vlasotince, at 10.00 there. */
export const SESSION_DAY = "2026-03-13T09:00:00.000Z";

type LogEntry = {
  level: "info" | "error";
  event: string;
  fault?: unknown;
  fields: Record<string, string | number>;
};

export type TestWorld = {
  world: World;
  clock: StandingClock;
  /** The store of this test file; every world has a table of its own in it. */
  store: { endpoint: string; client: DynamoDBClient; table: string };
  log: LogEntry[];
  /** Everything that is stored, in a steady order: equal before and after means that nothing was written. */
  items(): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
};

export type TestWorldOptions = {
  start?: Instant;
  /** Worlds of the same seed draw the same ids. */
  seed?: string;
  url?: string;
  processes?: Processes;
  mail?: Mail;
  documents?: Documents;
};

let tables = 0;

/**
 * A world with a real table in the embedded store and a clock that stands until it is moved. One store serves a test file
 * and is closed after it; call this as often as a test file has tests. State machines and mail are a fault unless given.
 */
export async function testWorld(options: TestWorldOptions = {}): Promise<TestWorld> {
  const { endpoint } = await storeOfFile();
  tables += 1;
  const name = `test-${tables}`;
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new DynamoDBClient({ endpoint, region: "local", credentials });
  await client.send(new CreateTableCommand(tableDefinition(name)));

  const clock = new StandingClock(options.start ?? SESSION_DAY);
  const random = seededRandom(options.seed ?? name);
  const log: LogEntry[] = [];
  const world: World = {
    table: openTable({ client, name, random }),
    clock,
    random,
    processes: options.processes ?? noProcesses,
    mail: options.mail ?? noMail,
    documents: options.documents ?? noDocuments,
    url: options.url ?? "http://127.0.0.1:3000",
    keys: testKeys,
    log: collecting(log),
  };
  return {
    world,
    clock,
    store: { endpoint, client, table: name },
    log,
    items: () => allItems(client, name),
    close: async () => {
      await client.send(new DeleteTableCommand({ TableName: name }));
      client.destroy();
    },
  };
}

/** Bytes that only look random: SHA-256 over the seed and a counter. */
export function seededRandom(seed: string): Random {
  let count = 0;
  let left = Buffer.alloc(0);
  return {
    bytes(wanted) {
      while (left.length < wanted) {
        count += 1;
        left = Buffer.concat([left, createHash("sha256").update(`${seed}\n${count}`).digest()]);
      }
      const bytes = left.subarray(0, wanted);
      left = left.subarray(wanted);
      return bytes;
    },
  };
}

/** The same three keys in every test. */
const testKeys: Keys = {
  current: (purpose) => ({ kid: "test", key: keyOf(purpose) }),
  find: (purpose, kid) => (kid === "test" ? keyOf(purpose) : undefined),
};

function keyOf(purpose: string): KeyObject {
  return createSecretKey(createHash("sha256").update(`test key: ${purpose}`).digest());
}

function collecting(entries: LogEntry[]): Log {
  return {
    info: (event, fields = {}) => entries.push({ level: "info", event, fields }),
    error: (event, fault, fields = {}) => entries.push({ level: "error", event, fault, fields }),
  };
}

const absent = (what: string) => async (): Promise<never> => {
  throw new Error(`this world has no ${what}: give one to testWorld`);
};

const noProcesses: Processes = {
  start: absent("processes"),
  answer: absent("processes"),
  stop: absent("processes"),
  status: absent("processes"),
};

const noDocuments: Documents = {
  readTable: absent("documents"),
  readText: absent("documents"),
  writeText: absent("documents"),
};

const noMail: Mail = { most: 100, remembersKeys: true, send: absent("mail") };

async function allItems(client: DynamoDBClient, name: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateScan({ client }, { TableName: name, ConsistentRead: true })) {
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
  }
  const place = (item: Record<string, unknown>) => `${item.pk}\n${item.sk}`;
  return items.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}
