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
  /** A mailbox to send from instead: `smtps://user:password@host`, or `smtp://…` with STARTTLS. */
  SMTP_URL: v.optional(v.pipe(v.string(), v.url(), v.regex(/^smtps?:/, "it begins with smtp: or smtps:"))),
  SMTP_LETTERS_A_MINUTE: v.optional(v.pipe(v.string(), v.digits(), v.toNumber(), v.minValue(1)), "20"),
  /** The address that letters come from: of a domain that Resend has verified, or the mailbox's own. */
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
  const smtpUrl = settings.SMTP_URL;
  if (smtpUrl !== undefined && settings.RESEND_API_KEY !== undefined) {
    throw new Error("A setting is wrong: letters go out by RESEND_API_KEY or by SMTP_URL, not by both");
  }
  if (smtpUrl !== undefined && settings.QUORATE_SENDER === undefined) {
    throw new Error("A setting is wrong: QUORATE_SENDER is the address of the mailbox of SMTP_URL");
  }
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataPath: resolve(settings.QUORATE_DATA),
    url: settings.QUORATE_URL,
    dynamodbEndpoint: settings.QUORATE_DYNAMODB_ENDPOINT,
    resendKey: settings.RESEND_API_KEY,
    smtp: smtpUrl === undefined ? undefined : { url: smtpUrl, lettersAMinute: settings.SMTP_LETTERS_A_MINUTE },
    resendWebhookSecret: settings.RESEND_WEBHOOK_SECRET,
    sender: settings.QUORATE_SENDER,
  };
}
