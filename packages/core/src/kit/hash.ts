import { createHash, createHmac, type KeyObject, timingSafeEqual } from "node:crypto";
import canonicalize from "canonicalize";

/** Canonical JSON (RFC 8785): the same value gives the same bytes, whatever the order of its keys. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("a value without JSON has no canonical form");
  return text;
}

/** SHA-256 in hex. */
export function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/** HMAC-SHA-256. */
export function mac(key: KeyObject, text: string | Uint8Array): Uint8Array {
  return createHmac("sha256", key).update(text).digest();
}

/** Compares in a time that does not depend on where the two differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
