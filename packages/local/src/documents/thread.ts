import { parentPort, workerData } from "node:worker_threads";
import { readDocument } from "@quorate/functions/documents";

parentPort?.postMessage(await readDocument(workerData));
