import { type AlarmClock, FlowingClock } from "../clock/index.ts";
import { Engine } from "./engine/engine.ts";
import { type Handler, Invocations } from "./engine/invocations.ts";
import { serveActions } from "./service/server.ts";
import { openDatabase } from "./store/database.ts";
import { ExecutionStore } from "./store/executions.ts";
import { MachineStore } from "./store/machines.ts";

export type StepFunctionsOptions = {
  /** The functions that tasks invoke, by name; each is looked up when it is invoked, so they may be added later. */
  functions: Readonly<Record<string, Handler>>;
  /** The folder that keeps machines and executions; without it they are kept in memory. */
  dataPath?: string | undefined;
  /** All time comes from it. Default: time flows, moved by nothing. */
  clock?: AlarmClock | undefined;
  /** Default 0: a free one. */
  port?: number | undefined;
  /** True: no execution goes on before `resume`, so that every function can be there first. Default false. */
  startsPaused?: boolean | undefined;
  /** Told of faults of the service itself, which are not failures of an execution. Default: the console's errors. */
  onFault?: ((fault: unknown) => void) | undefined;
};

export type StepFunctions = {
  /** Where the service listens, on the loopback address: the `endpoint` of an `SFNClient`. */
  endpoint: string;
  /** Takes up the executions of the last run, where it started paused. */
  resume(): void;
  /** Resolves when every execution has ended or waits for time or a token, and no function is running. */
  idle(): Promise<void>;
  /** Begins nothing more, waits five seconds at most for functions that run, and closes the file. The rest is done again after the next start. */
  close(): Promise<void>;
};

const PATIENCE = 5_000;

/**
 * Starts a Step Functions service of one's own, which `@aws-sdk/client-sfn` talks to unchanged. What it has acknowledged is on
 * the disk, and after a kill at any moment every execution goes on: waits keep their times, tokens stay valid, and a function
 * that was running is invoked again.
 *
 * @example
 * const { endpoint, close } = await startStepFunctions({ functions: { greet: async (name) => `Hello ${name}` } });
 */
export async function startStepFunctions(options: StepFunctionsOptions): Promise<StepFunctions> {
  const { functions, dataPath, port = 0, startsPaused = false, onFault = logFault } = options;
  const clock = options.clock ?? new FlowingClock();
  const database = openDatabase(dataPath);
  const machines = new MachineStore(database);
  const executions = new ExecutionStore(database);
  const invocations = new Invocations(functions);
  const engine = new Engine({ clock, machines, executions, invocations, onFault });
  const server = await serveActions({ clock, machines, executions, engine }, port, onFault);
  if (!startsPaused) engine.resume();
  return {
    endpoint: server.endpoint,
    resume: () => engine.resume(),
    idle: () => engine.idle(),
    close: async () => {
      engine.stop();
      await soonOr(engine.idle(), PATIENCE);
      engine.abandon();
      await server.close();
      database.close();
    },
  };
}

async function soonOr(promise: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise, late]);
  clearTimeout(timer);
}

function logFault(fault: unknown): void {
  console.error("step-functions", fault);
}
