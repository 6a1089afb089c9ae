import * as v from "valibot";
import { after, before, Instant, secondsBetween, toMilliseconds } from "./clock.ts";
import { sha256 } from "./hash.ts";
import type { World } from "./ports.ts";
import { defineRecord } from "./record.ts";
import { Refusal } from "./refusal.ts";
import { untilWritten } from "./retry.ts";
import { create, replace, type Write } from "./table.ts";

/** When something was asked for in the last hour. Of what it is about only a hash is kept. */
const Rate = defineRecord({
  kind: "rate",
  schema: v.object({
    subject: v.string(),
    times: v.array(Instant),
    /** Seconds since 1970, for the table's own deletion. */
    expires: v.number(),
  }),
  key: ({ subject }: { subject: string }) => ({ pk: `rate#${subject}`, sk: "rate" }),
});

const HOUR = { hours: 1 };

/** What is counted: which kind of thing, about whom, and how many of it in any hour. */
export type Counted = { purpose: string; subject: string; limit: number };

/** Those of these moments that lie in the hour before now. */
export function inLastHour(times: readonly Instant[], now: Instant): Instant[] {
  const from = before(now, HOUR);
  return times.filter((at) => at > from);
}

/** Refuses with `too-many`, and the seconds until the oldest of these moments is an hour ago, once there are `limit`. */
export function refuseAbove(times: readonly Instant[], limit: number, now: Instant): void {
  const oldest = times.at(-limit);
  if (oldest !== undefined) {
    throw new Refusal("too-many", { details: { retryAfter: Math.max(1, secondsBetween(now, after(oldest, HOUR))) } });
  }
}

/**
 * The write that counts one more request; put it into the transaction of what was asked for. In any hour there are at most
 * `limit`, whenever it begins: above it, it refuses as `refuseAbove` does. The work is the same whoever asks.
 */
export async function countRequest(world: World, of: Counted): Promise<Write> {
  const now = world.clock.now();
  const subject = sha256(`${of.purpose}\n${of.subject}`);
  const rate = await world.table.get(Rate, { subject });
  const counted = inLastHour(rate?.times ?? [], now);
  refuseAbove(counted, of.limit, now);
  const expires = Math.floor(toMilliseconds(after(now, HOUR)) / 1000);
  const next = { subject, times: [...counted, now], expires };
  return rate ? replace(Rate, rate, next) : create(Rate, next);
}

/** Counts one more request of itself, where nothing else is written: a link that we do not know, a form that is wrong. */
export async function countTry(world: World, ...counted: readonly Counted[]): Promise<void> {
  await untilWritten(async () => {
    const writes: Write[] = [];
    for (const one of counted) writes.push(await countRequest(world, one));
    await world.table.write(writes);
  });
}
