import * as v from "valibot";
import { type Link, Link as LinkRecord, linkToken, type World } from "../kit/index.ts";
import type { AskEnvelope, CommonLetters, Envelope, Letter, Turn } from "../letter/index.ts";
import { Member, Network, Person } from "../people/index.ts";
import { readApproval } from "./approval.ts";
import { decisive } from "./approval-rules.ts";
import { Ask, Collection } from "./records.ts";

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
  };
  return { envelope, address: person.address };
}

function turnOf(letter: Letter): Turn {
  if ("reminder" in letter.facts) return "reminder";
  if ("again" in letter.facts) return "again";
  return "extension" in letter.facts ? "extension" : "first";
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
  ]);
  const ask = found.get(Ask, keys.ask);
  const collection = found.get(Collection, keys.collection);
  const link = found.get(LinkRecord, keys.link);
  if (!ask || !collection || !link) throw new Error(`the records of ${letter.id} are not whole`);
  const turn = turnOf(letter);
  if (ask.state === "closed") return { skip: "closed" };
  if (ask.state === "answered" && turn !== "again") return { skip: "answered" };
  if (turn === "reminder" && ask.undelivered) return { skip: "undelivered" };
  if (link.scope.epoch !== ask.epoch) return { skip: "revoked" };
  const { envelope, address } = await envelopeOf(world, letter);
  const asker = await world.table.get(Member, { network: collection.network, id: collection.asker.member });
  const askerPerson = asker && (await world.table.get(Person, { id: asker.person }));
  const props: AskEnvelope = {
    ...envelope,
    ...{ turn, url: askUrl(world, link), deadline: ask.deadline ?? collection.deadline },
    asker: { name: collection.asker.name, address: askerPerson?.address ?? "" },
    ...{ process: process.title, journal: process.journal },
    ...(ask.insteadOf && { insteadOf: ask.insteadOf.name }),
  };
  return { props, address, ask, collection };
}

/** The receipt's words: when it came in and under which reference, never what was said. */
export async function receiptProps(
  world: World,
  letter: Letter,
  journal: string,
): Promise<{ props: CommonLetters["ask.receipt"]; address: string }> {
  if (!letter.ask) throw new Error(`the receipt ${letter.id} belongs to no ask`);
  const { envelope, address } = await envelopeOf(world, letter);
  const found = await world.table.getMany([Ask.key(letter.ask), Collection.key({ id: letter.ask.collection })]);
  const ask = found.get(Ask, letter.ask);
  const collection = found.get(Collection, { id: letter.ask.collection });
  if (!ask || !collection) throw new Error(`the records of ${letter.id} are not whole`);
  const replaces = letter.facts.replaces;
  const props: CommonLetters["ask.receipt"] = {
    ...envelope,
    title: collection.form.title,
    reference: String(letter.facts.reference),
    at: String(letter.facts.at),
    journal,
    ...(replaces !== undefined && { replaces: String(replaces) }),
    ...(collection.form.editable && ask.deadline && { changeUntil: ask.deadline }),
  };
  return { props, address };
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
