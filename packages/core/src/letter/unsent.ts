import * as v from "valibot";
import {
  command,
  type Instant,
  Refusal,
  replace,
  type Stored,
  type Table,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { Letter } from "./records.ts";

/** A letter that did not go out and nobody has dealt with. */
export type UnsentLetter = {
  letter: Letter;
  why: WhyUnsent;
  /** It asks for something: it goes again from the page of its process, by a new link. */
  asks: boolean;
};

/** `unknown`: it may have been delivered all the same. */
export type WhyUnsent = "unknown" | "late" | "quota" | "broken" | "refused";

/** What the outbox and the mail services say, in words that a page has a sentence for. */
export function whyUnsent(reason: string | undefined): WhyUnsent {
  switch (reason) {
    case "outcome-unknown":
    case "bytes-gone":
    case "invalid_idempotent_request":
    case "not-in-the-answer":
      return "unknown";
    case "unsent-after-20-hours":
      return "late";
    case "daily_quota_exceeded":
    case "monthly_quota_exceeded":
      return "quota";
    case "not-rendered":
      return "broken";
    default:
      return "refused";
  }
}

/** A network's letters that did not go out and wait for somebody to see to them, the oldest first. */
export async function unsentLetters(table: Table, network: string): Promise<UnsentLetter[]> {
  const failed = await table.find(Letter, "open", "letters#failed", { prefix: `${network}#` });
  return failed.map((letter) => ({ letter, why: whyUnsent(letter.reason), asks: asksSomething(letter) }));
}

/** A member who has marked a letter as spam, and when we heard of it last. */
export type Complaint = { person: string; at: Instant };

/** Who of these people has marked a letter of the network as spam, or one that is of no network alone; each once. */
export async function complaintsIn(table: Table, network: string, people: ReadonlySet<string>): Promise<Complaint[]> {
  const found = await Promise.all(
    [network, ""].map((of) => table.find(Letter, "open", "letters#complained", { prefix: `${of}#` })),
  );
  const latest = new Map<string, Instant>();
  for (const { person, settledAt, writtenAt } of found.flat()) {
    const at = settledAt ?? writtenAt;
    if (people.has(person) && at > (latest.get(person) ?? "")) latest.set(person, at);
  }
  return [...latest].map(([person, at]) => ({ person, at })).toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** It is in the outbox again. Refuses one that was dealt with meanwhile, and one that asks (`page.stale`). */
export function sendAgain(world: World, of: { network: string; id: string }): Promise<void> {
  return untilWritten(async () => {
    const letter = await readUnsent(world, of);
    if (asksSomething(letter)) throw new Refusal("page.stale");
    const { batch: _batch, mail: _mail, reason: _reason, settledAt: _settledAt, ...written } = letter;
    await world.table.write([replace(Letter, letter, { ...written, state: "waiting" })]);
  });
}

/** Nobody sends it any more: who said so and why stays on the letter. Refuses one that was dealt with meanwhile (`page.stale`). */
export const giveUp = command(
  v.object({
    network: v.string(),
    id: v.string(),
    actor: v.string(),
    reason: v.pipe(v.string(), v.trim(), v.minLength(10, "short"), v.maxLength(500, "long")),
  }),
  (world, { actor, reason, ...of }): Promise<void> =>
    untilWritten(async () => {
      const letter = await readUnsent(world, of);
      const givenUp = { by: actor, reason, at: world.clock.now() };
      await world.table.write([replace(Letter, letter, { ...letter, givenUp })]);
    }),
);

async function readUnsent(world: World, { network, id }: { network: string; id: string }): Promise<Stored<Letter>> {
  const letter = await world.table.get(Letter, { id });
  if (letter?.network !== network) throw new Refusal("not-found");
  if (letter.state !== "failed" || letter.givenUp) throw new Refusal("page.stale");
  return letter;
}

function asksSomething({ ask, link }: Letter): boolean {
  return ask !== undefined && link !== undefined;
}
