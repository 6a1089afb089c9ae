import type { Locale } from "@quorate/core/i18n";
import { Refusal, type Stored, toMilliseconds, type World } from "@quorate/core/kit";
import { type Cookie, type Coordinator, type Member, Network, readSignedIn } from "@quorate/core/people";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { localeOf } from "../locale.ts";

/** On https the browser itself holds the cookie to this host; plain http is the loopback only. */
function cookieName(world: World): string {
  return isSecure(world) ? "__Host-quorate" : "quorate";
}

function isSecure(world: World): boolean {
  return world.url.startsWith("https:");
}

/** Lax, not Strict: a coordinator arrives from a letter, and is to be known then (asks 14). */
export function keepSignedIn(c: Context, world: World, { cookie, expiresAt }: Cookie): void {
  const seconds = Math.floor((toMilliseconds(expiresAt) - toMilliseconds(world.clock.now())) / 1000);
  const options = { httpOnly: true, sameSite: "Lax", path: "/", secure: isSecure(world), maxAge: seconds } as const;
  setCookie(c, cookieName(world), cookie, options);
}

export function forgetSignedIn(c: Context, world: World): void {
  deleteCookie(c, cookieName(world), { path: "/", secure: isSecure(world) });
}

export function cookieIn(c: Context, world: World): string | undefined {
  return getCookie(c, cookieName(world));
}

/** Who is signed in in this browser, with the places that she coordinates; undefined for everybody else. Writes nothing. */
export async function signedInOf(c: Context, world: World): Promise<Coordinator | undefined> {
  const cookie = cookieIn(c, world);
  return cookie === undefined ? undefined : readSignedIn(world, cookie);
}

/** The coordinator of this network who is signed in. Refuses everybody else: `sign-in.needed`, or `not-yours`. */
export async function coordinatorOf(c: Context, world: World, network: string): Promise<Stored<Member>> {
  return (await placeIn(c, world, network)).member;
}

/** What every page of a network's console needs. */
export type Console = { member: Stored<Member>; network: Network; locale: Locale };

/** The coordinator with her network and her language; refuses as `coordinatorOf` does. */
export async function consoleOf(c: Context, world: World, id: string): Promise<Console> {
  const { member, person } = await placeIn(c, world, id);
  const network = await world.table.get(Network, { id });
  if (!network) throw new Refusal("not-found");
  return { member, network, locale: localeOf(c, person.locale) };
}

/**
 * The same for the pages of one election: its coordinators, and who is named there to stand in for one. Whether she does now is
 * for the election to say.
 */
export function electionConsoleOf(c: Context, world: World, id: string, election: string): Promise<Console> {
  return helperConsoleOf(c, world, id, ({ substituteIn = [] }) => substituteIn.includes(election));
}

/** The same for the pages on which a session is recorded: its network's coordinators, and its recorder. */
export function sessionConsoleOf(c: Context, world: World, id: string, session: string): Promise<Console> {
  return helperConsoleOf(c, world, id, ({ recordsIn = [] }) => recordsIn.includes(session));
}

async function helperConsoleOf(
  c: Context,
  world: World,
  id: string,
  isHers: (place: Member) => boolean,
): Promise<Console> {
  const signedIn = await signedInOf(c, world);
  const place = signedIn?.helping.find((one) => one.network === id && isHers(one));
  if (!signedIn || !place || signedIn.memberships.some((one) => one.network === id)) return consoleOf(c, world, id);
  const network = await world.table.get(Network, { id });
  if (!network) throw new Refusal("not-found");
  return { member: place, network, locale: localeOf(c, signedIn.person.locale) };
}

async function placeIn(c: Context, world: World, network: string) {
  const signedIn = await signedInOf(c, world);
  if (!signedIn) throw new Refusal("sign-in.needed");
  const member = signedIn.memberships.find((place) => place.network === network);
  if (!member) throw new Refusal("not-yours");
  return { member, person: signedIn.person };
}
