import { asksOf, collectionsOf } from "../ask/index.ts";
import { message, plain, type Text } from "../i18n/index.ts";
import type { Instant, World } from "../kit/index.ts";
import { type Member, Network, placesOf } from "../people/index.ts";
import type { News, NewsWindow, ProcessKind, ProcessRow } from "../process/index.ts";

/** A process that stands still, or that asks people something, as its network's coordinators see it. */
export type DeskLine = { title: Text; lines: Text[] };

/** What there is to tell somebody of one of her networks; `desk` is the coordinators' part. */
export type NetworkPart = { network: Network; news: News[]; desk: DeskLine[] };

/** What a person is told of a network; undefined for one that is only rehearsed in. */
export type ReadNetwork = (place: Member, window: NewsWindow) => Promise<NetworkPart | undefined>;

/** Looks at each network once for each window, however many of its members are told. */
export function networkReader(world: World, kinds: readonly ProcessKind[]): ReadNetwork {
  const networks = new Map<string, Promise<Network | undefined>>();
  const news = new Map<string, Promise<News[]>>();
  const desks = new Map<string, Promise<DeskLine[]>>();
  return async ({ network: id, coordinator }, window) => {
    const network = await once(networks, id, () => world.table.get(Network, { id }));
    if (!network || network.rehearsal) return undefined;
    const key = [id, window.since, window.until, window.ahead].join(" ");
    return {
      network,
      news: await once(news, key, () => newsOf(world, kinds, id, window)),
      desk: coordinator ? await once(desks, id, () => deskOf(world, kinds, id)) : [],
    };
  };
}

function once<T>(known: Map<string, T>, key: string, read: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = read();
  known.set(key, made);
  return made;
}

/** A person's active places, as they are now: who has left a network is told nothing of it any more (digests 6). */
export async function activePlaces(world: World, person: string): Promise<Member[]> {
  return (await placesOf(world.table, person)).filter(({ standing }) => standing === "active");
}

/** All parts that have something in them. */
export async function partsFor(
  read: ReadNetwork,
  places: readonly Member[],
  window: NewsWindow,
): Promise<NetworkPart[]> {
  const parts: NetworkPart[] = [];
  for (const place of places) {
    const part = await read(place, window);
    if (part && (part.news.length > 0 || part.desk.length > 0)) parts.push(part);
  }
  return parts;
}

async function newsOf(
  world: World,
  kinds: readonly ProcessKind[],
  network: string,
  window: NewsWindow,
): Promise<News[]> {
  const told = await Promise.all(kinds.map(async (kind) => (await kind.news?.(world, network, window)) ?? []));
  return told.flat().toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

async function deskOf(world: World, kinds: readonly ProcessKind[], network: string): Promise<DeskLine[]> {
  const lines: DeskLine[] = [];
  for (const kind of kinds) {
    for (const row of await kind.findIn(world.table, network)) {
      if (row.state === "ended") continue;
      const line = await deskLine(world, row);
      if (line.lines.length > 0) lines.push(line);
    }
  }
  return lines;
}

/** That it has stopped, and of each form that is open how many have answered, how many letters came back, and until when it is. */
async function deskLine(world: World, row: ProcessRow): Promise<DeskLine> {
  const lines: Text[] = row.state === "parked" ? [message("digest.desk.parked", { since: since(row) })] : [];
  for (const { id, shards, state, form, deadline, zone } of await collectionsOf(world.table, row.id)) {
    if (state !== "open") continue;
    const asked = (await asksOf(world.table, id, shards)).filter((ask) => ask.state !== "unasked");
    const answered = asked.filter((ask) => ask.answer !== undefined).length;
    const undelivered = asked.filter((ask) => ask.undelivered && ask.answer === undefined).length;
    const by: Text = { moment: deadline, zone, as: "byDeadline" };
    lines.push(message("digest.desk.answered", { form: form.title, answered, asked: asked.length, by }));
    if (undelivered > 0) lines.push(message("digest.desk.undelivered", { n: undelivered }));
  }
  return { title: plain(row.title), lines };
}

function since({ parked, openedAt, zone }: ProcessRow): Text {
  const moment: Instant = parked?.since ?? openedAt;
  return { moment, zone, as: "onMoment" };
}
