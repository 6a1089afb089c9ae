import * as v from "valibot";
import { LocalDate, Text } from "../i18n/index.ts";
import { defineRecord, Instant, listAll, type Stored, type Table } from "../kit/index.ts";

/** So many seats that all of them can change hands in one step. */
export const MOST_SEATS = 30;
/** A mandate lasts ten years at most. */
export const MOST_MONTHS = 120;
/** So long before the end of a mandate its holder and the coordinators are reminded, if nothing else is set. */
export const DAYS_BEFORE_THE_END = 60;

/** An office of a network: what members are elected to, in the network's own words. */
export const Office = defineRecord({
  kind: "office",
  schema: v.object({
    network: v.string(),
    id: v.string(),
    /** In the network's language, and in others where somebody has written it. */
    title: Text,
    seats: v.number(),
    /** How long a mandate lasts where an election does not say otherwise. */
    months: v.number(),
    /** How many days before the end of a mandate people are reminded. */
    remindDays: v.number(),
    /** Who holds it coordinates the network, once the rights are passed on by a stated act. */
    coordinates: v.boolean(),
    createdAt: Instant,
    createdBy: v.string(),
  }),
  key: ({ network, id }: { network: string; id: string }) => ({ pk: `network#${network}`, sk: `office#${id}` }),
});
export type Office = v.InferOutput<typeof Office.schema>;

/** Why somebody no longer holds an office before the last day of the mandate. */
export const WhyEnded = v.picklist(["succeeded", "resigned", "left", "recalled", "annulled", "declined"]);
export type WhyEnded = v.InferOutput<typeof WhyEnded>;

/** Where a mandate comes from: an election that was declared, or what a coordinator has entered. */
const Source = v.variant("kind", [
  v.object({ kind: v.literal("election"), election: v.string(), vote: v.string(), title: v.string() }),
  v.object({ kind: v.literal("recorded"), by: v.string(), at: Instant }),
]);

const Ended = v.object({
  why: WhyEnded,
  /** The last day in office. */
  on: LocalDate,
  at: Instant,
  /** The coordinator who ended it; none where an election did. */
  by: v.optional(v.string()),
  election: v.optional(v.string()),
  reason: v.optional(v.string()),
});

/** That a member holds an office: from the first day to the last one of the mandate, both within it. */
export const Holding = defineRecord({
  kind: "holding",
  schema: v.object({
    network: v.string(),
    id: v.string(),
    office: v.string(),
    member: v.string(),
    from: LocalDate,
    until: LocalDate,
    source: Source,
    ended: v.optional(Ended),
    /** When its end is to be announced; gone once it was. */
    remindAt: v.optional(Instant),
  }),
  key: ({ network, id }: { network: string; id: string }) => ({ pk: `network#${network}`, sk: `holding#${id}` }),
  indexes: ({ remindAt, ended }) => (remindAt && !ended ? { due: { pk: "mandates", sk: remindAt } } : {}),
});
export type Holding = v.InferOutput<typeof Holding.schema>;

/** A network's offices, in the order in which they were added. */
export async function officesOf(table: Table, network: string): Promise<Stored<Office>[]> {
  const offices = await listAll(table, Office, `network#${network}`, "office#");
  return offices.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

/** Everybody who holds, held or is to hold an office of the network: the earliest first. */
export async function holdingsOf(table: Table, network: string): Promise<Stored<Holding>[]> {
  const holdings = await listAll(table, Holding, `network#${network}`, "holding#");
  return holdings.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}
