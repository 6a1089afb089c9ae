import { type IndexName, type Key, type RecordType, type Stored, toItem } from "./record.ts";
import { Lost, type Refusal } from "./refusal.ts";

/** One part of a transaction, with what is thrown when its condition does not hold. */
export type Write =
  | { kind: "create"; key: Key; item: Record<string, unknown>; orElse: () => Error }
  | { kind: "replace"; key: Key; item: Record<string, unknown>; rev: number; orElse: () => Error }
  | { kind: "remove"; key: Key; rev: number; orElse: () => Error }
  | { kind: "unchanged"; key: Key; rev: number; orElse: () => Error };

/** What is thrown when somebody else was first: a refusal, or by default `Lost`. */
type OrElse = Refusal | undefined;
const thrown = (orElse: OrElse, what: string) => () => orElse ?? new Lost(`somebody else wrote ${what} first`);

/** A record that is not there yet. */
export function create<T extends object, K extends object>(
  type: RecordType<T, K>,
  value: T & K,
  orElse?: Refusal,
): Write {
  const key = type.key(value);
  return { kind: "create", key, item: toItem(type, key, value, 1), orElse: thrown(orElse, type.kind) };
}

/** This value in the place of the record that was read. */
export function replace<T extends object, K extends object>(
  type: RecordType<T, K>,
  stored: Stored<T & K>,
  value: T & K,
  orElse?: Refusal,
): Write {
  const key = type.key(stored);
  const { rev } = stored;
  return { kind: "replace", key, item: toItem(type, key, value, rev + 1), rev, orElse: thrown(orElse, type.kind) };
}

export function remove<T extends object, K extends object>(
  type: RecordType<T, K>,
  stored: Stored<T & K>,
  orElse?: Refusal,
): Write {
  return { kind: "remove", key: type.key(stored), rev: stored.rev, orElse: thrown(orElse, type.kind) };
}

/** Nothing is written here; the transaction holds only if the record is still as it was read. */
export function unchanged<T extends object, K extends object>(
  type: RecordType<T, K>,
  stored: Stored<T & K>,
  orElse?: Refusal,
): Write {
  return { kind: "unchanged", key: type.key(stored), rev: stored.rev, orElse: thrown(orElse, type.kind) };
}

/** What one batch read found. */
export interface Found {
  get<T extends object, K extends object>(type: RecordType<T, K>, key: K): Stored<T> | undefined;
}

export type Page<T> = { items: Stored<T>[]; next?: string };

export interface Table {
  /** Strongly consistent. */
  get<T extends object, K extends object>(type: RecordType<T, K>, key: K): Promise<Stored<T> | undefined>;
  /** One round trip for up to 100 records, strongly consistent. */
  getMany(keys: readonly Key[]): Promise<Found>;
  /** The records of one partition in the order of their sort keys, strongly consistent, page by page. */
  list<T extends object, K extends object>(
    type: RecordType<T, K>,
    pk: string,
    options?: { prefix?: string; limit?: number; after?: string; newestFirst?: boolean },
  ): Promise<Page<T>>;
  /** The records under one key of an index, up to and with `until`: found by the index (which lags), read from the table. */
  find<T extends object, K extends object>(
    type: RecordType<T, K>,
    index: IndexName,
    pk: string,
    options?: { until?: string; prefix?: string; limit?: number },
  ): Promise<Stored<T>[]>;
  /** Whether an index holds nothing under the key. It lags: a reason to look, not a proof. */
  isEmpty(index: IndexName, pk: string): Promise<boolean>;
  /** All or nothing. A condition that does not hold throws what that write's `orElse` says. At most 100 writes. */
  write(writes: readonly Write[]): Promise<void>;
  /**
   * Deletes whatever is in these partitions, without a condition: only for what was made to be deleted. Cut off half way it may
   * be called again.
   */
  clear(pks: readonly string[]): Promise<void>;
}

/** Every record of one partition in the order of their sort keys, or of those whose sort key begins so: `list`, to its end. */
export async function listAll<T extends object, K extends object>(
  table: Pick<Table, "list">,
  type: RecordType<T, K>,
  pk: string,
  prefix?: string,
): Promise<Stored<T>[]> {
  const found: Stored<T>[] = [];
  let after: string | undefined;
  do {
    const page = await table.list(type, pk, { ...(prefix && { prefix }), ...(after && { after }) });
    found.push(...page.items);
    after = page.next;
  } while (after);
  return found;
}
