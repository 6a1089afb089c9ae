/** So many requests in so many seconds. */
export type RateLimit = { requests: number; seconds: number };

/** Counts requests in windows of real time: pacing concerns the machine, not the processes' clock. */
export class RequestCounter {
  readonly #limit: RateLimit;
  #windowEnds = 0;
  #taken = 0;

  constructor(limit: RateLimit) {
    this.#limit = limit;
  }

  /** Counts one request: whether it is one too many, and the headers that tell the caller how to pace the next. */
  take(): { isTooMany: boolean; headers: Record<string, string> } {
    const now = performance.now();
    if (now >= this.#windowEnds) {
      this.#windowEnds = now + this.#limit.seconds * 1000;
      this.#taken = 0;
    }
    this.#taken += 1;
    const isTooMany = this.#taken > this.#limit.requests;
    const reset = String(Math.ceil((this.#windowEnds - now) / 1000));
    const headers = {
      "ratelimit-limit": String(this.#limit.requests),
      "ratelimit-remaining": String(Math.max(this.#limit.requests - this.#taken, 0)),
      "ratelimit-reset": reset,
      ...(isTooMany ? { "retry-after": reset } : {}),
    };
    return { isTooMany, headers };
  }
}
