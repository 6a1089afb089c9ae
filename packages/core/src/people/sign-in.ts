import * as v from "valibot";
import {
  command,
  create,
  Link,
  openLink,
  Refusal,
  replace,
  type Stored,
  sameBytes,
  unchanged,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { LetterRequest, readRequest } from "./letter-request.ts";
import { type Member, Person, placesOf } from "./records.ts";
import { SignIn, signInCode } from "./sign-in-letter.ts";
import { type Cookie, cookieOf, coordinates, helps, newSignedIn, SignedIn } from "./signed-in.ts";

/** The page behind a sign-in link: whose it is. */
export type SignInView = { person: Person; place: Member | undefined };

const WRONG_CODES = 5;

/**
 * Whom a sign-in link is for. Writes nothing: the person presses the button on the page. Refuses a link that is unknown,
 * used (also by its code) or expired.
 */
export async function viewSignIn(world: World, token: string): Promise<SignInView> {
  const { signIn } = await openSignIn(world, token);
  const person = await world.table.get(Person, { id: signIn.person });
  if (!person) throw new Refusal("link.unknown");
  const places = await placesOf(world.table, signIn.person);
  return { person, place: places.find(coordinates) ?? places.find(helps) };
}

/** Signs the link's person in and uses up the link together with its code. Refuses as `viewSignIn` does. */
export const signIn = command(
  v.object({ token: v.string() }),
  (world, { token }): Promise<Cookie> =>
    untilWritten(async () => {
      const { link, signIn } = await openSignIn(world, token);
      const usedAt = world.clock.now();
      const signedIn = newSignedIn(world, signIn.person);
      await world.table.write([
        replace(Link, link, { ...link, usedAt }),
        replace(SignIn, signIn, { ...signIn, usedAt }),
        create(SignedIn, signedIn),
      ]);
      return cookieOf(world, signedIn);
    }),
);

/**
 * Signs in whoever of the request's people has this code, and uses up her link with it. Everything else is
 * `sign-in.wrong-code`: a wrong code, an unknown address, an expired request, and any code after the fifth wrong one.
 */
export const signInWithCode = command(
  v.object({ request: v.string(), code: v.string() }),
  (world, input): Promise<Cookie> =>
    untilWritten(async () => {
      const id = readRequest(world, input.request);
      const request = id === undefined ? undefined : await world.table.get(LetterRequest, { id });
      if (!request || request.wrongCodes >= WRONG_CODES) throw new Refusal("sign-in.wrong-code");
      const signIn = await withCode(world, request.id, input.code.replace(/\s/g, ""));
      if (!signIn) {
        await world.table.write([replace(LetterRequest, request, { ...request, wrongCodes: request.wrongCodes + 1 })]);
        throw new Refusal("sign-in.wrong-code");
      }
      const signedIn = newSignedIn(world, signIn.person);
      await world.table.write([
        unchanged(LetterRequest, request),
        replace(SignIn, signIn, { ...signIn, usedAt: world.clock.now() }),
        create(SignedIn, signedIn),
      ]);
      return cookieOf(world, signedIn);
    }),
);

async function openSignIn(world: World, token: string): Promise<{ link: Stored<Link>; signIn: Stored<SignIn> }> {
  const link = await openLink(world, token);
  const { act, person, process: request } = link.scope;
  if (act !== "sign-in" || !person || !request) throw new Refusal("link.unknown");
  const signIn = await world.table.get(SignIn, { request, person });
  if (link.usedAt || signIn?.usedAt) throw new Refusal("link.used");
  if (!signIn || signIn.expiresAt <= world.clock.now()) throw new Refusal("link.closed");
  return { link, signIn };
}

/** Every sign-in of the request is compared, so that the time does not tell how many there are. */
async function withCode(world: World, request: string, code: string): Promise<Stored<SignIn> | undefined> {
  const { items } = await world.table.list(SignIn, `sign-in#${request}`);
  const now = world.clock.now();
  const typed = Buffer.from(code);
  const fitting = items.filter((one) => sameBytes(Buffer.from(signInCode(world.keys, one)), typed));
  return fitting.find((one) => !one.usedAt && one.expiresAt > now);
}
