import * as v from "valibot";
import { canonical, sha256 } from "../kit/index.ts";

/** SHA-256, in hex, of a text that is put to a vote: of its title and body exactly as stored, in canonical JSON. */
export function hashText(text: { title: string; body: string }): string {
  return sha256(canonical({ title: text.title, body: text.body }));
}

/**
 * A text as it is put to the vote. Its hash is its own: a text changed under its hash is refused when read back, and an
 * answer given to one hash is not an answer to another (votes, part 1).
 */
export const VotedText = v.pipe(
  v.object({
    title: v.pipe(v.string(), v.nonEmpty()),
    body: v.string(),
    hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
  v.check((text) => text.hash === hashText(text), "the text is not the one its hash was taken of"),
);
export type VotedText = v.InferOutput<typeof VotedText>;

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A hash as people compare it, `9F3K-2M7Q`: its first 40 bits in Crockford's base 32. */
export function shortHash(hash: string): string {
  const digits = Number.parseInt(hash.slice(0, 10), 16).toString(32).padStart(8, "0");
  const text = Array.from(digits, (digit) => alphabet.charAt(Number.parseInt(digit, 32))).join("");
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
