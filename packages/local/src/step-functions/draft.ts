import type { Instant } from "@quorate/core/kit";
import { toMilliseconds } from "@quorate/core/kit";
import type { Execution, Outcome, Position } from "./execution.ts";
import { asOutput, type Happening, type HistoryEvent, MOST_EVENTS, type Why } from "./history.ts";
import type { Json } from "./json.ts";

/**
 * An execution moved on, not stored yet: its new place and the events that led there. Once the execution has ended in it,
 * what is recorded or changed after that is left out.
 */
export class Draft {
  readonly events: HistoryEvent[] = [];
  readonly #now: () => Instant;
  #execution: Execution;

  constructor(execution: Execution, now: () => Instant) {
    this.#execution = execution;
    this.#now = now;
  }

  get execution(): Execution {
    return this.#execution;
  }

  get instant(): Instant {
    return this.#now();
  }

  get now(): number {
    return toMilliseconds(this.#now());
  }

  get isEnded(): boolean {
    return this.#execution.outcome.status !== "RUNNING";
  }

  /** Adds an event and tells its id. The last event that a history has room for is the execution's failure. */
  record(happening: Happening): number {
    if (!this.isEnded && this.#execution.lastEventId + 1 >= MOST_EVENTS) {
      const cause = `The execution reached the maximum number of history events (${MOST_EVENTS}).`;
      this.fail({ error: "States.Runtime", cause });
    }
    if (!this.isEnded) this.#append(happening);
    return this.#execution.lastEventId;
  }

  moveTo(position: Position): void {
    if (!this.isEnded) this.#execution = { ...this.#execution, position };
  }

  assign(variables: Readonly<Record<string, Json>>): void {
    if (!this.isEnded) {
      this.#execution = { ...this.#execution, variables: { ...this.#execution.variables, ...variables } };
    }
  }

  succeed(output: string): void {
    this.#end(
      { type: "ExecutionSucceeded", executionSucceededEventDetails: asOutput(output) },
      { status: "SUCCEEDED", at: this.now, output },
    );
  }

  fail({ error, cause }: Why): void {
    this.#end(
      { type: "ExecutionFailed", executionFailedEventDetails: { error, cause } },
      { status: "FAILED", at: this.now, error, cause },
    );
  }

  abort({ error, cause }: Why): void {
    this.#end(
      { type: "ExecutionAborted", executionAbortedEventDetails: { error, cause } },
      { status: "ABORTED", at: this.now, error, cause },
    );
  }

  #end(happening: Happening, outcome: Outcome): void {
    if (this.isEnded) return;
    this.#append(happening);
    this.#execution = { ...this.#execution, outcome, position: { at: "end" } };
  }

  #append(happening: Happening): void {
    const last = this.#execution.lastEventId;
    const id = last + 1;
    this.events.push({ ...happening, id, previousEventId: last === 1 ? 0 : last, timestamp: this.now });
    this.#execution = { ...this.#execution, lastEventId: id };
  }
}
