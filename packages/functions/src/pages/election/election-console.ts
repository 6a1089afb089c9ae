import { type Election, readElection } from "@quorate/core/election";
import { Refusal, type Stored, type World } from "@quorate/core/kit";
import type { Context } from "hono";
import { type Console, consoleOf } from "../people/index.ts";

/** A coordinator's page about one election of her network. */
export type ElectionConsole = Console & { election: Stored<Election> };

/** The coordinator who is signed in, and the election in the address; refuses one of another network as `not-found`. */
export async function electionConsole(c: Context, world: World): Promise<ElectionConsole> {
  const { network = "", id = "" } = c.req.param();
  const console = await consoleOf(c, world, network);
  const election = await readElection(world, id);
  if (election.network !== network) throw new Refusal("not-found");
  return { ...console, election };
}

/** The coordinator of the network in the address. */
export function networkConsole(c: Context, world: World): Promise<Console> {
  const { network = "" } = c.req.param();
  return consoleOf(c, world, network);
}
