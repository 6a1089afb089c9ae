type Data = { truncated: false };
type Input = { input: string; inputDetails: Data };
type Output = { output: string; outputDetails: Data };
export type Why = { error?: string | undefined; cause?: string | undefined };
type Service = { resourceType: "lambda"; resource: string };

type StateType = "Task" | "Pass" | "Choice" | "Wait" | "Succeed" | "Fail" | "Map" | "Parallel";
type Iteration = { name: string; index: number };

/** The events of AWS's histories that happen here, each with its details as AWS records them. */
export type Happening =
  | { type: "ExecutionStarted"; executionStartedEventDetails: Input & { roleArn: string } }
  | { type: "ExecutionSucceeded"; executionSucceededEventDetails: Output }
  | { type: "ExecutionFailed"; executionFailedEventDetails: Why }
  | { type: "ExecutionAborted"; executionAbortedEventDetails: Why }
  | { type: "ExecutionTimedOut"; executionTimedOutEventDetails: Why }
  | { type: "ExecutionRedriven"; executionRedrivenEventDetails: { redriveCount: number } }
  | { type: `${StateType}StateEntered`; stateEnteredEventDetails: Input & { name: string } }
  | {
      type: `${Exclude<StateType, "Fail">}StateExited`;
      stateExitedEventDetails: Output & {
        name: string;
        assignedVariables?: Record<string, string>;
        assignedVariablesDetails?: Data;
      };
    }
  | { type: "MapStateStarted"; mapStateStartedEventDetails: { length: number } }
  | { type: "MapIterationStarted"; mapIterationStartedEventDetails: Iteration }
  | { type: "MapIterationSucceeded"; mapIterationSucceededEventDetails: Iteration }
  | { type: "MapIterationFailed"; mapIterationFailedEventDetails: Iteration }
  | { type: "MapIterationAborted"; mapIterationAbortedEventDetails: Iteration }
  | { type: "ParallelStateStarted" }
  | { type: `${"Map" | "Parallel"}State${"Succeeded" | "Failed"}` }
  | { type: `${"Task" | "Wait" | "Map" | "Parallel"}StateAborted` }
  | {
      type: "TaskScheduled";
      taskScheduledEventDetails: Service & {
        region: string;
        parameters: string;
        timeoutInSeconds?: number | undefined;
        heartbeatInSeconds?: number | undefined;
      };
    }
  | { type: "TaskStarted"; taskStartedEventDetails: Service }
  | { type: "TaskSubmitted"; taskSubmittedEventDetails: Service & Output }
  | { type: "TaskSucceeded"; taskSucceededEventDetails: Service & Output }
  | { type: "TaskFailed"; taskFailedEventDetails: Service & Why }
  | { type: "TaskTimedOut"; taskTimedOutEventDetails: Service & Why }
  | { type: "EvaluationFailed"; evaluationFailedEventDetails: Why & { state: string; location: string } };

export type HistoryEvent = Happening & {
  id: number;
  /** 0 for the first event and, as on AWS, for the first state's entry. */
  previousEventId: number;
  /** Milliseconds since 1970. */
  timestamp: number;
};

/** An execution ends with this many events, whatever it was doing. */
export const MOST_EVENTS = 25_000;

export function asInput(json: string): Input {
  return { input: json, inputDetails: { truncated: false } };
}

export function asOutput(json: string): Output {
  return { output: json, outputDetails: { truncated: false } };
}
