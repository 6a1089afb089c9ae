import type { Clock } from "@quorate/core/kit";
import type { Hono } from "hono";
import type { Child } from "hono/jsx";
import { isKnownToBounce } from "./address.ts";
import { createApi } from "./api.ts";
import { openDatabase } from "./database.ts";
import { eventsOf, WaitingEvents } from "./events.ts";
import type { Faults } from "./faults.ts";
import { type Letter, toLetter } from "./letter.ts";
import { Mailroom } from "./mailroom.ts";
import { createMailbox } from "./pages/mailbox.tsx";
import type { RateLimit } from "./rate-limit.ts";
import { WebhookCourier, type WebhookOptions } from "./webhooks.ts";

export type MailSinkOptions = {
  /** The folder that keeps the letters; without it they are kept in memory. */
  dataPath?: string | undefined;
  /** Dates the letters, and says when an idempotency key is 24 hours old. */
  clock: Clock;
  /** Who is told that letters went out, arrived or came back; without it nobody is. */
  webhook?: WebhookOptions | undefined;
  /** Which addresses (in small letters) bounce, besides those that start with `bounce` and those at `bounce.test`. */
  bounces?: ((address: string) => boolean) | undefined;
  /** Default: none, and no headers about it. */
  rateLimit?: RateLimit | undefined;
  /** What requests to send are to suffer in a test. */
  faults?: Faults | undefined;
  /** What stands on top of the list of letters, such as the control of a demo's clock. */
  controls?: (() => Child) | undefined;
};

export type MailSink = {
  /** Resend's API (`/emails`, `/emails/batch`, `/emails/:id`): mount it anywhere and give the SDK that address as base URL. */
  api: Hono;
  /** The pages of `/mailbox` and `/mailbox/letters.json`: mount it at the root, and only where its reader may read every letter. */
  mailbox: Hono;
  /** The letters to an address (or all), oldest first; with `after`, those that came after that one. */
  letters(filter?: { to?: string | undefined; after?: string | undefined }): Letter[];
  /** Resolves once every event so far has been taken by the webhook's receiver. */
  settled(): Promise<void>;
  /** Stops telling and closes the file. Events that were not taken are told after the next start. */
  close(): Promise<void>;
};

/**
 * Opens a mail provider of one's own that speaks Resend's API and delivers into mailboxes to be looked at. A letter it
 * has acknowledged is on the disk.
 *
 * @example
 * const sink = createMailSink({ dataPath: "data/mail", clock });
 * app.route("/resend", sink.api).route("/", sink.mailbox);
 * const resend = new Resend("re_local", { baseUrl: "http://127.0.0.1:3000/resend" });
 */
export function createMailSink(options: MailSinkOptions): MailSink {
  const { clock, webhook, bounces = () => false, controls, faults, rateLimit } = options;
  const database = openDatabase(options.dataPath);
  const mailroom = new Mailroom({
    database,
    clock,
    bounces: (address) => isKnownToBounce(address) || bounces(address),
    eventsOf: webhook ? eventsOf : () => [],
  });
  const events = new WaitingEvents(database);
  const courier = webhook && new WebhookCourier(events, webhook);
  const api = createApi({ mailroom, faults, rateLimit, onAccepted: () => courier?.wake() });
  const mailbox = createMailbox({ mailroom, events, controls });
  courier?.wake();
  return {
    api,
    mailbox,
    letters: (filter) => mailroom.letters(filter).map(toLetter),
    settled: async () => courier?.settled(),
    close: async () => {
      await courier?.close();
      database.close();
    },
  };
}
