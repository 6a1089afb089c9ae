/** Why an act is not done, with the HTTP status it is answered by. The one table of both. */
const statuses = {
  "address.elsewhere": 409,
  "address.nobody": 409,
  "address.pending": 409,
  "approval.over": 409,
  "approval.own-request": 403,
  "approval.same-person": 403,
  "ask.answered": 409,
  "ask.unanswered": 409,
  "assist.own": 403,
  "assist.reachable": 409,
  "body.too-large": 413,
  "body.wrong-type": 415,
  "collection.closed": 410,
  "collection.extension": 422,
  "cross-site": 403,
  "decision.made": 409,
  "duty.candidate": 403,
  "election.setup": 422,
  "election.stage": 409,
  "figures.impossible": 422,
  "hand-over.over": 409,
  "input.invalid": 422,
  "link.closed": 410,
  "link.revoked": 410,
  "link.unknown": 404,
  "link.used": 410,
  "mandate.over": 409,
  "member.asked": 409,
  "member.coordinates": 409,
  "member.last-coordinator": 409,
  "member.merged": 409,
  "member.stands": 409,
  "network.exists": 409,
  "not-found": 404,
  "not-yours": 403,
  "decline.closed": 410,
  "objection.closed": 410,
  "objection.made": 409,
  "office.full": 409,
  "office.held": 409,
  "page.stale": 409,
  "person.exists": 409,
  "plan.stage": 409,
  "presence.order": 409,
  "process.not-parked": 409,
  "rehearsal.twice": 409,
  "roster.changed": 409,
  "roster.malformed": 422,
  "room.wrong-code": 422,
  "session.begun": 409,
  "session.closed": 409,
  "session.vote-open": 409,
  "sign-in.needed": 401,
  "sign-in.wrong-code": 422,
  "too-many": 429,
  "vote.already-open": 409,
  "vote.not-open": 409,
  "vote.not-put": 409,
  "waiver.needless": 409,
} as const;

export type RefusalCode = keyof typeof statuses;

/** One wrong thing in what was sent: the field it stands at and what is wrong with it. */
export type Problem = { field: string; code: string; details?: Record<string, string | number> };

/** The caller may not, or the input is wrong. Its words are found by its code, in the reader's language. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly problems: readonly Problem[];
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: RefusalCode,
    more: { problems?: readonly Problem[]; details?: Record<string, string | number> } = {},
  ) {
    super(more.problems?.length ? `${code}: ${more.problems.map((p) => `${p.field} ${p.code}`).join(", ")}` : code);
    this.code = code;
    this.problems = more.problems ?? [];
    this.details = more.details ?? {};
  }

  get status() {
    return statuses[this.code];
  }
}

/** Somebody else wrote first: read again and decide anew. */
export class Lost extends Error {
  override readonly name = "Lost";
}

/** A throttle, a time-out, a conflict that did not pass: the same call may succeed later. The only error that is retried. */
export class Transient extends Error {
  override readonly name = "Transient";
  /** In so many seconds, where whoever refused has said so. */
  readonly retryAfter: number | undefined;

  constructor(message: string, { retryAfter, ...options }: ErrorOptions & { retryAfter?: number | undefined } = {}) {
    super(message, options);
    this.retryAfter = retryAfter;
  }
}
