import { createHash, randomUUID } from "node:crypto";
import { parseJson } from "../json.ts";

/** The names that AWS's `$hash` takes, and Node's for them. */
const algorithms: Readonly<Record<string, string>> = {
  MD5: "md5",
  "SHA-1": "sha1",
  "SHA-256": "sha256",
  "SHA-384": "sha384",
  "SHA-512": "sha512",
};

/** As many as AWS's `States.ArrayRange` makes. */
const LONGEST_RANGE = 1000;

/**
 * The functions that Step Functions adds to JSONata. As JSONata's own do, each answers nothing to nothing; an argument of
 * another kind than it takes throws. `$uuid` and `$random` give another value whenever they are evaluated: what is stored of
 * a step was evaluated once.
 */
export const addedFunctions = {
  partition(items?: unknown, size?: unknown): unknown[][] | undefined {
    if (items === undefined) return undefined;
    const all: unknown[] = Array.isArray(items) ? items : [items];
    const length = integer("partition", "size", size);
    if (length < 1) throw wrong("partition", "size", "a positive integer", size);
    return Array.from({ length: Math.ceil(all.length / length) }, (_, index) =>
      all.slice(index * length, (index + 1) * length),
    );
  },

  range(first?: unknown, last?: unknown, step?: unknown): number[] | undefined {
    if (first === undefined || last === undefined) return undefined;
    const [from, to, by] = [
      integer("range", "start", first),
      integer("range", "end", last),
      integer("range", "step", step),
    ];
    if (by === 0) throw wrong("range", "step", "an integer other than 0", step);
    const length = Math.max(Math.floor((to - from) / by) + 1, 0);
    if (length > LONGEST_RANGE) throw new Error(`$range makes ${LONGEST_RANGE} values at most, not ${length}`);
    return Array.from({ length }, (_, index) => from + index * by);
  },

  hash(text?: unknown, algorithm?: unknown): string | undefined {
    if (text === undefined) return undefined;
    if (typeof text !== "string") throw wrong("hash", "data", "a string", text);
    const name =
      typeof algorithm === "string" && Object.hasOwn(algorithms, algorithm) ? algorithms[algorithm] : undefined;
    if (name === undefined) throw wrong("hash", "algorithm", `one of ${Object.keys(algorithms).join(", ")}`, algorithm);
    return createHash(name).update(text).digest("hex");
  },

  random(seed?: unknown): number {
    if (seed === undefined) return Math.random();
    if (typeof seed !== "number") throw wrong("random", "seed", "a number", seed);
    return fractionOf(seed);
  },

  uuid: (): string => randomUUID(),

  parse(text?: unknown): unknown {
    if (text === undefined) return undefined;
    if (typeof text !== "string") throw wrong("parse", "json", "a string", text);
    return parseJson(text);
  },
};

function integer(name: string, argument: string, value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  throw wrong(name, argument, "an integer", value);
}

function wrong(name: string, argument: string, expected: string, value: unknown): TypeError {
  return new TypeError(`The argument '${argument}' of $${name} is ${expected}, not ${JSON.stringify(value)}`);
}

/** A number from 0 to below 1, for one seed always the same. */
function fractionOf(seed: number): number {
  return createHash("sha256").update(String(seed)).digest().readUInt32BE() / 2 ** 32;
}
