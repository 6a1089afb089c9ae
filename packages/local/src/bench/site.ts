import { randomBytes } from "node:crypto";
import { ensureTable } from "../machine/table.ts";
import { openScratchStore } from "../store/index.ts";
import { type Absentee, askAbsentees } from "./absentees.ts";
import { type Child, startChild } from "./child.ts";
import { Done, type Job, Serving } from "./jobs.ts";
import { type Place, worldAt } from "./world.ts";

/** What the rows about answers are measured on: a store, the pages over it and those who use them, a process each. */
export type Site = {
  place: Place;
  url: string;
  /** So many of those asked who have not been taken before. */
  take(count: number): Absentee[];
  run(job: Job): Promise<Done>;
  close(): Promise<void>;
};

/** Opens a site where so many are asked. */
export async function openSite(size: number): Promise<Site> {
  const store = await openScratchStore();
  const children: Child[] = [];
  const close = async () => {
    for (const child of children) await child.end();
    await store.close();
  };
  try {
    const place: Place = { endpoint: store.endpoint, table: "bench", root: randomBytes(32).toString("base64url") };
    await ensureTable(place.endpoint, place.table);
    console.time("seed");
    const absentees = await askAbsentees(worldAt(place), size);
    console.timeEnd("seed");
    const [pages, clients] = [startChild("pages"), startChild("clients")];
    children.push(pages, clients);
    const { url } = await pages.ask(place, Serving);
    return {
      ...{ place, url, close },
      take(count) {
        if (absentees.length < count) throw new RangeError("nobody is left to answer");
        return absentees.splice(0, count);
      },
      run: (job) => clients.ask(job, Done),
    };
  } catch (error) {
    await close();
    throw error;
  }
}
