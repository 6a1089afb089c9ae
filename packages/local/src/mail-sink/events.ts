import type { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import type { KeptLetter } from "./letter.ts";

const WaitingEvent = v.object({ seq: v.number(), id: v.string(), body: v.string(), tries: v.number() });
export type WaitingEvent = v.InferOutput<typeof WaitingEvent>;

const Count = v.object({ events: v.number() });
const Soonest = v.object({ due_at: v.nullable(v.number()) });
const Troubled = v.object({ events: v.number(), last_answer: v.nullable(v.string()) });

/** What Resend tells of a letter: that it went out, then that it arrived or came back. https://resend.com/docs/webhooks/event-types */
export function eventsOf({ id, sentAt, state, email }: KeptLetter): object[] {
  const data = {
    created_at: sentAt,
    email_id: id,
    message_id: `<${id}@mail-sink>`,
    from: email.from,
    to: email.to,
    subject: email.subject,
    tags: Object.fromEntries(email.tags.map(({ name, value }) => [name, value])),
  };
  const bounce = {
    type: "Permanent",
    subType: "General",
    message: "The recipient's email provider sent a hard bounce message: there is no such mailbox.",
  };
  const fate = state === "bounced" ? { data: { ...data, bounce } } : { data };
  return [
    { type: "email.sent", created_at: sentAt, data },
    { type: `email.${state}`, created_at: sentAt, ...fate },
  ];
}

/** The events that the receiver has not taken yet, with when each is to be tried again (in real time). */
export class WaitingEvents {
  readonly #database: DatabaseSync;

  /** After a restart all of them are due at once. */
  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec("UPDATE events SET due_at = 0");
  }

  due(now: number, most: number): WaitingEvent[] {
    const rows = this.#database
      .prepare("SELECT seq, id, body, tries FROM events WHERE due_at <= ? ORDER BY due_at, seq LIMIT ?")
      .all(now, most);
    return v.parse(v.array(WaitingEvent), rows);
  }

  /** When the next one is due; undefined when none waits. */
  soonest(): number | undefined {
    const row = v.parse(Soonest, this.#database.prepare("SELECT min(due_at) AS due_at FROM events").get());
    return row.due_at ?? undefined;
  }

  count(): number {
    return v.parse(Count, this.#database.prepare("SELECT count(*) AS events FROM events").get()).events;
  }

  /** How many the receiver has refused at least once, and what it said last. */
  refused(): { events: number; lastAnswer: string } {
    const sql = "SELECT count(*) AS events, last_answer, max(tries) FROM events WHERE tries > 0";
    const row = v.parse(Troubled, this.#database.prepare(sql).get());
    return { events: row.events, lastAnswer: row.last_answer ?? "" };
  }

  taken(seq: number): void {
    this.#database.prepare("DELETE FROM events WHERE seq = ?").run(seq);
  }

  postpone(seq: number, until: number, answer: string): void {
    this.#database
      .prepare("UPDATE events SET tries = tries + 1, due_at = ?, last_answer = ? WHERE seq = ?")
      .run(Math.ceil(until), answer, seq);
  }
}
