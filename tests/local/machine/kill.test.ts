import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import * as v from "valibot";
import { expect, it } from "vitest";
import { place, play, start, useCommands } from "../../support/commands.ts";

useCommands();

/** Moments of the story at which the machine is killed, drawn from this seed. */
const SEED = 20;
const KILLS = 20;

const Letters = v.array(
  v.object({ to: v.string(), subject: v.string(), tags: v.array(v.object({ name: v.string(), value: v.string() })) }),
);

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

it("killed at twenty moments of the story and started again, the election ends with the same figures, no letter twice", async () => {
  const { url, env } = await place();
  const chance = seeded(SEED);

  let { machine, setUpUrl } = await start(env, true);
  const { said, exit } = play(url, setUpUrl, "vlasotince");
  let code: number | null | undefined;
  void exit.then((ended) => {
    code = ended;
  });

  let kills = 0;
  while (code === undefined && kills < KILLS) {
    await pause(100 + chance() * 1100);
    if (code !== undefined) break;
    machine.kill("SIGKILL");
    await once(machine, "exit");
    kills += 1;
    ({ machine } = await start(env));
  }
  expect(await exit, said.join("")).toBe(0);
  expect(kills).toBe(KILLS);
  const story = said.join("");
  expect(story).toMatch(/25\sод\s27/);

  const letters = await lettersOnce(url, (all) => all.filter(isResult).length >= 27);
  const ids = letters.map((letter) => letter.tags.find((tag) => tag.name === "letter")?.value ?? "none");
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  const told = letters.filter(isResult).map((letter) => letter.to);
  expect(told).toHaveLength(27);
  expect(new Set(told).size).toBe(27);
}, 240_000);

const isResult = ({ subject }: { subject: string }) => subject.endsWith("резултат је проглашен");

/** The letters in the sink, once they are what they should come to; as they are when that takes too long. */
async function lettersOnce(url: string, isAll: (letters: v.InferOutput<typeof Letters>) => boolean) {
  for (let tries = 0; ; tries += 1) {
    const letters = v.parse(Letters, await (await fetch(`${url}/mailbox/letters.json`)).json());
    if (isAll(letters) || tries > 600) return letters;
    await pause(50);
  }
}
