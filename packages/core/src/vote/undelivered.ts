import { noCount, type Whole } from "./count.ts";
import { addFigures, countOf, type Figures, figuresKind } from "./figures.ts";
import type { LetterFigures } from "./letters.ts";
import { type Outcome, outcome } from "./outcome.ts";
import { type CountedVote, figuresOf } from "./tally.ts";
import type { ElectVote } from "./vote.ts";

/**
 * Whether the members whose letters came back could, by any answers of theirs, change the outcome: who is elected, who tie, or
 * whether the text is adopted. Then declaration stops until the coordinator extends or waives it on record (votes R4).
 *
 * Not every way to answer is tried, but those that do most: each function below says why its own are enough, and the tests
 * compare them with every way there is. Towards the quorum every answer counts alike and none lowers it, so that all of them
 * answering shows whether it could be met.
 */
export function undeliveredCouldChange(counted: CountedVote): boolean {
  if (counted.letters.undelivered === 0) return false;
  const now = outcome(counted);
  return ifAllAnswered(counted, now).some((letters) => !isSame(now, outcome({ ...counted, letters })));
}

/** The same people elected and the same tied, or the same said of the text. */
function isSame(one: Outcome, other: Outcome): boolean {
  const names = (ids: readonly string[]) => JSON.stringify(ids.toSorted());
  return (
    one.kind === other.kind &&
    names(electedIn(one)) === names(electedIn(other)) &&
    names(tiedIn(one)) === names(tiedIn(other))
  );
}

function electedIn(result: Outcome): readonly string[] {
  return result.kind === "declared" || result.kind === "tied" ? result.elected : [];
}

function tiedIn(result: Outcome): readonly string[] {
  return result.kind === "tied" ? result.tied : [];
}

/**
 * The letters as they would be with the answers that do most. Asked about a result, all confirming and all objecting are enough:
 * a confirmation adds 1 to the votes and at most 1 to the base, and no threshold is above 1, so it never loses what was met, and
 * of all answers it does most to reach the rule, for everyone named; an objection adds nothing to the votes and as much to the base
 * as any answer does. What lies between gives no third outcome, because who is named depends on the session only.
 */
function ifAllAnswered(counted: CountedVote, now: Outcome): LetterFigures[] {
  const { letters } = counted;
  const { undelivered } = letters;
  switch (letters.kind) {
    case "confirmations":
      return [
        { ...letters, undelivered: 0, confirm: letters.confirm + undelivered },
        { ...letters, undelivered: 0, object: letters.object + undelivered },
      ];
    case "votes":
      return waysToVote(counted, undelivered, electedIn(now)).map((more) => ({
        ...{ ...letters, undelivered: 0, answered: letters.answered + undelivered },
        figures: addFigures(letters.figures, more),
      }));
  }
}

/** The votes of so many members that do most. On one text or one candidate, all for and all against, as above. */
function waysToVote(counted: CountedVote, members: Whole, elected: readonly string[]): Figures[] {
  const { vote } = counted;
  if (vote.kind === "adopt") {
    return [
      { kind: "adopt", ...noCount, for: members },
      { kind: "adopt", ...noCount, against: members },
    ];
  }
  const [only, ...others] = vote.candidates;
  switch (figuresKind(vote)) {
    case "approval":
      return verdictsThatDoMost(vote, members);
    case "elect":
      if (only && others.length === 0) {
        return [
          { kind: "elect", votes: { [only.id]: members }, against: 0, abstain: 0 },
          { kind: "elect", votes: { [only.id]: 0 }, against: members, abstain: 0 },
        ];
      }
      return votesThatDoMost(vote, members, figuresOf(counted), elected);
    case "seats":
    case "adopt":
      return votesThatDoMost(vote, members, figuresOf(counted), elected);
  }
}

/**
 * By approval each candidate's place only gets better with votes for her and votes against the others, and only worse the other
 * way round. So if anything changes for some candidate, it changes when all are for her and against everybody else, or when all
 * are against her and for everybody else.
 */
function verdictsThatDoMost(vote: ElectVote, members: Whole): Figures[] {
  const inFavour = { ...noCount, for: members };
  const against = { ...noCount, against: members };
  return vote.candidates.flatMap((one): Figures[] =>
    [
      [inFavour, against],
      [against, inFavour],
    ].map(([hers = noCount, theirs = noCount]) => ({
      kind: "approval",
      votes: Object.fromEntries(vote.candidates.map(({ id }) => [id, id === one.id ? hers : theirs])),
    })),
  );
}

/**
 * Where votes go to candidates, with `left` seats that nobody is elected to:
 *
 * - a tie there is now ends with one vote for one of the tied: all for her;
 * - somebody who is not elected meets the rule and takes a seat: soonest when all are for her alone;
 * - somebody elected misses the rule: soonest when all are for somebody else alone, or abstain where there is nobody else;
 * - somebody elected is overtaken: whoever overtakes her meets the rule that she meets, so with seats left she has taken one by
 *   then, and without any it takes that one alone: again, all for her;
 * - outsiders come to tie, which needs no majority: it takes one more than there are seats left, soonest the foremost, the others
 *   brought level with the first of them (and with one vote each, where nobody has any).
 */
function votesThatDoMost(vote: ElectVote, members: Whole, figures: Figures, elected: readonly string[]): Figures[] {
  const left = vote.seats - elected.length;
  const outsiders = vote.candidates
    .filter(({ id }) => !elected.includes(id))
    .map(({ id }) => ({ id, votes: countOf(figures, id).for }))
    .toSorted((a, b) => b.votes - a.votes);
  const foremost = outsiders.slice(0, left + 1);
  const level = Math.max(1, foremost[0]?.votes ?? 0);
  const behind = foremost.map(({ id, votes }): [string, Whole] => [id, level - votes]);
  const ways = [
    given(vote, members, []),
    ...vote.candidates.map(({ id }) => given(vote, members, [[id, members]])),
    foremost.length > left ? given(vote, members, behind) : undefined,
  ];
  return ways.filter((way) => way !== undefined);
}

/** Forms that give these votes, the rest abstaining; nothing when so few members cannot give so many. */
function given(vote: ElectVote, members: Whole, votes: readonly (readonly [id: string, votes: Whole])[]) {
  const most = votes.reduce((highest, [, one]) => Math.max(highest, one), 0);
  const all = votes.reduce((sum, [, one]) => sum + one, 0);
  const voted = Math.max(most, Math.ceil(all / vote.seats));
  if (voted > members) return undefined;
  const byCandidate = Object.fromEntries([...vote.candidates.map(({ id }): [string, Whole] => [id, 0]), ...votes]);
  const abstain = members - voted;
  const figures: Figures =
    vote.seats === 1
      ? { kind: "elect", votes: byCandidate, against: 0, abstain }
      : { kind: "seats", votes: byCandidate, voted, abstain };
  return figures;
}
