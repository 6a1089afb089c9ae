import type { Table } from "../kit/index.ts";
import { Letter, type LetterState } from "./records.ts";

/** What has become of a process's letters that ask, each in one of these. */
export type Delivery = Record<"waiting" | "sent" | "delivered" | "bounced" | "complained" | "unsent", number>;

const countedAs: Record<LetterState, keyof Delivery | undefined> = {
  waiting: "waiting",
  batched: "waiting",
  sent: "sent",
  delivered: "delivered",
  bounced: "bounced",
  complained: "complained",
  failed: "unsent",
  // She had answered before it went.
  skipped: undefined,
};

/**
 * How a process's letters that ask arrived: figures only, nobody's name. Receipts are left out, which would tell how many
 * have answered.
 */
export async function deliveryOf(table: Table, process: string): Promise<Delivery> {
  const delivery: Delivery = { waiting: 0, sent: 0, delivered: 0, bounced: 0, complained: 0, unsent: 0 };
  for (const { state, ask, link, facts } of await table.find(Letter, "lookup", `letters#${process}`)) {
    const counted = countedAs[state];
    if (counted && ask && link && !facts.test) delivery[counted] += 1;
  }
  return delivery;
}
