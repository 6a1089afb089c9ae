import type { Result, Task } from "../execution.ts";
import { type Json, toJson } from "../json.ts";

/** A function as Lambda has it: takes a payload and answers, or throws. The error's name is what Retry and Catch know it by. */
export type Handler = (payload: unknown) => Promise<unknown>;

/** More than this many wait their turn. */
const MOST_AT_ONCE = 64;

/** Invokes functions by their names, each looked up when it is invoked. */
export class Invocations {
  readonly #functions: Readonly<Record<string, Handler>>;
  readonly #queue: (() => void)[] = [];
  #running = 0;

  constructor(functions: Readonly<Record<string, Handler>>) {
    this.#functions = functions;
  }

  /** The outcome of the function, whatever it does. */
  async invoke({ functionName, payload }: Task): Promise<Result> {
    if (this.#running >= MOST_AT_ONCE) await new Promise<void>((resolve) => this.#queue.push(resolve));
    else this.#running += 1;
    try {
      // A turn of its own for each: functions that answer at once would otherwise keep requests from being served.
      await new Promise((resolve) => setImmediate(resolve));
      const handler = Object.hasOwn(this.#functions, functionName) ? this.#functions[functionName] : undefined;
      if (!handler) return failed("Lambda.ResourceNotFoundException", `Function not found: ${functionName}`);
      return { kind: "succeeded", result: answered(toJson(await handler(structuredClone(payload)))) };
    } catch (error) {
      return threw(error);
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}

function answered(payload: Json): Json {
  return { ExecutedVersion: "$LATEST", Payload: payload, StatusCode: 200 };
}

function failed(error: string, cause: string): Result {
  return { kind: "failed", failure: { error, cause } };
}

/** As Lambda's runtime for Node tells of an error. */
function threw(error: unknown): Result {
  const isError = error instanceof Error;
  const errorType = isError ? error.name : typeof error;
  const errorMessage = isError ? error.message : String(error);
  const trace = isError ? (error.stack ?? "").split("\n") : [];
  return failed(errorType, JSON.stringify({ errorType, errorMessage, trace }));
}
