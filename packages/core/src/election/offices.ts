import type { Problem, World } from "../kit/index.ts";
import { askHandOvers, type Elected, Office, seatElected, takeBackHandOvers, unseatElected } from "../offices/index.ts";
import type { OfficeToFill } from "../vote/index.ts";
import type { Election, ElectionVote } from "./records.ts";

type VoteSetUp = { kind: "elect"; seats: number; office?: OfficeToFill | undefined } | { kind: "adopt" };

/**
 * What is wrong with the offices that the votes of a set-up fill: one that the network does not have (`choose`), more seats in
 * all its votes together than it has (`office-seats`), and a mandate that ends before it begins (`before-the-beginning`).
 */
export async function officeProblems(world: World, network: string, votes: readonly VoteSetUp[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  const filled = new Map<string, number>();
  for (const [index, vote] of votes.entries()) {
    if (vote.kind !== "elect" || !vote.office) continue;
    const { id, from, until } = vote.office;
    const office = await world.table.get(Office, { network, id });
    const seats = (filled.get(id) ?? 0) + vote.seats;
    filled.set(id, seats);
    if (!office) problems.push({ field: `votes.${index}.office`, code: "choose" });
    else if (seats > office.seats) problems.push({ field: `votes.${index}.office`, code: "office-seats" });
    if (from && until && until < from) problems.push({ field: `votes.${index}.until`, code: "before-the-beginning" });
  }
  return problems;
}

/**
 * Whoever a declared election has elected holds the office that the vote fills, and where it coordinates, whoever has those
 * rights is asked to pass them on; done again, it has the same effect.
 */
export async function fillOffices(
  world: World,
  { id: election, network, title, zone, declaredAt }: Election,
  votes: readonly ElectionVote[],
): Promise<void> {
  if (declaredAt === undefined) return;
  await seatElected(world, { network, election, title, zone, declaredAt }, votes.flatMap(electedIn));
  await askHandOvers(world, { network, election }, votes.flatMap(candidatesIn));
}

/** The mandates from an annulled election are void, earlier ones stand again, and rights that passed on are to go back. */
export async function vacateOffices(world: World, { id: election, network, zone }: Election): Promise<void> {
  await unseatElected(world, { network, zone, election });
  await takeBackHandOvers(world, { network, election });
}

const candidatesIn = ({ vote }: ElectionVote) =>
  vote.kind === "elect" ? vote.candidates.map(({ member }) => member) : [];

/**
 * The members who are elected in a vote that fills an office, whether all of its seats are decided or not. What a vote after a
 * tie has decided is in the outcome of the tied one (votes R11).
 */
function electedIn({ id, of, vote, outcome, declined = [] }: ElectionVote): Elected[] {
  if (of !== undefined || vote.kind !== "elect" || !vote.office || !outcome) return [];
  if (outcome.kind !== "declared" && outcome.kind !== "tied") return [];
  const members = vote.candidates
    .filter((one) => outcome.elected.includes(one.id) && !declined.some(({ candidate }) => candidate === one.id))
    .map(({ member }) => member);
  return [{ vote: id, office: vote.office, members }];
}
