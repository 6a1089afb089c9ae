import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const TABLES = `
  CREATE TABLE IF NOT EXISTS letters (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sent_at TEXT NOT NULL, state TEXT NOT NULL, email TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS mailboxes (
    address TEXT NOT NULL, seq INTEGER NOT NULL REFERENCES letters, PRIMARY KEY (address, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, content TEXT NOT NULL, answered_at TEXT NOT NULL, body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS answers_by_age ON answers (answered_at);
  CREATE TABLE IF NOT EXISTS events (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL, body TEXT NOT NULL, tries INTEGER NOT NULL, due_at INTEGER NOT NULL,
    last_answer TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS events_due ON events (due_at, seq);
`;

/** Opens the sink's file in the folder, or one in memory; what a transaction has written is on the disk when it returns. */
export function openDatabase(dataPath: string | undefined): DatabaseSync {
  if (dataPath !== undefined) mkdirSync(dataPath, { recursive: true });
  const database = new DatabaseSync(dataPath === undefined ? ":memory:" : join(dataPath, "mail.sqlite"));
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = FULL");
  database.exec(TABLES);
  return database;
}

/** Writes all of it or nothing. */
export function inTransaction<R>(database: DatabaseSync, write: () => R): R {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = write();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
