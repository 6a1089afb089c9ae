import * as v from "valibot";

export type Key = { pk: string; sk: string };

/** The table's sparse look-up indexes; each holds keys only, the records are then read from the table itself. */
export type IndexName = "lookup" | "open" | "due";
export type IndexKeys = Partial<Record<IndexName, Key>>;

/** A kind of stored record: its schema, where it is kept and found, and how older versions are brought up to date. */
export interface RecordType<T extends object, K extends object> {
  kind: string;
  version: number;
  schema: v.GenericSchema<unknown, T>;
  key(of: K): Key;
  indexes(value: T): IndexKeys;
  /** The fields that are stored as JSON text. */
  texts: readonly string[];
  upgrades: Readonly<Record<number, (old: Record<string, unknown>) => Record<string, unknown>>>;
}

/** A record as read: with its revision, which every later write names. */
export type Stored<T> = T & { readonly rev: number };

export function defineRecord<S extends v.GenericSchema<unknown, object>, K extends object>(definition: {
  kind: string;
  version?: number;
  schema: S;
  key: (of: K) => Key;
  indexes?: (value: v.InferOutput<S>) => IndexKeys;
  /** Large fields that are only ever read whole: as text they cost the store and its client a fraction of a tree. */
  texts?: readonly (keyof v.InferOutput<S> & string)[];
  /** From the version named to the next one. */
  upgrades?: Record<number, (old: Record<string, unknown>) => Record<string, unknown>>;
}): RecordType<v.InferOutput<S>, K> {
  return { version: 1, indexes: () => ({}), texts: [], upgrades: {}, ...definition };
}

const attributes = ["pk", "sk", "record", "v", "lookupPk", "lookupSk", "openPk", "openSk", "duePk", "dueSk"];

/** The item that is stored for a record. */
export function toItem<T extends object, K extends object>(
  type: RecordType<T, K>,
  key: Key,
  value: T,
  rev: number,
): Record<string, unknown> {
  const item: Record<string, unknown> = { ...value, ...key, record: type.kind, v: type.version, rev };
  for (const name of type.texts) item[name] = JSON.stringify(item[name]);
  for (const [name, at] of Object.entries(type.indexes(value))) {
    item[`${name}Pk`] = at.pk;
    item[`${name}Sk`] = at.sk;
  }
  return item;
}

/**
 * The record in a stored item, brought up to date and parsed. Anything else is a fault; it names the fields and never what
 * is in them, because faults are logged.
 */
export function fromItem<T extends object, K extends object>(
  type: RecordType<T, K>,
  item: Record<string, unknown>,
): Stored<T> {
  if (item.record !== type.kind) throw new Error(`a ${String(item.record)} stands where a ${type.kind} is kept`);
  let fields = Object.fromEntries(Object.entries(item).filter(([name]) => !attributes.includes(name)));
  const rev = v.parse(v.number(), item.rev);
  for (let version = v.parse(v.number(), item.v); version < type.version; version += 1) {
    const upgrade = type.upgrades[version];
    if (!upgrade) throw new Error(`no upgrade of ${type.kind} from version ${version}`);
    fields = upgrade(fields);
  }
  for (const name of type.texts) fields[name] = fromText(fields[name]);
  const record = v.safeParse(type.schema, fields);
  if (record.success) return { ...record.output, rev };
  const wrong = record.issues.map((issue) => `${v.getDotPath(issue) ?? ""} (${issue.type})`);
  throw new Error(`a stored ${type.kind} does not fit its schema: ${wrong.join(", ")}`);
}

/** What a field's text says. Of anything else nothing is left: the schema then names the field. */
function fromText(text: unknown): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
