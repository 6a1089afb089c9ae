import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { before, type Clock, type Instant } from "@quorate/core/kit";
import * as v from "valibot";
import { inTransaction } from "../sqlite/index.ts";
import { addressIn } from "./address.ts";
import type { Email } from "./email.ts";
import { KeptLetter, type LetterState } from "./letter.ts";

/** How long an answer is remembered under its idempotency key. */
const REMEMBERED = { hours: 24 };

const LetterRow = v.pipe(
  v.object({ id: v.string(), sent_at: v.string(), state: v.string(), email: v.pipe(v.string(), v.parseJson()) }),
  v.transform(({ sent_at: sentAt, ...row }) => ({ ...row, sentAt })),
  KeptLetter,
);
const AnswerRow = v.object({ content: v.string(), body: v.string() });
const MailboxRow = v.object({ address: v.string(), letters: v.number() });

/** A request to be recognised again: its idempotency key and the hash of what it asked. */
export type Request = { key: string; content: string };

type MailroomOptions = {
  database: DatabaseSync;
  clock: Clock;
  /** Whether letters to this address (in small letters) come back. */
  bounces: (address: string) => boolean;
  /** What is to be told of a letter once it is taken in. */
  eventsOf: (letter: KeptLetter) => object[];
};

export type LetterFilter = {
  /** The bare address it went to. */
  to?: string | undefined;
  /** Only letters that came after the one with this id; none when there is no such letter. */
  after?: string | undefined;
  before?: string | undefined;
  /** The newest letters, at most so many. */
  last?: number | undefined;
};

/** Where letters are taken in and kept, with the answers given and the events still to be told. */
export class Mailroom {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #bounces: (address: string) => boolean;
  readonly #eventsOf: (letter: KeptLetter) => object[];

  constructor({ database, clock, bounces, eventsOf }: MailroomOptions) {
    this.#database = database;
    this.#clock = clock;
    this.#bounces = bounces;
    this.#eventsOf = eventsOf;
  }

  /**
   * Takes letters in: afterwards they are in their mailboxes (or bounced), their events wait to be told and the answer is
   * remembered, all of it durably and together.
   */
  accept(emails: readonly Email[], answer: (ids: string[]) => object, request: Request | undefined): string {
    const sentAt = this.#clock.now();
    const letters = emails.map((email) => ({ id: randomUUID(), sentAt, state: this.#fateOf(email), email }));
    const body = JSON.stringify(answer(letters.map(({ id }) => id)));
    inTransaction(this.#database, () => {
      for (const letter of letters) {
        this.#keep(letter);
        for (const event of this.#eventsOf(letter)) this.#addEvent(event);
      }
      if (request) this.#remember(request, body, sentAt);
    });
    return body;
  }

  /** The answer given under this key in the last 24 hours. */
  rememberedAnswer(key: string): { content: string; body: string } | undefined {
    const row = this.#database
      .prepare("SELECT content, body FROM answers WHERE key = ? AND answered_at > ?")
      .get(key, before(this.#clock.now(), REMEMBERED));
    return row && v.parse(AnswerRow, row);
  }

  find(id: string): KeptLetter | undefined {
    const row = this.#database.prepare("SELECT * FROM letters WHERE id = ?").get(id);
    return row && v.parse(LetterRow, row);
  }

  /** The letters asked for, oldest first. */
  letters(filter: LetterFilter = {}): KeptLetter[] {
    const conditions: [string, string | undefined][] = [
      ["seq IN (SELECT seq FROM mailboxes WHERE address = ?)", filter.to?.trim().toLowerCase()],
      ["seq > (SELECT seq FROM letters WHERE id = ?)", filter.after],
      ["seq < (SELECT seq FROM letters WHERE id = ?)", filter.before],
    ];
    const given = conditions.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]));
    const where = ["TRUE", ...given.map(({ sql }) => sql)].join(" AND ");
    const rows = this.#database
      .prepare(`SELECT * FROM letters WHERE ${where} ORDER BY seq DESC LIMIT ?`)
      .all(...given.map(({ value }) => value), filter.last ?? -1);
    return v.parse(v.array(LetterRow), rows).reverse();
  }

  /** The mailboxes with the newest letters, and how many letters each holds. */
  mailboxes(most: number): { address: string; letters: number }[] {
    const rows = this.#database
      .prepare("SELECT address, count(*) AS letters FROM mailboxes GROUP BY address ORDER BY max(seq) DESC LIMIT ?")
      .all(most);
    return v.parse(v.array(MailboxRow), rows);
  }

  #fateOf(email: Email): LetterState {
    return recipientsOf(email).some((address) => this.#bounces(address)) ? "bounced" : "delivered";
  }

  #keep({ id, sentAt, state, email }: KeptLetter): void {
    const { lastInsertRowid: seq } = this.#database
      .prepare("INSERT INTO letters (id, sent_at, state, email) VALUES (?, ?, ?, ?)")
      .run(id, sentAt, state, JSON.stringify(email));
    const intoMailbox = this.#database.prepare("INSERT INTO mailboxes (address, seq) VALUES (?, ?)");
    for (const address of recipientsOf(email)) intoMailbox.run(address, seq);
  }

  #addEvent(event: object): void {
    this.#database
      .prepare("INSERT INTO events (id, body, tries, due_at, last_answer) VALUES (?, ?, 0, 0, '')")
      .run(`msg_${randomUUID().replaceAll("-", "")}`, JSON.stringify(event));
  }

  #remember({ key, content }: Request, body: string, answeredAt: Instant): void {
    this.#database.prepare("DELETE FROM answers WHERE answered_at <= ?").run(before(answeredAt, REMEMBERED));
    this.#database
      .prepare("INSERT INTO answers (key, content, answered_at, body) VALUES (?, ?, ?, ?)")
      .run(key, content, answeredAt, body);
  }
}

function recipientsOf(email: Email): string[] {
  return [...new Set(email.to.flatMap((mailbox) => addressIn(mailbox) ?? []))];
}
