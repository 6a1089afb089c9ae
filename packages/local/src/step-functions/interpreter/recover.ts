import type { BranchDraft } from "../branch.ts";
import type { MapState, ParallelState, TaskState } from "../definition/index.ts";
import type { Visit } from "../execution.ts";
import type { Failure } from "../failure.ts";
import { leave } from "./leave.ts";
import { catcherOf, retryOf } from "./retry.ts";
import { scopeOf } from "./scope.ts";

/** The states that have Retry and Catch. */
export type Retriable = TaskState | MapState | ParallelState;

/** A failed state is retried, caught, or fails its branch: in this order. */
export async function recover(branch: BranchDraft, visit: Visit, state: Retriable, failure: Failure): Promise<void> {
  const retry = retryOf(state.Retry, visit.retries, failure, Math.random);
  if (retry) {
    const retries = state.Retry.map((_, index) => (visit.retries[index] ?? 0) + (index === retry.retrier ? 1 : 0));
    for (const child of branch.children) child.close();
    branch.moveTo({ at: "backoff", visit: { ...visit, retries }, until: branch.now + retry.delay });
    return;
  }
  if (state.Type !== "Task" && branch.position.at === "branches") branch.record({ type: `${state.Type}StateFailed` });
  const catcher = catcherOf(state.Catch, failure);
  if (!catcher) {
    branch.fail(failure);
    return;
  }
  const errorOutput = { Error: failure.error ?? "", Cause: failure.cause ?? "" };
  const scope = scopeOf(branch, visit, { errorOutput, isRetriable: true });
  await leave(branch, { visit, type: state.Type, scope, exit: catcher, otherwise: errorOutput });
  for (const child of branch.children) child.close();
}
