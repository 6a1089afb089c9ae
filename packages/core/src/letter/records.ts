import { createHash } from "node:crypto";
import * as v from "valibot";
import { defineRecord, Instant, type Stored, type Table } from "../kit/index.ts";

/** What has become of a letter. `waiting` and `batched` are in the outbox; `failed` is on the operator's page. */
export const LetterState = v.picklist([
  "waiting",
  "batched",
  "sent",
  "delivered",
  "bounced",
  "complained",
  "failed",
  "skipped",
]);
export type LetterState = v.InferOutput<typeof LetterState>;

/** One e-mail to one person. It holds ids and words: name, address and link are put in when it is rendered. */
export const Letter = defineRecord({
  kind: "letter",
  schema: v.object({
    /** Made from process, kind, person and version: the same letter is never written twice. */
    id: v.string(),
    network: v.optional(v.string()),
    process: v.string(),
    kind: v.string(),
    version: v.string(),
    person: v.string(),
    member: v.optional(v.string()),
    ask: v.optional(v.object({ collection: v.string(), id: v.string() })),
    /** The id of the link it carries. */
    link: v.optional(v.string()),
    /** Only in the letter that lists all of a person's open asks: a link for each. */
    asks: v.optional(v.array(v.object({ collection: v.string(), id: v.string(), link: v.string() }))),
    facts: v.record(v.string(), v.union([v.string(), v.number()])),
    state: LetterState,
    batch: v.optional(v.string()),
    /** The provider's id of it. */
    mail: v.optional(v.string()),
    reason: v.optional(v.string()),
    /** It was not sent, and nobody is to send it any more. */
    givenUp: v.optional(v.object({ by: v.string(), reason: v.string(), at: Instant })),
    writtenAt: Instant,
    settledAt: v.optional(Instant),
  }),
  key: ({ id }: { id: string }) => ({ pk: `letter#${id}`, sk: "letter" }),
  indexes: ({ id, network, process, state, givenUp, writtenAt }) => ({
    lookup: { pk: `letters#${process}`, sk: `${writtenAt}#${id}` },
    ...(state === "waiting" && { due: { pk: "letters", sk: writtenAt } }),
    ...(state === "complained" && { open: { pk: "letters#complained", sk: `${network ?? ""}#${writtenAt}` } }),
    ...(state === "failed" && !givenUp && { open: { pk: "letters#failed", sk: `${network ?? ""}#${writtenAt}` } }),
  }),
});
export type Letter = v.InferOutput<typeof Letter.schema>;

/** Letters handed over together; its id is the idempotency key, its letters are in order. */
export const Batch = defineRecord({
  kind: "batch",
  schema: v.object({
    id: v.string(),
    letters: v.array(v.string()),
    state: v.picklist(["sending", "accepted", "failed"]),
    claimedAt: Instant,
    nextTryAt: Instant,
    /** Only with a provider that remembers no keys: since then it may have been sent. */
    handedOverAt: v.optional(Instant),
    tries: v.number(),
    reason: v.optional(v.string()),
  }),
  key: ({ id }: { id: string }) => ({ pk: `batch#${id}`, sk: "batch" }),
  indexes: ({ state, nextTryAt }) => (state === "sending" ? { due: { pk: "batches", sk: nextTryAt } } : {}),
});
export type Batch = v.InferOutput<typeof Batch.schema>;

/** The rendered bytes of one letter of a batch, sealed; a retry sends the same bytes. Gone once accepted, after 24 h at most. */
export const Rendered = defineRecord({
  kind: "rendered",
  schema: v.object({
    batch: v.string(),
    letter: v.string(),
    sealed: v.string(),
    /** Seconds since 1970, for the table's own deletion. */
    expires: v.number(),
  }),
  key: ({ batch, letter }: { batch: string; letter: string }) => ({ pk: `batch#${batch}`, sk: `rendered#${letter}` }),
});
export type Rendered = v.InferOutput<typeof Rendered.schema>;

/** A letter is unique per process, kind, person and version (letters 2). */
export function letterId(of: Pick<Letter, "process" | "kind" | "person" | "version">): string {
  const text = [of.process, of.kind, of.person, of.version].join("\n");
  return `let_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
}

/** All letters that were refused or never sent, and that nobody has dealt with, network by network: none hides another's. */
export function failedLetters(table: Table): Promise<Stored<Letter>[]> {
  return table.find(Letter, "open", "letters#failed");
}
