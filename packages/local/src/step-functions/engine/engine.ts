import type { AlarmClock } from "../../clock/index.ts";
import { Draft } from "../draft.ts";
import { type Execution, openTask, type Task } from "../execution.ts";
import { takeTurn } from "../interpreter/turn.ts";
import type { ExecutionStore } from "../store/executions.ts";
import type { MachineStore } from "../store/machines.ts";
import { Activity } from "./activity.ts";
import type { Invocations } from "./invocations.ts";
import { endOverdue, takeAnswer } from "./tasks.ts";
import { Timer } from "./timer.ts";

export type EngineOptions = {
  clock: AlarmClock;
  machines: MachineStore;
  executions: ExecutionStore;
  invocations: Invocations;
  /** Told of a fault of the service itself; the execution stands until the next start. */
  onFault: (fault: unknown) => void;
};

/** What is stored of an execution at once, at most: after that others have their turn. */
const MOST_EVENTS_AT_ONCE = 100;

/**
 * Carries the executions on: each from one wait to the next, stored before any of it has an effect. What moves one from
 * outside (an answer, a deadline, an abort) is stored at once too, and overtakes a step that was still being worked out.
 */
export class Engine {
  readonly #options: EngineOptions;
  readonly #timer: Timer;
  readonly #activity = new Activity();
  readonly #driven = new Map<number, { again: boolean }>();
  readonly #invoked = new Set<string>();
  #isGoing = false;
  #isAbandoned = false;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#timer = new Timer(options.clock, options.executions, (id) => this.#wake(id));
  }

  /** Takes up every execution where the last run left it; before that none goes on. */
  resume(): void {
    if (this.#isGoing) return;
    this.#isGoing = true;
    this.#timer.ring();
    for (const id of this.#options.executions.running()) this.#drive(id);
  }

  /** Stores a new execution and sets it going. */
  start(execution: Execution, begin: (draft: Draft) => void): void {
    const draft = this.#draft(execution);
    begin(draft);
    this.#drive(this.#options.executions.create(draft).id);
  }

  /** Moves an execution from outside, stored when this returns, and answers what `move` does; it then goes on from there. */
  move<R>(executionId: number, move: (draft: Draft) => R): R {
    const execution = this.#options.executions.find({ id: executionId });
    if (!execution) throw new Error(`there is no execution ${executionId}`);
    const draft = this.#draft(execution);
    const answer = move(draft);
    if (draft.execution !== execution) {
      this.#options.executions.commit(draft);
      this.#plan();
      this.#drive(executionId);
    }
    return answer;
  }

  /** Resolves when every execution has ended or waits for time or a token. */
  idle(): Promise<void> {
    return this.#activity.idle();
  }

  /** Begins nothing more. What functions answer from now on is still stored. */
  stop(): void {
    this.#isGoing = false;
    this.#timer.stop();
  }

  /** Stores nothing more either: functions that still run are invoked again by the next run. */
  abandon(): void {
    this.stop();
    this.#isAbandoned = true;
  }

  #draft(execution: Execution): Draft {
    return new Draft(execution, () => this.#options.clock.now());
  }

  #plan(): void {
    if (this.#isGoing) this.#timer.plan();
  }

  #wake(executionId: number): void {
    try {
      this.move(executionId, endOverdue);
      this.#drive(executionId);
    } catch (fault) {
      this.#report(executionId, fault);
    }
  }

  #drive(executionId: number): void {
    if (!this.#isGoing) return;
    const driven = this.#driven.get(executionId);
    if (driven) {
      driven.again = true;
      return;
    }
    const end = this.#activity.begin();
    this.#driveUntilItStands(executionId)
      .catch((fault) => this.#report(executionId, fault))
      .finally(end);
  }

  #report(executionId: number, fault: unknown): void {
    this.#options.onFault(new Error(`execution ${executionId} stands still by a fault`, { cause: fault }));
  }

  async #driveUntilItStands(executionId: number): Promise<void> {
    const driven = { again: true };
    this.#driven.set(executionId, driven);
    try {
      while (driven.again && this.#isGoing) {
        driven.again = false;
        if (await this.#advance(executionId)) {
          driven.again = true;
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
    } finally {
      this.#driven.delete(executionId);
    }
  }

  /** Takes the execution as far as it goes in one transaction; tells whether there is more to do at once. */
  async #advance(executionId: number): Promise<boolean> {
    const { executions, machines } = this.#options;
    const execution = executions.find({ id: executionId });
    if (execution?.outcome.status !== "RUNNING") return false;
    const draft = this.#draft(execution);
    const definition = machines.definition(execution.definitionId);
    let hasMore = true;
    while (hasMore && draft.events.length < MOST_EVENTS_AT_ONCE) hasMore = await takeTurn(definition, draft);
    if (!this.#isGoing) return false;
    if (draft.execution !== execution) {
      if (!executions.commit(draft)) return true;
      this.#plan();
    }
    if (!draft.isEnded) this.#invokeAll(draft.execution);
    return hasMore;
  }

  #invokeAll({ id, branches }: Execution): void {
    for (const branch of branches.values()) {
      if (branch.position.at !== "invocation") continue;
      const open = openTask(branch);
      if (open) this.#invoke(id, open.task);
    }
  }

  #invoke(executionId: number, task: Task): void {
    const key = `${executionId}#${task.scheduledEventId}`;
    if (this.#invoked.has(key)) return;
    this.#invoked.add(key);
    const end = this.#activity.begin();
    this.#options.invocations
      .invoke(task)
      .then((outcome) => {
        if (this.#isAbandoned) return;
        this.move(executionId, (draft) => takeAnswer(draft, task.scheduledEventId, outcome));
      })
      .catch((fault) => this.#report(executionId, fault))
      .finally(() => {
        this.#invoked.delete(key);
        end();
      });
  }
}
