import { once } from "node:events";
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { createApp } from "@quorate/functions/http";
import * as v from "valibot";
import { serveJobs } from "./child.ts";
import type { Serving } from "./jobs.ts";
import { Place, worldAt } from "./world.ts";

let served: Server | undefined;

/** The process that serves every page of an installation, over the place it was told last. It sends no letters. */
export function servePages(): void {
  serveJobs(async (job): Promise<Serving> => {
    served?.closeAllConnections();
    served?.close();
    const { fetch } = createApp(worldAt(v.parse(Place, job)));
    served = serve({ fetch, port: 0, hostname: "127.0.0.1" }) as Server;
    if (!served.listening) await once(served, "listening");
    const address = served.address();
    if (address === null || typeof address === "string") throw new Error("the pages are on no port");
    return { url: `http://127.0.0.1:${address.port}` };
  });
}
