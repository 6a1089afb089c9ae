import type { DatabaseSync, StatementSync } from "node:sqlite";
import * as v from "valibot";
import { inTransaction } from "../../sqlite/index.ts";
import { type Definition, readDefinition } from "../definition/index.ts";

const Row = v.pipe(
  v.object({
    arn: v.string(),
    name: v.string(),
    role_arn: v.string(),
    definition_id: v.number(),
    created_at: v.number(),
    text: v.string(),
  }),
  v.transform(({ role_arn, definition_id, created_at, text, ...row }) => ({
    ...row,
    roleArn: role_arn,
    definitionId: definition_id,
    createdAt: created_at,
    definition: text,
  })),
);

/** A state machine with the definition that executions are started with from now on. */
export type Machine = v.InferOutput<typeof Row>;

const READ = "SELECT machines.*, text FROM machines JOIN definitions ON definitions.id = machines.definition_id";

/** The state machines, and every definition that one ever had. */
export class MachineStore {
  readonly #database: DatabaseSync;
  readonly #read: StatementSync;
  readonly #list: StatementSync;
  readonly #text: StatementSync;
  readonly #definitions = new Map<number, Definition>();

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#read = database.prepare(`${READ} WHERE arn = ?`);
    this.#list = database.prepare(`${READ} ORDER BY created_at, name LIMIT ? OFFSET ?`);
    this.#text = database.prepare("SELECT text FROM definitions WHERE id = ?");
  }

  find(arn: string): Machine | undefined {
    const row = this.#read.get(arn);
    return row && v.parse(Row, row);
  }

  list(limit: number, offset: number): Machine[] {
    return v.parse(v.array(Row), this.#list.all(limit, offset));
  }

  create(machine: Omit<Machine, "definitionId">): void {
    const { arn, name, roleArn, definition, createdAt } = machine;
    inTransaction(this.#database, () => {
      this.#database
        .prepare("INSERT INTO machines (arn, name, role_arn, definition_id, created_at) VALUES (?, ?, ?, ?, ?)")
        .run(arn, name, roleArn, this.#keep(definition), createdAt);
    });
  }

  /** Gives the machine another definition; executions that run keep theirs. Its new number. */
  update(arn: string, { definition, roleArn }: Pick<Machine, "definition" | "roleArn">): number {
    return inTransaction(this.#database, () => {
      const id = this.#keep(definition);
      this.#database.prepare("UPDATE machines SET definition_id = ?, role_arn = ? WHERE arn = ?").run(id, roleArn, arn);
      return id;
    });
  }

  definition(id: number): Definition {
    const known = this.#definitions.get(id);
    if (known) return known;
    const definition = readDefinition(v.parse(v.object({ text: v.string() }), this.#text.get(id)).text);
    this.#definitions.set(id, definition);
    return definition;
  }

  #keep(text: string): number {
    return Number(this.#database.prepare("INSERT INTO definitions (text) VALUES (?)").run(text).lastInsertRowid);
  }
}
