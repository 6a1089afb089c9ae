import { parentPort, workerData } from "node:worker_threads";
import { workOnDocument } from "@quorate/functions/documents";

parentPort?.postMessage(await workOnDocument(workerData));
