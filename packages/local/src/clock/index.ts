import { type Clock, type Instant, toInstant, toMilliseconds } from "@quorate/core/kit";

/** The clock of one machine: besides telling the time it wakes sleepers, however far the wake-up lies and however the clock is moved. */
export interface AlarmClock extends Clock {
  /** Rings once, at or soon after `at` by this clock (at once if that is past). The function returned calls it off. */
  alarm(at: Instant, ring: () => void): () => void;
}

/** Node's timers overflow above 24.8 days and do not see a clock that is moved: no timer is set further ahead than this. */
const LONGEST_TIMER = 60_000;

abstract class Alarms implements AlarmClock {
  readonly #waiting = new Set<{ at: number; ring: () => void }>();

  abstract now(): Instant;
  protected abstract next(at: number): void;

  alarm(at: Instant, ring: () => void): () => void {
    const entry = { at: toMilliseconds(at), ring };
    this.#waiting.add(entry);
    this.#plan();
    return () => {
      this.#waiting.delete(entry);
    };
  }

  protected ringDue(): void {
    const now = toMilliseconds(this.now());
    const due = [...this.#waiting].filter((entry) => entry.at <= now).sort((a, b) => a.at - b.at);
    for (const entry of due) {
      this.#waiting.delete(entry);
      entry.ring();
    }
    this.#plan();
  }

  #plan(): void {
    let soonest = Number.POSITIVE_INFINITY;
    for (const entry of this.#waiting) soonest = Math.min(soonest, entry.at);
    if (soonest < Number.POSITIVE_INFINITY) this.next(soonest);
  }
}

/** Time flows; it may be moved ahead by an offset that the caller keeps (`onMove`), so that a restart goes on from there. */
export class FlowingClock extends Alarms {
  #offset: number;
  #timer: NodeJS.Timeout | undefined;
  readonly #onMove: (offset: number) => void;

  constructor(offset = 0, onMove: (offset: number) => void = () => {}) {
    super();
    this.#offset = offset;
    this.#onMove = onMove;
  }

  now(): Instant {
    return toInstant(Date.now() + this.#offset);
  }

  /** Moves the clock ahead by so many milliseconds and rings what has come due. It never goes back. */
  moveAhead(milliseconds: number): void {
    if (milliseconds < 0) throw new RangeError("a clock is not moved back");
    this.#offset += milliseconds;
    this.#onMove(this.#offset);
    this.ringDue();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  protected next(at: number): void {
    clearTimeout(this.#timer);
    const wait = Math.min(Math.max(at - Date.now() - this.#offset, 0), LONGEST_TIMER);
    this.#timer = setTimeout(() => this.ringDue(), wait);
    this.#timer.unref();
  }
}

/** Time stands still until it is moved: for story tests. */
export class StandingClock extends Alarms {
  #now: number;

  constructor(start: Instant) {
    super();
    this.#now = toMilliseconds(start);
  }

  now(): Instant {
    return toInstant(this.#now);
  }

  moveTo(instant: Instant): void {
    this.#now = Math.max(this.#now, toMilliseconds(instant));
    this.ringDue();
  }

  protected next(at: number): void {
    if (at <= this.#now) queueMicrotask(() => this.ringDue());
  }
}
