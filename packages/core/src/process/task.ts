import type { World } from "../kit/index.ts";

/** What the state machine passes to a task: ids and words only. `token` to a task that waits, `fault` and `at` to `Park`. */
export type TaskInput = { network: string; process: string; token?: string; fault?: string; at?: string };

/** What it gets back: a word for the Choice that follows, and how many seconds to wait if the word says so. */
export type TaskOutput = { word: string; seconds: number };

export type Task = (world: World, input: TaskInput) => Promise<TaskOutput>;

/** A word that says all. */
export const say = (word: string): TaskOutput => ({ word, seconds: 0 });
