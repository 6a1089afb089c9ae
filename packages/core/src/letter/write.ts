import { create, type Instant, issueLink, Link, type LinkScope, type World, type Write } from "../kit/index.ts";
import { Letter, letterId } from "./records.ts";

/** A letter to be written: to whom, about what, and the link it carries, if any. */
export type NewLetter = Pick<Letter, "process" | "kind" | "version" | "person"> &
  Partial<Pick<Letter, "network" | "member" | "ask" | "facts">> & {
    link?: LinkScope;
    linkExpiresAt?: Instant;
    /** For the letter that lists all open asks: each with the scope of its link. */
    asks?: { collection: string; id: string; scope: LinkScope }[];
  };

/** The writes that put a letter into the outbox: part of the transaction of what it announces. */
export function writeLetter(world: Pick<World, "keys" | "random" | "clock">, letter: NewLetter): Write[] {
  const { link: scope, linkExpiresAt, asks, ...rest } = letter;
  const link = scope && issueLink(world, scope, linkExpiresAt);
  const listed = asks?.map((ask) => ({ ask, link: issueLink(world, ask.scope) })) ?? [];
  const record: Letter = {
    facts: {},
    ...rest,
    id: letterId(letter),
    state: "waiting",
    writtenAt: world.clock.now(),
    ...(link && { link: link.id }),
    ...(asks && { asks: listed.map(({ ask, link }) => ({ collection: ask.collection, id: ask.id, link: link.id })) }),
  };
  return [
    create(Letter, record),
    ...[...(link ? [link] : []), ...listed.map((one) => one.link)].map((one) => create(Link, one)),
  ];
}
