import { randomBytes } from "node:crypto";
import { CreateTableCommand, DynamoDBClient, UpdateTableCommand } from "@aws-sdk/client-dynamodb";
import { tableDefinition } from "@quorate/core/kit";
import { localService } from "@quorate/functions/world";
import { openScratchStore } from "../store/index.ts";
import { type Absentee, askAbsentees } from "./absentees.ts";
import { type Child, startChild } from "./child.ts";
import { Done, type Job, Serving } from "./jobs.ts";
import { type Place, worldAt } from "./world.ts";

/** An empty store of its own where so many are asked, and the pages over it. */
export type Site = {
  place: Place;
  url: string;
  /** So many of those asked who have not been taken before. */
  take(count: number): Absentee[];
  close(): Promise<void>;
};

/** The processes of the bench: one serves pages, one is all those who use them. The store of a site is a third. */
export type Processes = {
  openSite(asked: number): Promise<Site>;
  run(job: Job): Promise<Done>;
  end(): Promise<void>;
};

export function startProcesses(): Processes {
  const [pages, clients] = [startChild("pages"), startChild("clients")];
  return {
    openSite: (asked) => openSite(pages, asked),
    run: (job) => clients.ask(job, Done),
    end: async () => {
      await pages.end();
      await clients.end();
    },
  };
}

async function openSite(pages: Child, asked: number): Promise<Site> {
  const store = await openScratchStore();
  try {
    const place: Place = { endpoint: store.endpoint, table: "bench", root: randomBytes(32).toString("base64url") };
    const absentees = await prepare(place, asked);
    const { url } = await pages.ask(place, Serving);
    return {
      ...{ place, url, close: store.close },
      take(count) {
        if (absentees.length < count) throw new RangeError("nobody is left to answer");
        return absentees.splice(0, count);
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/**
 * The table as an installation has it, with everybody asked. Its stream begins after that: the embedded store takes the
 * longer for a write the more its stream holds, and a slow store would hide what our own code takes.
 */
async function prepare(place: Place, asked: number): Promise<Absentee[]> {
  const client = new DynamoDBClient(localService(place.endpoint));
  try {
    const { StreamSpecification, ...definition } = tableDefinition(place.table);
    await client.send(new CreateTableCommand(definition));
    const absentees = await askAbsentees(worldAt(place), asked);
    await client.send(new UpdateTableCommand({ TableName: place.table, StreamSpecification }));
    return absentees;
  } finally {
    client.destroy();
  }
}
