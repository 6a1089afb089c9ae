import { once } from "node:events";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { type Documents, TableReading, TextReading, Transient } from "@quorate/core/kit";
import { type Task, Written } from "@quorate/functions/documents";
import * as v from "valibot";

/** What one document may take; a table of 2,000 people takes a second and a tenth of the memory. */
const MOST_MILLISECONDS = 30_000;
const MOST_MEGABYTES = 256;

/**
 * Reads and writes documents in a worker thread of its own each, one after the other: what one does to its thread ends with it.
 * The thread gets nothing but the document.
 */
export function threadDocuments(): Documents {
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = (task: Task): Promise<unknown> => {
    const done = before.then(() => doneInThread(task));
    before = done.catch(() => undefined);
    return done;
  };
  return {
    async readTable(bytes, sheet) {
      const done = await inTurn({ kind: "read-table", bytes: base64(bytes), ...(sheet && { sheet }) });
      return done === undefined ? tooLarge : v.parse(TableReading, done);
    },
    async readText(bytes) {
      const done = await inTurn({ kind: "read-text", bytes: base64(bytes) });
      return done === undefined ? tooLarge : v.parse(TextReading, done);
    },
    async writeText(document, format) {
      const done = await inTurn({ kind: "write-text", document, format });
      if (done === undefined) throw new Transient("a document took more than one may take");
      return Buffer.from(v.parse(Written, done).bytes, "base64");
    },
  };
}

const tooLarge = { kind: "unreadable", why: "large" } as const;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

/** What the thread made of it; undefined when that took more than one document may take. */
async function doneInThread(workerData: Task): Promise<unknown> {
  const worker = new Worker(workerPath(), {
    ...{ workerData, env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } },
  });
  const timer = setTimeout(() => worker.terminate(), MOST_MILLISECONDS);
  try {
    const ended = once(worker, "exit").then(() => [undefined]);
    const [message]: unknown[] = await Promise.race([once(worker, "message"), ended]);
    return message;
  } catch (error) {
    if (isOutOfMemory(error)) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

/** The thread's source stands beside this one, also where this one is bundled: Node 24 runs TypeScript as it is. */
function workerPath(): string {
  return createRequire(import.meta.url).resolve("@quorate/local/documents/thread");
}
