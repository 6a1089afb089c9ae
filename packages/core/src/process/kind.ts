import type { Stored, Table, World } from "../kit/index.ts";
import type { News, NewsWindow } from "./news.ts";
import type { ProcessRow } from "./row.ts";
import type { Task } from "./task.ts";

/** A kind of process as its runtime knows it: what is deployed, what runs, and what the sweep looks after. */
export type ProcessKind = {
  /** The record's kind, the state machine's name and the function's: `election`. */
  name: string;
  /** The state machine as plain ASL, with `${tasks}` in the place of the function. */
  definition: Readonly<Record<string, unknown>>;
  /** Every task by the name of its state. */
  tasks: Readonly<Record<string, Task>>;
  /** The rows of one network, whatever became of them. */
  findIn(table: Table, network: string): Promise<Stored<ProcessRow>[]>;
  /** The rows that have not ended, of every network. */
  findOpen(table: Table): Promise<Stored<ProcessRow>[]>;
  /** Stops one from outside, where no Catch could. */
  park(world: World, id: string, why: { state: string; fault: string; execution: number }): Promise<void>;
  /** Lets another execution take over from one that is nearly a year old; not for what never takes that long. */
  renew?(world: World, id: string): Promise<void>;
  /** Does what is due beside its machine: what people were asked while the machine waits for something else. */
  tend?(world: World, id: string): Promise<void>;
  /** What there is to tell of those of a network, for its members' digests. */
  news?(world: World, network: string, window: NewsWindow): Promise<News[]>;
  /** Begins by itself what nobody opens, when it is due. */
  beginDue?(world: World): Promise<void>;
  /** Wakes it if there is something to do where it waits: a signal that a crash has lost is raised again. */
  signalIfDue(world: World, id: string): Promise<void>;
};
