import * as v from "valibot";
import { command, create, defineRecord, Instant, Refusal, type Stored, sha256, type Table } from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { Member } from "../people/index.ts";
import { answeringFor } from "./duties.ts";
import { rollOf } from "./steps.ts";
import { move } from "./transition.ts";

/** A member's objection to what was declared, in her own words: it stands verbatim in the minutes (votes R15). */
export const Challenge = defineRecord({
  kind: "challenge",
  schema: v.object({ election: v.string(), member: v.string(), at: Instant, reason: v.string() }),
  key: ({ election, member }: { election: string; member: string }) => ({
    pk: `election#${election}`,
    sk: `challenge#${member}`,
  }),
});
export type Challenge = v.InferOutput<typeof Challenge.schema>;

/** The objections to a declared election, in the order they came. */
export async function challengesOf(table: Table, election: string): Promise<Stored<Challenge>[]> {
  const { items } = await table.list(Challenge, `election#${election}`, { prefix: "challenge#" });
  return items.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** The shortest and the longest reason of an objection, in characters. */
export const CHALLENGE_LEAST = 10;
export const CHALLENGE_MOST = 2000;

const Lodging = v.object({
  election: v.string(),
  member: v.string(),
  reason: v.pipe(v.string(), v.trim(), v.minLength(CHALLENGE_LEAST), v.maxLength(CHALLENGE_MOST)),
});

/**
 * A member objects to what was declared, once, while the window is open: it is kept and the coordinator, or who has her duties, is told. Refuses who
 * is not on the roll, a second objection, and any before the declaration or after the window.
 */
export const lodgeObjection = command(Lodging, async (world, { election: id, member, reason }) => {
  await move(world, id, async (election) => {
    const now = world.clock.now();
    const isOpen = election.objectionsUntil !== undefined && now < election.objectionsUntil;
    if (!isOpen || (election.stage !== "declared" && election.stage !== "annulment")) {
      throw new Refusal("objection.closed");
    }
    if (!(await rollOf(world, election)).includes(member)) throw new Refusal("not-found");
    const { network } = election;
    const told = await Promise.all(
      (await answeringFor(world, election)).map((one) => world.table.get(Member, { network, id: one })),
    );
    const letters = told.flatMap((one) =>
      one
        ? writeLetter(world, {
            ...{ process: id, kind: "election.objected", person: one.person, member: one.id, version: member, network },
            facts: { member },
          })
        : [],
    );
    return {
      changes: {},
      ...{ act: "objection.lodged", actor: member, facts: { reason: sha256(reason) } },
      writes: [create(Challenge, { election: id, member, at: now, reason }, new Refusal("objection.made")), ...letters],
    };
  });
});
