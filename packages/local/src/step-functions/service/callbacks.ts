import { beat, endOverdue, endWithFailure, endWithResult, type OpenTask, taskByToken } from "../engine/tasks.ts";
import { type Json, parseJson } from "../json.ts";
import { action, type Service } from "./action.ts";
import { ServiceException } from "./exceptions.ts";
import * as Request from "./requests.ts";

/** Moves on the execution that waits for the token. Whoever comes too late is told so, by a deadline to the millisecond. */
function answerTask({ executions, engine }: Service, token: string, answer: (task: OpenTask) => void): object {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) throw new ServiceException("InvalidToken", "Invalid Token: 'Invalid token'");
  const execution = executions.find({ token });
  if (!execution) throw new ServiceException("TaskDoesNotExist", "Task does not exist");
  const isTaken = engine.move(execution.id, (draft) => {
    endOverdue(draft);
    const task = taskByToken(draft, token);
    if (task) answer(task);
    return task !== undefined;
  });
  if (!isTaken) {
    throw new ServiceException("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
  }
  return {};
}

export const sendTaskSuccess = action(Request.SendTaskSuccess, (service, { taskToken, output }) => {
  const result = readOutput(output);
  return answerTask(service, taskToken, (task) => endWithResult(task, result));
});

export const sendTaskFailure = action(Request.SendTaskFailure, (service, { taskToken, error = "", cause }) =>
  answerTask(service, taskToken, (task) => endWithFailure(task, { error, cause })),
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
