import type { Random } from "./ports.ts";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** Text in Crockford's base 32 (lower case), one character for each byte's low five bits. */
function base32(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => alphabet.charAt(byte & 31)).join("");
}

const prefixes = {
  addressChange: "adr",
  ask: "ask",
  batch: "bat",
  candidate: "can",
  collection: "col",
  election: "elc",
  fault: "flt",
  handOver: "hov",
  holding: "hld",
  institution: "ins",
  link: "lnk",
  member: "mem",
  network: "net",
  office: "ofc",
  person: "per",
  plan: "pln",
  planComment: "pcm",
  planNode: "pnd",
  roster: "ros",
  session: "ses",
  signIn: "sgn",
  vote: "vot",
} as const;

/** A new id: the kind's prefix and 20 random characters (100 bits). */
export function newId(random: Random, kind: keyof typeof prefixes): string {
  return `${prefixes[kind]}_${base32(random.bytes(20))}`;
}

/** So many characters that a person types from paper, in groups of four: `7KQ4-M2XP-09TB`. */
export function readableCode(bytes: Uint8Array, length: number): string {
  const text = base32(bytes.subarray(0, length)).toUpperCase();
  return (text.match(/.{4}/g) ?? []).join("-");
}

/** A reference that a person reads out or types: eight characters in two groups, `7KQ4-M2XP`. */
export function readableReference(bytes: Uint8Array): string {
  const text = base32(bytes.subarray(0, 8)).toUpperCase();
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
