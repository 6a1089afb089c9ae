import * as v from "valibot";
import {
  after,
  create,
  defineRecord,
  Instant,
  type Keys,
  type LinkScope,
  mac,
  toMilliseconds,
  type World,
  type Write,
} from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import type { LetterRequest } from "./letter-request.ts";
import type { Member } from "./records.ts";

/** A coordinator's way in, by the link of one letter or by its code, whichever comes first. */
export const SignIn = defineRecord({
  kind: "sign-in",
  schema: v.object({
    request: v.string(),
    person: v.string(),
    /** The key that its code is made with. */
    kid: v.string(),
    expiresAt: Instant,
    usedAt: v.optional(Instant),
    /** Seconds since 1970, for the table's own deletion. */
    expires: v.number(),
  }),
  key: ({ request, person }: { request: string; person: string }) => ({ pk: `sign-in#${request}`, sk: person }),
});
export type SignIn = v.InferOutput<typeof SignIn.schema>;

/** How long a sign-in link and its code work. */
export const SIGN_IN_MINUTES = 30;

export function signInExpiry(request: Pick<LetterRequest, "at">): Instant {
  return after(request.at, { minutes: SIGN_IN_MINUTES });
}

/** The six digits of a sign-in: made from its ids by the key, so that the letter and the check agree and nothing is stored. */
export function signInCode(keys: Keys, signIn: Pick<SignIn, "request" | "person" | "kid">): string {
  const key = keys.find("sign", signIn.kid);
  if (!key) throw new Error(`the sign key ${signIn.kid} is gone`);
  const code = Buffer.from(mac(key, `sign-in code\n${signIn.request}\n${signIn.person}`)).readUIntBE(0, 6);
  return String(code % 1_000_000).padStart(6, "0");
}

/** What a sign-in link opens. Its process is the request: so the link finds the sign-in whose code it shares. */
function signInScope(of: Pick<SignIn, "request" | "person">): LinkScope {
  return { act: "sign-in", person: of.person, process: of.request };
}

/** A way in until then, and the link that opens it: to be stored and sent in one transaction. */
export function newSignIn(
  world: World,
  of: Pick<SignIn, "request" | "person" | "expiresAt">,
): { write: Write; link: LinkScope } {
  const kid = world.keys.current("sign").kid;
  const expires = Math.floor(toMilliseconds(of.expiresAt) / 1000);
  return { write: create(SignIn, { ...of, kid, expires }), link: signInScope(of) };
}

/** The writes of one coordinator's sign-in and its letter, in the name of a network that she coordinates. */
export function signInWrites(
  world: World,
  request: LetterRequest,
  place: Pick<Member, "network" | "id" | "person">,
): Write[] {
  const { person, network, id: member } = place;
  const expiresAt = signInExpiry(request);
  const { write, link } = newSignIn(world, { request: request.id, person, expiresAt });
  return [
    write,
    ...writeLetter(world, {
      ...{ process: request.id, kind: "people.sign-in", version: request.id },
      ...{ person, network, member },
      link,
      linkExpiresAt: expiresAt,
    }),
  ];
}
