import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import type { KeyPurpose, Keys } from "@quorate/core/kit";

/**
 * The keys of an installation, each made from a root secret by HKDF. Roots are given by their key id, the newest last: it
 * makes what is new, the others still open what they made.
 */
export function derivedKeys(roots: ReadonlyMap<string, Uint8Array>): Keys {
  const newest = [...roots.keys()].at(-1);
  if (newest === undefined) throw new Error("an installation has at least one root key");
  const made = new Map<string, KeyObject>();
  const find = (purpose: KeyPurpose, kid: string) => {
    const root = roots.get(kid);
    if (!root) return undefined;
    const name = `${purpose}/${kid}`;
    const key = made.get(name) ?? createSecretKey(new Uint8Array(hkdfSync("sha256", root, "quorate", purpose, 32)));
    made.set(name, key);
    return key;
  };
  return {
    find,
    current(purpose) {
      const key = find(purpose, newest);
      if (!key) throw new Error(`no key ${newest}`);
      return { kid: newest, key };
    },
  };
}
