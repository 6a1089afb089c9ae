import type { Outcome, TieBroken } from "./outcome.ts";
import type { ElectVote, Vote } from "./vote.ts";

export type Tied = Extract<Outcome, { kind: "tied" }>;

/**
 * The outcome once a tie is broken, which it names (votes R11). Chair and lot give every seat tied for, each to one of the tied;
 * so may a run-off or a repeated vote, or leave seats vacant where its own rule was not met. Those who were elected before stay
 * elected, and are named first. The numbers stay those of the vote that was tied. A fault: somebody who was not tied (elected
 * already, or, but in a repeated vote, behind), anybody twice, more than the seats, or fewer by chair or lot.
 */
export function breakTie(outcome: Tied, by: { kind: TieBroken["by"]; elected: readonly string[] }): Outcome {
  const { elected: before, tied, seats, vacant, tally, each, quorum } = outcome;
  const mayBeElected = by.kind === "repeat" ? Object.keys(each).filter((id) => !before.includes(id)) : tied;
  const isOnceEach = new Set(by.elected).size === by.elected.length;
  if (!isOnceEach || !by.elected.every((id) => mayBeElected.includes(id))) {
    throw new Error(`a tie broken by ${by.kind} for somebody who was not tied`);
  }
  if (!isPossibleNumber(by, seats)) throw new Error(`a tie for ${seats} seats broken by ${by.kind} for another number`);
  const numbers = { tally, each, quorum };
  const elected = [...before, ...by.elected];
  if (elected.length === 0) return { kind: "not-elected", reason: "below-threshold", ...numbers };
  const tie = { by: by.kind, elected: [...by.elected] };
  return { kind: "declared", elected, vacant: vacant + seats - by.elected.length, tie, ...numbers };
}

function isPossibleNumber(by: Parameters<typeof breakTie>[1], seats: number): boolean {
  switch (by.kind) {
    case "chair":
    case "lot":
      return by.elected.length === seats;
    case "run-off":
    case "repeat":
      return by.elected.length <= seats;
  }
}

/**
 * The vote that follows a tie where the profile says run-off: the tied alone, for the seats they tie for, all by letter to the
 * same roll. Candidates keep their ids. Nobody is present at it, so letters make its quorum, whatever the profile said of them.
 */
export function runOffVote(vote: ElectVote, { tied, seats }: Pick<Tied, "tied" | "seats">): ElectVote {
  const candidates = vote.candidates.filter(({ id }) => tied.includes(id));
  return { ...vote, ...allByLetter(vote), candidates, seats };
}

/**
 * The same vote put again, all by letter to the same roll: after a tie where the profile says repeat, without a quorum (votes
 * R6), or when somebody elected to two offices chose the other (votes R12; she is named in `without`). Who was elected and is
 * not in `without` keeps her seat and does not stand again. A fault when no seat is left to fill.
 */
export function repeatVote(vote: Vote, outcome: Outcome, without: readonly string[] = []): Vote {
  if (vote.kind === "adopt") return { ...vote, ...allByLetter(vote) };
  const elected = outcome.kind === "declared" || outcome.kind === "tied" ? outcome.elected : [];
  const kept = elected.filter((id) => !without.includes(id));
  const seats = vote.seats - kept.length;
  if (seats < 1) throw new Error(`vote ${vote.id}: no seat is left to repeat it for`);
  const candidates = vote.candidates.filter(({ id }) => !kept.includes(id) && !without.includes(id));
  return { ...vote, ...allByLetter(vote), candidates, seats };
}

function allByLetter({ id, profile }: Vote): Pick<Vote, "id" | "profile" | "mode" | "method"> {
  return {
    ...{ id: nextRound(id), mode: "combined", method: "form" },
    profile: { ...profile, lettersCountTowardsQuorum: true },
  };
}

/** `v2` is followed by `v2r2`, that by `v2r3`. */
function nextRound(id: string): string {
  const [, first = id, round = "1"] = /^(.*?)r(\d+)$/.exec(id) ?? [];
  return `${first}r${Number(round) + 1}`;
}
