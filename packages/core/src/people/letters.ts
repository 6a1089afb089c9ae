import { envelopeOf, listedAsks, type Skip } from "../ask/index.ts";
import { Link, linkToken, type World } from "../kit/index.ts";
import type { CommonLetters, Letter } from "../letter/index.ts";
import {
  type AddressLetter,
  addressChangedLetter,
  addressRefusedLetter,
  addressRequestLetter,
} from "./address-letters.ts";
import { SignIn, signInCode } from "./sign-in-letter.ts";

type PeopleLetters = Pick<CommonLetters, "people.sign-in" | "people.lost-letter">;

/** A letter of this folder, ready for its words, with the address it goes to. */
export type PeopleLetter =
  | AddressLetter
  | {
      [K in keyof PeopleLetters]: { kind: K; props: PeopleLetters[K]; address: string; replyTo?: string | undefined };
    }[keyof PeopleLetters];

/**
 * Puts names, address, links and the code into a letter of this folder; undefined for a kind that is not its own. It is
 * skipped when it is no longer wanted: the sign-in is used or expired, or nothing waits for an answer any more.
 */
export async function peopleLetter(world: World, letter: Letter): Promise<PeopleLetter | Skip | undefined> {
  switch (letter.kind) {
    case "people.sign-in":
      return signInLetter(world, letter);
    case "people.lost-letter":
      return lostLetter(world, letter);
    case "people.address-changed":
      return addressChangedLetter(world, letter);
    case "people.address-request":
      return addressRequestLetter(world, letter);
    case "people.address-refused":
      return addressRefusedLetter(world, letter);
    default:
      return undefined;
  }
}

async function signInLetter(world: World, letter: Letter): Promise<PeopleLetter | Skip> {
  const link = letter.link === undefined ? undefined : await world.table.get(Link, { id: letter.link });
  const request = link?.scope.process;
  const signIn = request && (await world.table.get(SignIn, { request, person: letter.person }));
  if (!link || !signIn) throw new Error(`the records of ${letter.id} are not whole`);
  if (link.usedAt || signIn.usedAt) return { skip: "used" };
  if (signIn.expiresAt <= world.clock.now()) return { skip: "expired" };
  const { envelope, address } = await envelopeOf(world, letter);
  const url = `${world.url}/sign-in/${linkToken(world.keys, link)}`;
  const code = signInCode(world.keys, signIn);
  return { kind: "people.sign-in", address, props: { ...envelope, url, code, expiresAt: signIn.expiresAt } };
}

async function lostLetter(world: World, letter: Letter): Promise<PeopleLetter | Skip> {
  const { envelope, address } = await envelopeOf(world, letter);
  const asks = await listedAsks(world, letter, envelope.locale);
  if (asks.length === 0) return { skip: "nothing-open" };
  return { kind: "people.lost-letter", address, props: { ...envelope, asks } };
}
