import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Resend } from "resend";
import { expect, it } from "vitest";
import { afterTest, letter, openSink, scratchFolder } from "./fixtures.ts";

/** Starts a sink of its own on the folder; `kill` ends it as a crash would. */
async function startSink(folder: string) {
  const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "sink-process.ts"), folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const kill = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  afterTest(kill);
  const [port] = await Promise.race([
    once(child.stdout, "data"),
    exited.then(() => Promise.reject(new Error("the sink ended before it listened"))),
  ]);
  return { resend: new Resend("re_local", { baseUrl: `http://127.0.0.1:${Number(port)}` }), kill };
}

it("a letter that was acknowledged is there after the sink was killed, and is not sent a second time", async () => {
  const folder = scratchFolder();
  const killed = await startSink(folder);
  const send = (resend: Resend) => resend.batch.send([letter(), letter()], { idempotencyKey: "bat_1" });
  const acknowledged = await send(killed.resend);
  await killed.kill();
  expect(acknowledged.error).toBeNull();

  const { sink, resend } = await openSink({ dataPath: folder });
  expect(sink.letters().map(({ id }) => ({ id }))).toEqual(acknowledged.data?.data);
  expect((await send(resend)).data).toEqual(acknowledged.data);
  expect(sink.letters()).toHaveLength(2);
});
