import { createCipheriv, createDecipheriv } from "node:crypto";
import { mac, sameBytes } from "./hash.ts";
import type { Keys, Random } from "./ports.ts";

/** Seals text with AES-256-GCM under the current `seal` key: `kid.iv.tag.data`, base64url. `about` binds it to its place. */
export function seal(world: { keys: Keys; random: Random }, text: string, about: string): string {
  const { kid, key } = world.keys.current("seal");
  const iv = world.random.bytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(about));
  const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [kid, ...[iv, cipher.getAuthTag(), data].map((part) => Buffer.from(part).toString("base64url"))].join(".");
}

/** Opens what `seal` closed; undefined when the key is gone, the place is another, or a byte was changed. */
export function unseal(world: { keys: Keys }, sealed: string, about: string): string | undefined {
  const [kid, iv, tag, data] = sealed.split(".");
  if (kid === undefined || iv === undefined || tag === undefined || data === undefined) return undefined;
  const key = world.keys.find("seal", kid);
  if (!key) return undefined;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url"))
      .setAAD(Buffer.from(about))
      .setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(data, "base64url")), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}

/** Text that anybody may read and nobody else can make: a page's nonce, a cookie. `kid.text.mac`, base64url. */
export function sign(keys: Keys, text: string, about: string): string {
  const { kid, key } = keys.current("sign");
  const body = Buffer.from(text).toString("base64url");
  return `${kid}.${body}.${Buffer.from(mac(key, `${about}\n${body}`)).toString("base64url")}`;
}

/** The text that `sign` signed about the same thing; undefined for anything else. */
export function readSigned(keys: Keys, signed: string, about: string): string | undefined {
  const [kid, body, code] = signed.split(".");
  if (kid === undefined || body === undefined || code === undefined) return undefined;
  const key = keys.find("sign", kid);
  if (!key || !sameBytes(mac(key, `${about}\n${body}`), Buffer.from(code, "base64url"))) return undefined;
  return Buffer.from(body, "base64url").toString("utf8");
}
