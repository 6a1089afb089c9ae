import { once } from "node:events";
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { createApp } from "@quorate/functions/http";
import * as v from "valibot";
import { serveJobs } from "./child.ts";
import type { Serving } from "./jobs.ts";
import { Place, worldAt } from "./world.ts";

/** The process that serves every page of the installation over a place. No letter is sent: nothing follows its stream. */
export function servePages(): void {
  serveJobs(async (job): Promise<v.InferOutput<typeof Serving>> => {
    const { fetch } = createApp(worldAt(v.parse(Place, job)));
    const server = serve({ fetch, port: 0, hostname: "127.0.0.1" }) as Server;
    if (!server.listening) await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the pages are on no port");
    return { url: `http://127.0.0.1:${address.port}` };
  });
}
