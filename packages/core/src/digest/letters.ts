import { envelopeOf, listedAsks, type Skip } from "../ask/index.ts";
import { after, Link, linkToken, type World } from "../kit/index.ts";
import type { Envelope, Letter, ListedAsk } from "../letter/index.ts";
import type { News, ProcessKind } from "../process/index.ts";
import { activePlaces, type DeskLine, networkReader, partsFor } from "./content.ts";
import { AHEAD } from "./issue.ts";
import { Subscription } from "./records.ts";

/** What is told of one network. */
export type DigestPart = { network: string; coming: News[]; decided: News[]; desk: DeskLine[] };

/** The digest's one letter. */
export type DigestLetters = {
  /** Everybody who has a place in a network: what she owes, what is coming, what was decided, across all of them. */
  "digest.letter": Envelope & {
    /** What waits for her answer, the soonest first. */
    asks: ListedAsk[];
    parts: DigestPart[];
    /** Where she chooses how often it comes. */
    settings: string;
  };
};

type DigestLetter = {
  kind: "digest.letter";
  props: DigestLetters["digest.letter"];
  address: string;
  headers: Record<string, string>;
};

/**
 * Puts everything into a digest; undefined for a letter of another kind. What it tells is read now, up to the moment of its
 * writing: what was answered meanwhile is not asked for, and nothing is told of a network that she has left (digests 6). It is
 * skipped when nothing is left of it or she wants none any more; what it would have told is in the next one.
 */
export async function digestLetter(
  world: World,
  letter: Letter,
  kinds: readonly ProcessKind[],
): Promise<DigestLetter | Skip | undefined> {
  if (letter.kind !== "digest.letter") return undefined;
  const link = letter.link === undefined ? undefined : await world.table.get(Link, { id: letter.link });
  if (!link) throw new Error(`the letter ${letter.id} has no link`);
  const subscription = await world.table.get(Subscription, { person: letter.person });
  if (!subscription || subscription.frequency === "off") return { skip: "off" };
  const places = await activePlaces(world, letter.person);
  if (places.length === 0) return { skip: "left" };
  const { envelope, address } = await envelopeOf(world, letter);
  const asks = await listedAsks(world, letter, envelope.locale);
  const until = String(letter.facts.until);
  const window = { since: String(letter.facts.since), until, ahead: after(until, AHEAD) };
  const parts = await partsFor(networkReader(world, kinds), places, window);
  if (asks.length === 0 && parts.length === 0) return { skip: "nothing" };
  const settings = `${world.url}/digest/${linkToken(world.keys, link)}`;
  return {
    ...{ kind: "digest.letter", address },
    headers: {
      "List-Unsubscribe": `<${settings}/off>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
    props: {
      ...envelope,
      ...(places.length > 1 && { network: ACROSS }),
      asks,
      parts: parts.map(({ network, news, desk }) => ({
        network: network.name,
        coming: news.filter(({ section }) => section === "coming"),
        decided: news.filter(({ section }) => section === "decided"),
        desk,
      })),
      settings,
    },
  };
}

/** Who writes where several networks are told of. */
const ACROSS = { name: "Quorate", shortName: "Quorate" };
