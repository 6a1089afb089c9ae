import type { DatabaseSync, StatementSync } from "node:sqlite";
import * as v from "valibot";
import { inTransaction } from "../../sqlite/index.ts";
import type { Draft } from "../draft.ts";
import { Branch, dueAt, type Execution, Outcome, openTask, Position, Redrives, TRUNK } from "../execution.ts";
import type { HistoryEvent } from "../history.ts";
import { Json, parseJson } from "../json.ts";

const jsonText = v.pipe(
  v.string(),
  v.transform((text): unknown => parseJson(text)),
);

const Row = v.pipe(
  v.object({
    id: v.number(),
    arn: v.string(),
    name: v.string(),
    machine_arn: v.string(),
    machine_name: v.string(),
    role_arn: v.string(),
    definition_id: v.number(),
    input: v.string(),
    started_at: v.number(),
    version: v.number(),
    last_event_id: v.number(),
    variables: v.pipe(jsonText, v.record(v.string(), Json)),
    position: v.pipe(jsonText, Position),
    previous_event_id: v.number(),
    timeout_at: v.number(),
    redrives: v.pipe(jsonText, Redrives),
    outcome: v.pipe(jsonText, Outcome),
  }),
  v.transform(
    (row): Execution => ({
      id: row.id,
      arn: row.arn,
      name: row.name,
      machineArn: row.machine_arn,
      machineName: row.machine_name,
      roleArn: row.role_arn,
      definitionId: row.definition_id,
      input: row.input,
      startedAt: row.started_at,
      timeoutAt: row.timeout_at,
      version: row.version,
      lastEventId: row.last_event_id,
      branches: new Map([[TRUNK, trunkOf(row)]]),
      redrives: row.redrives,
      outcome: row.outcome,
    }),
  ),
);

type TrunkRow = { variables: Branch["variables"]; position: Position; previous_event_id: number };

/** The execution's first branch is kept in its own row, the others in rows of theirs. */
function trunkOf({ variables, position, previous_event_id: previousEventId }: TrunkRow): Branch {
  return { id: TRUNK, variables, position, previousEventId };
}

const BranchRows = v.array(
  v.pipe(
    v.object({ body: v.pipe(jsonText, Branch) }),
    v.transform(({ body }) => body),
  ),
);

const Ids = v.array(v.object({ id: v.number() }));

/** An event as it was stored; its details are as `Happening` has them. */
export const StoredEvent = v.looseObject({
  id: v.number(),
  previousEventId: v.number(),
  timestamp: v.number(),
  type: v.string(),
});
export type StoredEvent = v.InferOutput<typeof StoredEvent>;

const Events = v.array(
  v.pipe(
    v.object({ body: v.pipe(jsonText, StoredEvent) }),
    v.transform(({ body }) => body),
  ),
);

export type Page = { limit: number; offset: number };

/** The executions, their histories and the tokens they gave out. */
export class ExecutionStore {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  find(by: { id: number } | { arn: string } | { token: string }): Execution | undefined {
    const row = this.#rowBy(by);
    if (!row) return undefined;
    const execution = v.parse(Row, row);
    const rows = this.#prepare("SELECT body FROM branches WHERE execution_id = ? ORDER BY id").all(execution.id);
    const others = v.parse(BranchRows, rows).map((branch): [number, Branch] => [branch.id, branch]);
    return { ...execution, branches: new Map([...execution.branches, ...others]) };
  }

  /** Stores a new execution, with its first events. */
  create(draft: Draft): Execution {
    const { execution } = draft;
    return inTransaction(this.#database, () => {
      const { lastInsertRowid } = this.#prepare(
        `INSERT INTO executions (arn, name, machine_arn, machine_name, role_arn, definition_id, input, started_at,
          version, last_event_id, variables, position, previous_event_id, timeout_at, status, outcome, due_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        ...[execution.arn, execution.name, execution.machineArn, execution.machineName, execution.roleArn],
        ...[execution.definitionId, execution.input, execution.startedAt, execution.version, execution.lastEventId],
        ...trunkColumns(execution),
        ...[execution.timeoutAt, execution.outcome.status, JSON.stringify(execution.outcome), dueAt(execution) ?? null],
      );
      const created = { ...execution, id: Number(lastInsertRowid) };
      this.#append(created.id, draft.events);
      return created;
    });
  }

  /** Stores an execution moved on, with its new events and tokens, all at once. False if another has moved it meanwhile. */
  commit(draft: Draft): boolean {
    const { execution } = draft;
    return inTransaction(this.#database, () => {
      const { changes } = this.#prepare(
        `UPDATE executions SET version = version + 1, last_event_id = ?, variables = ?, position = ?,
          previous_event_id = ?, timeout_at = ?, redrives = ?, status = ?, outcome = ?, due_at = ?
        WHERE id = ? AND version = ?`,
      ).run(
        ...[execution.lastEventId, ...trunkColumns(execution), execution.timeoutAt],
        ...[JSON.stringify(execution.redrives), execution.outcome.status, JSON.stringify(execution.outcome)],
        ...[dueAt(execution) ?? null, execution.id, execution.version],
      );
      if (changes === 0) return false;
      this.#append(execution.id, draft.events);
      this.#keepBranches(draft);
      return true;
    });
  }

  running(): number[] {
    return ids(this.#prepare("SELECT id FROM executions WHERE status = 'RUNNING' ORDER BY id").all());
  }

  /** Those whose time has come by `now`, the longest due first. */
  due(now: number): number[] {
    return ids(this.#prepare("SELECT id FROM executions WHERE due_at <= ? ORDER BY due_at, id").all(now));
  }

  /** When, after `time`, the next of them is due. */
  nextDue(time: number): number | undefined {
    const row = this.#prepare("SELECT min(due_at) AS at FROM executions WHERE due_at > ?").get(time);
    return v.parse(v.object({ at: v.nullable(v.number()) }), row).at ?? undefined;
  }

  /** The executions of a machine, the latest first. */
  list(machineArn: string, status: string | undefined, { limit, offset }: Page): Execution[] {
    const rows = this.#prepare(
      "SELECT * FROM executions WHERE machine_arn = ? AND (?2 IS NULL OR status = ?2) ORDER BY id DESC LIMIT ? OFFSET ?",
    ).all(machineArn, status ?? null, limit, offset);
    return v.parse(v.array(Row), rows);
  }

  history(executionId: number, isReversed: boolean, { limit, offset }: Page): StoredEvent[] {
    const rows = this.#prepare(
      `SELECT body FROM events WHERE execution_id = ? ORDER BY id ${isReversed ? "DESC" : "ASC"} LIMIT ? OFFSET ?`,
    ).all(executionId, limit, offset);
    return v.parse(Events, rows);
  }

  #rowBy(by: { id: number } | { arn: string } | { token: string }) {
    if ("id" in by) return this.#prepare("SELECT * FROM executions WHERE id = ?").get(by.id);
    if ("arn" in by) return this.#prepare("SELECT * FROM executions WHERE arn = ?").get(by.arn);
    return this.#prepare(
      "SELECT executions.* FROM executions JOIN tokens ON tokens.execution_id = executions.id WHERE token = ?",
    ).get(by.token);
  }

  /** Stores the branches that have changed, and forgets those that are gone. */
  #keepBranches({ before, execution }: Draft): void {
    for (const [id, branch] of execution.branches) {
      if (branch === before.branches.get(id)) continue;
      const token = openTask(branch)?.task.token;
      if (token !== undefined) {
        this.#prepare("INSERT OR IGNORE INTO tokens (token, execution_id) VALUES (?, ?)").run(token, execution.id);
      }
      if (id === TRUNK) continue;
      const put = this.#prepare("INSERT OR REPLACE INTO branches (execution_id, id, body) VALUES (?, ?, ?)");
      put.run(execution.id, id, JSON.stringify(branch));
    }
    const drop = this.#prepare("DELETE FROM branches WHERE execution_id = ? AND id = ?");
    for (const id of before.branches.keys()) if (!execution.branches.has(id)) drop.run(execution.id, id);
  }

  #append(executionId: number, events: readonly HistoryEvent[]): void {
    const insert = this.#prepare("INSERT INTO events (execution_id, id, body) VALUES (?, ?, ?)");
    for (const event of events) insert.run(executionId, event.id, JSON.stringify(event));
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function trunkColumns({ branches }: Execution): [variables: string, position: string, previousEventId: number] {
  const trunk = branches.get(TRUNK);
  if (!trunk) throw new Error("an execution has no first branch");
  return [JSON.stringify(trunk.variables), JSON.stringify(trunk.position), trunk.previousEventId];
}

function ids(rows: unknown): number[] {
  return v.parse(Ids, rows).map(({ id }) => id);
}
