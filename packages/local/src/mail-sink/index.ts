export type { Fault, Faults } from "./faults.ts";
export type { Letter, LetterState } from "./letter.ts";
export type { RateLimit } from "./rate-limit.ts";
export { createMailSink, type MailSink, type MailSinkOptions } from "./sink.ts";
export type { WebhookOptions } from "./webhooks.ts";
