import { asksOf, type Collection, collectionsOf } from "../ask/index.ts";
import { Link, Refusal, type World } from "../kit/index.ts";
import { Letter } from "../letter/index.ts";
import { membersOf, Network, placesOf } from "../people/index.ts";
import { plansOf, roundsOf, versionsOf } from "../plan/index.ts";
import type { ProcessKind } from "../process/index.ts";

/**
 * Deletes a rehearsal with everything that was held in it: members, sessions, elections, plans, forms, answers, letters, links
 * and journals. What still runs ends by itself when it finds nothing. Cut off half way it is called again. Refuses every network
 * that is no rehearsal (`not-found`): of a real one nothing is ever deleted.
 */
export async function wipeRehearsal(world: World, kinds: readonly ProcessKind[], id: string): Promise<void> {
  const network = await world.table.get(Network, { id });
  if (!network?.rehearsal) throw new Refusal("not-found");
  for (const kind of kinds) {
    for (const row of await kind.findIn(world.table, id)) {
      await wipeProcess(world, row.id);
      await world.table.clear([`${kind.name}#${row.id}`]);
    }
  }
  for (const plan of await plansOf(world.table, id)) {
    await wipeProcess(world, plan.id);
    await wipeRounds(world, plan.id);
    await world.table.clear([`plan#${plan.id}`, `plan-history#${plan.id}`]);
  }
  // The network's own journal, and the letters about its offices.
  await wipeProcess(world, id);
  const members = await membersOf(world.table, id);
  for (const { person } of members) {
    const places = await placesOf(world.table, person);
    const isPlayed = places.every((place) => place.network === id);
    if (isPlayed) await world.table.clear([`person#${person}`]);
  }
  // Last, so that what is left of a rehearsal can still be found.
  await world.table.clear([`network#${id}`]);
}

/** What was frozen of a plan, and what was said of it round by round. */
async function wipeRounds(world: World, plan: string): Promise<void> {
  const versions = await versionsOf(world.table, plan);
  const rounds = await roundsOf(world.table, plan);
  await world.table.clear([
    ...versions.map(({ hash }) => `plan-version#${plan}#${hash}`),
    ...rounds.map(({ number }) => `plan-comments#${plan}#${number}`),
    ...[`plan-versions#${plan}`, `plan-rounds#${plan}`],
  ]);
}

async function wipeProcess(world: World, process: string): Promise<void> {
  for (const collection of await collectionsOf(world.table, process)) await wipeCollection(world, collection);
  for (const letter of await world.table.find(Letter, "lookup", `letters#${process}`)) {
    const links = [letter.link, ...(letter.asks ?? []).map(({ link }) => link)];
    await world.table.clear([
      ...links.flatMap((link) => (link ? [`link#${link}`] : [])),
      ...(letter.batch ? [`batch#${letter.batch}`] : []),
      `letter#${letter.id}`,
    ]);
  }
  await world.table.clear([`journal#${process}`, `waiting-task#${process}`, `address-changes#${process}`]);
}

async function wipeCollection(world: World, { id, shards }: Collection): Promise<void> {
  for (const ask of await asksOf(world.table, id, shards)) {
    for (const link of await world.table.find(Link, "lookup", `withdraw-links#${ask.id}`)) {
      await world.table.clear([`link#${link.id}`]);
    }
    const own = [`answers#${ask.id}`, `draft#${ask.id}`, `ask-code#${ask.id}`];
    await world.table.clear([...own, ...(ask.printed ? [`link#${ask.printed.link}`] : [])]);
  }
  const partitions = Array.from({ length: shards }, (_, shard) => `asks#${id}#${shard.toString(16).padStart(2, "0")}`);
  await world.table.clear([...partitions, `waiting-task#${id}`, `collection#${id}`]);
}
