import * as v from "valibot";
import {
  command,
  countRequest,
  create,
  defineRecord,
  Instant,
  readSigned,
  sign,
  toMilliseconds,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { Address, normalAddress } from "./address.ts";

/** What may be asked for by an address: links to open asks, or a sign-in. */
const Purpose = v.picklist(["lost-letter", "sign-in"]);

/** A letter that somebody asked for by an address. Whether anybody has it is found out by `fulfilRequest`. */
export const LetterRequest = defineRecord({
  kind: "letter-request",
  schema: v.object({
    id: v.string(),
    purpose: Purpose,
    /** Gone once the request is done: it may be a stranger's. */
    address: v.optional(v.string()),
    state: v.picklist(["pending", "done"]),
    /** How many wrong sign-in codes were entered for it. */
    wrongCodes: v.number(),
    at: Instant,
    /** Seconds since 1970, for the table's own deletion. */
    expires: v.number(),
  }),
  key: ({ id }: { id: string }) => ({ pk: `letter-request#${id}`, sk: "letter-request" }),
  indexes: ({ state, at }) => (state === "pending" ? { due: { pk: "letter-requests", sk: at } } : {}),
});
export type LetterRequest = v.InferOutput<typeof LetterRequest.schema>;

const REQUESTS_AN_HOUR = 3;
const KEPT_SECONDS = 24 * 3600;
const ABOUT = "letter request";

export function newRequest(world: World, fields: Pick<LetterRequest, "purpose" | "address" | "state">): LetterRequest {
  const at = world.clock.now();
  const id = `req_${Buffer.from(world.random.bytes(16)).toString("hex")}`;
  return { ...fields, id, wrongCodes: 0, at, expires: Math.floor(toMilliseconds(at) / 1000) + KEPT_SECONDS };
}

/** The request's id as the page holds it: signed, so that codes are tried only where a letter was asked for. */
export function signRequest(world: World, id: string): string {
  return sign(world.keys, id, ABOUT);
}

export function readRequest(world: World, signed: string): string | undefined {
  return readSigned(world.keys, signed, ABOUT);
}

/**
 * Notes that somebody wants a letter at this address: the links to her open asks, or a sign-in. The answer, and the work
 * done for it, are the same for every address. Refuses the fourth request of an hour (`too-many`, seconds to wait in
 * `retryAfter`).
 */
export const requestLetter = command(
  v.object({ purpose: Purpose, address: Address }),
  (world, { purpose, address }): Promise<{ request: string }> =>
    untilWritten(async () => {
      const subject = normalAddress(address);
      const counted = await countRequest(world, { purpose, subject, limit: REQUESTS_AN_HOUR });
      const request = newRequest(world, { purpose, address, state: "pending" });
      await world.table.write([counted, create(LetterRequest, request)]);
      return { request: signRequest(world, request.id) };
    }),
);
