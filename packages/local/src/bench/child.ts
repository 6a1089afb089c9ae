import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import * as v from "valibot";

export type Child = {
  /** Hands over one job and resolves with what came of it; one at a time. */
  ask<S extends v.GenericSchema>(job: object, schema: S): Promise<v.InferOutput<S>>;
  end(): Promise<void>;
};

const Answer = v.union([v.object({ done: v.unknown() }), v.object({ fault: v.string() })]);

/** Starts the bench's own built file in another role, as a process with its own event loop and memory. */
export function startChild(role: string): Child {
  const child = fork(fileURLToPath(import.meta.url), [role], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const exit = once(child, "exit");
  const gone = exit.then(() => {
    throw new Error(`the bench's ${role} has ended`);
  });
  // An end while no job is waited for is told to the next one.
  gone.catch(() => {});
  return {
    async ask(job, schema) {
      const heard = Promise.race([once(child, "message"), gone]);
      child.send(job);
      const [message] = await heard;
      const answer = v.parse(Answer, message);
      if ("fault" in answer) throw new Error(answer.fault);
      return v.parse(schema, answer.done);
    },
    async end() {
      child.kill("SIGTERM");
      await exit;
    },
  };
}

/** In such a process: does the jobs it is given and says what came of each. */
export function serveJobs(run: (job: unknown) => Promise<unknown>): void {
  process.on("message", async (job) => {
    try {
      process.send?.({ done: await run(job) });
    } catch (error) {
      process.send?.({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.once("disconnect", () => process.exit(0));
}
