import * as v from "valibot";
import { Locale, Zone } from "../i18n/index.ts";
import {
  after,
  command,
  create,
  defineRecord,
  Instant,
  issueLink,
  Link,
  linkToken,
  newId,
  openLink,
  Refusal,
  replace,
  type Stored,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { Address } from "./address.ts";
import { LetterRequest, newRequest, signRequest } from "./letter-request.ts";
import { Member, Network, Person } from "./records.ts";
import { signInWrites } from "./sign-in-letter.ts";

/** That this installation is set up: there is one, so that two set-up links make one network. */
export const Installation = defineRecord({
  kind: "installation",
  schema: v.object({ network: v.string(), setUpAt: Instant }),
  key: (_: object) => ({ pk: "installation", sk: "installation" }),
});
export type Installation = v.InferOutput<typeof Installation.schema>;

const LINK_LIFE = { days: 7 };
export const LONGEST_SHORT_NAME = 20;

const Name = v.pipe(
  v.string(),
  v.transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim()),
  v.nonEmpty(),
  v.maxLength(200),
);

const SetUp = v.object({
  token: v.string(),
  network: v.object({
    name: Name,
    shortName: v.pipe(Name, v.maxGraphemes(LONGEST_SHORT_NAME)),
    locale: v.pipe(v.string(), Locale),
    zone: Zone,
  }),
  coordinator: v.object({ name: Name, address: Address }),
});

/** The URL by which this installation is set up, for 7 days; undefined once it is. Earlier ones keep working until then. */
export async function beginSetUp(world: World): Promise<string | undefined> {
  if (await world.table.get(Installation, {})) return undefined;
  const link = issueLink(world, { act: "set-up" }, after(world.clock.now(), LINK_LIFE));
  await world.table.write([create(Link, link)]);
  return `${world.url}/set-up/${linkToken(world.keys, link)}`;
}

/** Whether the page behind a set-up link can be filled. Writes nothing; refuses as `setUp` does. */
export async function viewSetUp(world: World, token: string): Promise<void> {
  await openSetUp(world, token);
}

async function openSetUp(world: World, token: string): Promise<Stored<Link>> {
  const link = await openLink(world, token);
  if (link.scope.act !== "set-up") throw new Refusal("link.unknown");
  if (link.usedAt) throw new Refusal("link.used");
  if (await world.table.get(Installation, {})) throw new Refusal("network.exists");
  if (!link.expiresAt || link.expiresAt <= world.clock.now()) throw new Refusal("link.closed");
  return link;
}

/**
 * Sets the installation up: its network, its first coordinator and her sign-in letter are stored, and the link is used up.
 * Refuses a link that is unknown, used or expired, and a second network by another link (`network.exists`).
 */
export const setUp = command(SetUp, (world, input) =>
  untilWritten(async (): Promise<{ network: string; person: string; member: string; request: string }> => {
    const link = await openSetUp(world, input.token);
    const now = world.clock.now();
    const { locale, zone } = input.network;
    const network: Network = { ...input.network, id: newId(world.random, "network"), createdAt: now };
    const person: Person = { id: newId(world.random, "person"), address: input.coordinator.address, locale, zone };
    const member: Member = {
      ...{ network: network.id, id: newId(world.random, "member"), person: person.id },
      ...{ name: input.coordinator.name, groups: [], standing: "active", coordinator: true, since: now },
    };
    const request = newRequest(world, { purpose: "sign-in", state: "done" });
    await world.table.write([
      replace(Link, link, { ...link, usedAt: now }),
      create(Installation, { network: network.id, setUpAt: now }),
      create(Network, network),
      create(Person, person),
      create(Member, member),
      create(LetterRequest, request),
      ...signInWrites(world, request, member),
    ]);
    return { network: network.id, person: person.id, member: member.id, request: signRequest(world, request.id) };
  }),
);
