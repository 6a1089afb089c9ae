import { DatabaseSync } from "node:sqlite";

/** dynoxide asks for the newest sequence number of a table before each record of its stream, and has no index to look in. */
const ORDER = "quorate_stream_order";
const RECORDS = "_stream_records";

/**
 * Gives the embedded store's file the index that its stream lacks: without it each write reads the whole stream of the last
 * 24 hours, and a transaction takes the longer the more was written that day. A store that keeps its stream in another way
 * is left as it is.
 */
export function indexStreamOrder(databasePath: string): void {
  const database = new DatabaseSync(databasePath, { timeout: 5000 });
  try {
    const columns = database.prepare("SELECT name FROM pragma_table_info(?)").all(RECORDS);
    const names = columns.map(({ name }) => name);
    if (!names.includes("table_name") || !names.includes("sequence_number")) return;
    database.exec(`CREATE INDEX IF NOT EXISTS ${ORDER} ON ${RECORDS} (table_name, CAST(sequence_number AS INTEGER))`);
  } finally {
    database.close();
  }
}
