import * as v from "valibot";
import {
  command,
  create,
  defineRecord,
  Instant,
  type LinkScope,
  listAll,
  openLink,
  Refusal,
  replace,
  type Stored,
  type Table,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { Member, Network, Person } from "../people/index.ts";
import { readPlan } from "./acts.ts";
import type { Plan } from "./records.ts";

/** A member who writes a plan by the link of her letter, whether or not she coordinates the network. */
export const PlanAuthor = defineRecord({
  kind: "plan-author",
  schema: v.object({
    ...{ network: v.string(), plan: v.string(), member: v.string() },
    ...{ at: Instant, by: v.string() },
    /** How many letters with a link she has got. */
    letters: v.number(),
    /** Links of an earlier epoch were closed when she was taken off the authors. */
    epoch: v.number(),
    ended: v.optional(v.object({ at: Instant, by: v.string() })),
  }),
  key: ({ plan, member }: { plan: string; member: string }) => ({ pk: `plan#${plan}`, sk: `author#${member}` }),
});
export type PlanAuthor = v.InferOutput<typeof PlanAuthor.schema>;

const Naming = v.object({ network: v.string(), plan: v.string(), member: v.string(), actor: v.string() });

/**
 * The member writes this plan from now on, and gets a letter with her link to it; named again, one more letter, and every link
 * she has goes on working. Refuses who is no active member, and who has no address (`input.invalid`).
 */
export const nameAuthor = command(Naming, (world, { network, plan: id, member: named, actor }) =>
  untilWritten(async (): Promise<void> => {
    const plan = await readPlan(world, network, id);
    const member = await world.table.get(Member, { network, id: named });
    if (member?.standing !== "active") throw wrong("not-a-member");
    const person = await world.table.get(Person, { id: member.person });
    if (!person?.address) throw wrong("no-address");
    const before = await world.table.get(PlanAuthor, { plan: id, member: named });
    const since = before && !before.ended ? { at: before.at, by: before.by } : { at: world.clock.now(), by: actor };
    const author: PlanAuthor = {
      ...{ network, plan: id, member: named, ...since },
      ...{ letters: (before?.letters ?? 0) + 1, epoch: before?.epoch ?? 1 },
    };
    await world.table.write([
      before ? replace(PlanAuthor, before, author) : create(PlanAuthor, author),
      ...writeLetter(world, {
        ...{ process: plan.id, kind: "plan.writing", version: String(author.letters), network, member: named },
        ...{ person: person.id, facts: { by: actor }, link: writingScope(author, person.id) },
      }),
    ]);
  }),
);

/** The member writes this plan no more: her links are closed. What she has written stays. */
export const dismissAuthor = command(Naming, (world, { network, plan: id, member, actor }) =>
  untilWritten(async (): Promise<void> => {
    await readPlan(world, network, id);
    const author = await world.table.get(PlanAuthor, { plan: id, member });
    if (!author || author.ended) return;
    const ended = { at: world.clock.now(), by: actor };
    await world.table.write([replace(PlanAuthor, author, { ...author, ended, epoch: author.epoch + 1 })]);
  }),
);

/** Who writes this plan by a link, the first named first. */
export async function authorsOf(table: Table, plan: string): Promise<Stored<PlanAuthor>[]> {
  const authors = await listAll(table, PlanAuthor, `plan#${plan}`, "author#");
  return authors.filter(({ ended }) => !ended).toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** Whose link it is, and to which plan. */
export type Writing = { plan: Stored<Plan>; network: Network; member: Stored<Member>; person: Person };

/** The plan that a link is to be written by. Refuses one that is none (`link.unknown`), and one that is closed (`link.revoked`). */
export async function openWritingLink(world: World, token: string): Promise<Writing> {
  const { act, network: of, process, member: whose, person: who, epoch } = (await openLink(world, token)).scope;
  if (act !== "write" || !of || !process || !whose || !who) throw new Refusal("link.unknown");
  const [author, plan, network, member, person] = await Promise.all([
    world.table.get(PlanAuthor, { plan: process, member: whose }),
    readPlan(world, of, process),
    world.table.get(Network, { id: of }),
    world.table.get(Member, { network: of, id: whose }),
    world.table.get(Person, { id: who }),
  ]);
  if (!author || !network || !member || !person) throw new Refusal("link.unknown");
  const isOpen = !author.ended && author.epoch === epoch && member.standing === "active" && member.person === who;
  if (!isOpen) throw new Refusal("link.revoked");
  return { plan, network, member, person };
}

function writingScope({ network, plan, member, epoch }: PlanAuthor, person: string): LinkScope {
  return { act: "write", network, person, member, process: plan, epoch };
}

function wrong(code: string): Refusal {
  return new Refusal("input.invalid", { problems: [{ field: "member", code }] });
}
