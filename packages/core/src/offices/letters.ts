import { envelopeOf, type Skip } from "../ask/index.ts";
import type { LocalDate, Text } from "../i18n/index.ts";
import { Link, linkToken, type World } from "../kit/index.ts";
import type { Envelope, Letter } from "../letter/index.ts";
import { Member } from "../people/index.ts";
import { readOffice } from "./acts.ts";
import { Holding } from "./records.ts";

/** The letters about offices: who gets each, and what is put into it when it is rendered. */
export type OfficeLetters = {
  /** The holder and each coordinator: a mandate comes to its end. */
  "offices.mandate": Envelope & {
    office: Text;
    holder: string;
    until: LocalDate;
    /** It is the reader's own. */
    isOwn: boolean;
    url: string;
  };
};

/** A letter about offices, ready for its words, with the address it goes to. */
export type OfficeLetter = {
  [K in keyof OfficeLetters]: { kind: K; props: OfficeLetters[K]; address: string };
}[keyof OfficeLetters];

/** Puts names, days and links into a letter of this folder; undefined for a kind that is not its own. */
export async function officeLetter(world: World, letter: Letter): Promise<OfficeLetter | Skip | undefined> {
  switch (letter.kind) {
    case "offices.mandate":
      return mandateLetter(world, letter);
    default:
      return undefined;
  }
}

/** Skipped once the mandate has ended before its time. */
async function mandateLetter(world: World, letter: Letter): Promise<OfficeLetter | Skip> {
  const { envelope, address } = await envelopeOf(world, letter);
  const network = letter.network ?? "";
  const holding = await world.table.get(Holding, { network, id: String(letter.facts.holding) });
  if (!holding) throw new Error(`the records of ${letter.id} are not whole`);
  if (holding.ended) return { skip: "ended" };
  const { title } = await readOffice(world, network, holding.office);
  const holder = await world.table.get(Member, { network, id: holding.member });
  const isOwn = holding.member === letter.member;
  const url = `${world.url}/offices/${await tokenOf(world, letter)}`;
  const mandate = { office: title, holder: holder?.name ?? "", until: holding.until, isOwn, url };
  return { kind: "offices.mandate", address, props: { ...envelope, ...mandate } };
}

/** The token of the link that a letter carries; a fault where it carries none. */
async function tokenOf(world: World, letter: Letter): Promise<string> {
  const link = letter.link === undefined ? undefined : await world.table.get(Link, { id: letter.link });
  if (!link) throw new Error(`the records of ${letter.id} are not whole`);
  return linkToken(world.keys, link);
}
