import type { Form } from "../form/index.ts";
import { message } from "../i18n/index.ts";
import { create, type Stored, type World, type Write } from "../kit/index.ts";
import { breakTie, noSession, type Outcome, repeatVote, runOffVote, type Vote } from "../vote/index.ts";
import { ballotSection } from "./absentees.ts";
import { form } from "./forms.ts";
import { type Election, ElectionVote } from "./records.ts";
import { rulesText } from "./words.ts";

/**
 * The votes that follow where somebody took another office (votes R12): repeated without her; and the votes that follow ties where
 * the profile says so (votes R11): the tied alone stand again, or the vote is repeated. Each is put once, by letter to everybody on the roll; a tie in it is not followed by another. Chair's vote and lot are none of these.
 */
export function votesAfterTies(votes: readonly ElectionVote[]): ElectionVote[] {
  const put = votes.flatMap((vote) => {
    const next = vote.of === undefined ? voteAfter(vote) : undefined;
    return next ? [{ next, of: vote.id, election: vote.election }] : [];
  });
  return put.map(({ next, of, election }, index) => {
    const { attendance, live: figures } = noSession(next);
    return { election, id: next.id, of, number: votes.length + index + 1, vote: next, live: { figures, attendance } };
  });
}

/** What is put after this vote: where somebody gave up her seat, or after a tie; nothing where no vote decides it. */
function voteAfter({ outcome, vote, givenUp }: ElectionVote): Vote | undefined {
  if (!outcome || vote.kind !== "elect") return undefined;
  if (givenUp) {
    const without = givenUp.map(({ candidate }) => candidate);
    const again = repeatVote(vote, outcome, without);
    return again.kind === "elect" && again.candidates.length > 0 ? again : undefined;
  }
  if (outcome.kind !== "tied") return undefined;
  switch (vote.profile.tie.kind) {
    case "run-off":
      return runOffVote(vote, outcome);
    case "repeat":
      return repeatVote(vote, outcome);
    case "chair":
    case "lot":
      return undefined;
  }
}

/** The writes that put these votes on the agenda, after all others. */
export function putVotes(votes: readonly ElectionVote[]): Write[] {
  return votes.map((vote) => create(ElectionVote, vote));
}

/**
 * The outcome of a vote once the vote that followed it is counted: a tie stays one where that one was tied too, and a seat that
 * was given up stays vacant where nobody was elected to it.
 */
export function afterRound(first: ElectionVote, round: Outcome): Outcome | undefined {
  const { outcome, vote, givenUp } = first;
  if (outcome && givenUp) return filledAgain(first, outcome, round);
  if (outcome?.kind !== "tied" || round.kind === "tied") return outcome;
  const elected = round.kind === "declared" ? round.elected : [];
  return breakTie(outcome, { kind: vote.profile.tie.kind, elected });
}

function filledAgain({ vote, givenUp = [] }: ElectionVote, outcome: Outcome, round: Outcome): Outcome {
  const without = givenUp.map(({ candidate }) => candidate);
  const electedIn = (one: Outcome) => (one.kind === "declared" || one.kind === "tied" ? one.elected : []);
  const again = electedIn(round).filter((id) => !without.includes(id));
  const elected = [...new Set([...electedIn(outcome), ...again])];
  if (vote.kind !== "elect" || again.length === 0) return outcome;
  const { tally, each, quorum } = outcome;
  return { kind: "declared", elected, vacant: vote.seats - elected.length, tally, each, quorum };
}

/** The votes that follow a tie, once they are put. */
export function roundsIn<V extends ElectionVote>(votes: readonly V[]): V[] {
  return votes.filter(({ of }) => of !== undefined);
}

/** The form of everybody on the roll: each vote that follows a tie, with the candidates who stand in it. */
export async function roundForm(
  world: World,
  election: Election,
  votes: readonly Stored<ElectionVote>[],
  rollSize: number,
): Promise<Form> {
  const sections: Form["sections"] = [];
  for (const [index, vote] of votes.entries()) {
    sections.push(await ballotSection(world, election, vote, index, votes.length));
  }
  return form("election.round", message("ballot.round.title"), message("ballot.round.lead"), sections, {
    editable: true,
    silence: message("ballot.silence.combined"),
    background: { title: message("common.howDecided"), lines: rulesText(votes, election.zone, rollSize) },
  });
}
