import type { Draft } from "../draft.ts";
import { deadlineOf, type Task, type TaskOutcome, type Visit } from "../execution.ts";
import { dataLimitExceeded, type Failure } from "../failure.ts";
import { asOutput } from "../history.ts";
import { serviceOf } from "../interpreter/task.ts";
import { isTooLarge, type Json } from "../json.ts";

/** The task that the execution waits for, before or after its function has answered. */
export function presentTask({ execution: { position } }: Draft): { visit: Visit; task: Task } | undefined {
  return position.at === "invocation" || position.at === "callback" ? position : undefined;
}

/** The function has answered: that ends its task, or with a token leaves it waiting for that. */
export function takeAnswer(draft: Draft, scheduledEventId: number, outcome: TaskOutcome): void {
  const { position } = draft.execution;
  if (position.at !== "invocation" || position.task.scheduledEventId !== scheduledEventId) return;
  if (outcome.kind === "failed") endWithFailure(draft, position, outcome.failure);
  else if (position.task.token === undefined) endWithResult(draft, position, outcome.result);
  else {
    draft.record({
      type: "TaskSubmitted",
      taskSubmittedEventDetails: { ...serviceOf(position.task.token), ...asOutput(JSON.stringify(outcome.result)) },
    });
    draft.moveTo({ ...position, at: "callback" });
  }
}

export function endWithResult(draft: Draft, { visit, task }: { visit: Visit; task: Task }, result: Json): void {
  if (isTooLarge(result)) {
    const { failure } = dataLimitExceeded(`The state/task '${visit.state}' returned a result`);
    endWithFailure(draft, { visit, task }, failure);
    return;
  }
  draft.record({
    type: "TaskSucceeded",
    taskSucceededEventDetails: { ...serviceOf(task.token), ...asOutput(JSON.stringify(result)) },
  });
  draft.moveTo({ at: "return", visit, outcome: { kind: "succeeded", result } });
}

export function endWithFailure(draft: Draft, { visit, task }: { visit: Visit; task: Task }, failure: Failure): void {
  const { error, cause } = failure;
  draft.record({ type: "TaskFailed", taskFailedEventDetails: { ...serviceOf(task.token), error, cause } });
  draft.moveTo({ at: "return", visit, outcome: { kind: "failed", failure } });
}

/** Ends the task if one of its deadlines has passed; tells whether it has. */
export function endWhenOverdue(draft: Draft): boolean {
  const present = presentTask(draft);
  const deadline = present && deadlineOf(present.task);
  if (!present || !deadline || draft.now < deadline.at) return false;
  const error = "States.Timeout";
  draft.record({ type: "TaskTimedOut", taskTimedOutEventDetails: { ...serviceOf(present.task.token), error } });
  const failure = { error, isHeartbeat: deadline.isHeartbeat };
  draft.moveTo({ at: "return", visit: present.visit, outcome: { kind: "failed", failure } });
  return true;
}

/** The task lives: its heartbeat's deadline begins again. */
export function beat(draft: Draft): void {
  const { position } = draft.execution;
  if (position.at !== "invocation" && position.at !== "callback") return;
  const { heartbeatSeconds } = position.task;
  if (heartbeatSeconds === undefined) return;
  draft.moveTo({ ...position, task: { ...position.task, heartbeatAt: draft.now + heartbeatSeconds * 1000 } });
}
