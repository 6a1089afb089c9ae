import { Ask } from "../ask/index.ts";
import type { Stored, World } from "../kit/index.ts";
import type { Member } from "./records.ts";
import type { Rolls } from "./rolls.ts";

/** Where a member is asked at the moment, and where she stands on a roll that is open. */
export type Places = {
  /** Her asks that are not closed, with those that she has answered. */
  asks: Stored<Ask>[];
  /** The processes on whose open roll she stands. */
  rolls: string[];
};

export async function placesIn(
  world: World,
  rolls: Rolls,
  { network, id, person }: Pick<Member, "network" | "id" | "person">,
): Promise<Places> {
  const found = await world.table.find(Ask, "lookup", `asks#${person}`);
  const hers = found.filter((ask) => ask.network === network && ask.member === id && ask.state !== "closed");
  const processes = [...new Set(hers.filter((ask) => ask.marks !== undefined).map((ask) => ask.process))];
  const open: string[] = [];
  for (const process of processes) if (await rolls.isOpen(world, process)) open.push(process);
  return { asks: hers.filter((ask) => ask.state === "open" || ask.state === "answered"), rolls: open };
}
