import type { DatabaseSync } from "node:sqlite";
import { openSqlite } from "../sqlite/index.ts";

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

/** Opens the sink's tables in the folder, or in memory. */
export function openDatabase(dataPath: string | undefined): DatabaseSync {
  return openSqlite(dataPath, "mail.sqlite", TABLES);
}
