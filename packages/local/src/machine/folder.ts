import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";

/** Everything one machine keeps besides its table, executions and letters: its root keys and how far its clock was moved. */
const Kept = v.object({
  /** Root secrets by key id, base64url, the newest last. */
  roots: v.array(v.object({ kid: v.string(), secret: v.string() })),
  /** The secret that the mail sink signs its webhooks with. */
  webhookSecret: v.string(),
});
type Kept = v.InferOutput<typeof Kept>;

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** The installation's secrets; made on the first start, readable by their owner only. */
export function readSecrets(dataPath: string): { roots: Map<string, Uint8Array>; webhookSecret: string } {
  mkdirSync(dataPath, { recursive: true, mode: 0o700 });
  const path = join(dataPath, "keys.json");
  if (!existsSync(path)) {
    const first: Kept = {
      roots: [{ kid: "1", secret: randomBytes(32).toString("base64url") }],
      webhookSecret: `whsec_${randomBytes(24).toString("base64")}`,
    };
    writeWhole(path, JSON.stringify(first));
  }
  const kept = v.parse(Kept, JSON.parse(readFileSync(path, "utf8")));
  const roots = new Map(kept.roots.map(({ kid, secret }) => [kid, new Uint8Array(Buffer.from(secret, "base64url"))]));
  return { roots, webhookSecret: kept.webhookSecret };
}

/** By how many milliseconds the clock was moved ahead: 0 unless somebody moved it. */
export function readOffset(dataPath: string): number {
  const path = join(dataPath, "clock.json");
  if (!existsSync(path)) return 0;
  return v.parse(v.object({ offset: v.number() }), JSON.parse(readFileSync(path, "utf8"))).offset;
}

export function keepOffset(dataPath: string, offset: number): void {
  writeWhole(join(dataPath, "clock.json"), JSON.stringify({ offset }));
}
