import { randomUUID } from "node:crypto";
import {
  BatchGetItemCommand,
  type CancellationReason,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { Random } from "./ports.ts";
import { fromItem, type IndexName, type Key, type RecordType, type Stored } from "./record.ts";
import { Transient } from "./refusal.ts";
import type { Found, Page, Table, Write } from "./table.ts";

/** How often a transaction that met another one is tried again before it is given up as `Transient`. */
const CONFLICT_TRIES = 8;

const transientNames = new Set([
  "ThrottlingException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "InternalServerError",
  "ServiceUnavailable",
  "TransactionInProgressException",
  "TransactionConflictException",
  "TimeoutError",
  "NetworkingError",
]);

const transientCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND"]);

function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return transientNames.has(error.name) || ("code" in error && transientCodes.has(String(error.code)));
}

/** Runs one call to the store; what may succeed later becomes `Transient`, the rest is a fault. */
async function ask<R>(call: () => Promise<R>): Promise<R> {
  try {
    return await call();
  } catch (error) {
    if (isTransient(error)) throw new Transient("the store does not answer", { cause: error });
    throw error;
  }
}

const toAttributes = (item: object) => marshall(item, { removeUndefinedValues: true });

function toTransactItem(table: string, write: Write): TransactWriteItem {
  const Key = toAttributes(write.key);
  const asRead = (rev: number) => ({
    TableName: table,
    ConditionExpression: "rev = :rev",
    ExpressionAttributeValues: { ":rev": { N: String(rev) } },
  });
  switch (write.kind) {
    case "create":
      return {
        Put: { TableName: table, Item: toAttributes(write.item), ConditionExpression: "attribute_not_exists(pk)" },
      };
    case "replace":
      return { Put: { ...asRead(write.rev), Item: toAttributes(write.item) } };
    case "remove":
      return { Delete: { ...asRead(write.rev), Key } };
    case "unchanged":
      return { ConditionCheck: { ...asRead(write.rev), Key } };
  }
}

function readCursor(cursor: string): Record<string, unknown> {
  const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  if (typeof value !== "object" || value === null) throw new TypeError("not a cursor");
  return { ...value };
}

/** The one table, in DynamoDB or whatever speaks its protocol. */
export function openTable(store: { client: DynamoDBClient; name: string; random: Random }): Table {
  const { client, name } = store;

  async function pause(attempt: number): Promise<void> {
    const share = (store.random.bytes(1)[0] ?? 0) / 255;
    await new Promise((resolve) => setTimeout(resolve, share * Math.min(10 * 2 ** attempt, 500)));
  }

  async function getAll(keys: readonly Key[]): Promise<Map<string, Record<string, unknown>>> {
    const found = new Map<string, Record<string, unknown>>();
    const unique = new Map(keys.map((key) => [`${key.pk}\n${key.sk}`, key]));
    let wanted = [...unique.values()].map((key) => toAttributes(key));
    for (let attempt = 0; wanted.length > 0; attempt += 1) {
      if (attempt > CONFLICT_TRIES) throw new Transient("the store answers only in part");
      if (attempt > 0) await pause(attempt);
      const batch = wanted.slice(0, 100);
      const answer = await ask(() =>
        client.send(new BatchGetItemCommand({ RequestItems: { [name]: { Keys: batch, ConsistentRead: true } } })),
      );
      for (const attributes of answer.Responses?.[name] ?? []) {
        const item = unmarshall(attributes);
        found.set(`${item.pk}\n${item.sk}`, item);
      }
      const left = answer.UnprocessedKeys?.[name]?.Keys ?? [];
      if (left.length < batch.length) attempt = -1;
      wanted = [...left, ...wanted.slice(100)];
    }
    return found;
  }

  async function query(input: Omit<QueryCommandInput, "TableName">) {
    return ask(() => client.send(new QueryCommand({ TableName: name, ...input })));
  }

  function indexQuery(index: IndexName, pk: string, options: { until?: string; prefix?: string; limit?: number }) {
    const range =
      options.until !== undefined ? " AND #sk <= :sk" : options.prefix ? " AND begins_with(#sk, :sk)" : undefined;
    return {
      IndexName: index,
      KeyConditionExpression: `#pk = :pk${range ?? ""}`,
      ExpressionAttributeNames: { "#pk": `${index}Pk`, ...(range && { "#sk": `${index}Sk` }) },
      ExpressionAttributeValues: toAttributes({
        ":pk": pk,
        ...(range && { ":sk": options.until ?? options.prefix }),
      }),
      Limit: options.limit,
    };
  }

  return {
    async get<T extends object, K extends object>(type: RecordType<T, K>, key: K) {
      const Key = toAttributes(type.key(key));
      const answer = await ask(() => client.send(new GetItemCommand({ TableName: name, Key, ConsistentRead: true })));
      return answer.Item ? fromItem(type, unmarshall(answer.Item)) : undefined;
    },

    async getMany(keys: readonly Key[]): Promise<Found> {
      const found = await getAll(keys);
      return {
        get(type, of) {
          const key = type.key(of);
          const item = found.get(`${key.pk}\n${key.sk}`);
          return item && fromItem(type, item);
        },
      };
    },

    async list<T extends object, K extends object>(
      type: RecordType<T, K>,
      pk: string,
      options: { prefix?: string; limit?: number; after?: string; newestFirst?: boolean } = {},
    ): Promise<Page<T>> {
      const answer = await query({
        KeyConditionExpression: options.prefix ? "pk = :pk AND begins_with(sk, :sk)" : "pk = :pk",
        ExpressionAttributeValues: toAttributes({ ":pk": pk, ...(options.prefix && { ":sk": options.prefix }) }),
        ConsistentRead: true,
        ScanIndexForward: !options.newestFirst,
        Limit: options.limit,
        ExclusiveStartKey: options.after === undefined ? undefined : toAttributes(readCursor(options.after)),
      });
      const items = (answer.Items ?? []).map((item) => fromItem(type, unmarshall(item)));
      if (!answer.LastEvaluatedKey) return { items };
      return {
        items,
        next: Buffer.from(JSON.stringify(unmarshall(answer.LastEvaluatedKey))).toString("base64url"),
      };
    },

    async find<T extends object, K extends object>(
      type: RecordType<T, K>,
      index: IndexName,
      pk: string,
      options: { until?: string; prefix?: string; limit?: number } = {},
    ): Promise<Stored<T>[]> {
      const keys: Key[] = [];
      let from: QueryCommandInput["ExclusiveStartKey"];
      do {
        const answer = await query({ ...indexQuery(index, pk, options), ExclusiveStartKey: from });
        for (const attributes of answer.Items ?? []) {
          const item = unmarshall(attributes);
          keys.push({ pk: String(item.pk), sk: String(item.sk) });
        }
        from = answer.LastEvaluatedKey;
      } while (from && (options.limit === undefined || keys.length < options.limit));
      const found = await getAll(keys);
      return keys.flatMap((key) => {
        const item = found.get(`${key.pk}\n${key.sk}`);
        return item ? [fromItem(type, item)] : [];
      });
    },

    async isEmpty(index: IndexName, pk: string) {
      const answer = await query(indexQuery(index, pk, { limit: 1 }));
      return (answer.Items ?? []).length === 0;
    },

    async clear(pks: readonly string[]) {
      for (const pk of pks) {
        let from: QueryCommandInput["ExclusiveStartKey"];
        do {
          const answer = await query({
            KeyConditionExpression: "pk = :pk",
            ExpressionAttributeValues: toAttributes({ ":pk": pk }),
            ProjectionExpression: "pk, sk",
            ConsistentRead: true,
            ExclusiveStartKey: from,
          });
          for (const Key of answer.Items ?? []) {
            await ask(() => client.send(new DeleteItemCommand({ TableName: name, Key })));
          }
          from = answer.LastEvaluatedKey;
        } while (from);
      }
    },

    async write(writes: readonly Write[]) {
      const TransactItems = writes.map((write) => toTransactItem(name, write));
      // One token for all tries: a try whose answer was lost is not applied twice, nor loses to itself.
      const ClientRequestToken = randomUUID();
      for (let attempt = 0; ; attempt += 1) {
        const reasons = await transact(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }));
        if (!reasons) return;
        const failed = reasons.findIndex((reason) => reason.Code === "ConditionalCheckFailed");
        const write = writes[failed];
        if (write) throw write.orElse();
        if (attempt >= CONFLICT_TRIES) throw new Transient("the transaction met others too often");
        await pause(attempt);
      }
    },
  };

  /** Undefined when written; the reasons when the store cancelled it. */
  async function transact(command: TransactWriteItemsCommand): Promise<CancellationReason[] | undefined> {
    try {
      await ask(() => client.send(command));
      return undefined;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
      const passing = ["None", "ConditionalCheckFailed", "TransactionConflict", "ThrottlingError"];
      const fault = reasons.find((reason) => !passing.includes(reason.Code ?? "None"));
      if (fault) throw new Error(`the store refused a write: ${fault.Code} ${fault.Message ?? ""}`, { cause: error });
      return reasons;
    }
  }
}
