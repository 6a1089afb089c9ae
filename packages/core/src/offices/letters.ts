import { envelopeOf, type Skip } from "../ask/index.ts";
import type { LocalDate, Text } from "../i18n/index.ts";
import { type Instant, Link, linkToken, type World } from "../kit/index.ts";
import type { Envelope, Letter } from "../letter/index.ts";
import { Member, SignIn } from "../people/index.ts";
import { readOffice } from "./acts.ts";
import { type HandOver, readHandOver } from "./hand-over.ts";
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
  /** Who has the rights, or who may be one of the two that state it in her place: do they pass on? */
  "offices.statement": Envelope & {
    name: string;
    office?: Text | undefined;
    takes: "one" | "two";
    url: string;
    expiresAt: Instant;
  };
  /** The new coordinator, with her way in. */
  "offices.rights": Envelope & { url: string; expiresAt: Instant };
  /** Everybody who coordinated until then: who has the rights now, by whose word, and who no longer does. */
  "offices.passed": Envelope & { name: string; by: string[]; ended: string[] };
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
    case "offices.statement":
      return statementLetter(world, letter);
    case "offices.rights":
      return rightsLetter(world, letter);
    case "offices.passed":
      return passedLetter(world, letter);
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

/** Skipped once it was stated, or its time is over. */
async function statementLetter(world: World, letter: Letter): Promise<OfficeLetter | Skip> {
  const { envelope, address } = await envelopeOf(world, letter);
  const handOver = await handOverOf(world, letter);
  const { network, office, takes, until, state } = handOver;
  if (state !== "pending" || takes !== letter.facts.takes) return { skip: "decided" };
  if (until <= world.clock.now()) return { skip: "expired" };
  const [name = ""] = await namesOf(world, handOver, [handOver.to]);
  const title = office === undefined ? undefined : (await readOffice(world, network, office)).title;
  const url = `${world.url}/hand-over/${await tokenOf(world, letter)}`;
  return {
    kind: "offices.statement",
    address,
    props: { ...envelope, name, office: title, takes, expiresAt: until, url },
  };
}

/** Skipped once its link is used or expired: she knows the way in by then, or asks for another one. */
async function rightsLetter(world: World, letter: Letter): Promise<OfficeLetter | Skip> {
  const { envelope, address } = await envelopeOf(world, letter);
  const request = String(letter.facts.handOver);
  const signIn = await world.table.get(SignIn, { request, person: letter.person });
  if (!signIn) throw new Error(`the records of ${letter.id} are not whole`);
  if (signIn.usedAt) return { skip: "used" };
  const { expiresAt } = signIn;
  if (expiresAt <= world.clock.now()) return { skip: "expired" };
  const url = `${world.url}/sign-in/${await tokenOf(world, letter)}`;
  return { kind: "offices.rights", address, props: { ...envelope, url, expiresAt } };
}

async function passedLetter(world: World, letter: Letter): Promise<OfficeLetter> {
  const { envelope, address } = await envelopeOf(world, letter);
  const handOver = await handOverOf(world, letter);
  const [name = ""] = await namesOf(world, handOver, [handOver.to]);
  const by = await namesOf(
    world,
    handOver,
    handOver.statements.map(({ member }) => member),
  );
  const ended = await namesOf(world, handOver, handOver.ended);
  return { kind: "offices.passed", address, props: { ...envelope, name, by, ended } };
}

function handOverOf(world: World, { network = "", facts }: Letter): Promise<HandOver> {
  return readHandOver(world, network, String(facts.handOver));
}

async function namesOf(world: World, { network }: HandOver, members: readonly string[]): Promise<string[]> {
  const found = await Promise.all(members.map((id) => world.table.get(Member, { network, id })));
  return found.map((member) => member?.name ?? "");
}

/** The token of the link that a letter carries; a fault where it carries none. */
async function tokenOf(world: World, letter: Letter): Promise<string> {
  const link = letter.link === undefined ? undefined : await world.table.get(Link, { id: letter.link });
  if (!link) throw new Error(`the records of ${letter.id} are not whole`);
  return linkToken(world.keys, link);
}
