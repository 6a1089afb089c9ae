import { once } from "node:events";
import type { Server } from "node:http";
import { join } from "node:path";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { serve } from "@hono/node-server";
import type { Log, Table, World } from "@quorate/core/kit";
import { beginSetUp } from "@quorate/core/people";
import { createApp } from "@quorate/functions/http";
import { mailer } from "@quorate/functions/mailer";
import { processTasks } from "@quorate/functions/process";
import { processes } from "@quorate/functions/processes";
import { type Change, relayChange, waitingLetter } from "@quorate/functions/relay";
import { sweep } from "@quorate/functions/sweep";
import { jsonLog, localService, openWorld } from "@quorate/functions/world";
import { Hono, type MiddlewareHandler } from "hono";
import { type AlarmClock, FlowingClock } from "../clock/index.ts";
import { threadDocuments } from "../documents/index.ts";
import { createMailSink, type MailSink, type MailSinkOptions } from "../mail-sink/index.ts";
import { startStepFunctions } from "../step-functions/index.ts";
import { lockFolder, openStore } from "../store/index.ts";
import { followStream } from "../stream/index.ts";
import { keepOffset, readOffset, readSecrets } from "./folder.ts";
import { ensureStateMachines } from "./state-machines.ts";
import { ensureTable } from "./table.ts";

export type MachineOptions = {
  dataPath: string;
  /** 0 takes a free one. */
  port: number;
  host: string;
  /** The only source of links; by default the address it listens on. */
  url?: string | undefined;
  /** A DynamoDB that runs already. */
  dynamodbEndpoint?: string | undefined;
  /** With a key, letters go out for real and there is no mailbox. */
  resendKey?: string | undefined;
  /** With a mailbox of one's own they go out through that, and there is none here. */
  smtp?: { url: string; lettersAMinute: number } | undefined;
  /** The secret of the real provider's webhooks. */
  resendWebhookSecret?: string | undefined;
  /** Whom letters come from; with a real provider an address of a domain that it knows. */
  sender?: string | undefined;
  /** The time; by default it flows, moved ahead by what the folder keeps. */
  clock?: AlarmClock | undefined;
  /** Where lines of the log go. */
  write: (line: string) => void;
  /** Called when the embedded store dies: nothing can be kept any more. */
  onStoreLost?: (() => void) | undefined;
  /** Faults and controls of the mail sink, for tests and the demo. */
  mail?: Pick<MailSinkOptions, "faults" | "bounces" | "controls"> | undefined;
  /** Pages of the demo, mounted beside the mailbox. */
  more?: Hono | undefined;
};

export type Machine = {
  url: string;
  world: World;
  clock: AlarmClock;
  mailSink: MailSink | undefined;
  /** Where its table is served, to be looked into. */
  store: { endpoint: string; table: string };
  /** The link by which the first network is set up; undefined once there is one. */
  setUpUrl: string | undefined;
  /** Looks after what a crash left, at once instead of within a minute. */
  sweep(): Promise<void>;
  /** Resolves when everything that was written has had its effect: letters are in the sink, machines wait. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

const TABLE = "quorate";
const SWEEP_EVERY = 60_000;
const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** Starts everything on one machine, durable in one folder, and goes on where it was. */
export async function startMachine(options: MachineOptions): Promise<Machine> {
  const { dataPath, host } = options;
  const release = await lockFolder(dataPath);
  const closing: (() => Promise<void> | void)[] = [release];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    let handle: (request: Request, env: object) => Response | Promise<Response> = starting;
    const server = serve({ fetch: (request, env) => handle(request, env), port: options.port, hostname: host });
    closing.push(() => closeServer(server as Server));
    const port = await listening(server as Server);
    const self = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
    const url = options.url ?? self;

    const secrets = readSecrets(dataPath);
    const clock = options.clock ?? new FlowingClock(readOffset(dataPath), (offset) => keepOffset(dataPath, offset));
    const store = await openStore({
      ...{ dataPath, endpoint: options.dynamodbEndpoint, searchPath: process.env.PATH },
      onExit: () => options.onStoreLost?.(),
    });
    closing.push(() => store.close());
    const { streamArn } = await ensureTable(store.endpoint, TABLE);

    const functions: Record<string, (payload: unknown) => Promise<unknown>> = {};
    const stepFunctions = await startStepFunctions({
      ...{ functions, dataPath: join(dataPath, "step-functions"), clock, startsPaused: true },
      onFault: (fault) => jsonLog(clock, options.write).error("step-functions.fault", fault),
    });
    closing.push(() => stepFunctions.close());
    const isSink = options.resendKey === undefined && options.smtp === undefined;
    if (isSink && !(LOOPBACK.has(host) && LOOPBACK.has(new URL(url).hostname))) {
      throw new Error(
        "Others can reach this machine, so letters are not kept in a mailbox: give it a RESEND_API_KEY or a SMTP_URL.",
      );
    }
    const mailSink = isSink
      ? createMailSink({
          ...{ dataPath: join(dataPath, "mail"), clock, ...options.mail },
          webhook: { url: `${self}/webhooks/mail`, secret: secrets.webhookSecret },
        })
      : undefined;
    if (mailSink) closing.push(() => mailSink.close());

    const world = openWorld({
      ...{ url, clock, roots: secrets.roots, write: options.write },
      table: { name: TABLE, endpoint: store.endpoint },
      machines: { arns: await ensureStateMachines(stepFunctions.endpoint), endpoint: stepFunctions.endpoint },
      documents: threadDocuments(),
      mail: options.smtp
        ? { smtp: options.smtp }
        : { key: options.resendKey ?? "re_local", ...(mailSink && { baseUrl: `${self}/resend` }) },
    });
    let poke = () => {};
    world.table = poking(world.table, () => poke());
    for (const kind of processes) functions[kind.name] = processTasks(kind)(world);
    const letters = mailer(world, { address: options.sender ?? "letters@quorate.test" });

    const webhookSecret = mailSink ? secrets.webhookSecret : options.resendWebhookSecret;
    const pages = createApp(world, { webhookSecret });
    const app = new Hono();
    if (mailSink) app.use("/mailbox/*", onlyByItsOwnName);
    app.get("/healthz", (c) => c.json({ ok: true, at: clock.now() }));
    if (mailSink) app.route("/resend", mailSink.api).route("/", mailSink.mailbox);
    if (options.more && mailSink) app.route("/", options.more);
    app.notFound((c) => pages.fetch(c.req.raw, c.env));
    handle = (request, env) => app.fetch(request, env);

    await letters.takeUp();
    const streams = new DynamoDBStreamsClient(localService(store.endpoint));
    const follower = followStream({
      ...{ streams, streamArn, positionPath: join(dataPath, "stream.json"), log: world.log },
      onChanges: (changes) => effects(world, letters, changes),
    });
    closing.push(() => follower.close());
    poke = follower.poke;
    stepFunctions.resume();

    const sweeper = repeat(SWEEP_EVERY, () => sweep(world, letters), world.log);
    closing.push(() => sweeper.stop());
    sweeper.now();
    const setUp = await beginSetUp(world);

    const settled = async () => {
      for (let quiet = 0; quiet < 3; ) {
        await stepFunctions.idle();
        await mailSink?.settled();
        await new Promise((resolve) => setTimeout(resolve, 5));
        quiet = follower.isIdle() ? quiet + 1 : 0;
      }
    };
    return {
      ...{ url, world, clock, mailSink, close, settled },
      store: { endpoint: store.endpoint, table: TABLE },
      setUpUrl: setUp,
      sweep: () => sweep(world, letters),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The effects of changes of the table: machines first, so that they do not wait for the letters. */
async function effects(world: World, letters: ReturnType<typeof mailer>, changes: Change[]): Promise<void> {
  for (const change of changes) await relayChange(world, change);
  const waiting = changes.flatMap((change) => waitingLetter(change) ?? []);
  if (waiting.length > 0) await letters.send(waiting);
}

/** The table, telling of every write of this process, so that the stream is looked at without delay. */
function poking(table: Table, poke: () => void): Table {
  return {
    ...table,
    write: async (writes) => {
      await table.write(writes);
      poke();
    },
  };
}

function repeat(every: number, run: () => Promise<void>, log: Log) {
  let running: Promise<void> = Promise.resolve();
  const now = () => {
    running = running.then(run).catch((fault) => log.error("sweep", fault));
  };
  const timer = setInterval(now, every);
  timer.unref();
  return {
    now,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/** A page that shows every letter is opened by this machine's own name only: another's page cannot ask for it by one of its. */
const onlyByItsOwnName: MiddlewareHandler = async (c, next) => {
  const { hostname } = new URL(c.req.url);
  if (!LOOPBACK.has(hostname.replaceAll(/[[\]]/g, ""))) return c.notFound();
  return next();
};

function starting(): Response {
  return new Response("Quorate is starting.", { status: 503, headers: { "Retry-After": "1" } });
}

async function listening(server: Server): Promise<number> {
  if (!server.listening) await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return address.port;
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
