import { once } from "node:events";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { type Documents, TableReading } from "@quorate/core/kit";
import type { Reading } from "@quorate/functions/documents";
import * as v from "valibot";

/** What one reading may take; a table of 2,000 people takes a second and a tenth of the memory. */
const MOST_MILLISECONDS = 30_000;
const MOST_MEGABYTES = 256;

/**
 * Reads documents in a worker thread of its own each, one after the other: what one does to its thread ends with it. The
 * thread gets nothing but the bytes.
 */
export function threadDocuments(): Documents {
  let before: Promise<unknown> = Promise.resolve();
  return {
    readTable(bytes, sheet) {
      const reading = before.then(() =>
        readInThread({ bytes: Buffer.from(bytes).toString("base64"), ...(sheet && { sheet }) }),
      );
      before = reading.catch(() => undefined);
      return reading;
    },
  };
}

async function readInThread(workerData: Reading): Promise<TableReading> {
  const worker = new Worker(workerPath(), {
    ...{ workerData, env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } },
  });
  const timer = setTimeout(() => worker.terminate(), MOST_MILLISECONDS);
  try {
    const ended = once(worker, "exit").then(() => [undefined]);
    const [message]: unknown[] = await Promise.race([once(worker, "message"), ended]);
    return message === undefined ? { kind: "unreadable", why: "large" } : v.parse(TableReading, message);
  } catch (error) {
    if (isOutOfMemory(error)) return { kind: "unreadable", why: "large" };
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
