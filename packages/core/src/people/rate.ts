import * as v from "valibot";
import {
  after,
  create,
  defineRecord,
  Instant,
  milliseconds,
  Refusal,
  replace,
  secondsBetween,
  sha256,
  toInstant,
  toMilliseconds,
  untilWritten,
  type World,
  type Write,
} from "../kit/index.ts";

/** How often something was asked for in one hour. Of what it is about only a hash is kept. */
export const Rate = defineRecord({
  kind: "rate",
  schema: v.object({
    subject: v.string(),
    /** When the hour began. */
    window: Instant,
    count: v.number(),
    /** Seconds since 1970, for the table's own deletion. */
    expires: v.number(),
  }),
  key: ({ subject, window }: { subject: string; window: string }) => ({ pk: `rate#${subject}`, sk: window }),
});
export type Rate = v.InferOutput<typeof Rate.schema>;

const HOUR = { hours: 1 };

/**
 * The write that counts one more request in this hour; put it into the transaction of what was asked for. Refuses with
 * `too-many` and the seconds to wait once `limit` is reached. The work is the same whoever asks.
 */
export async function countRequest(
  world: World,
  of: { purpose: string; subject: string; limit: number },
): Promise<Write> {
  const now = world.clock.now();
  const length = milliseconds(HOUR);
  const window = toInstant(Math.floor(toMilliseconds(now) / length) * length);
  const ends = after(window, HOUR);
  const subject = sha256(`${of.purpose}\n${of.subject}`);
  const rate = await world.table.get(Rate, { subject, window });
  if (!rate) {
    return create(Rate, { subject, window, count: 1, expires: Math.floor(toMilliseconds(ends) / 1000) });
  }
  if (rate.count >= of.limit) {
    throw new Refusal("too-many", { details: { retryAfter: secondsBetween(now, ends) } });
  }
  return replace(Rate, rate, { ...rate, count: rate.count + 1 });
}

/** Counts one more request of itself, where nothing else is written: a link that we do not know, a form that is wrong. */
export async function countTry(world: World, of: { purpose: string; subject: string; limit: number }): Promise<void> {
  await untilWritten(async () => world.table.write([await countRequest(world, of)]));
}
