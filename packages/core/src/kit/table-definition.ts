import type { CreateTableCommandInput, UpdateTimeToLiveCommandInput } from "@aws-sdk/client-dynamodb";
import type { IndexName } from "./record.ts";

const indexes: readonly IndexName[] = ["lookup", "open", "due"];
const attributes = ["pk", "sk", ...indexes.flatMap((index) => [`${index}Pk`, `${index}Sk`])];

/** The one table: its keys, its three sparse indexes (keys only) and its stream. */
export function tableDefinition(name: string): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    KeySchema: [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ],
    GlobalSecondaryIndexes: indexes.map((IndexName) => ({
      IndexName,
      KeySchema: [
        { AttributeName: `${IndexName}Pk`, KeyType: "HASH" },
        { AttributeName: `${IndexName}Sk`, KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "KEYS_ONLY" },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
  };
}

/** What is deleted by itself: records that say when, in `expires`, as seconds since 1970. */
export function timeToLive(name: string): UpdateTimeToLiveCommandInput {
  return { TableName: name, TimeToLiveSpecification: { AttributeName: "expires", Enabled: true } };
}
