import { serve } from "@hono/node-server";
import { StandingClock } from "@quorate/local/clock";
import { createMailSink } from "@quorate/local/mail-sink";
import { portOf } from "./ports.ts";

/** A mail sink that keeps its letters in a folder, until it is killed. */
const sink = createMailSink({ dataPath: process.argv[2], clock: new StandingClock("2026-03-16T08:00:00.000Z") });
const server = serve({ fetch: sink.api.fetch, port: 0, hostname: "127.0.0.1" }, () => console.log(portOf(server)));
