import { setTimeout } from "node:timers/promises";
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

type Answer = { headers: Record<string, string> | null };

/** Resolves after so many milliseconds of real time: the pace is the service's, not the processes'. */
type Wait = (milliseconds: number) => Promise<void>;

const realTime: Wait = async (milliseconds) => {
  if (milliseconds > 0) await setTimeout(milliseconds);
};

/** Seconds. A service that wants more is asked again by the sweep. */
const LONGEST_REST = 5;

/**
 * Letters through Resend's batch endpoint: one idempotency key for a batch, one bad address fails alone. It takes no
 * attachments (letters 2): a letter that has some is handed over by itself, and comes alone.
 */
export function resendMail(resend: Resend, wait: Wait = realTime): Mail {
  let rest: Promise<void> = Promise.resolve();
  /** The next call waits as long as the headers of this answer say. */
  const paced = <A extends Answer>(answer: A): A => {
    rest = wait(restAfter(answer));
    return answer;
  };
  return {
    most: 100,
    remembersKeys: true,
    async send(key: string, letters: OutgoingLetter[]): Promise<BatchOutcome> {
      await rest;
      const [only, ...others] = letters;
      if (only?.attachments && others.length === 0) return sendOne(resend, key, only, paced);
      if (letters.some(({ attachments }) => attachments)) throw new Error("a letter with attachments goes alone");
      const payload = letters.map(({ replyTo, attachments: _, ...letter }) => ({
        ...letter,
        ...(replyTo && { replyTo }),
      }));
      const { data, error, headers } = paced(
        await resend.batch.send(payload, { idempotencyKey: key, batchValidation: "permissive" }),
      );
      if (error) return refused(error, headers);
      return { kind: "accepted", letters: outcomes(letters.length, data.data, data.errors ?? []) };
    },
  };
}

async function sendOne(
  resend: Resend,
  key: string,
  letter: OutgoingLetter,
  paced: <A extends Answer>(answer: A) => A,
): Promise<BatchOutcome> {
  const { replyTo, attachments, ...rest } = letter;
  const { data, error, headers } = paced(
    await resend.emails.send(
      {
        ...{ ...rest, ...(replyTo && { replyTo }) },
        attachments: (attachments ?? []).map(({ content, ...file }) => ({ ...file, content: Buffer.from(content) })),
      },
      { idempotencyKey: key },
    ),
  );
  return error ? refused(error, headers) : { kind: "accepted", letters: [{ id: data.id }] };
}

/** Milliseconds until more may be asked: none while the answer's headers leave a request. */
function restAfter({ headers }: Answer): number {
  if (headers?.["ratelimit-remaining"] !== "0") return 0;
  return Math.min(seconds(headers["ratelimit-reset"]) ?? 0, LONGEST_REST) * 1000;
}

function seconds(header: string | undefined): number | undefined {
  const read = Number(header);
  return header !== undefined && Number.isFinite(read) && read >= 0 ? read : undefined;
}

/** What cannot be sent now, or not at all; what may pass later is thrown. */
function refused({ name, statusCode }: ErrorResponse, headers: Answer["headers"]): BatchOutcome {
  if (transientErrors.has(name) || statusCode === null || statusCode >= 500) {
    throw new Transient(`the mail service says ${name}`, { retryAfter: seconds(headers?.["retry-after"]) });
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
