import * as v from "valibot";
import { addressIn } from "./address.ts";
import { Refused } from "./refused.ts";

const MOST_RECIPIENTS = 50;
const MOST_IN_A_BATCH = 100;
/** What Resend takes and the sink does not: it would be lost without a word. */
const NOT_TAKEN = ["bcc", "cc", "scheduled_at", "template", "topic_id"] as const;

const wrongAddress = (field: string) =>
  `Invalid \`${field}\` field. The email address needs to follow the \`email@example.com\` or ` +
  `\`Name <email@example.com>\` format.`;

const mailboxes = (field: string) =>
  v.pipe(
    v.union([v.string(), v.array(v.string())], wrongAddress(field)),
    v.transform((given) => (Array.isArray(given) ? given : [given])),
    v.maxLength(MOST_RECIPIENTS, `The \`${field}\` field holds at most ${MOST_RECIPIENTS} addresses.`),
    v.check((given) => given.every((mailbox) => addressIn(mailbox) !== undefined), wrongAddress(field)),
  );

const TagWord = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,256}$/, "Tags should only contain ASCII letters, numbers, underscores, or dashes."),
);

/** A file as the SDK sends it: its bytes in base 64. */
const Attachment = v.object({
  filename: v.pipe(v.string(), v.nonEmpty("An attachment has no `filename`.")),
  content: v.pipe(v.string(), v.base64("The `content` of an attachment is not base 64.")),
  content_type: v.nullish(v.string(), "application/octet-stream"),
});

/** One letter as the SDK sends it. */
export const Email = v.pipe(
  v.object({
    from: v.pipe(
      v.string(),
      v.check((from) => addressIn(from) !== undefined, wrongAddress("from")),
    ),
    to: v.pipe(mailboxes("to"), v.minLength(1, "The `to` field is empty.")),
    reply_to: v.nullish(mailboxes("reply_to"), []),
    subject: v.pipe(v.string(), v.nonEmpty("The `subject` field is empty.")),
    html: v.nullish(v.string(), ""),
    text: v.nullish(v.string(), ""),
    headers: v.nullish(v.record(v.string(), v.string()), {}),
    tags: v.nullish(v.array(v.object({ name: TagWord, value: TagWord })), []),
    attachments: v.nullish(v.array(Attachment), []),
    ...Object.fromEntries(
      NOT_TAKEN.map((field) => [field, v.nullish(v.never(`The mail sink does not take \`${field}\`.`))]),
    ),
  }),
  v.check((email) => email.html !== "" || email.text !== "", "The `html` or `text` field is missing."),
);
export type Email = v.InferOutput<typeof Email>;

/** What a request asks to be sent, and the answer to it once the letters have their ids, in order. */
export type ToSend = { emails: Email[]; answer: (ids: string[]) => object };

/** Reads a request for one letter. */
export function readEmail(input: unknown): ToSend {
  return { emails: [sound(parseEmail(input))], answer: ([id]) => ({ id }) };
}

/** Reads a batch that is sent whole or not at all. */
export function readStrictBatch(input: unknown): ToSend {
  return { emails: readBatch(input).map(parseEmail).map(sound), answer: (ids) => ({ data: identified(ids) }) };
}

/** Reads a batch of which the good letters are sent and the others named by their place. */
export function readPermissiveBatch(input: unknown): ToSend {
  const parsed = readBatch(input).map(parseEmail);
  const emails = parsed.flatMap((email) => (email instanceof Refused ? [] : [email]));
  const errors = parsed.flatMap((email, index) =>
    email instanceof Refused ? [{ index, message: email.message }] : [],
  );
  return { emails, answer: (ids) => ({ data: identified(ids), errors }) };
}

function identified(ids: string[]): { id: string }[] {
  return ids.map((id) => ({ id }));
}

function sound(email: Email | Refused): Email {
  if (email instanceof Refused) throw email;
  return email;
}

const withFiles = v.looseObject({ attachments: v.pipe(v.array(v.unknown()), v.minLength(1)) });

function readBatch(input: unknown): unknown[] {
  const batch = v.safeParse(v.array(v.unknown()), input);
  if (!batch.success) throw new Refused("validation_error", "A batch is an array of emails.");
  if (batch.output.length === 0) throw new Refused("validation_error", "The batch is empty.");
  if (batch.output.length > MOST_IN_A_BATCH) {
    throw new Refused("validation_error", `A batch holds at most ${MOST_IN_A_BATCH} emails.`);
  }
  if (batch.output.some((email) => v.is(withFiles, email))) {
    throw new Refused("validation_error", "The `attachments` field is not supported in a batch.");
  }
  return batch.output;
}

function parseEmail(input: unknown): Email | Refused {
  const parsed = v.safeParse(Email, input);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue);
  const isMissing = field !== null && (issue.input === undefined || issue.input === null);
  return isMissing
    ? new Refused("missing_required_field", `The \`${field}\` field is missing.`)
    : new Refused("validation_error", issue.message);
}
