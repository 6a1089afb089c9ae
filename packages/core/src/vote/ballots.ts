import * as v from "valibot";
import { noCount } from "./count.ts";
import { addFigures, type Figures, figuresKind, noFigures } from "./figures.ts";
import { groupOf, type LetterVotes, type Returned } from "./letters.ts";
import type { Vote } from "./vote.ts";

/** For, against or abstaining: on a text, on the only candidate, on each candidate by approval. */
export const Verdict = v.picklist(["for", "against", "abstain"]);
export type Verdict = v.InferOutput<typeof Verdict>;

/** What one member chose in a vote that she was given by a named form. */
export const Choice = v.variant("kind", [
  /** On a text, or on the only candidate for one seat; `abstain` in a vote for candidates too. */
  v.object({ kind: v.literal("verdict"), verdict: Verdict }),
  /** For these candidates: at least one, at most as many as there are seats. */
  v.object({ kind: v.literal("candidates"), candidates: v.array(v.string()) }),
  /** Yes, no or abstaining on every candidate, by candidate's id. */
  v.object({ kind: v.literal("approval"), verdicts: v.record(v.string(), Verdict) }),
]);
export type Choice = v.InferOutput<typeof Choice>;

/** What came back from one member who was given the vote itself. */
export type BallotReturn = Returned<Choice>;

/** Whether a member can have chosen so in this vote: its own kind of answer, only who stands, nobody twice, not too many. */
export function isPossible(vote: Vote, choice: Choice): boolean {
  const kind = figuresKind(vote);
  const standing = vote.kind === "elect" ? vote.candidates.map(({ id }) => id) : [];
  switch (choice.kind) {
    case "verdict": {
      if (kind === "approval") return false;
      const isOnOne = kind === "adopt" || (kind === "elect" && standing.length === 1);
      return isOnOne || choice.verdict === "abstain";
    }
    case "candidates": {
      const { candidates } = choice;
      const isOnOne = kind === "elect" && standing.length === 1;
      if (vote.kind === "adopt" || kind === "approval" || isOnOne) return false;
      const isOnceEach = new Set(candidates).size === candidates.length;
      const stand = candidates.every((id) => standing.includes(id));
      return candidates.length > 0 && candidates.length <= vote.seats && isOnceEach && stand;
    }
    case "approval": {
      const answered = Object.keys(choice.verdicts);
      return (
        kind === "approval" && answered.length === standing.length && standing.every((id) => answered.includes(id))
      );
    }
  }
}

/**
 * Counts the named forms of one vote, one return for each member who was given it. The groups add up to those sent, and the
 * figures to those who answered (votes R1, R4). A choice that is not possible in this vote is a fault: nothing is counted.
 */
export function countBallots(vote: Vote, returns: readonly BallotReturn[]): LetterVotes {
  const letters: LetterVotes = {
    ...{ kind: "votes", sent: returns.length, answered: 0, silent: 0, late: 0, undelivered: 0 },
    figures: noFigures(vote),
  };
  for (const one of returns) {
    const group = groupOf(one);
    switch (group.kind) {
      case "answered":
        if (!isPossible(vote, group.answer)) throw new Error(`vote ${vote.id}: an answer that cannot be`);
        letters.answered += 1;
        letters.figures = addFigures(letters.figures, figuresOfOne(vote, group.answer));
        break;
      case "silent":
        letters.silent += 1;
        if (group.isLate) letters.late += 1;
        break;
      case "undelivered":
        letters.undelivered += 1;
        break;
    }
  }
  return letters;
}

/** One member's choice as figures. */
export function figuresOfOne(vote: Vote, choice: Choice): Figures {
  const none = noFigures(vote);
  const verdict = choice.kind === "verdict" ? choice.verdict : undefined;
  const chosen = choice.kind === "candidates" ? choice.candidates : [];
  switch (none.kind) {
    case "adopt":
      return { ...none, ...(verdict && { [verdict]: 1 }) };
    case "elect": {
      const inFavour = verdict === "for" ? Object.keys(none.votes) : chosen;
      const [against, abstain] = [Number(verdict === "against"), Number(verdict === "abstain")];
      return { ...none, votes: { ...none.votes, ...oneEach(inFavour) }, against, abstain };
    }
    case "seats": {
      const voted = Number(chosen.length > 0);
      return { ...none, votes: { ...none.votes, ...oneEach(chosen) }, voted, abstain: 1 - voted };
    }
    case "approval": {
      const verdicts = choice.kind === "approval" ? Object.entries(choice.verdicts) : [];
      const votes = verdicts.map(([id, one]) => [id, { ...noCount, [one]: 1 }]);
      return { ...none, votes: { ...none.votes, ...Object.fromEntries(votes) } };
    }
  }
}

function oneEach(candidates: readonly string[]): Record<string, number> {
  return Object.fromEntries(candidates.map((id) => [id, 1]));
}
