import type { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import { inTransaction, openSqlite } from "../../sqlite/index.ts";

const TABLES = `
  CREATE TABLE IF NOT EXISTS machines (
    arn TEXT PRIMARY KEY, name TEXT NOT NULL, role_arn TEXT NOT NULL, definition_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS definitions (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS executions (
    id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, name TEXT NOT NULL, machine_arn TEXT NOT NULL,
    machine_name TEXT NOT NULL, role_arn TEXT NOT NULL, definition_id INTEGER NOT NULL, input TEXT NOT NULL,
    started_at INTEGER NOT NULL, version INTEGER NOT NULL, last_event_id INTEGER NOT NULL, variables TEXT NOT NULL,
    position TEXT NOT NULL, status TEXT NOT NULL, outcome TEXT NOT NULL, due_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS executions_of_machine ON executions (machine_arn, id);
  CREATE INDEX IF NOT EXISTS executions_due ON executions (due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS executions_running ON executions (id) WHERE status = 'RUNNING';
  CREATE TABLE IF NOT EXISTS events (
    execution_id INTEGER NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (execution_id, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tokens (token TEXT PRIMARY KEY, execution_id INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/** What came after the tables were first made, in order; `user_version` counts what a file has of it. */
const UPGRADES = [
  `
  ALTER TABLE executions ADD COLUMN previous_event_id INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE executions ADD COLUMN timeout_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE executions ADD COLUMN redrives TEXT NOT NULL DEFAULT '{"count":0,"requests":[]}';
  UPDATE executions SET
    previous_event_id = iif(last_event_id = 1, 0, last_event_id),
    timeout_at = started_at + 31536000000,
    position = replace(position, '{"at":"schedule"', '{"at":"begin"');
  UPDATE executions SET due_at = min(coalesce(due_at, timeout_at), timeout_at) WHERE status = 'RUNNING';
  CREATE TABLE branches (
    execution_id INTEGER NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (execution_id, id)
  ) STRICT, WITHOUT ROWID;
  `,
];

/** Opens the service's tables in the folder, or in memory. */
export function openDatabase(dataPath: string | undefined): DatabaseSync {
  const database = openSqlite(dataPath, "step-functions.sqlite", TABLES);
  const Version = v.object({ user_version: v.number() });
  const { user_version: has } = v.parse(Version, database.prepare("PRAGMA user_version").get());
  for (const [index, upgrade] of UPGRADES.entries()) {
    if (index < has) continue;
    inTransaction(database, () => database.exec(`${upgrade}; PRAGMA user_version = ${index + 1}`));
  }
  return database;
}
