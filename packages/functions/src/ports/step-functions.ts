import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import { type Processes, Transient } from "@quorate/core/kit";

const transientNames = new Set(["ThrottlingException", "ServiceUnavailable", "TimeoutError", "InternalServerError"]);
const transientCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);

function orTransient(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  if (!transientNames.has(error.name) && !transientCodes.has(code)) return error;
  return new Transient("the state machines do not answer", { cause: error });
}

/** The state machines of Step Functions, found by the name of their process. */
export function stepFunctions(client: SFNClient, machines: Readonly<Record<string, string>>): Processes {
  const arnOf = (machine: string) => {
    const arn = machines[machine];
    if (!arn) throw new Error(`no state machine ${machine}`);
    return arn;
  };
  const executionArnOf = (machine: string, execution: string) =>
    `${arnOf(machine).replace(":stateMachine:", ":execution:")}:${execution}`;
  return {
    async start(machine, execution, input) {
      try {
        const stateMachineArn = arnOf(machine);
        await client.send(
          new StartExecutionCommand({ stateMachineArn, name: execution, input: JSON.stringify(input) }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw orTransient(error);
      }
    },

    async answer(token, output) {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }));
        return "answered";
      } catch (error) {
        const over = [TaskTimedOut, TaskDoesNotExist, InvalidToken].some((kind) => error instanceof kind);
        if (over) return "moved-on";
        throw orTransient(error);
      }
    },

    async stop(machine, execution) {
      try {
        await client.send(new StopExecutionCommand({ executionArn: executionArnOf(machine, execution) }));
      } catch (error) {
        if (!(error instanceof ExecutionDoesNotExist)) throw orTransient(error);
      }
    },

    async status(machine, execution) {
      const executionArn = executionArnOf(machine, execution);
      try {
        const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
        switch (status) {
          case "RUNNING":
          case "PENDING_REDRIVE":
            return "running";
          case "SUCCEEDED":
            return "ended";
          case "FAILED":
          case "TIMED_OUT":
          case "ABORTED":
          case undefined:
            return "failed";
        }
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return undefined;
        throw orTransient(error);
      }
    },
  };
}
