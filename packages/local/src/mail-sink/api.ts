import { createHash } from "node:crypto";
import { IncomingMessage } from "node:http";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { readEmail, readPermissiveBatch, readStrictBatch, type ToSend } from "./email.ts";
import type { Fault, Faults } from "./faults.ts";
import type { KeptLetter } from "./letter.ts";
import type { Mailroom } from "./mailroom.ts";
import { type RateLimit, RequestCounter } from "./rate-limit.ts";
import { Refused } from "./refused.ts";

const LONGEST_KEY = 256;

/** The connection a request came by, where it came by one. */
const Connection = v.object({ incoming: v.instance(IncomingMessage) });

type ApiOptions = {
  mailroom: Mailroom;
  faults: Faults | undefined;
  rateLimit: RateLimit | undefined;
  onAccepted: () => void;
};

/** The requests of Resend's API that send letters and look one up, answered as Resend does. */
export function createApi(options: ApiOptions): Hono {
  const { mailroom, rateLimit } = options;
  const api = new Hono();
  const requests = rateLimit && new RequestCounter(rateLimit);
  const sending = createSending(options);

  api.onError((error, c) => {
    if (!(error instanceof Refused)) console.error("mail-sink", error);
    const refused =
      error instanceof Refused ? error : new Refused("application_error", "The mail sink failed; see its log.");
    return c.json(refused.body, refused.status);
  });
  api.use("*", async (c, next) => {
    if (!/^Bearer\s+\S/i.test(c.req.header("authorization") ?? "")) {
      throw new Refused("missing_api_key", "Missing API key in the authorization header.");
    }
    const taken = requests?.take();
    for (const [name, value] of Object.entries(taken?.headers ?? {})) c.header(name, value);
    if (taken?.isTooMany) throw tooManyRequests();
    await next();
  });
  api.post("/emails", (c) => sending(c, readEmail));
  api.post("/emails/batch", (c) => {
    const isPermissive = c.req.header("x-batch-validation") === "permissive";
    return sending(c, isPermissive ? readPermissiveBatch : readStrictBatch);
  });
  api.all("/emails/batch", () => {
    throw new Refused("method_not_allowed", "A batch is sent by POST.");
  });
  api.get("/emails/:id", (c) => {
    const letter = mailroom.find(c.req.param("id"));
    if (!letter) throw new Refused("not_found", "Email not found");
    return c.json(describe(letter));
  });
  api.all("*", () => {
    throw new Refused("not_found", "The mail sink does not have this endpoint.");
  });
  return api;
}

/** Takes a request to send through its idempotency key: the same request is answered the same and sends nothing again. */
function createSending({ mailroom, faults, onAccepted }: ApiOptions) {
  const keysInHand = new Set<string>();

  return async (c: Context, read: (input: unknown) => ToSend): Promise<Response> => {
    const key = keyOf(c);
    if (key !== undefined && keysInHand.has(key)) {
      throw new Refused("concurrent_idempotent_requests", "Another request with this idempotency key is in progress.");
    }
    if (key !== undefined) keysInHand.add(key);
    try {
      const fault = faults?.next();
      failBeforeAccepting(c, fault);
      const answer = send(key, await c.req.text(), read);
      if (fault === "timeout-after-accept") return cutOff(c);
      return c.body(answer, 200, { "content-type": "application/json" });
    } finally {
      if (key !== undefined) keysInHand.delete(key);
    }
  };

  function send(key: string | undefined, text: string, read: (input: unknown) => ToSend): string {
    const content = createHash("sha256").update(text).digest("base64");
    const remembered = key === undefined ? undefined : mailroom.rememberedAnswer(key);
    if (remembered?.content === content) return remembered.body;
    if (remembered) {
      throw new Refused(
        "invalid_idempotent_request",
        "This idempotency key was used within the last 24 hours with another request.",
      );
    }
    const { emails, answer } = read(parseJson(text));
    const body = mailroom.accept(emails, answer, key === undefined ? undefined : { key, content });
    onAccepted();
    return body;
  }
}

function keyOf(c: Context): string | undefined {
  const key = c.req.header("idempotency-key");
  if (key !== undefined && (key.length === 0 || key.length > LONGEST_KEY)) {
    throw new Refused("invalid_idempotency_key", `The key must be between 1-${LONGEST_KEY} chars.`);
  }
  return key;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("validation_error", "The request body is not JSON.");
  }
}

function tooManyRequests(): Refused {
  return new Refused("rate_limit_exceeded", "Too many requests. Please limit the number of requests per second.");
}

function failBeforeAccepting(c: Context, fault: Fault | undefined): void {
  switch (fault) {
    case "429":
      c.header("retry-after", "1");
      throw tooManyRequests();
    case "quota":
      throw new Refused("daily_quota_exceeded", "You have reached your daily email sending quota.");
    case "500":
      throw new Refused("internal_server_error", "An unexpected error occurred.");
    case "timeout-after-accept":
    case undefined:
  }
}

/** The caller hears nothing: its connection breaks, or without one a gateway gives up. */
function cutOff(c: Context): Response {
  const connection = v.safeParse(Connection, c.env);
  if (connection.success) connection.output.incoming.socket.destroy();
  return c.body(null, 504);
}

function describe({ id, sentAt, state, email }: KeptLetter) {
  return {
    object: "email",
    id,
    message_id: `<${id}@mail-sink>`,
    from: email.from,
    to: email.to,
    reply_to: email.reply_to,
    cc: null,
    bcc: null,
    subject: email.subject,
    html: email.html || null,
    text: email.text || null,
    tags: email.tags,
    created_at: sentAt,
    scheduled_at: null,
    last_event: state,
  };
}
