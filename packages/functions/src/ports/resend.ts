import { type BatchOutcome, type Mail, type OutgoingLetter, Transient } from "@quorate/core/kit";
import type { Resend } from "resend";

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

/** Letters through Resend's batch endpoint: one idempotency key for a batch, one bad address fails alone. */
export function resendMail(resend: Resend): Mail {
  return {
    async send(key: string, letters: OutgoingLetter[]): Promise<BatchOutcome> {
      const payload = letters.map(({ replyTo, ...letter }) => ({ ...letter, ...(replyTo && { replyTo }) }));
      const { data, error } = await resend.batch.send(payload, {
        idempotencyKey: key,
        batchValidation: "permissive",
      });
      if (error) {
        if (transientErrors.has(error.name) || error.statusCode === null || error.statusCode >= 500) {
          throw new Transient(`the mail service says ${error.name}`);
        }
        return { kind: "unknown", reason: error.name };
      }
      return { kind: "accepted", letters: outcomes(letters.length, data.data, data.errors ?? []) };
    },
  };
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
