import type { CountedVote, Vote } from "@quorate/core/vote";

/**
 * A second counter, written from the rules alone and slow on purpose: it goes through the members one by one, looks at each
 * candidate by herself, and finds thresholds by trying numbers. It shares nothing with what it checks but the names of types.
 */

/** For, against, abstaining; candidates by id; or a verdict on each candidate. `undefined`: present or asked, and no vote. */
export type Voted =
  | "for"
  | "against"
  | "abstain"
  | string[]
  | Record<string, "for" | "against" | "abstain">
  | undefined;

/** One member, and everything she did in one vote. */
export type Voter =
  | { was: "present"; atOpening: boolean; atClosing: boolean; voted: Voted }
  | { was: "asked"; voted: Voted; isLate: boolean; hasBounced: boolean }
  | { was: "away" };

export type Said = { kind: string; elected: string[]; tied: string[]; seats: number; vacant: number };

type Yes = "for" | "against" | "abstain" | "nothing";

/** What a voter's vote is to one candidate, or to the text: not for her is against, unless it abstains. */
function toCandidate(voted: Voted, candidate: string | undefined): Yes {
  if (voted === undefined) return "nothing";
  if (typeof voted === "string") return voted;
  if (Array.isArray(voted)) return candidate !== undefined && voted.includes(candidate) ? "for" : "against";
  return candidate === undefined ? "nothing" : (voted[candidate] ?? "nothing");
}

/** Tries 0, 1, 2 … votes until so many are the share of the base that the rule asks. */
function enoughOf(threshold: Vote["profile"]["threshold"], base: number): number {
  for (let votes = 0; ; votes += 1) {
    const difference = votes * threshold.denominator - base * threshold.numerator;
    if (threshold.comparison === "more-than" ? difference > 0 : difference >= 0) return votes;
  }
}

/** A letter that came in time and counts as an answer. */
const inTime = (voter: Voter) => voter.was === "asked" && voter.voted !== undefined && !voter.isLate;

/** Whether absentees would be asked in this vote, by the session alone. */
export function isAsked(vote: Vote, voters: readonly Voter[]): boolean {
  const present = voters.filter((voter) => voter.was === "present");
  const opening = present.filter((voter) => voter.atOpening).length;
  const closing = present.filter((voter) => voter.atClosing).length;
  const needed = enoughOf(vote.profile.quorum, voters.length);
  const absent = vote.profile.lettersCountTowardsQuorum ? voters.length - present.length : 0;
  const canBeMet = opening + absent >= needed && closing + absent >= needed;
  if (vote.mode === "none") return false;
  if (vote.mode === "combined") return canBeMet && (vote.kind === "adopt" || vote.candidates.length > 0);
  if (vote.mode === "ratified") return canBeMet && resultOf(vote, present).named.length > 0;
  const said = count(
    { ...vote, mode: "none" },
    voters.map((voter) => (voter.was === "present" ? voter : { was: "away" })),
  );
  return (said.kind === "declared" || said.kind === "tied") && (vote.kind === "adopt" || said.elected.length > 0);
}

const TEXT = "the text";

/** Whom or what the session names, and who tie behind them, before the rule is applied. */
function resultOf(vote: Vote, present: readonly Voter[]): { named: string[]; tied: string[]; seats: number } {
  const onOne =
    vote.kind === "adopt" || vote.ballot === "approval" || (vote.seats === 1 && vote.candidates.length === 1);
  const ids = vote.kind === "adopt" ? [TEXT] : vote.candidates.map(({ id }) => id);
  const hands = (id: string, what: Yes) =>
    present.filter((voter) => voter.was === "present" && toCandidate(voter.voted, id) === what).length;
  const standing = ids.filter((id) => {
    if (hands(id, "for") === 0) return false;
    if (!onOne || hands(id, "for") > hands(id, "against")) return true;
    return hands(id, "for") >= enoughOf(vote.profile.threshold, hands(id, "for") + hands(id, "against"));
  });
  const seats = vote.kind === "adopt" ? 1 : vote.seats;
  const more = (id: string) => standing.filter((other) => hands(other, "for") > hands(id, "for")).length;
  const same = (id: string) => standing.filter((other) => hands(other, "for") === hands(id, "for")).length;
  const named = standing.filter((id) => more(id) + same(id) <= seats);
  const tied = standing.filter((id) => more(id) < seats && more(id) + same(id) > seats);
  return { named, tied, seats: tied.length > 0 ? seats - named.length : 0 };
}

/** The outcome, from every member's own vote. */
export function count(vote: Vote, voters: readonly Voter[]): Said {
  const nothing = { elected: [], tied: [], seats: 0, vacant: 0 };
  const present = voters.filter((voter) => voter.was === "present");
  const answered = voters.filter(inTime);
  const countsLetters = vote.mode === "ratified" || vote.mode === "combined";
  const byLetter = countsLetters ? answered : [];
  const forQuorum = vote.profile.lettersCountTowardsQuorum ? byLetter.length : 0;
  const needed = enoughOf(vote.profile.quorum, voters.length);
  const there = (when: "atOpening" | "atClosing") =>
    present.filter((voter) => voter.was === "present" && voter[when]).length;
  if (there("atOpening") + forQuorum < needed || there("atClosing") + forQuorum < needed) {
    return { kind: "no-quorum", ...nothing };
  }
  const session = resultOf(vote, present);
  const isRatified = vote.mode === "ratified" && present.length < voters.length;
  const all = [...present, ...byLetter];
  const votes = (id: string, what: Yes) =>
    all.filter((voter) => {
      if (voter.was === "away") return false;
      const isOnResult = voter.was === "asked" && vote.mode === "ratified";
      if (isOnResult && vote.kind === "elect" && !session.named.includes(id)) return false;
      return (isOnResult ? voter.voted : toCandidate(voter.voted, id)) === what;
    }).length;
  const baseFor = (id: string) => {
    if (vote.profile.base === "for-and-against") return votes(id, "for") + votes(id, "against");
    if (vote.profile.base === "cast") return votes(id, "for") + votes(id, "against") + votes(id, "abstain");
    return vote.profile.base === "present" ? present.length + byLetter.length : voters.length;
  };
  const reaches = (id: string) =>
    votes(id, "for") > 0 && votes(id, "for") >= enoughOf(vote.profile.threshold, baseFor(id));
  const wasAsked = voters.some((voter) => voter.was === "asked");
  if (vote.kind === "adopt") {
    if (reaches(TEXT) && (!isRatified || session.named.length > 0)) return { kind: "declared", ...nothing };
    return { kind: isRatified && wasAsked ? "not-confirmed" : "not-adopted", ...nothing };
  }
  let elected: string[];
  let tied: string[];
  if (isRatified) {
    elected = session.named.filter(reaches);
    tied = elected.length === session.named.length ? session.tied : [];
  } else {
    const ids = vote.candidates.map(({ id }) => id).filter((id) => votes(id, "for") > 0);
    const standing = vote.ballot === "approval" ? ids.filter(reaches) : ids;
    const above = (id: string) => standing.filter((other) => votes(other, "for") > votes(id, "for"));
    const same = (id: string) => standing.filter((other) => votes(other, "for") === votes(id, "for"));
    elected = standing.filter((id) => reaches(id) && above(id).length + same(id).length <= vote.seats);
    tied = standing.filter(
      (id) =>
        above(id).length < vote.seats && above(id).length + same(id).length > vote.seats && above(id).every(reaches),
    );
  }
  const seats = tied.length > 0 ? vote.seats - (isRatified ? session.named.length : elected.length) : 0;
  const vacant = vote.seats - elected.length - seats;
  if (tied.length > 0) return { kind: "tied", elected, tied, seats, vacant };
  if (elected.length > 0) return { kind: "declared", elected, tied, seats, vacant };
  return { kind: isRatified && wasAsked ? "not-confirmed" : "not-elected", ...nothing };
}

/** The hands as a recorder counts them: how many were up for whom. */
export function handsIn(vote: Vote, voters: readonly Voter[]): CountedVote["live"] {
  const hands = voters.flatMap((voter) => (voter.was === "present" && voter.voted !== undefined ? [voter.voted] : []));
  const saying = (what: Yes, id?: string) => hands.filter((voted) => toCandidate(voted, id) === what).length;
  if (vote.kind === "adopt") {
    return { kind: "adopt", for: saying("for"), against: saying("against"), abstain: saying("abstain") };
  }
  const ids = vote.candidates.map(({ id }) => id);
  if (vote.ballot === "approval") {
    const each = (id: string) => ({
      for: saying("for", id),
      against: saying("against", id),
      abstain: saying("abstain", id),
    });
    return { kind: "approval", votes: Object.fromEntries(ids.map((id) => [id, each(id)])) };
  }
  const abstain = hands.filter((voted) => voted === "abstain").length;
  const votes = Object.fromEntries(ids.map((id) => [id, saying("for", id)]));
  if (vote.seats > 1) return { kind: "seats", votes, voted: hands.length - abstain, abstain };
  return { kind: "elect", votes, against: hands.filter((voted) => voted === "against").length, abstain };
}
