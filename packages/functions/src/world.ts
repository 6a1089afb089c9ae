import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SFNClient } from "@aws-sdk/client-sfn";
import { type Clock, type Documents, type Log, type Mail, openTable, type World } from "@quorate/core/kit";
import { Resend } from "resend";
import {
  derivedKeys,
  jsonLog,
  resendMail,
  type SmtpSettings,
  smtpMail,
  stepFunctions,
  systemRandom,
} from "./ports/index.ts";

/** What an installation is made of. Endpoints and local credentials are given on one machine; on AWS they are its own. */
export type Settings = {
  url: string;
  clock: Clock;
  /** Root secrets by key id, the newest last. */
  roots: ReadonlyMap<string, Uint8Array>;
  table: { name: string; endpoint?: string };
  /** The state machines' ARNs by the name of their process. */
  machines: { arns: Readonly<Record<string, string>>; endpoint?: string };
  /** Resend, or what speaks its language; or a mailbox of one's own. */
  mail: { key: string; baseUrl?: string } | { smtp: SmtpSettings };
  documents: Documents;
  write: (line: string) => void;
  log?: Log;
};

/** What a client of a service on this machine needs; the names are any, nobody checks them. */
export function localService(endpoint: string) {
  return { endpoint, region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
}

/** A client of the store; without an endpoint, of DynamoDB as AWS says. */
export function openStoreClient(endpoint?: string): DynamoDBClient {
  const client = new DynamoDBClient(endpoint ? localService(endpoint) : {});
  // It copies each input and output for a logger, attribute by attribute, also when there is none.
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}

function openMail(mail: Settings["mail"], clock: Clock): Mail {
  if ("smtp" in mail) return smtpMail(mail.smtp, clock);
  return resendMail(new Resend(mail.key, mail.baseUrl ? { baseUrl: mail.baseUrl } : {}));
}

/** The world of an installation: the only place where clients are made. */
export function openWorld(settings: Settings): World {
  const { url, clock, table, machines, mail, documents } = settings;
  const client = openStoreClient(table.endpoint);
  const sfn = new SFNClient(machines.endpoint ? localService(machines.endpoint) : {});
  return {
    table: openTable({ client, name: table.name, random: systemRandom }),
    clock,
    random: systemRandom,
    processes: stepFunctions(sfn, machines.arns),
    mail: openMail(mail, clock),
    documents,
    url: url.replace(/\/$/, ""),
    keys: derivedKeys(settings.roots),
    log: settings.log ?? jsonLog(clock, settings.write),
  };
}

export { jsonLog };
