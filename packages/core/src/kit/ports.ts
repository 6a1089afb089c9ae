import type { KeyObject } from "node:crypto";
import type { Clock } from "./clock.ts";
import type { Documents } from "./documents.ts";
import type { Table } from "./table.ts";

export interface Random {
  /** So many bytes that nobody can foretell. */
  bytes(count: number): Uint8Array;
}

export type KeyPurpose = "link" | "seal" | "sign";

export interface Keys {
  /** The key that new links, seals and signatures are made with, and its id. */
  current(purpose: KeyPurpose): { kid: string; key: KeyObject };
  /** An older key that still opens what was made with it; undefined once it is gone. */
  find(purpose: KeyPurpose, kid: string): KeyObject | undefined;
}

/** The state machines' service. Machines are named by their process: `election`. */
export interface Processes {
  /** Starts the execution of this name; starting it again with the same input changes nothing. */
  start(machine: string, execution: string, input: Record<string, string>): Promise<void>;
  /** Answers a waiting task. `moved-on` when the task no longer waits: timed out, answered before, or not known. */
  answer(token: string, output: Record<string, string>): Promise<"answered" | "moved-on">;
  /** Ends an execution where it stands; nothing where it has ended or is not known. */
  stop(machine: string, execution: string): Promise<void>;
  /**
   * What has become of an execution: one that timed out or was stopped has `failed` like any other that did not end by itself;
   * undefined when the service does not know it.
   */
  status(machine: string, execution: string): Promise<"running" | "ended" | "failed" | undefined>;
}

/** A text that goes with a letter as a file. */
export type Attachment = { filename: string; contentType: string; content: string };

/** One letter as the provider takes it. */
export type OutgoingLetter = {
  from: string;
  to: string;
  replyTo?: string | undefined;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  attachments?: Attachment[] | undefined;
};

/** What the provider made of a batch: for each letter, in order, its id there or why it was refused. */
export type BatchOutcome =
  | { kind: "accepted"; letters: ({ id: string } | { refused: string })[] }
  | { kind: "unknown"; reason: string };

export interface Mail {
  /** So many letters are handed over at once. */
  readonly most: number;
  /** It remembers a key for 24 hours: the same call again sends nothing twice. Otherwise a call that may have been made is not made again. */
  readonly remembersKeys: boolean;
  /** Hands over letters under one idempotency key; one with attachments, alone. Throws `Transient` when the same call may succeed later. */
  send(key: string, letters: OutgoingLetter[]): Promise<BatchOutcome>;
}

export interface Log {
  /** Fields are ids, words and figures: never a name, an address, a choice or a link. */
  info(event: string, fields?: Record<string, string | number>): void;
  error(event: string, fault: unknown, fields?: Record<string, string | number>): void;
}

/** Everything impure, passed in. */
export interface World {
  table: Table;
  clock: Clock;
  random: Random;
  processes: Processes;
  mail: Mail;
  documents: Documents;
  /** The address under which the pages are reached, without a slash at its end: the only source of links. */
  url: string;
  keys: Keys;
  log: Log;
}
