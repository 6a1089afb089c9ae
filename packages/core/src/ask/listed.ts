import { type Locale, textIn } from "../i18n/index.ts";
import { Link, type World } from "../kit/index.ts";
import type { Letter, ListedAsk } from "../letter/index.ts";
import { Network } from "../people/index.ts";
import { askUrl } from "./letters.ts";
import { Ask, Collection } from "./records.ts";

/** A letter that lists what waits for somebody has links to so many: one transaction holds 100 writes. */
export const ASKS_A_LETTER = 90;

/** What still waits for this person's answer, the soonest deadline first. */
export async function openAsksOf(world: World, person: string): Promise<Ask[]> {
  const now = world.clock.now();
  const asks = await world.table.find(Ask, "lookup", `asks#${person}`);
  const open = asks.filter((ask) => ask.state === "open" && (ask.deadline ?? "") > now);
  return open.toSorted((a, b) => ((a.deadline ?? "") < (b.deadline ?? "") ? -1 : 1));
}

/** Those of the listed asks that still wait, each with its link. */
export async function listedAsks(world: World, letter: Letter, locale: Locale): Promise<ListedAsk[]> {
  const listed = letter.asks ?? [];
  const asks = await world.table.getMany(listed.map((one) => Ask.key(one)));
  const links = await world.table.getMany(listed.map((one) => Link.key({ id: one.link })));
  const collections = await world.table.getMany(listed.map((one) => Collection.key({ id: one.collection })));
  const waiting = listed.flatMap((one) => {
    const ask = asks.get(Ask, one);
    const link = links.get(Link, { id: one.link });
    const collection = collections.get(Collection, { id: one.collection });
    if (!ask || !link || !collection) throw new Error(`the records of ${letter.id} are not whole`);
    return ask.state === "open" && link.scope.epoch === ask.epoch ? [{ ask, link, collection }] : [];
  });
  const networks = await world.table.getMany(waiting.map(({ ask }) => Network.key({ id: ask.network })));
  return waiting.map(({ ask, link, collection }) => ({
    network: networks.get(Network, { id: ask.network })?.name ?? "",
    title: textIn(locale, collection.form.title),
    deadline: ask.deadline ?? collection.deadline,
    zone: collection.zone,
    url: askUrl(world, link),
  }));
}
