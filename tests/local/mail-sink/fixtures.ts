import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { StandingClock } from "@quorate/local/clock";
import { createMailSink, type MailSink, type MailSinkOptions } from "@quorate/local/mail-sink";
import { Hono } from "hono";
import { Resend } from "resend";
import { afterEach } from "vitest";
import { portOf } from "./ports.ts";

export const WEBHOOK_SECRET = `whsec_${Buffer.from("a secret of twenty-four b").toString("base64")}`;

const closers: (() => unknown)[] = [];

/** Done after the test, last first. */
export function afterTest(close: () => unknown): void {
  closers.push(close);
}

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "quorate-test-"));
  afterTest(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A sink listening on a port of its own, its API under `/resend` as on the machine, and the SDK that talks to it. */
export async function openSink(options: Partial<MailSinkOptions> = {}) {
  const clock = new StandingClock("2026-03-16T08:00:00.000Z");
  const sink: MailSink = createMailSink({ clock, ...options });
  const app = new Hono().route("/resend", sink.api).route("/", sink.mailbox);
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  if (!server.listening) await once(server, "listening");
  const url = `http://127.0.0.1:${portOf(server)}`;
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    if ("closeAllConnections" in server) server.closeAllConnections();
    server.close();
    await sink.close();
  };
  afterTest(close);
  return { sink, clock, url, resend: new Resend("re_local", { baseUrl: `${url}/resend` }), close };
}

/** A letter of the election, with what a test changes in it. */
export function letter(changes: Partial<ReturnType<typeof plainLetter>> = {}) {
  return { ...plainLetter(), ...changes };
}

function plainLetter() {
  return {
    from: "Актив <pisma@aktiv.example>",
    to: "marija@skola.example",
    replyTo: "biljana@skola.example",
    subject: "Потврдите резултате седнице до петка у 20.00",
    html: '<!doctype html><html lang="sr-Cyrl"><head><title>Актив</title></head><body><a href="https://odluke.example/o/1?a=1&amp;b=2">Отворите <b>образац</b></a></body></html>',
    text: "Отворите образац:\nhttps://odluke.example/o/1?a=1&b=2\n\nПоздрав",
    headers: { "List-Unsubscribe": "<https://odluke.example/u/1>" },
    tags: [{ name: "letter", value: "ltr_1" }],
  };
}

export type Told = { headers: Record<string, string>; body: string };

/** Takes webhooks on a port of its own; `answer` says with which status. `told` resolves once so many were taken with 2xx. */
export async function openReceiver(answer: (event: Told, received: number) => number = () => 200) {
  const taken: Told[] = [];
  const refused: Told[] = [];
  let onTaken = () => {};
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const event = { headers, body };
    const status = answer(event, taken.length + refused.length);
    (status < 300 ? taken : refused).push(event);
    response.writeHead(status).end();
    onTaken();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  afterTest(() => {
    server.closeAllConnections();
    server.close();
  });
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      onTaken = () => holds() && resolve();
      onTaken();
    });
  return {
    url: `http://127.0.0.1:${portOf(server)}/webhook`,
    taken,
    refused,
    told: (count: number) => until(() => taken.length >= count),
    turnedAway: (count: number) => until(() => refused.length >= count),
  };
}
