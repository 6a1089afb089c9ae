import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import {
  type DynamoDBClient,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from "@aws-sdk/client-dynamodb";
import { openStoreClient } from "@quorate/functions/world";
import * as v from "valibot";
import { type Absentee, filledIn } from "./absentees.ts";
import { serveJobs } from "./child.ts";
import { CLIENTS, type Done, Job, type OpenedForm } from "./jobs.ts";

/** Connections are kept, as the store's client keeps its own. */
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
let store: { endpoint: string; client: DynamoDBClient } | undefined;

/** The process of those who use the installation: people with forms, and the bare transactions they are compared with. */
export function serveClients(): void {
  serveJobs((job) => work(v.parse(Job, job)));
}

async function work(job: Job): Promise<Done> {
  switch (job.kind) {
    case "open": {
      const forms: OpenedForm[] = [];
      const done = await all(job.tokens, async (token) => {
        forms.push({ token, page: await openForm(job.url, token) });
      });
      return { ...done, forms };
    }
    case "answer": {
      const bodies = job.forms.map(({ token, page }) => ({
        token,
        body: new URLSearchParams({ page, ...filledIn }).toString(),
      }));
      return all(bodies, ({ token, body }) => sendForm(job.url, token, body));
    }
    case "transact": {
      const client = clientOf(job.endpoint);
      const inputs = job.absentees.map((to) => madeOver(job.transaction, job.from, to));
      return all(inputs, (input) => client.send(new TransactWriteItemsCommand(input)));
    }
  }
}

function clientOf(endpoint: string): DynamoDBClient {
  if (store?.endpoint !== endpoint) {
    store?.client.destroy();
    store = { endpoint, client: openStoreClient(endpoint) };
  }
  return store.client;
}

/** Does all of them, `CLIENTS` at a time. */
async function all<T>(things: readonly T[], run: (one: T) => Promise<unknown>): Promise<Done> {
  const each: number[] = [];
  const left = things.values();
  const start = performance.now();
  const client = async () => {
    for (const one of left) {
      const from = performance.now();
      await run(one);
      each.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { milliseconds: performance.now() - start, each, forms: [] };
}

async function openForm(url: string, token: string): Promise<string> {
  const { status, body } = await call("GET", `${url}/a/${token}`);
  const page = /name="page" value="([^"]+)"/.exec(body)?.[1];
  if (status !== 200 || page === undefined) throw new Error(`a form was answered with ${status}: ${body}`);
  return page;
}

async function sendForm(url: string, token: string, form: string): Promise<void> {
  const { status, body } = await call("POST", `${url}/a/${token}`, form);
  if (status !== 303) throw new Error(`an answer was answered with ${status}: ${body}`);
}

function call(method: string, url: string, form?: string): Promise<{ status: number; body: string }> {
  const headers = form && {
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": Buffer.byteLength(form),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, ...(headers && { headers }) }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject);
    });
    sent.once("error", reject);
    sent.end(form);
  });
}

/** One person's transaction with the ids of another: the same items of the same sizes under the same conditions. */
function madeOver(transaction: string, from: Absentee, to: Absentee): TransactWriteItemsCommandInput {
  const ids = ["ask", "partition", "person", "member", "receipt"] as const;
  const text = ids.reduce((made, id) => made.replaceAll(from[id], to[id]), transaction);
  // What the SDK itself was given in the bench's own process, put into JSON there.
  const input: TransactWriteItemsCommandInput = JSON.parse(text);
  return input;
}
