import { toInstant, toMilliseconds } from "@quorate/core/kit";
import type { AlarmClock } from "../../clock/index.ts";
import type { ExecutionStore } from "../store/executions.ts";

/** One alarm, set to the soonest time at which an execution is due. */
export class Timer {
  readonly #clock: AlarmClock;
  readonly #executions: ExecutionStore;
  readonly #onDue: (executionId: number) => void;
  /** Up to when the due have been told: one told is not told again while it is still on its way. */
  #told = Number.NEGATIVE_INFINITY;
  #set: { at: number; callOff: () => void } | undefined;

  constructor(clock: AlarmClock, executions: ExecutionStore, onDue: (executionId: number) => void) {
    this.#clock = clock;
    this.#executions = executions;
    this.#onDue = onDue;
  }

  /** Sets the alarm anew, after an execution's due time has changed. */
  plan(): void {
    const now = toMilliseconds(this.#clock.now());
    this.#told = Math.min(this.#told, now);
    const at = this.#executions.nextDue(this.#told);
    if (at === this.#set?.at) return;
    this.stop();
    if (at !== undefined) this.#set = { at, callOff: this.#clock.alarm(toInstant(at), () => this.ring()) };
  }

  /** Tells of everything that is due by now. */
  ring(): void {
    this.#set = undefined;
    this.#told = toMilliseconds(this.#clock.now());
    for (const id of this.#executions.due(this.#told)) this.#onDue(id);
    this.plan();
  }

  stop(): void {
    this.#set?.callOff();
    this.#set = undefined;
  }
}
