import { openTable, type World } from "@quorate/core/kit";
import { openStoreClient, openWorld } from "@quorate/functions/world";
import * as v from "valibot";
import { FlowingClock } from "../clock/index.ts";
import { threadDocuments } from "../documents/index.ts";

/** Where the bench's records are kept, and the root key of the links to them. */
export const Place = v.object({ endpoint: v.string(), table: v.string(), root: v.string() });
export type Place = v.InferOutput<typeof Place>;

/** One call to the store, as it went out. */
export type StoreCall = { name: string; input: unknown };

/** The world of an installation over this place: pages work; state machines and mail lead nowhere and are not used. */
export function worldAt(place: Place): World {
  return openWorld({
    url: "http://127.0.0.1",
    clock: new FlowingClock(),
    roots: new Map([["1", new Uint8Array(Buffer.from(place.root, "base64url"))]]),
    table: { name: place.table, endpoint: place.endpoint },
    machines: { arns: {}, endpoint: place.endpoint },
    documents: threadDocuments(),
    mail: { key: "re_bench", baseUrl: place.endpoint },
    write: (line) => process.stderr.write(`${line}\n`),
  });
}

/** The same world, with every call to the store put down in the client itself, where nothing gets by. */
export function countedWorldAt(place: Place): { world: World; calls: StoreCall[]; close: () => void } {
  const calls: StoreCall[] = [];
  const client = openStoreClient(place.endpoint);
  client.middlewareStack.add(
    (next, context) => (args) => {
      calls.push({ name: String(context.commandName).replace(/Command$/, ""), input: args.input });
      return next(args);
    },
    { step: "initialize", name: "putDownCalls" },
  );
  const world = worldAt(place);
  return {
    world: { ...world, table: openTable({ client, name: place.table, random: world.random }) },
    calls,
    close: () => client.destroy(),
  };
}
