import type { Instant } from "@quorate/core/kit";
import { toMilliseconds } from "@quorate/core/kit";
import { type Branch, type Execution, type Outcome, TRUNK } from "./execution.ts";
import { asOutput, type Happening, type HistoryEvent, MOST_EVENTS, type Why } from "./history.ts";

/**
 * An execution moved on, not stored yet: its new place and the events that led there. Once the execution has ended in it,
 * what is recorded or changed after that is left out; its branches stay where they were, for a redrive.
 */
export class Draft {
  readonly events: HistoryEvent[] = [];
  /** As it is stored. */
  readonly before: Execution;
  readonly #now: () => Instant;
  #execution: Execution;

  constructor(execution: Execution, now: () => Instant) {
    this.before = execution;
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

  /** Adds an event after another and tells its id. The last event that a history has room for is the execution's failure. */
  record(happening: Happening, previousEventId: number): number {
    if (!this.isEnded && this.#execution.lastEventId + 1 >= MOST_EVENTS) {
      const cause = `The execution reached the maximum number of history events (${MOST_EVENTS}).`;
      this.fail({ error: "States.Runtime", cause });
    }
    if (!this.isEnded) this.#append(happening, previousEventId);
    return this.#execution.lastEventId;
  }

  put(branch: Branch): void {
    if (this.isEnded) return;
    this.#execution = { ...this.#execution, branches: new Map(this.#execution.branches).set(branch.id, branch) };
  }

  remove(branchId: number): void {
    if (this.isEnded) return;
    const branches = new Map(this.#execution.branches);
    branches.delete(branchId);
    this.#execution = { ...this.#execution, branches };
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

  timeOut(): void {
    this.#end({ type: "ExecutionTimedOut", executionTimedOutEventDetails: {} }, { status: "TIMED_OUT", at: this.now });
  }

  /** Takes up an execution that has ended: it runs again, to its new deadline, from these branches. */
  takeUp(again: Pick<Execution, "timeoutAt" | "redrives" | "branches">): void {
    this.#execution = { ...this.#execution, ...again, outcome: { status: "RUNNING" } };
  }

  #end(happening: Happening, outcome: Outcome): void {
    if (this.isEnded) return;
    const trunk = this.#execution.branches.get(TRUNK);
    if (trunk) this.put({ ...trunk, previousEventId: this.#append(happening, trunk.previousEventId) });
    this.#execution = { ...this.#execution, outcome };
  }

  #append(happening: Happening, previousEventId: number): number {
    const id = this.#execution.lastEventId + 1;
    this.events.push({ ...happening, id, previousEventId, timestamp: this.now });
    this.#execution = { ...this.#execution, lastEventId: id };
    return id;
  }
}
