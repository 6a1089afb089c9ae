import * as v from "valibot";
import { localDate } from "../i18n/index.ts";
import {
  after,
  defineRecord,
  Instant,
  Lost,
  newId,
  Refusal,
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
    /** The day on which it was last used, in her zone; finer is nobody's business. */
    seenOn: v.optional(v.string()),
    expiresAt: Instant,
    revokedAt: v.optional(Instant),
    /** Seconds since 1970, for the table's own deletion. */
    expires: v.number(),
  }),
  key: ({ id }: { id: string }) => ({ pk: `signed-in#${id}`, sk: "signed-in" }),
  indexes: ({ id, person, at }) => ({ lookup: { pk: `signed-in#${person}`, sk: `${at}#${id}` } }),
});
export type SignedIn = v.InferOutput<typeof SignedIn.schema>;

/** Who is signed in, her places in the networks that she coordinates, and those where she helps in an election or a session. */
export type Coordinator = { person: Stored<Person>; memberships: Stored<Member>[]; helping: Stored<Member>[] };

/** Whether she coordinates there. */
export const coordinates = ({ coordinator, standing }: Member): boolean => coordinator && standing === "active";

/** Whether she stands in for a coordinator there, in some election, or records some session. */
export const helps = ({ substituteIn = [], recordsIn = [], standing }: Member): boolean =>
  substituteIn.length + recordsIn.length > 0 && standing === "active";

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

/**
 * Who a cookie belongs to; undefined when it is expired, revoked or not ours. The first use on another day is noted on it;
 * nothing else is written.
 */
export async function readSignedIn(world: World, cookie: string): Promise<Coordinator | undefined> {
  const signedIn = await find(world, cookie);
  if (!signedIn || !isLive(signedIn, world.clock.now())) return undefined;
  const [person, places] = await Promise.all([
    world.table.get(Person, { id: signedIn.person }),
    placesOf(world.table, signedIn.person),
  ]);
  if (!person) return undefined;
  await noteSeen(world, signedIn, localDate(world.clock.now(), person.zone));
  return { person, memberships: places.filter(coordinates), helping: places.filter(helps) };
}

async function noteSeen(world: World, signedIn: Stored<SignedIn>, day: string): Promise<void> {
  if (signedIn.seenOn === day) return;
  try {
    await world.table.write([replace(SignedIn, signedIn, { ...signedIn, seenOn: day })]);
  } catch (error) {
    // Another page of hers noted it, or she has just signed out.
    if (!(error instanceof Lost)) throw error;
  }
}

/** One browser of a coordinator: since when she is signed in there, the day it was last used, and whether it is this one. */
export type Device = Pick<SignedIn, "id" | "at" | "seenOn" | "expiresAt"> & { isThis: boolean };

/** Everywhere that the cookie's person is signed in, this browser first, then the newest; undefined when she is not. */
export async function devicesOf(world: World, cookie: string): Promise<Device[] | undefined> {
  const here = await find(world, cookie);
  if (!here || !isLive(here, world.clock.now())) return undefined;
  const all = await world.table.find(SignedIn, "lookup", `signed-in#${here.person}`);
  const others = all.filter((one) => one.id !== here.id && isLive(one, world.clock.now())).toReversed();
  return [here, ...others].map(({ id, at, seenOn, expiresAt }) => ({
    ...{ id, at, expiresAt, isThis: id === here.id },
    ...(seenOn !== undefined && { seenOn }),
  }));
}

const isLive = ({ revokedAt, expiresAt }: SignedIn, now: Instant) => !revokedAt && expiresAt > now;

/**
 * Signs the cookie's person out in one of her browsers, or in all of them, this one too. Refuses who is not signed in, and a
 * browser of somebody else (`not-found`).
 */
export async function signOutDevices(
  world: World,
  { cookie, id }: { cookie: string; id: string | "all" },
): Promise<void> {
  const devices = await devicesOf(world, cookie);
  if (!devices) throw new Refusal("sign-in.needed");
  const chosen = devices.filter((device) => id === "all" || device.id === id);
  if (chosen.length === 0) throw new Refusal("not-found");
  for (const device of chosen) await revoke(world, device.id);
}

function revoke(world: World, id: string): Promise<void> {
  return untilWritten(async () => {
    const signedIn = await world.table.get(SignedIn, { id });
    if (!signedIn || signedIn.revokedAt) return;
    await world.table.write([replace(SignedIn, signedIn, { ...signedIn, revokedAt: world.clock.now() })]);
  });
}

/** From now on the cookie opens nothing, in whatever browser it is. Signing out twice, or with no cookie of ours, does nothing. */
export async function signOut(world: World, cookie: string): Promise<void> {
  const signedIn = await find(world, cookie);
  if (signedIn) await revoke(world, signedIn.id);
}

async function find(world: World, cookie: string): Promise<Stored<SignedIn> | undefined> {
  const id = readSigned(world.keys, cookie, ABOUT);
  return id === undefined ? undefined : world.table.get(SignedIn, { id });
}
