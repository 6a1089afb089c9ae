import * as v from "valibot";
import {
  after,
  defineRecord,
  Instant,
  newId,
  readSigned,
  replace,
  type Stored,
  sign,
  toMilliseconds,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { type Member, Person, placesOf } from "./records.ts";

/** One browser in which a coordinator is signed in. */
export const SignedIn = defineRecord({
  kind: "signed-in",
  schema: v.object({
    id: v.string(),
    person: v.string(),
    at: Instant,
    expiresAt: Instant,
    revokedAt: v.optional(Instant),
    /** Seconds since 1970, for the table's own deletion. */
    expires: v.number(),
  }),
  key: ({ id }: { id: string }) => ({ pk: `signed-in#${id}`, sk: "signed-in" }),
});
export type SignedIn = v.InferOutput<typeof SignedIn.schema>;

/** Who is signed in, and her places in the networks that she coordinates. */
export type Coordinator = { person: Stored<Person>; memberships: Stored<Member>[] };

/** What the browser gets: the cookie's value, and until when it opens anything. */
export type Cookie = { cookie: string; person: string; expiresAt: Instant };

const LIFE = { hours: 12 };
const ABOUT = "signed-in";

/** A new signed-in time of 12 hours (asks 14); store it in the transaction that uses up the sign-in. */
export function newSignedIn(world: World, person: string): SignedIn {
  const at = world.clock.now();
  const expiresAt = after(at, LIFE);
  const expires = Math.floor(toMilliseconds(expiresAt) / 1000);
  return { id: newId(world.random, "signIn"), person, at, expiresAt, expires };
}

export function cookieOf(world: World, { id, person, expiresAt }: SignedIn): Cookie {
  return { cookie: sign(world.keys, id, ABOUT), person, expiresAt };
}

/** Who a cookie belongs to; undefined when it is expired, revoked or not ours. */
export async function readSignedIn(world: World, cookie: string): Promise<Coordinator | undefined> {
  const signedIn = await find(world, cookie);
  if (!signedIn || signedIn.revokedAt || signedIn.expiresAt <= world.clock.now()) return undefined;
  const [person, places] = await Promise.all([
    world.table.get(Person, { id: signedIn.person }),
    placesOf(world.table, signedIn.person),
  ]);
  if (!person) return undefined;
  return { person, memberships: places.filter((place) => place.coordinator && place.standing === "active") };
}

/** From now on the cookie opens nothing, in whatever browser it is. Signing out twice, or with no cookie of ours, does nothing. */
export async function signOut(world: World, cookie: string): Promise<void> {
  await untilWritten(async () => {
    const signedIn = await find(world, cookie);
    if (!signedIn || signedIn.revokedAt) return;
    await world.table.write([replace(SignedIn, signedIn, { ...signedIn, revokedAt: world.clock.now() })]);
  });
}

async function find(world: World, cookie: string): Promise<Stored<SignedIn> | undefined> {
  const id = readSigned(world.keys, cookie, ABOUT);
  return id === undefined ? undefined : world.table.get(SignedIn, { id });
}
