import { type Election, mayRepeat, readElection, standingAgain, votesOf } from "@quorate/core/election";
import { Refusal, type World } from "@quorate/core/kit";
import type { Member } from "@quorate/core/people";
import type { Typed } from "../fields.tsx";
import { AS_THE_NETWORK, type SetUpChoices, setUpChoices, type VoteNumber, voteNumbers } from "./read.ts";

/** What an election that is held again takes over: who stood in each vote may stand again. */
export type Again = { election: Election; standing: { number: VoteNumber; title: string; members: Member[] }[] };

/** The election that is to be held again; refuses one of another network, and one that may not be. */
async function readAgain(world: World, network: string, id: string, members: readonly Member[]): Promise<Again> {
  const election = await readElection(world, id);
  if (election.network !== network) throw new Refusal("not-found");
  if (!mayRepeat(election)) throw new Refusal("election.stage");
  const votes = await votesOf(world.table, id);
  const candidates = await standingAgain(world, election);
  const standing = voteNumbers.flatMap((number) => {
    const own = candidates.get(number) ?? [];
    const title = votes.find((vote) => vote.number === number)?.vote.title ?? "";
    const known = members.filter((member) => own.includes(member.id));
    return known.length > 0 ? [{ number, title, members: known }] : [];
  });
  return { election, standing };
}

/** What its set-up offers: its own rules stand where a new election would take the network's. */
async function choicesAgain(world: World, choices: SetUpChoices, again: Again): Promise<SetUpChoices> {
  const { election } = again;
  const votes = await votesOf(world.table, election.id);
  const rulesOf = (kind: "elect" | "adopt") =>
    votes.find(({ of, vote }) => of === undefined && vote.kind === kind)?.vote;
  const { elect, adopt } = choices.profiles;
  return {
    ...choices,
    again,
    profiles: { elect: rulesOf("elect")?.profile ?? elect, adopt: rulesOf("adopt")?.profile ?? adopt },
  };
}

/** What the set-up of a network's next election offers; where another one is held again, with what is taken over from it. */
export async function choicesFor(world: World, network: string, again: string | undefined): Promise<SetUpChoices> {
  const choices = await setUpChoices(world, network);
  if (!again) return choices;
  return choicesAgain(world, choices, await readAgain(world, network, again, choices.members));
}

/** By which name the page asks whether somebody stands again in a vote. */
export const standsField = (number: VoteNumber, member: string) => `vote${number}-stands-${member}`;

/** Everything but the dates, as it was typed for the election that is held again. */
export async function typedAgain(world: World, { election, standing }: Again): Promise<Typed> {
  const typed: Record<string, string> = { again: election.id, title: election.title, mode: election.mode };
  for (const { number, of, vote } of await votesOf(world.table, election.id)) {
    if (of !== undefined) continue;
    const field = (part: string) => `vote${number}-${part}`;
    typed[field("kind")] = vote.kind;
    typed[field("title")] = vote.title;
    if (vote.kind === "adopt") {
      typed[field("text-title")] = vote.text.title;
      typed[field("text-body")] = vote.text.body;
      continue;
    }
    typed[field("seats")] = String(vote.seats);
    typed[field("ballot")] = vote.ballot;
    if (vote.office) typed[field("office")] = vote.office.id;
  }
  for (const { number, members } of standing) for (const { id } of members) typed[standsField(number, id)] = "yes";
  const [declarer1 = "", declarer2 = ""] = election.declarers;
  const [substitute = ""] = election.substitutes;
  return {
    ...{ ...typed, declarer1, declarer2, substitute, presiding: election.presiding ?? "" },
    ...{ share: AS_THE_NETWORK, base: AS_THE_NETWORK, quorum: AS_THE_NETWORK },
    objectionDays: String(election.objectionDays),
    // By letter they stand again without being nominated anew.
    ...(standing.length > 0 && { nominate: "" }),
  };
}
