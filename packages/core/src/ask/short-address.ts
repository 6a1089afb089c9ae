import * as v from "valibot";
import {
  create,
  defineRecord,
  type Instant,
  issueLink,
  type Keys,
  Link,
  type LinkScope,
  linkToken,
  mac,
  Refusal,
  readableCode,
  toMilliseconds,
  type World,
  type Write,
} from "../kit/index.ts";

/**
 * Where a short address leads. The code itself is kept nowhere: it is made from the link by its key, and found by a keyed hash
 * of it, so no reader of the table can type it. Under a new key earlier codes are not found any more; what is scanned holds
 * the link itself and goes on working.
 */
const ShortAddress = defineRecord({
  kind: "short-address",
  schema: v.object({
    hash: v.string(),
    link: v.string(),
    /** Seconds since 1970, for the table's own deletion. */
    expires: v.number(),
  }),
  key: ({ hash }: { hash: string }) => ({ pk: `short-address#${hash}`, sk: "short-address" }),
});

const CODE_LENGTH = 12;

/** The twelve characters (60 bits) by which a link is typed from paper: `7KQ4-M2XP-09TB`. */
export function shortCode(keys: Keys, link: Pick<Link, "id" | "kid">): string {
  const key = keys.find("link", link.kid);
  if (!key) throw new Error(`the link key ${link.kid} is gone`);
  return readableCode(mac(key, `short address\n${link.id}`), CODE_LENGTH);
}

function hashOf(key: Parameters<typeof mac>[0], code: string): string {
  return Buffer.from(mac(key, `short address of\n${code}`)).toString("hex");
}

/** A new link that has a short address, and the writes of both. */
export function printedLink(world: World, scope: LinkScope, until: Instant): { link: Link; writes: Write[] } {
  const link = issueLink(world, scope);
  const { key } = world.keys.current("link");
  const hash = hashOf(key, plainCode(shortCode(world.keys, link)));
  const expires = Math.floor(toMilliseconds(until) / 1000);
  return { link, writes: [create(Link, link), create(ShortAddress, { hash, link: link.id, expires })] };
}

/** The token of the link behind a typed code; refuses `link.unknown`. Writes nothing. */
export async function openShort(world: World, typed: string): Promise<string> {
  const code = plainCode(typed);
  if (code.length !== CODE_LENGTH) throw new Refusal("link.unknown");
  const { key } = world.keys.current("link");
  const found = await world.table.get(ShortAddress, { hash: hashOf(key, code) });
  const link = found && (await world.table.get(Link, { id: found.link }));
  if (!link) throw new Refusal("link.unknown");
  return linkToken(world.keys, link);
}

/** What was meant: capitals, no signs between, and no letters that look like digits. */
function plainCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
}
