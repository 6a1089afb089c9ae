import { type Clock, toInstant, toMilliseconds } from "@quorate/core/kit";
import { Webhook } from "standardwebhooks";
import type { WaitingEvent, WaitingEvents } from "./events.ts";

const LONGEST_PAUSE = 60_000;
const LONGEST_ANSWER = 15_000;
const AT_ONCE = 50;

export type WebhookOptions = {
  /** Where events are posted. */
  url: string;
  /** Signs them: `whsec_` and 24 bytes or more in base64. */
  secret: string;
  /** The clock the receiver checks a signature's age by. Default: real time, which `resend.webhooks.verify` goes by. */
  clock?: Clock | undefined;
};

const realTime: Clock = { now: () => toInstant(Date.now()) };

/**
 * Tells the receiver of each event, oldest first, and goes on until it has answered 2xx, over restarts too. One that is
 * refused waits (a quarter of a second, then twice as long each time, up to a minute) and holds up no other.
 */
export class WebhookCourier {
  readonly #events: WaitingEvents;
  readonly #webhook: WebhookOptions;
  readonly #signer: Webhook;
  readonly #closing = new AbortController();
  readonly #onSettled = new Set<() => void>();
  #round: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(events: WaitingEvents, webhook: WebhookOptions) {
    this.#events = events;
    this.#webhook = webhook;
    this.#signer = new Webhook(webhook.secret);
  }

  /** To be called when events were added. */
  wake(): void {
    if (this.#round || this.#closing.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#round = this.#deliverDue();
  }

  /** Resolves once no event waits any more. */
  settled(): Promise<void> {
    if (this.#events.count() === 0) return Promise.resolve();
    return new Promise((resolve) => this.#onSettled.add(resolve));
  }

  async close(): Promise<void> {
    this.#closing.abort();
    clearTimeout(this.#timer);
    await this.#round;
  }

  async #deliverDue(): Promise<void> {
    // The first look, too, comes after `wake` has noted the round.
    await Promise.resolve();
    for (;;) {
      const due = this.#closing.signal.aborted ? [] : this.#events.due(Date.now(), AT_ONCE);
      if (due.length === 0) return this.#rest();
      for (const event of due) await this.#deliver(event);
    }
  }

  /** Ends the round and plans the next in the same breath, so that no `wake` falls between. */
  #rest(): void {
    this.#round = undefined;
    if (this.#closing.signal.aborted) return;
    const soonest = this.#events.soonest();
    if (soonest !== undefined) {
      this.#timer = setTimeout(() => this.wake(), Math.max(soonest - Date.now(), 0));
      this.#timer.unref();
      return;
    }
    for (const resolve of this.#onSettled) resolve();
    this.#onSettled.clear();
  }

  async #deliver(event: WaitingEvent): Promise<void> {
    const refusal = await this.#post(event);
    if (this.#closing.signal.aborted) return;
    if (refusal === undefined) return this.#events.taken(event.seq);
    this.#events.postpone(event.seq, Date.now() + Math.min(250 * 2 ** event.tries, LONGEST_PAUSE), refusal);
  }

  /** Posts the event; what the receiver said when it did not take it. */
  async #post({ id, body }: WaitingEvent): Promise<string | undefined> {
    const signedAt = new Date(toMilliseconds((this.#webhook.clock ?? realTime).now()));
    try {
      const answer = await fetch(this.#webhook.url, {
        method: "POST",
        redirect: "manual",
        headers: {
          "content-type": "application/json",
          "svix-id": id,
          "svix-timestamp": String(Math.floor(signedAt.getTime() / 1000)),
          "svix-signature": this.#signer.sign(id, signedAt, body),
        },
        body,
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(LONGEST_ANSWER)]),
      });
      await answer.body?.cancel();
      return answer.ok ? undefined : `answered ${answer.status}`;
    } catch {
      return "did not answer";
    }
  }
}
