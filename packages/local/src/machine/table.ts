import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { tableDefinition, timeToLive } from "@quorate/core/kit";
import { localService } from "@quorate/functions/world";

/** The table of this machine, made if it is not there; the ARN of its stream. */
export async function ensureTable(endpoint: string, name: string): Promise<{ streamArn: string }> {
  const client = new DynamoDBClient(localService(endpoint));
  try {
    return await describe(client, name);
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    await client.send(new CreateTableCommand(tableDefinition(name)));
    await client.send(new UpdateTimeToLiveCommand(timeToLive(name)));
    return await describe(client, name);
  } finally {
    client.destroy();
  }
}

async function describe(client: DynamoDBClient, name: string): Promise<{ streamArn: string }> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  if (!Table?.LatestStreamArn) throw new Error(`the table ${name} has no stream`);
  return { streamArn: Table.LatestStreamArn };
}
