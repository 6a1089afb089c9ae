import * as v from "valibot";
import { LocalDate } from "../i18n/index.ts";
import { defineRecord, Instant, type Stored, type Table } from "../kit/index.ts";
import { openIndex, openPartition, processRow } from "../process/index.ts";

/** How often somebody wants her digest. */
export const Frequency = v.picklist(["weekly", "fortnightly", "monthly", "off"]);
export type Frequency = v.InferOutput<typeof Frequency>;

/** The index partition of everybody who gets a digest, by when the next one is due. */
const DUE = "digests";

/** A person's digest: how often, when next, and up to where she has been told. */
export const Subscription = defineRecord({
  kind: "digest-subscription",
  schema: v.object({
    person: v.string(),
    frequency: Frequency,
    /** The day that the next digest is for: its period. */
    slot: LocalDate,
    /** When it is written: in the morning of that day, or later if that was missed. */
    nextAt: Instant,
    /** What happened until then was in a digest that went out, or is older than her place in any network. */
    since: Instant,
    /** The last letter that was written, and what it reaches up to; whether it went out is seen when the next is due. */
    last: v.optional(v.object({ letter: v.string(), until: Instant })),
  }),
  key: ({ person }: { person: string }) => ({ pk: `person#${person}`, sk: "digest" }),
  indexes: ({ person, frequency, nextAt }) =>
    frequency === "off" ? {} : { due: { pk: DUE, sk: `${nextAt}#${person}` } },
});
export type Subscription = v.InferOutput<typeof Subscription.schema>;

/** Those whose time has come, the longest due first. The index may be behind: who was dealt with a moment ago may be among them. */
export function dueSubscriptions(table: Table, now: Instant, limit: number): Promise<Stored<Subscription>[]> {
  // The person's id follows the moment: `~` comes after all of them.
  return table.find(Subscription, "due", DUE, { until: `${now}#~`, limit });
}

/** That a digest was written: one for a person and a period, before anything is sent. */
export const Issue = defineRecord({
  kind: "digest-issue",
  schema: v.object({ person: v.string(), slot: LocalDate, run: v.string(), at: Instant }),
  key: ({ person, slot }: { person: string; slot: string }) => ({ pk: `person#${person}`, sk: `digest#${slot}` }),
});
export type Issue = v.InferOutput<typeof Issue.schema>;

/** The row of one run. It belongs to no network and nobody opens it. */
export const DigestRun = defineRecord({
  kind: "digest",
  schema: v.object({ ...processRow, stage: v.picklist(["digests", "written"]) }),
  key: ({ id }: { id: string }) => ({ pk: `digest#${id}`, sk: "digest" }),
  indexes: ({ id, state }) => openIndex("digest", { id, state }),
});
export type DigestRun = v.InferOutput<typeof DigestRun.schema>;

/** The runs that have not ended. */
export function openRuns(table: Table): Promise<Stored<DigestRun>[]> {
  return table.find(DigestRun, "open", openPartition("digest"));
}
