import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { StandingClock } from "@quorate/local/clock";
import { startStepFunctions } from "@quorate/local/step-functions";
import * as v from "valibot";

/**
 * A service on a folder, until it is killed. It notes every invocation in a file of the folder. The function `hang` answers
 * only in a run that is not told to hang. Told `paused` no execution goes on; told `die-20` the run ends itself by SIGKILL
 * after so many turns of the event loop.
 */
const [folder = "", now = "", mode = ""] = process.argv.slice(2);

function note(line: string): void {
  appendFileSync(join(folder, "invocations.txt"), `${line}\n`);
}

const functions = {
  add: async (payload: unknown) => {
    const { total } = v.parse(v.object({ total: v.number() }), payload);
    note(`add ${total}`);
    return total + 1;
  },
  hang: async (payload: unknown) => {
    const { id } = v.parse(v.object({ id: v.optional(v.string()) }), payload);
    note(id === undefined ? "hang" : `hang ${id}`);
    if (mode === "hang") await new Promise(() => {});
    return "answered";
  },
  await: async (payload: unknown) => {
    note(`await ${v.parse(v.object({ token: v.string() }), payload).token}`);
  },
};

const clock = new StandingClock(now);
const startsPaused = mode === "paused" || mode.startsWith("die-");
const service = await startStepFunctions({ functions, dataPath: folder, clock, startsPaused });
console.log(service.endpoint);
if (mode.startsWith("die-")) {
  service.resume();
  for (let turns = Number(mode.slice("die-".length)); turns > 0; turns -= 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  process.kill(process.pid, "SIGKILL");
}
