import { plain } from "../i18n/index.ts";
import type { World } from "../kit/index.ts";
import type { News, NewsWindow } from "../process/index.ts";
import { sessionsOf } from "./records.ts";

/** The sessions of a network that are coming in that time, with when and where. */
export async function sessionNews(world: World, network: string, { until, ahead }: NewsWindow): Promise<News[]> {
  const sessions = await sessionsOf(world.table, network);
  return sessions
    .filter(({ meeting, startsAt }) => meeting === "planned" && startsAt > until && startsAt <= ahead)
    .map(({ startsAt, title, zone, place }) => ({
      ...{ section: "coming", at: startsAt, title: plain(title) },
      lines: [{ moment: startsAt, zone, as: "onMoment" }, ...(place ? [plain(place)] : [])],
    }));
}
