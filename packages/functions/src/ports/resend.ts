import { type BatchOutcome, type Mail, type OutgoingLetter, Transient } from "@quorate/core/kit";
import type { ErrorResponse, Resend } from "resend";

/**
 * What may pass by itself, or when the operator mends a key; a quota that is used up for the day or the month does not
 * (letters 2).
 */
const transientErrors = new Set([
  "missing_api_key",
  "invalid_api_key",
  "restricted_api_key",
  "rate_limit_exceeded",
  "concurrent_idempotent_requests",
  "internal_server_error",
  "application_error",
]);

/**
 * Letters through Resend's batch endpoint: one idempotency key for a batch, one bad address fails alone. It takes no
 * attachments (letters 2): a letter that has some is handed over by itself, and comes alone.
 */
export function resendMail(resend: Resend): Mail {
  return {
    async send(key: string, letters: OutgoingLetter[]): Promise<BatchOutcome> {
      const [only, ...others] = letters;
      if (only?.attachments && others.length === 0) return sendOne(resend, key, only);
      if (letters.some(({ attachments }) => attachments)) throw new Error("a letter with attachments goes alone");
      const payload = letters.map(({ replyTo, attachments: _, ...letter }) => ({
        ...letter,
        ...(replyTo && { replyTo }),
      }));
      const { data, error } = await resend.batch.send(payload, {
        idempotencyKey: key,
        batchValidation: "permissive",
      });
      if (error) return refused(error);
      return { kind: "accepted", letters: outcomes(letters.length, data.data, data.errors ?? []) };
    },
  };
}

async function sendOne(resend: Resend, key: string, letter: OutgoingLetter): Promise<BatchOutcome> {
  const { replyTo, attachments, ...rest } = letter;
  const { data, error } = await resend.emails.send(
    {
      ...{ ...rest, ...(replyTo && { replyTo }) },
      attachments: (attachments ?? []).map(({ content, ...file }) => ({ ...file, content: Buffer.from(content) })),
    },
    { idempotencyKey: key },
  );
  return error ? refused(error) : { kind: "accepted", letters: [{ id: data.id }] };
}

/** What cannot be sent now, or not at all; what may pass later is thrown. */
function refused({ name, statusCode }: ErrorResponse): BatchOutcome {
  if (transientErrors.has(name) || statusCode === null || statusCode >= 500) {
    throw new Transient(`the mail service says ${name}`);
  }
  return { kind: "unknown", reason: name };
}

/** Each index in `errors` is that letter's failure; the ids belong, in order, to the rest. */
function outcomes(
  count: number,
  sent: readonly { id: string }[],
  errors: readonly { index: number; message: string }[],
): ({ id: string } | { refused: string })[] {
  const refused = new Map(errors.map((error) => [error.index, error.message]));
  const ids = sent[Symbol.iterator]();
  return Array.from({ length: count }, (_, index) => {
    const reason = refused.get(index);
    if (reason !== undefined) return { refused: reason };
    return ids.next().value ?? { refused: "not-in-the-answer" };
  });
}
