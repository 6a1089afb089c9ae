import { countOf } from "./figures.ts";
import { liveResult, mostInFavour } from "./result.ts";
import { fillSeats } from "./seats.ts";
import { type CountedVote, figuresOf, namedBy, type Tally, tallyFor } from "./tally.ts";
import { meets } from "./threshold.ts";

/** What the figures come to, quorum aside. `named`: whom the session's result names, where absentees confirm it. */
type Decision = {
  isAdopted: boolean;
  elected: string[];
  tied: string[];
  seats: number;
  vacant: number;
  named: string[];
};

const nobody: Decision = { isAdopted: false, elected: [], tied: [], seats: 0, vacant: 0, named: [] };

/** Who is elected, who tie, or whether the text is adopted: by the parts that count in the vote's mode, quorum aside. */
export function decide(counted: CountedVote): Decision {
  const { vote, live, attendance, rollSize } = counted;
  const isConfirmed = vote.mode === "ratified" && attendance.duringVote < rollSize;
  if (vote.kind === "adopt") {
    const isPut = !isConfirmed || liveResult(vote, live).kind === "carried";
    return { ...nobody, isAdopted: isPut && meetsRule(counted) };
  }
  if (isConfirmed) return confirmed(counted, vote.seats);
  const figures = figuresOf(counted);
  const standing = vote.candidates.filter(({ id }) => vote.ballot === "plurality" || meetsRule(counted, id));
  const votes = standing.map(({ id }) => ({ id, votes: countOf(figures, id).for }));
  const filled = fillSeats(vote.seats, votes, (id) => meetsRule(counted, id));
  return { ...nobody, ...filled, vacant: vote.seats - filled.elected.length - filled.seats };
}

function confirmed(counted: CountedVote, seats: number): Decision {
  const { vote, live } = counted;
  const named = namedBy(vote, live);
  const elected = named.filter((id) => meetsRule(counted, id));
  const result = liveResult(vote, live);
  const isTieLeft = result.kind === "tied" && elected.length === named.length;
  const tie = isTieLeft ? { tied: result.tied, seats: result.seats } : { tied: [], seats: 0 };
  return { ...nobody, ...tie, elected, named, vacant: seats - elected.length - tie.seats };
}

/** Whether the votes for the candidate, or for the text, are at least one and as many as the threshold asks of their base. */
function meetsRule(counted: CountedVote, candidate?: string): boolean {
  const tally = tallyFor(counted, candidate);
  return tally.for > 0 && meets(counted.vote.profile.threshold, tally.for, tally.base);
}

/**
 * The tally of the text, or of the candidate in front: of those elected, else tied, else named by the session, else standing,
 * the one with the most votes.
 */
export function tallyOf(counted: CountedVote): Tally {
  const { vote } = counted;
  if (vote.kind === "adopt") return tallyFor(counted);
  const { elected, tied, named } = decide(counted);
  const standing = vote.candidates.map(({ id }) => id);
  const inFront = [elected, tied, named, standing].find((ids) => ids.length > 0) ?? [];
  return inFront.map((id) => tallyFor(counted, id)).toSorted(foremost)[0] ?? tallyFor(counted);
}

/** Of as many votes in all, those with more of them in the session: so that the same votes are printed whatever the order of names. */
function foremost(one: Tally, other: Tally): number {
  return mostInFavour(one, other) || mostInFavour(one.session, other.session);
}
