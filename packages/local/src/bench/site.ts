import { randomBytes } from "node:crypto";
import { ensureTable } from "../machine/table.ts";
import { openScratchStore } from "../store/index.ts";
import { type Absentee, askAbsentees } from "./absentees.ts";
import { type Child, startChild } from "./child.ts";
import { Done, type Job, Serving } from "./jobs.ts";
import { type Place, worldAt } from "./world.ts";

/** A store of its own as an installation has it, where so many are asked, and the pages over it. No letter is sent. */
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
    await ensureTable(place.endpoint, place.table);
    const absentees = await askAbsentees(worldAt(place), asked);
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
