import { resolve } from "node:path";
import * as v from "valibot";

const Port = v.pipe(v.string(), v.digits(), v.toNumber(), v.maxValue(65_535));

const Environment = v.object({
  PORT: v.optional(Port, "3000"),
  HOST: v.optional(v.string(), "127.0.0.1"),
  QUORATE_DATA: v.optional(v.string(), ".quorate"),
  QUORATE_URL: v.optional(v.pipe(v.string(), v.url())),
  QUORATE_DYNAMODB_ENDPOINT: v.optional(v.pipe(v.string(), v.url())),
  /** With it letters go out for real. */
  RESEND_API_KEY: v.optional(v.string()),
  RESEND_WEBHOOK_SECRET: v.optional(v.string()),
  /** The address that letters come from: of a domain that Resend has verified. */
  QUORATE_SENDER: v.optional(v.pipe(v.string(), v.email())),
});

/** The settings of one machine from its environment; a wrong one ends the command with a line that names it. */
export function readSettings(environment: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = v.safeParse(Environment, given);
  if (!read.success) {
    const wrong = read.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`).join("; ");
    throw new Error(`A setting is wrong: ${wrong}`);
  }
  const settings = read.output;
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataPath: resolve(settings.QUORATE_DATA),
    url: settings.QUORATE_URL,
    dynamodbEndpoint: settings.QUORATE_DYNAMODB_ENDPOINT,
    resendKey: settings.RESEND_API_KEY,
    resendWebhookSecret: settings.RESEND_WEBHOOK_SECRET,
    sender: settings.QUORATE_SENDER,
  };
}
