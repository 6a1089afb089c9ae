import * as v from "valibot";
import {
  command,
  create,
  defineRecord,
  Instant,
  Refusal,
  replace,
  type Stored,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { Network } from "../people/index.ts";
import { readPlan } from "./acts.ts";
import type { Plan } from "./records.ts";
import { frozenNodes, type PlanRound, type PlanVersion, roundsOf, versionsOf } from "./review-records.ts";
import type { VersionNode } from "./versions.ts";

/** Which versions of a plan everybody may read. Its partition is the plan's own, so that its address tells no network. */
export const PlanPublication = defineRecord({
  kind: "plan-publication",
  schema: v.object({
    ...{ network: v.string(), plan: v.string() },
    /** Whether the comments of the rounds before a version, and their answers, are beside it. */
    answers: v.boolean(),
    versions: v.array(v.object({ number: v.number(), hash: v.string(), at: Instant, by: v.string() })),
  }),
  key: ({ plan }: { plan: string }) => ({ pk: `plan#${plan}`, sk: "publication" }),
});
export type PlanPublication = v.InferOutput<typeof PlanPublication.schema>;

const Publishing = v.object({ network: v.string(), plan: v.string(), version: v.number(), actor: v.string() });

/** Everybody may read this version from now on. Refuses what is no frozen version of the plan (`not-found`). */
export const publishVersion = command(Publishing, (world, { network, plan, version: number, actor }) =>
  untilWritten(async (): Promise<void> => {
    await readPlan(world, network, plan);
    const version = (await versionsOf(world.table, plan)).find((one) => one.number === number);
    if (!version) throw new Refusal("not-found");
    const before = await world.table.get(PlanPublication, { plan });
    if (before?.versions.some((one) => one.number === number)) return;
    const shown = { number, hash: version.hash, at: world.clock.now(), by: actor };
    const versions = [...(before?.versions ?? []), shown].toSorted((a, b) => a.number - b.number);
    const next = { network, plan, versions, answers: before?.answers ?? false };
    await world.table.write([before ? replace(PlanPublication, before, next) : create(PlanPublication, next)]);
  }),
);

/** Nobody reads this version on a public page any more; it is kept. */
export const withdrawVersion = command(Publishing, (world, { network, plan, version: number }) =>
  untilWritten(async (): Promise<void> => {
    await readPlan(world, network, plan);
    const before = await world.table.get(PlanPublication, { plan });
    if (!before) return;
    const versions = before.versions.filter((one) => one.number !== number);
    await world.table.write([replace(PlanPublication, before, { ...before, versions })]);
  }),
);

const Showing = v.object({ network: v.string(), plan: v.string(), answers: v.boolean() });

/** From now on everybody reads the comments and their answers beside what is published, or nobody does. */
export const showAnswers = command(Showing, (world, { network, plan, answers }) =>
  untilWritten(async (): Promise<void> => {
    await readPlan(world, network, plan);
    const before = await world.table.get(PlanPublication, { plan });
    const next = { network, plan, versions: before?.versions ?? [], answers };
    await world.table.write([before ? replace(PlanPublication, before, next) : create(PlanPublication, next)]);
  }),
);

/** A version that everybody may read, with the one that was public before it. */
export type PublicPlan = {
  plan: Stored<Plan>;
  network: Network;
  version: PlanVersion;
  nodes: readonly VersionNode[];
  /** Every public version, the first one first. */
  versions: readonly PlanVersion[];
  /** The rounds whose comments and answers are beside it: those of the public version and of every one before it that are over. */
  rounds: readonly PlanRound[];
  before?: { version: PlanVersion; nodes: readonly VersionNode[] };
};

/** The public version of this number, or the last one. Refuses `not-found`, the same whether or not there is such a plan. */
export async function readPublicPlan(world: World, id: string, number?: number): Promise<PublicPlan> {
  const publication = await world.table.get(PlanPublication, { plan: id });
  const numbers = new Set(publication?.versions.map((one) => one.number));
  const versions = (await versionsOf(world.table, id)).filter((one) => numbers.has(one.number));
  const version = number === undefined ? versions.at(-1) : versions.find((one) => one.number === number);
  if (!publication || !version) throw new Refusal("not-found");
  const network = await world.table.get(Network, { id: publication.network });
  if (!network) throw new Refusal("not-found");
  const earlier = versions[versions.indexOf(version) - 1];
  const [plan, nodes, old, rounds] = await Promise.all([
    readPlan(world, publication.network, id),
    frozenNodes(world.table, version),
    earlier ? frozenNodes(world.table, earlier) : [],
    publication.answers ? roundsOf(world.table, id) : [],
  ]);
  const told = rounds.filter((round) => round.closedAt !== undefined && round.version <= version.number);
  return {
    plan,
    network,
    version,
    nodes,
    versions,
    rounds: told,
    ...(earlier && { before: { version: earlier, nodes: old } }),
  };
}
