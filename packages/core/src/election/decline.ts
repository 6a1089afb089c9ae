import * as v from "valibot";
import { after, command, type Instant, Refusal, replace, type Span, type World } from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { mandateDeclined } from "../offices/index.ts";
import { Member } from "../people/index.ts";
import { answeringFor } from "./duties.ts";
import { type Election, ElectionVote, votesOf } from "./records.ts";
import { move } from "./transition.ts";

/** How long after the declaration whoever is elected may say that she does not take the office; later she resigns from it. */
const TO_DECLINE: Span = { days: 15 };

/** Until when whoever was elected may decline; undefined where nothing was declared, or it was annulled. */
export function declineUntil({ declaredAt, stage }: Pick<Election, "declaredAt" | "stage">): Instant | undefined {
  return declaredAt === undefined || stage === "annulled" ? undefined : after(declaredAt, TO_DECLINE);
}

/**
 * The votes in which a member was elected and whose seat she has not declined. What a vote after a tie has decided is in the
 * outcome of the tied one.
 */
export function seatsOf(votes: readonly ElectionVote[], member: string): { id: string; title: string }[] {
  return votes.flatMap((vote) => {
    const seat = seatIn(vote, member);
    return seat === undefined ? [] : [{ id: vote.id, title: vote.vote.title }];
  });
}

/** Her candidate's id, where she was elected and has not declined. */
function seatIn({ of, vote, outcome, declined = [] }: ElectionVote, member: string): string | undefined {
  if (of !== undefined || vote.kind !== "elect" || !outcome) return undefined;
  const elected = outcome.kind === "declared" || outcome.kind === "tied" ? outcome.elected : [];
  const own = vote.candidates.find((one) => one.member === member && elected.includes(one.id));
  return own && !declined.some(({ candidate }) => candidate === own.id) ? own.id : undefined;
}

const Declining = v.object({ election: v.string(), vote: v.string(), member: v.string() });

/**
 * Whoever was elected does not take the office (votes R12): her seat is vacant, nobody moves up, her mandate never begins, and
 * the coordinator, or who has her duties, is told. What was declared stays as it was declared. Refuses who was not elected in
 * that vote or has declined already (`not-found`), and any later than fifteen days after the declaration (`decline.closed`).
 */
export const declineOffice = command(Declining, async (world, { election: id, vote: voteId, member }) => {
  await move(world, id, async (election) => {
    const now = world.clock.now();
    const vote = (await votesOf(world.table, id)).find((one) => one.id === voteId);
    const candidate = vote && seatIn(vote, member);
    if (!vote || candidate === undefined) throw new Refusal("not-found");
    const until = declineUntil(election);
    if (until === undefined || now >= until) throw new Refusal("decline.closed");
    const { network } = election;
    const declined = [...(vote.declined ?? []), { candidate, at: now }];
    return {
      changes: {},
      ...{ act: "office.declined", actor: member, facts: { vote: voteId, candidate } },
      writes: [
        replace(ElectionVote, vote, { ...vote, declined }),
        ...(await mandateDeclined(world, { network, election: id, vote: voteId, member })),
        ...(await tellOfIt(world, election, { vote: voteId, member })),
      ],
    };
  });
});

async function tellOfIt(world: World, election: Election, facts: { vote: string; member: string }) {
  const { id: process, network } = election;
  const told = await Promise.all(
    (await answeringFor(world, election)).map((id) => world.table.get(Member, { network, id })),
  );
  const version = `${facts.vote}-${facts.member}`;
  return told.flatMap((one) =>
    one
      ? writeLetter(world, {
          ...{ process, kind: "election.declined", person: one.person, member: one.id, network, facts },
          version: `${version}-${one.id}`,
        })
      : [],
  );
}
