import { sha256 } from "../kit/index.ts";

/** A lot as it is drawn and printed: `ranking` is every tied candidate with her number, the smallest first. */
export type Lot = { seed: string; ranking: { candidate: string; number: string }[]; drawn: string[] };

/**
 * Draws a lot among candidates who tie (votes R11). The same inputs always draw the same, in whatever order the tied are given,
 * and anybody can draw it again with SHA-256 alone. Every hash is written in 64 lower-case hexadecimal digits; every input is
 * UTF-8, parts are joined by one line feed (0x0A), and no line feed ends them:
 *
 * - seed = SHA-256(roll hash, line feed, public value);
 * - a candidate's number = SHA-256(seed, line feed, vote id, line feed, candidate id), so that two votes draw apart;
 * - the candidates with the smallest numbers, compared as text, take the seats.
 *
 * On a shell: `printf '%s\n%s' "$roll" "$value" | sha256sum`, then `printf '%s\n%s\n%s' "$seed" "$vote" "$candidate" | sha256sum`.
 *
 * The roll is sealed before the public value exists, so nobody can choose the one to suit the other. The public value is kept as
 * it was published, without white space around it. A fault: an empty value, nobody left to lose, or a candidate named twice.
 */
export function drawLot(of: {
  rollHash: string;
  publicValue: string;
  vote: string;
  tied: readonly string[];
  seats: number;
}): Lot {
  const { rollHash, publicValue, vote, tied, seats } = of;
  if (publicValue === "" || publicValue !== publicValue.trim())
    throw new Error(`vote ${vote}: no public value to draw from`);
  if (new Set(tied).size !== tied.length) throw new Error(`vote ${vote}: a candidate has two lots`);
  if (seats < 1 || seats >= tied.length)
    throw new Error(`vote ${vote}: ${tied.length} tied for ${seats} seats is no lot`);
  const seed = sha256(`${rollHash}\n${publicValue}`);
  const ranking = tied
    .map((candidate) => ({ candidate, number: sha256(`${seed}\n${vote}\n${candidate}`) }))
    .toSorted((one, other) => (one.number < other.number ? -1 : 1));
  return { seed, ranking, drawn: ranking.slice(0, seats).map(({ candidate }) => candidate) };
}
