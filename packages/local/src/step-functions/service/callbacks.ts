import type { Draft } from "../draft.ts";
import { beat, endWhenOverdue, endWithFailure, endWithResult, presentTask } from "../engine/tasks.ts";
import { openToken, type Task, type Visit } from "../execution.ts";
import { type Json, parseJson } from "../json.ts";
import { action, type Service } from "./action.ts";
import { ServiceException } from "./exceptions.ts";
import * as Request from "./requests.ts";

type Answer = (draft: Draft, present: { visit: Visit; task: Task }) => void;

/** Moves on the execution that waits for the token. Whoever comes too late is told so, by a deadline to the millisecond. */
function answerTask({ executions, engine }: Service, token: string, answer: Answer): object {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) throw new ServiceException("InvalidToken", "Invalid Token: 'Invalid token'");
  const execution = executions.find({ token });
  if (!execution) throw new ServiceException("TaskDoesNotExist", "Task does not exist");
  const isTaken = engine.move(execution.id, (draft) => {
    const present = presentTask(draft);
    if (!present || openToken(draft.execution) !== token || endWhenOverdue(draft)) return false;
    answer(draft, present);
    return true;
  });
  if (!isTaken) {
    throw new ServiceException("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
  }
  return {};
}

export const sendTaskSuccess = action(Request.SendTaskSuccess, (service, { taskToken, output }) => {
  const result = readOutput(output);
  return answerTask(service, taskToken, (draft, present) => endWithResult(draft, present, result));
});

export const sendTaskFailure = action(Request.SendTaskFailure, (service, { taskToken, error = "", cause }) =>
  answerTask(service, taskToken, (draft, present) => endWithFailure(draft, present, { error, cause })),
);

export const sendTaskHeartbeat = action(Request.SendTaskHeartbeat, (service, { taskToken }) =>
  answerTask(service, taskToken, beat),
);

function readOutput(text: string): Json {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ServiceException("InvalidOutput", `Invalid Output: '${error.message}'`);
  }
}
