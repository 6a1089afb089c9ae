import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import {
  create,
  defineRecord,
  Lost,
  openTable,
  Refusal,
  remove,
  replace,
  type Stored,
  Transient,
  unchanged,
} from "@quorate/core/kit";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TestWorld, testWorld } from "../../support/world.ts";

const Bell = defineRecord({
  kind: "bell",
  schema: v.object({ tower: v.string(), number: v.number(), note: v.string(), isRung: v.boolean() }),
  key: ({ tower, number }: { tower: string; number: number }) => ({
    pk: `tower#${tower}`,
    sk: `bell#${String(number).padStart(3, "0")}`,
  }),
  indexes: ({ tower, number, note, isRung }) => ({
    lookup: { pk: `note#${note}`, sk: `${tower}#${number}` },
    ...(!isRung && { due: { pk: "silent", sk: `2026-03-${String(number).padStart(2, "0")}` } }),
  }),
});

type Bell = v.InferOutput<typeof Bell.schema>;

const Rope = defineRecord({
  kind: "rope",
  schema: v.object({ tower: v.string() }),
  key: ({ tower }: { tower: string }) => ({ pk: `tower#${tower}`, sk: "rope" }),
});

const bell = (number: number, more: { note?: string; isRung?: boolean } = {}) => ({
  ...{ tower: "west", number, note: "a", isRung: false },
  ...more,
});

let test: TestWorld;
beforeEach(async () => {
  test = await testWorld();
});
afterEach(() => test.close());

const table = () => test.world.table;
const read = (number: number) => table().get(Bell, { tower: "west", number });

async function stored(number: number): Promise<Stored<Bell>> {
  const found = await read(number);
  if (!found) throw new Error(`no bell ${number}`);
  return found;
}

describe("a write", () => {
  it("is there at once, with its revision", async () => {
    await table().write([create(Bell, bell(1))]);
    expect(await read(1)).toEqual({ ...bell(1), rev: 1 });
    await table().write([replace(Bell, await stored(1), bell(1, { note: "b" }))]);
    expect(await read(1)).toEqual({ ...bell(1, { note: "b" }), rev: 2 });
    await table().write([remove(Bell, await stored(1))]);
    expect(await read(1)).toBeUndefined();
  });

  it("whose condition does not hold throws what it was told, and by default that somebody else was first", async () => {
    await table().write([create(Bell, bell(1))]);
    const old = await stored(1);
    await table().write([replace(Bell, old, bell(1, { isRung: true }))]);
    const before = await test.items();
    const told = new Refusal("decision.made");
    for (const [byDefault, asTold] of [
      [create(Bell, bell(1)), create(Bell, bell(1), told)],
      [replace(Bell, old, bell(1)), replace(Bell, old, bell(1), told)],
      [remove(Bell, old), remove(Bell, old, told)],
      [unchanged(Bell, old), unchanged(Bell, old, told)],
    ] as const) {
      await expect(table().write([byDefault])).rejects.toBeInstanceOf(Lost);
      await expect(table().write([create(Bell, bell(2)), asTold])).rejects.toBe(told);
    }
    expect(await test.items()).toEqual(before);
  });

  it("of what is not there any more is refused too", async () => {
    await table().write([create(Bell, bell(1))]);
    const gone = await stored(1);
    await table().write([remove(Bell, gone)]);
    for (const write of [replace(Bell, gone, bell(1)), remove(Bell, gone), unchanged(Bell, gone)]) {
      await expect(table().write([write])).rejects.toBeInstanceOf(Lost);
    }
    expect(await test.items()).toEqual([]);
  });

  it("is all or nothing, and throws for the first condition that does not hold", async () => {
    await table().write([create(Bell, bell(1)), create(Bell, bell(2))]);
    const before = await test.items();
    const [first, second] = [new Refusal("ask.answered"), new Refusal("collection.closed")];
    const writes = [create(Bell, bell(3)), create(Bell, bell(2), first), create(Bell, bell(1), second)];
    await expect(table().write(writes)).rejects.toBe(first);
    expect(await test.items()).toEqual(before);
  });

  it("that only looks lets the transaction pass while nothing has changed, and changes nothing itself", async () => {
    await table().write([create(Bell, bell(1))]);
    await table().write([unchanged(Bell, await stored(1)), create(Bell, bell(2))]);
    expect(await read(1)).toEqual({ ...bell(1), rev: 1 });
    expect(await read(2)).toBeDefined();
  });

  it("of one record by twenty at once succeeds for one", async () => {
    await table().write([create(Bell, bell(1))]);
    const old = await stored(1);
    const writes = Array.from({ length: 20 }, (_, index) =>
      table().write([replace(Bell, old, bell(1, { note: String(index) }))]),
    );
    const results = await Promise.allSettled(writes);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toBeInstanceOf(Lost);
    expect((await stored(1)).rev).toBe(2);
  });

  it("to a store that does not answer may succeed later", async () => {
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    // Nothing listens on port 1.
    const client = new DynamoDBClient({ endpoint: "http://127.0.0.1:1", region: "local", credentials, maxAttempts: 1 });
    const nowhere = openTable({ client, name: "none", random: test.world.random });
    await expect(nowhere.write([create(Bell, bell(1))])).rejects.toBeInstanceOf(Transient);
    await expect(nowhere.get(Bell, bell(1))).rejects.toBeInstanceOf(Transient);
    await expect(nowhere.getMany([Bell.key(bell(1))])).rejects.toBeInstanceOf(Transient);
    await expect(nowhere.list(Bell, "tower#west")).rejects.toBeInstanceOf(Transient);
    await expect(nowhere.isEmpty("due", "silent")).rejects.toBeInstanceOf(Transient);
    client.destroy();
  });
});

describe("reading", () => {
  const writeBells = async (count: number) => {
    for (let from = 1; from <= count; from += 100) {
      const numbers = Array.from({ length: Math.min(100, count - from + 1) }, (_, index) => from + index);
      await table().write(numbers.map((number) => create(Bell, bell(number))));
    }
  };

  it("many at once finds those that are there, however many and however often they are named", async () => {
    await writeBells(230);
    const keys = Array.from({ length: 240 }, (_, index) => Bell.key(bell(index + 1)));
    const found = await table().getMany([...keys, ...keys]);
    const there = keys.filter((_, index) => found.get(Bell, bell(index + 1)) !== undefined);
    expect(there).toHaveLength(230);
    expect(found.get(Bell, bell(231))).toBeUndefined();
    expect((await table().getMany([])).get(Bell, bell(1))).toBeUndefined();
  });

  it("a partition goes page by page in the order of its keys, forwards and backwards", async () => {
    await writeBells(7);
    await table().write([create(Rope, { tower: "west" })]);
    for (const newestFirst of [false, true]) {
      const numbers: number[] = [];
      let after: string | undefined;
      do {
        const options = { prefix: "bell#", limit: 3, newestFirst, ...(after && { after }) };
        const page = await table().list(Bell, "tower#west", options);
        expect(page.items.length).toBeLessThanOrEqual(3);
        numbers.push(...page.items.map(({ number }) => number));
        after = page.next;
      } while (after);
      expect(numbers).toEqual(newestFirst ? [7, 6, 5, 4, 3, 2, 1] : [1, 2, 3, 4, 5, 6, 7]);
    }
    expect(await table().list(Bell, "tower#east")).toEqual({ items: [] });
  });

  it("by an index finds what has the key, up to and with a moment, and no more once it has left the index", async () => {
    await writeBells(5);
    const numbers = async (options?: { until?: string; prefix?: string; limit?: number }) =>
      (await table().find(Bell, "due", "silent", options)).map(({ number }) => number);
    expect(await numbers()).toEqual([1, 2, 3, 4, 5]);
    expect(await numbers({ until: "2026-03-03" })).toEqual([1, 2, 3]);
    expect(await numbers({ prefix: "2026-03-04" })).toEqual([4]);
    expect(await numbers({ limit: 2 })).toEqual([1, 2]);
    await table().write([replace(Bell, await stored(2), bell(2, { isRung: true }))]);
    expect(await numbers()).toEqual([1, 3, 4, 5]);
    expect(await table().isEmpty("due", "silent")).toBe(false);
    for (const number of [1, 3, 4, 5]) await table().write([remove(Bell, await stored(number))]);
    expect(await table().isEmpty("due", "silent")).toBe(true);
    expect(await table().find(Bell, "lookup", "note#a")).toHaveLength(1);
  });
});

describe("a record of an older version", () => {
  const key = ({ id }: { id: string }) => ({ pk: `bell#${id}`, sk: "bell" });
  const First = defineRecord({ kind: "cast", schema: v.object({ id: v.string(), tone: v.string() }), key });
  const Third = defineRecord({
    ...{ kind: "cast", version: 3, key },
    schema: v.object({ id: v.string(), notes: v.array(v.string()), weight: v.number() }),
    upgrades: {
      1: ({ tone, ...rest }) => ({ ...rest, note: tone }),
      2: ({ note, ...rest }) => ({ ...rest, notes: [note], weight: 0 }),
    },
  });

  it("is brought up to date when it is read, and stored so when it is next written", async () => {
    await table().write([create(First, { id: "1", tone: "a" })]);
    const read = await table().get(Third, { id: "1" });
    expect(read).toEqual({ id: "1", notes: ["a"], weight: 0, rev: 1 });
    expect(await test.items()).toMatchObject([{ v: 1, tone: "a" }]);
    if (!read) throw new Error("it was not read");
    await table().write([replace(Third, read, { ...read, weight: 300 })]);
    const [item] = await test.items();
    expect(item).toMatchObject({ v: 3, rev: 2, notes: ["a"], weight: 300 });
    expect(item).not.toHaveProperty("tone");
  });

  it("for which there is no upgrade is a fault", async () => {
    const Second = { ...Third, upgrades: {} };
    await table().write([create(First, { id: "1", tone: "a" })]);
    await expect(table().get(Second, { id: "1" })).rejects.toThrow("no upgrade of cast from version 1");
  });
});

describe("a field that is kept as text", () => {
  const key = ({ id }: { id: string }) => ({ pk: `peal#${id}`, sk: "peal" });
  const schema = v.object({ id: v.string(), rows: v.array(v.object({ bells: v.array(v.number()) })) });
  const Tree = defineRecord({ kind: "peal", schema, key });
  const Peal = defineRecord({
    ...{ kind: "peal", version: 2, schema, key, texts: ["rows" as const] },
    upgrades: { 1: (old) => ({ ...old, rows: JSON.stringify(old.rows) }) },
  });
  const peal = { id: "1", rows: [{ bells: [1, 2, 3] }, { bells: [2, 1, 3] }] };

  it("is one attribute in the store, and read as what it was, also where it was a tree before", async () => {
    await table().write([create(Tree, peal), create(Peal, { ...peal, id: "2" })]);
    expect(await test.items()).toMatchObject([{ rows: peal.rows }, { rows: JSON.stringify(peal.rows) }]);
    expect(await table().get(Peal, { id: "1" })).toEqual({ ...peal, rev: 1 });
    expect(await table().get(Peal, { id: "2" })).toEqual({ ...peal, id: "2", rev: 1 });
  });

  it("is a fault that says nothing of the text when the text is no JSON", async () => {
    const item = { ...key(peal), record: "peal", v: 2, rev: 1, id: "1", rows: "Milena rings" };
    await test.store.client.send(new PutItemCommand({ TableName: test.store.table, Item: marshall(item) }));
    await expect(table().get(Peal, { id: "1" })).rejects.toThrow("a stored peal does not fit its schema: rows (array)");
  });
});

describe("an item that does not fit", () => {
  const put = (item: Record<string, unknown>) =>
    test.store.client.send(new PutItemCommand({ TableName: test.store.table, Item: marshall(item) }));
  const whole = { ...Bell.key(bell(1)), record: "bell", v: 1, rev: 1, ...bell(1) };

  it("is a fault, whichever way it is read", async () => {
    await put({ ...whole, isRung: "perhaps" });
    await expect(read(1)).rejects.toThrow();
    await expect(table().list(Bell, "tower#west")).rejects.toThrow();
    const found = await table().getMany([Bell.key(bell(1))]);
    expect(() => found.get(Bell, bell(1))).toThrow();
  });

  it("is a fault when it is of another kind, or says no revision", async () => {
    await put({ ...whole, record: "rope" });
    await expect(read(1)).rejects.toThrow("a rope stands where a bell is kept");
    const { rev: _, ...without } = whole;
    await put(without);
    await expect(read(1)).rejects.toThrow();
  });

  it("is named by its kind and its field, never by what is in it: a fault goes into the log", async () => {
    await put({ ...whole, number: "Марија Стојановић" });
    const fault = await read(1).catch((error: unknown) => error);
    expect(String(fault)).not.toContain("Марија");
    expect(String(fault)).toContain("bell");
    expect(String(fault)).toContain("number");
  });
});
