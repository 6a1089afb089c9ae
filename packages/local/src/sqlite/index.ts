import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Opens a file in the folder with these tables, or without a folder one in memory, by the same code. What a transaction has
 * written is on the disk when it returns.
 */
export function openSqlite(dataPath: string | undefined, file: string, tables: string): DatabaseSync {
  if (dataPath !== undefined) mkdirSync(dataPath, { recursive: true });
  const database = new DatabaseSync(dataPath === undefined ? ":memory:" : join(dataPath, file));
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = FULL");
  database.exec(tables);
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
