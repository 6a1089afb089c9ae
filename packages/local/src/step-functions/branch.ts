import type { Instant } from "@quorate/core/kit";
import type { Draft } from "./draft.ts";
import { type Branch, type Execution, type Position, TRUNK } from "./execution.ts";
import type { Failure } from "./failure.ts";
import type { Happening } from "./history.ts";
import type { Json } from "./json.ts";

/** One branch of an execution's draft: what its states do to it. */
export class BranchDraft {
  readonly #draft: Draft;
  readonly #id: number;

  private constructor(draft: Draft, id: number) {
    this.#draft = draft;
    this.#id = id;
  }

  /** The branches that there are now, the first one first. */
  static all(draft: Draft): BranchDraft[] {
    return [...draft.execution.branches.keys()].map((id) => new BranchDraft(draft, id));
  }

  static trunk(draft: Draft): BranchDraft {
    return new BranchDraft(draft, TRUNK);
  }

  get execution(): Execution {
    return this.#draft.execution;
  }

  get instant(): Instant {
    return this.#draft.instant;
  }

  get now(): number {
    return this.#draft.now;
  }

  /** True of a branch that its states may move on. */
  get isGoing(): boolean {
    const branch = this.execution.branches.get(this.#id);
    return !this.#draft.isEnded && branch !== undefined && branch.result === undefined;
  }

  /** True of a branch that has ended, until its parent has taken that. */
  get isOver(): boolean {
    return !this.#draft.isEnded && this.execution.branches.get(this.#id)?.result !== undefined;
  }

  get value(): Branch {
    const branch = this.execution.branches.get(this.#id);
    if (!branch) throw new Error(`the execution has no branch ${this.#id}`);
    return branch;
  }

  get position(): Position {
    return this.value.position;
  }

  get parent(): BranchDraft | undefined {
    const { parent } = this.value;
    return parent && new BranchDraft(this.#draft, parent.id);
  }

  /** What its expressions see: its own variables, and those of the branches around it. */
  get variables(): Readonly<Record<string, Json>> {
    return { ...this.parent?.variables, ...this.value.variables };
  }

  /** Its branches or iterations, in the order in which they began. */
  get children(): BranchDraft[] {
    return BranchDraft.all(this.#draft).filter((other) => other.value.parent?.id === this.#id);
  }

  /** Adds the branch's next event and tells its id. */
  record(happening: Happening): number {
    const id = this.note(happening);
    this.follow(id);
    return id;
  }

  /** Adds an event on the side: the next one follows what it would have followed without it. */
  note(happening: Happening): number {
    return this.#draft.record(happening, this.value.previousEventId);
  }

  /** Lets the next event follow that one. */
  follow(previousEventId: number): void {
    this.#draft.put({ ...this.value, previousEventId });
  }

  moveTo(position: Position): void {
    this.#draft.put({ ...this.value, position });
  }

  assign(variables: Readonly<Record<string, Json>>): void {
    this.#draft.put({ ...this.value, variables: { ...this.value.variables, ...variables } });
  }

  /** Ends the execution, or as a branch of another one leaves that its output. */
  succeed(output: Json): void {
    if (this.#id !== TRUNK) {
      this.#draft.put({ ...this.value, result: { kind: "succeeded", result: output } });
      return;
    }
    this.moveTo({ at: "end" });
    this.#draft.succeed(JSON.stringify(output));
  }

  /** Ends the execution, or as a branch of another one leaves that its failure. Where it stood remains. */
  fail(failure: Failure): void {
    if (this.#id === TRUNK) this.#draft.fail(failure);
    else this.#draft.put({ ...this.value, result: { kind: "failed", failure } });
  }

  /** Goes on from that place, after that event, as if it had not ended. */
  takeUp(position: Position, previousEventId: number): void {
    this.#draft.put({ ...this.value, position, previousEventId, result: undefined });
  }

  /** Begins a branch of this one, after the same event as this one's next. */
  open(index: number, happening: Happening | undefined, position: Position): void {
    const id = Math.max(...this.execution.branches.keys()) + 1;
    const { previousEventId } = this.value;
    this.#draft.put({ id, parent: { id: this.#id, index }, variables: {}, position, previousEventId });
    if (happening) new BranchDraft(this.#draft, id).record(happening);
  }

  /** Takes the branch away, with all that began in it. */
  close(): void {
    for (const child of this.children) child.close();
    this.#draft.remove(this.#id);
  }
}
