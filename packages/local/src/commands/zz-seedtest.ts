import { openScratchStore } from "/work/main/packages/local/src/store/index.ts";
import { tableDefinition } from "@quorate/core/kit";
import { DynamoDBClient, CreateTableCommand, BatchWriteItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
const store = await openScratchStore();
const client = new DynamoDBClient({ endpoint: store.endpoint, region: "local", credentials: { accessKeyId: "a", secretAccessKey: "b" } });
const def = tableDefinition("x");
const noStream = { ...def }; delete noStream.StreamSpecification;
const bare = { ...noStream, AttributeDefinitions: def.AttributeDefinitions!.slice(0, 2) } as any; delete bare.GlobalSecondaryIndexes;
const attrs = (i: number, idx: boolean) => ({ pk: { S: "a#" + i }, sk: { S: "a" }, v: { S: "x".repeat(300) }, ...(idx && { lookupPk: { S: "same" }, lookupSk: { S: "s" + i }, openPk: {S: "p"+i}, openSk: {S: "s"} }) });
for (const [name, d, idx, tx] of [["bare", bare, false, true], ["noStream-sparse", noStream, false, true], ["noStream-idx", noStream, true, true], ["full-sparse", def, false, true], ["full-idx", def, true, true], ["full-idx-batch", def, true, false]] as const) {
  await client.send(new CreateTableCommand({ ...d, TableName: name }));
  const times: string[] = [];
  let t = performance.now();
  for (let i = 0; i < 6000; i += 25) {
    const items = Array.from({ length: 25 }, (_, k) => attrs(i + k, idx));
    if (tx) await client.send(new TransactWriteItemsCommand({ TransactItems: items.map((Item) => ({ Put: { TableName: name, Item, ConditionExpression: "attribute_not_exists(pk)" } })) }));
    else await client.send(new BatchWriteItemCommand({ RequestItems: { [name]: items.map((Item) => ({ PutRequest: { Item } })) } }));
    if ((i + 25) % 1000 === 0) { times.push((performance.now() - t).toFixed(0)); t = performance.now(); }
  }
  console.log(name, times.join(" "));
}
await store.close(); process.exit(0);
