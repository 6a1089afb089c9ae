import * as v from "valibot";
import { Instant } from "./clock.ts";
import { canonical, mac, sameBytes } from "./hash.ts";
import type { Keys, Random, World } from "./ports.ts";
import { defineRecord, type Stored } from "./record.ts";
import { Refusal } from "./refusal.ts";

/** What a link opens, and for whom. Nothing else than this can be reached by it. */
export const LinkScope = v.object({
  act: v.picklist([
    "answer",
    "approve",
    "digest",
    "minutes",
    "offices",
    "sign-in",
    "set-up",
    "test",
    "withdraw",
    "write",
  ]),
  network: v.optional(v.string()),
  person: v.optional(v.string()),
  member: v.optional(v.string()),
  process: v.optional(v.string()),
  collection: v.optional(v.string()),
  ask: v.optional(v.string()),
  /** Links of an earlier epoch of their ask were revoked together. */
  epoch: v.optional(v.number()),
  /** The version of the answer that it takes back. */
  version: v.optional(v.number()),
});
export type LinkScope = v.InferOutput<typeof LinkScope>;

/** What is stored of a link (asks 3): no reader of the table can make the link from it. */
export const Link = defineRecord({
  kind: "link",
  schema: v.object({
    /** 16 random bytes, base64url. */
    id: v.string(),
    kid: v.string(),
    scope: LinkScope,
    issuedAt: Instant,
    /** After this moment a sign-in or set-up link is expired; an ask's link lives as long as its ask. */
    expiresAt: v.optional(Instant),
    usedAt: v.optional(Instant),
  }),
  key: ({ id }: { id: string }) => ({ pk: `link#${id}`, sk: "link" }),
  // Every other link is named by what it was issued for; a receipt's is found by its ask alone.
  indexes: ({ id, scope }) =>
    scope.act === "withdraw" ? { lookup: { pk: `withdraw-links#${scope.ask}`, sk: id } } : {},
});
export type Link = v.InferOutput<typeof Link.schema>;

const ID_BYTES = 16;
const MAC_BYTES = 16;

/** A new link's record; store it in the transaction that announces it. */
export function issueLink(
  world: { keys: Keys; random: Random; clock: World["clock"] },
  scope: LinkScope,
  expiresAt?: Instant,
): Link {
  const id = Buffer.from(world.random.bytes(ID_BYTES)).toString("base64url");
  const { kid } = world.keys.current("link");
  return { id, kid, scope, issuedAt: world.clock.now(), ...(expiresAt && { expiresAt }) };
}

function linkMac(keys: Keys, link: Pick<Link, "id" | "kid" | "scope">): Uint8Array | undefined {
  const key = keys.find("link", link.kid);
  if (!key) return undefined;
  const text = Buffer.concat([Buffer.from(link.id, "base64url"), Buffer.from(canonical(link.scope))]);
  return mac(key, text).subarray(0, MAC_BYTES);
}

/** The usable token of a link: made only when a letter is rendered, never stored. Throws when the key is gone. */
export function linkToken(keys: Keys, link: Pick<Link, "id" | "kid" | "scope">): string {
  const code = linkMac(keys, link);
  if (!code) throw new Error(`the link key ${link.kid} is gone`);
  return Buffer.concat([Buffer.from(link.id, "base64url"), code]).toString("base64url");
}

/** The id in a token; undefined when the text cannot be a token. */
export function linkIdOf(token: string): string | undefined {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString("base64url") !== token) return undefined;
  return bytes.subarray(0, ID_BYTES).toString("base64url");
}

/** Whether this token was made for this link. */
export function fitsLink(keys: Keys, token: string, link: Pick<Link, "id" | "kid" | "scope">): boolean {
  const code = linkMac(keys, link);
  return code !== undefined && sameBytes(Buffer.from(token, "base64url").subarray(ID_BYTES), code);
}

/** The link that a token opens. Refuses with `link.unknown`, the same for a wrong id and a wrong code. Writes nothing. */
export async function openLink(world: World, token: string): Promise<Stored<Link>> {
  const id = linkIdOf(token);
  const link = id === undefined ? undefined : await world.table.get(Link, { id });
  if (!link || !fitsLink(world.keys, token, link)) throw new Refusal("link.unknown");
  return link;
}
