import { BranchDraft } from "../branch.ts";
import type { Draft } from "../draft.ts";
import { deadlineOf, openTask, type Result, type Task, type Visit } from "../execution.ts";
import { dataLimitExceeded, type Failure } from "../failure.ts";
import { asOutput } from "../history.ts";
import { serviceOf } from "../interpreter/task.ts";
import { isTooLarge, type Json } from "../json.ts";

/** A task that a branch waits for, before or after its function has answered. */
export type OpenTask = { branch: BranchDraft; visit: Visit; task: Task };

function openTasks(draft: Draft): OpenTask[] {
  if (draft.isEnded) return [];
  return BranchDraft.all(draft).flatMap((branch) => {
    const open = openTask(branch.value);
    return open ? [{ branch, ...open }] : [];
  });
}

export function taskByToken(draft: Draft, token: string): OpenTask | undefined {
  return openTasks(draft).find(({ task }) => task.token === token);
}

/** The function has answered: that ends its task, or with a token leaves it waiting for that. */
export function takeAnswer(draft: Draft, scheduledEventId: number, outcome: Result): void {
  const open = openTasks(draft).find(({ task }) => task.scheduledEventId === scheduledEventId);
  if (open?.branch.position.at !== "invocation") return;
  const { branch, visit, task } = open;
  if (outcome.kind === "failed") endWithFailure(open, outcome.failure);
  else if (task.token === undefined) endWithResult(open, outcome.result);
  else {
    branch.record({
      type: "TaskSubmitted",
      taskSubmittedEventDetails: { ...serviceOf(task.token), ...asOutput(JSON.stringify(outcome.result)) },
    });
    branch.moveTo({ at: "callback", visit, task });
  }
}

export function endWithResult({ branch, visit, task }: OpenTask, result: Json): void {
  if (isTooLarge(result)) {
    const { failure } = dataLimitExceeded(`The state/task '${visit.state}' returned a result`);
    endWithFailure({ branch, visit, task }, failure);
    return;
  }
  branch.record({
    type: "TaskSucceeded",
    taskSucceededEventDetails: { ...serviceOf(task.token), ...asOutput(JSON.stringify(result)) },
  });
  branch.moveTo({ at: "return", visit, outcome: { kind: "succeeded", result } });
}

export function endWithFailure({ branch, visit, task }: OpenTask, failure: Failure): void {
  const { error, cause } = failure;
  branch.record({ type: "TaskFailed", taskFailedEventDetails: { ...serviceOf(task.token), error, cause } });
  branch.moveTo({ at: "return", visit, outcome: { kind: "failed", failure } });
}

/** Ends what is overdue: the execution as a whole, or its tasks whose deadlines have passed. */
export function endOverdue(draft: Draft): void {
  if (draft.isEnded) return;
  if (draft.now >= draft.execution.timeoutAt) {
    draft.timeOut();
    return;
  }
  for (const { branch, visit, task } of openTasks(draft)) {
    const deadline = deadlineOf(task);
    if (!deadline || draft.now < deadline.at) continue;
    const error = "States.Timeout";
    branch.record({ type: "TaskTimedOut", taskTimedOutEventDetails: { ...serviceOf(task.token), error } });
    const failure = { error, isHeartbeat: deadline.isHeartbeat };
    branch.moveTo({ at: "return", visit, outcome: { kind: "failed", failure } });
  }
}

/** The task lives: its heartbeat's deadline begins again. */
export function beat({ branch, visit, task }: OpenTask): void {
  const { position } = branch;
  if (position.at !== "invocation" && position.at !== "callback") return;
  if (task.heartbeatSeconds === undefined) return;
  const heartbeatAt = branch.now + task.heartbeatSeconds * 1000;
  branch.moveTo({ at: position.at, visit, task: { ...task, heartbeatAt } });
}
