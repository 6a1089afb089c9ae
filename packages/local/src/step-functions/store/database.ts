import type { DatabaseSync } from "node:sqlite";
import { openSqlite } from "../../sqlite/index.ts";

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

/** Opens the service's tables in the folder, or in memory. */
export function openDatabase(dataPath: string | undefined): DatabaseSync {
  return openSqlite(dataPath, "step-functions.sqlite", TABLES);
}
