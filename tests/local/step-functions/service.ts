import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  type HistoryEvent,
  paginateGetExecutionHistory,
  SFNClient,
  StartExecutionCommand,
  UpdateStateMachineCommand,
} from "@aws-sdk/client-sfn";
import { StandingClock } from "@quorate/local/clock";
import { type Handler, type StepFunctions, startStepFunctions } from "@quorate/local/step-functions";

const ROLE = "arn:aws:iam::000000000000:role/local";
export const START = "2026-03-20T19:00:00.000Z";

/** A client of the service at that address; one try, so that a test sees every answer. */
export function clientOf(endpoint: string): SFNClient {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  return new SFNClient({ endpoint, region: "local", credentials, maxAttempts: 1 });
}

export type States = Record<string, Record<string, unknown>>;

/** States of which the first is the first to be entered: a branch of a Parallel, or what a Map does with an item. */
export function processOf(states: States) {
  return { StartAt: Object.keys(states)[0] ?? "", States: states };
}

/** A definition whose first state is the first. */
export function definitionOf(states: States, more: { TimeoutSeconds?: number } = {}): string {
  return JSON.stringify({ QueryLanguage: "JSONata", ...processOf(states), ...more });
}

export function machinesOf(client: SFNClient) {
  return {
    async make(states: States, name = "election", more: { TimeoutSeconds?: number } = {}): Promise<string> {
      const command = new CreateStateMachineCommand({ name, definition: definitionOf(states, more), roleArn: ROLE });
      return text((await client.send(command)).stateMachineArn);
    },
    async update(stateMachineArn: string, states: States): Promise<void> {
      await client.send(new UpdateStateMachineCommand({ stateMachineArn, definition: definitionOf(states) }));
    },
    async start(stateMachineArn: string, input: unknown = {}, name = "first"): Promise<string> {
      const command = new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) });
      return text((await client.send(command)).executionArn);
    },
    async describe(executionArn: string) {
      const { status, output, error, cause } = await client.send(new DescribeExecutionCommand({ executionArn }));
      return { status, output: output === undefined ? undefined : JSON.parse(output), error, cause };
    },
    async history(executionArn: string): Promise<HistoryEvent[]> {
      const all: HistoryEvent[] = [];
      const pages = paginateGetExecutionHistory({ client, pageSize: 1000 }, { executionArn });
      for await (const { events } of pages) all.push(...(events ?? []));
      return all;
    },
    /** Every event's id, the id of the one before it, and its type. */
    async chain(executionArn: string): Promise<[id: number, previous: number, type: string][]> {
      const events = await this.history(executionArn);
      return events.map(({ id = 0, previousEventId = 0, type = "" }) => [id, previousEventId, type]);
    },
    async types(executionArn: string): Promise<(string | undefined)[]> {
      return (await this.history(executionArn)).map(({ type }) => type);
    },
  };
}

export type Bench = ReturnType<typeof machinesOf> & {
  client: SFNClient;
  clock: StandingClock;
  service: StepFunctions;
  /** Makes the machine, runs it until it stands, and tells how it is. */
  run(states: States, input?: unknown, more?: { TimeoutSeconds?: number }): Promise<{ arn: string } & Described>;
  close(): Promise<void>;
};

type Described = Awaited<ReturnType<ReturnType<typeof machinesOf>["describe"]>>;

/** A service in memory with a standing clock. */
export async function openBench(functions: Record<string, Handler> = {}): Promise<Bench> {
  const clock = new StandingClock(START);
  const service = await startStepFunctions({ functions, clock });
  const client = clientOf(service.endpoint);
  const machines = machinesOf(client);
  return {
    ...machines,
    client,
    clock,
    service,
    async run(states, input, more) {
      const arn = await machines.start(await machines.make(states, "election", more), input);
      await service.idle();
      return { arn, ...(await machines.describe(arn)) };
    },
    async close() {
      client.destroy();
      await service.close();
    },
  };
}

function text(value: string | undefined): string {
  if (value === undefined) throw new Error("the service has left it out");
  return value;
}

/** A task of the function with the payload. */
export function invoke(functionName: string, more: Record<string, unknown> = {}, payload: unknown = {}) {
  return {
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke",
    Arguments: { FunctionName: functionName, Payload: payload },
    ...more,
  };
}

/** A task that waits for its token. */
export function invokeWithToken(functionName: string, more: Record<string, unknown> = {}) {
  return {
    ...invoke(functionName, more, { token: "{% $states.context.Task.Token %}" }),
    Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
  };
}

/** A handler that keeps the tokens it was given, the latest last. */
export function tokenKeeper() {
  const tokens: string[] = [];
  const handler: Handler = async (payload) => {
    if (typeof payload === "object" && payload !== null && "token" in payload) tokens.push(String(payload.token));
  };
  return { tokens, handler, latest: () => text(tokens.at(-1)) };
}
