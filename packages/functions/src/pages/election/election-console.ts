import { authorise, type Duty, dutiesIn, type Election, holdersOf, readElection } from "@quorate/core/election";
import { Refusal, type Stored, type World } from "@quorate/core/kit";
import type { Context } from "hono";
import { type Console, consoleOf, electionConsoleOf } from "../people/index.ts";

/** A coordinator's page about one election of her network. */
export type ElectionConsole = Console & { election: Stored<Election> };

/**
 * The coordinator who is signed in, or who has her duties because she stands herself, and the election in the address; refuses
 * one of another network, and one that was only tried out, as `not-found`.
 */
export async function electionConsole(c: Context, world: World): Promise<ElectionConsole> {
  const { network = "", id = "" } = c.req.param();
  const console = await electionConsoleOf(c, world, network, id);
  const election = await readElection(world, id);
  if (election.network !== network || election.isTrial) throw new Refusal("not-found");
  const { coordinator, id: member } = console.member;
  if (!coordinator && !holdersOf(await dutiesIn(world, election)).includes(member)) throw new Refusal("not-yours");
  return { ...console, election };
}

/** The same for an act; refuses it to a coordinator who stands in the election, by the names of those who have it now. */
export async function dutyConsole(c: Context, world: World, duty: Duty): Promise<ElectionConsole> {
  const console = await electionConsole(c, world);
  await authorise(world, console.election, console.member.id, duty);
  return console;
}

/** The coordinator of the network in the address. */
export function networkConsole(c: Context, world: World): Promise<Console> {
  const { network = "" } = c.req.param();
  return consoleOf(c, world, network);
}
