import * as v from "valibot";
import { create, issueLink, type Link, Link as LinkRecord, linkToken, type World } from "../kit/index.ts";
import type { AskEnvelope, CommonLetters, Envelope, Letter, Turn } from "../letter/index.ts";
import { Member, Network, Person } from "../people/index.ts";
import { readApproval } from "./approval.ts";
import { decisive } from "./approval-rules.ts";
import { codeDigits } from "./code.ts";
import { Ask, AskCode, Collection, Draft } from "./records.ts";
import { withdrawnUntil, withdrawScope } from "./withdraw.ts";

/** Why a letter is not to be sent any more. */
export type Skip = { skip: string };

/** Where the link of an ask leads. */
export function askUrl(world: Pick<World, "keys" | "url">, link: Pick<Link, "id" | "kid" | "scope">): string {
  return `${world.url}/a/${linkToken(world.keys, link)}`;
}

/** Name, language and network of the person a letter goes to; a fault when one of the records is not there. */
export async function envelopeOf(world: World, letter: Letter): Promise<{ envelope: Envelope; address: string }> {
  const network = letter.network;
  const member = letter.member;
  if (!network || !member) throw new Error(`the letter ${letter.id} belongs to no member`);
  const keys = { person: { id: letter.person }, member: { network, id: member }, network: { id: network } };
  const found = await world.table.getMany([
    Person.key(keys.person),
    Member.key(keys.member),
    Network.key(keys.network),
  ]);
  const person = found.get(Person, keys.person);
  const place = found.get(Member, keys.member);
  const body = found.get(Network, keys.network);
  if (!person || !place || !body) throw new Error(`the letter ${letter.id} has nobody to go to`);
  const envelope = {
    locale: person.locale,
    zone: person.zone,
    network: { name: body.name, shortName: body.shortName },
    to: { name: place.name, ...(place.institution && { institution: place.institution }) },
    ...(body.rehearsal && { isRehearsal: true }),
  };
  return { envelope, address: person.address };
}

function turnOf(letter: Letter): Turn {
  if ("reminder" in letter.facts) return "reminder";
  if ("again" in letter.facts) return "again";
  return "extension" in letter.facts ? "extension" : "first";
}

/** Why a letter that asks is not wanted any more, at the moment it is sent. */
function whyNot(ask: Ask, collection: Collection, turn: Turn, link: Link): string | undefined {
  if (ask.state === "closed" || collection.recalled) return "closed";
  if (ask.state === "answered" && turn !== "again") return "answered";
  if (turn === "reminder" && ask.undelivered) return "undelivered";
  return link.scope.epoch === ask.epoch ? undefined : "revoked";
}

/** What every letter that asks is made from; or why it is not wanted any more, looked at when it is sent (asks 10). */
export async function askEnvelope(
  world: World,
  letter: Letter,
  process: { title: string; journal: string },
): Promise<{ props: AskEnvelope; address: string; ask: Ask; collection: Collection } | Skip> {
  if (!letter.ask || !letter.link) throw new Error(`the letter ${letter.id} asks nothing`);
  const keys = { ask: letter.ask, collection: { id: letter.ask.collection }, link: { id: letter.link } };
  const found = await world.table.getMany([
    Ask.key(keys.ask),
    Collection.key(keys.collection),
    LinkRecord.key(keys.link),
    Draft.key({ ask: letter.ask.id }),
  ]);
  const ask = found.get(Ask, keys.ask);
  const collection = found.get(Collection, keys.collection);
  const link = found.get(LinkRecord, keys.link);
  if (!ask || !collection || !link) throw new Error(`the records of ${letter.id} are not whole`);
  const turn = turnOf(letter);
  const isTest = link.scope.act === "test";
  const skip = isTest ? undefined : whyNot(ask, collection, turn, link);
  if (skip) return { skip };
  const { envelope, address } = await envelopeOf(world, letter);
  const asker = await world.table.get(Member, { network: collection.network, id: collection.asker.member });
  const askerPerson = asker && (await world.table.get(Person, { id: asker.person }));
  const props: AskEnvelope = {
    ...envelope,
    ...(isTest && { isTest }),
    ...{ turn, url: isTest ? `${world.url}/t/${linkToken(world.keys, link)}` : askUrl(world, link) },
    ...{ deadline: ask.deadline ?? collection.deadline },
    asker: { name: collection.asker.name, address: askerPerson?.address ?? "" },
    ...{ process: process.title, journal: process.journal },
    ...(ask.insteadOf && { insteadOf: ask.insteadOf.name }),
    ...(found.get(Draft, { ask: ask.id }) && { hasDraft: true }),
  };
  return { props, address, ask, collection };
}

type AskLetters = Pick<CommonLetters, "ask.receipt" | "ask.unsent" | "ask.withdrawn" | "ask.withdrawal" | "ask.code">;

/** A letter about one ask that asks nothing itself, ready for its words, with the address it goes to. */
export type AboutAsk = {
  [K in keyof AskLetters]: { kind: K; props: AskLetters[K]; address: string; replyTo?: string | undefined };
}[keyof AskLetters];

/** Puts names, address and links into a letter of this folder; undefined for a kind that is not its own. */
export async function aboutAsk(world: World, letter: Letter, journal: string): Promise<AboutAsk | Skip | undefined> {
  switch (letter.kind) {
    case "ask.receipt":
      return receipt(world, letter, journal);
    case "ask.unsent":
    case "ask.withdrawn":
    case "ask.withdrawal":
      return notice(world, letter, letter.kind, journal);
    case "ask.code":
      return codeLetter(world, letter, journal);
    default:
      return undefined;
  }
}

async function recordsOf(world: World, letter: Letter) {
  if (!letter.ask) throw new Error(`the letter ${letter.id} belongs to no ask`);
  const { envelope, address } = await envelopeOf(world, letter);
  const found = await world.table.getMany([Ask.key(letter.ask), Collection.key({ id: letter.ask.collection })]);
  const ask = found.get(Ask, letter.ask);
  const collection = found.get(Collection, { id: letter.ask.collection });
  if (!ask || !collection) throw new Error(`the records of ${letter.id} are not whole`);
  return { envelope, address, ask, collection, title: collection.form.title };
}

/** The receipt's words: when it came in and under which reference, never what was said. */
async function receipt(world: World, letter: Letter, journal: string): Promise<AboutAsk> {
  const { envelope, address, ask, collection, title } = await recordsOf(world, letter);
  const { replaces, reference, at } = letter.facts;
  const withdraw = collection.approval ? undefined : await issueWithdrawal(world, letter, ask);
  const props: CommonLetters["ask.receipt"] = {
    ...envelope,
    ...{ title, reference: String(reference), at: String(at), journal },
    ...(replaces !== undefined && { replaces: String(replaces) }),
    ...(collection.form.editable && ask.deadline && { changeUntil: ask.deadline }),
    ...(withdraw && { withdraw }),
  };
  return { kind: "ask.receipt", props, address };
}

/**
 * The receipt's own link, issued as the letter is rendered, so that an answer stays one transaction of three items. A second
 * rendering issues a second one: both work. None where the answer is no longer the one in force.
 */
async function issueWithdrawal(world: World, { facts }: Letter, ask: Ask) {
  const until = withdrawnUntil(String(facts.at));
  const { answer, state } = ask;
  if (state === "closed" || !answer || answer.version !== facts.version || until <= world.clock.now()) return undefined;
  const link = issueLink(world, withdrawScope(ask, answer.version), until);
  await world.table.write([create(LinkRecord, link)]);
  return { url: `${world.url}/w/${linkToken(world.keys, link)}`, until };
}

async function notice(
  world: World,
  letter: Letter,
  kind: "ask.unsent" | "ask.withdrawn" | "ask.withdrawal",
  journal: string,
): Promise<AboutAsk> {
  const { envelope, address, ask, title } = await recordsOf(world, letter);
  const reference = letter.facts.reference === undefined ? undefined : String(letter.facts.reference);
  const shared = { ...envelope, title, at: String(letter.facts.at), journal };
  switch (kind) {
    case "ask.unsent":
      return { kind, address, props: { ...shared, ...(reference !== undefined && { reference }) } };
    case "ask.withdrawn": {
      const link = letter.link === undefined ? undefined : await world.table.get(LinkRecord, { id: letter.link });
      const props = { ...shared, reference: reference ?? "", ...(link && { url: askUrl(world, link) }) };
      return { kind, address, props };
    }
    case "ask.withdrawal": {
      const member = await world.table.get(Member, { network: ask.network, id: ask.member });
      return { kind, address, props: { ...shared, reference: reference ?? "", name: member?.name ?? "" } };
    }
  }
}

async function codeLetter(world: World, letter: Letter, journal: string): Promise<AboutAsk | Skip> {
  const { envelope, address, ask, title } = await recordsOf(world, letter);
  const code = await world.table.get(AskCode, { ask: ask.id });
  if (!code || letter.version !== `${ask.id}-${code.id}`) return { skip: "replaced" };
  if (code.expiresAt <= world.clock.now()) return { skip: "expired" };
  const digits = codeDigits(world.keys, code);
  return {
    kind: "ask.code",
    address,
    props: { ...envelope, title, code: digits, expiresAt: code.expiresAt, journal },
  };
}

type Told = {
  [K in "ask.recalled" | "ask.settled"]: { kind: K; props: CommonLetters[K]; address: string };
}["ask.recalled" | "ask.settled"];

/** The letters that follow when what was asked is taken back or decided; undefined for a kind that is none of them. */
export async function toldLetter(world: World, letter: Letter): Promise<Told | Skip | undefined> {
  if (letter.kind !== "ask.recalled" && letter.kind !== "ask.settled") return undefined;
  const { envelope, address } = await envelopeOf(world, letter);
  const collection = await world.table.get(Collection, { id: String(letter.facts.collection) });
  if (!collection) throw new Error(`the letter ${letter.id} is about nothing`);
  const { title } = collection.form;
  const nameOf = async (id: string | undefined) => {
    const member = id && (await world.table.get(Member, { network: collection.network, id }));
    return member ? { by: member.name } : {};
  };
  if (letter.kind === "ask.recalled") {
    const { recalled } = collection;
    if (!recalled || recalled.why === "cancelled") return { skip: "not-recalled" };
    const { why, by, reason } = recalled;
    return { kind: letter.kind, address, props: { ...envelope, why, title, reason, ...(await nameOf(by)) } };
  }
  const approval = await readApproval(world, collection.id);
  const state = v.parse(v.picklist(["approved", "returned", "expired", "revoked"]), letter.facts.state);
  const last = state === "revoked" ? approval.taken : state === "expired" ? undefined : decisive(approval);
  const reason = last?.reason;
  const props = { ...envelope, state, title, ...(await nameOf(last?.member)), ...(reason && { reason }) };
  return { kind: letter.kind, address, props };
}
