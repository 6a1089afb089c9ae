/** Why a state failed, under the error names of the Amazon States Language or of a task; a Fail may give none. */
export type Failure = {
  error?: string | undefined;
  cause?: string | undefined;
  /** The missed heartbeat: recorded as `States.Timeout`, and known to Retry and Catch as `States.HeartbeatTimeout` too. */
  isHeartbeat?: boolean | undefined;
};

/** Thrown out of the work on one state; caught by the interpreter alone. */
export class StateFailed extends Error {
  override readonly name = "StateFailed";
  readonly failure: Failure;
  /** The field whose expression failed, where one did: `Arguments/Payload/id`. */
  readonly location: string | undefined;

  constructor(failure: Failure, location?: string) {
    super(`${failure.error}: ${failure.cause ?? ""}`);
    this.failure = failure;
    this.location = location;
  }
}

export function queryEvaluationFailed(location: string, cause: string): StateFailed {
  return new StateFailed({ error: "States.QueryEvaluationError", cause }, location);
}

export function dataLimitExceeded(what: string): StateFailed {
  const cause = `${what} with a size exceeding the maximum number of bytes service limit.`;
  return new StateFailed({ error: "States.DataLimitExceeded", cause });
}
