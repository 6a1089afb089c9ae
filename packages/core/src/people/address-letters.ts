import { envelopeOf, type Skip } from "../ask/index.ts";
import { Link, linkToken, type World } from "../kit/index.ts";
import type { CommonLetters, Letter } from "../letter/index.ts";
import { type AddressChange, changeStanding, maskedAddress, readAddressChange } from "./address-change.ts";
import { Member, Person } from "./records.ts";

type AddressLetters = Pick<
  CommonLetters,
  "people.address-changed" | "people.address-request" | "people.address-refused"
>;

/** A letter about the correction of an address, ready for its words, with the address it goes to. */
export type AddressLetter = {
  [K in keyof AddressLetters]: { kind: K; props: AddressLetters[K]; address: string; replyTo?: string | undefined };
}[keyof AddressLetters];

/** To the old address; questions go to the second person, who is not the one who asked. */
export async function addressChangedLetter(world: World, letter: Letter): Promise<AddressLetter> {
  const { envelope } = await envelopeOf(world, letter);
  const change = await changeOf(world, letter);
  const answers = await memberOf(world, change, change.decision?.member ?? change.by);
  const names = { by: await nameOf(world, change, change.by), decidedBy: change.decision && answers?.name };
  const at = change.decision?.at ?? change.at;
  const replyTo = answers && (await world.table.get(Person, { id: answers.person }))?.address;
  const props = { ...envelope, change: { ...names, to: maskedAddress(change.to), at } };
  return { kind: "people.address-changed", address: change.from, props, replyTo };
}

/** To a second person; skipped once somebody has decided, or the time is over. */
export async function addressRequestLetter(world: World, letter: Letter): Promise<AddressLetter | Skip> {
  const { envelope, address } = await envelopeOf(world, letter);
  const change = await changeOf(world, letter);
  const link = letter.link === undefined ? undefined : await world.table.get(Link, { id: letter.link });
  if (!link) throw new Error(`the records of ${letter.id} are not whole`);
  if (changeStanding(change, world.clock.now()) !== "pending") return { skip: "decided" };
  const [member, by] = await Promise.all([nameOf(world, change, change.member), nameOf(world, change, change.by)]);
  const url = `${world.url}/address/${linkToken(world.keys, link)}`;
  return {
    kind: "people.address-request",
    address,
    props: { ...envelope, member, by, url, expiresAt: change.expiresAt },
  };
}

/** To the one who asked, with the reason. */
export async function addressRefusedLetter(world: World, letter: Letter): Promise<AddressLetter> {
  const { envelope, address } = await envelopeOf(world, letter);
  const change = await changeOf(world, letter);
  const { member: decider = "", reason = "" } = change.decision ?? {};
  const [member, by] = await Promise.all([nameOf(world, change, change.member), nameOf(world, change, decider)]);
  const url = `${world.url}/n/${change.network}/people/address/${change.id}`;
  return { kind: "people.address-refused", address, props: { ...envelope, member, by, reason, url } };
}

async function changeOf(world: World, { id, network, facts }: Letter): Promise<AddressChange> {
  if (!network) throw new Error(`the letter ${id} belongs to no network`);
  return readAddressChange(world, network, String(facts.change));
}

function memberOf(world: World, { network }: AddressChange, id: string) {
  return world.table.get(Member, { network, id });
}

async function nameOf(world: World, change: AddressChange, id: string): Promise<string> {
  return (await memberOf(world, change, id))?.name ?? "";
}
