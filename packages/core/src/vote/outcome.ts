import * as v from "valibot";
import { decide, tallyOf } from "./decide.ts";
import { checkFigures } from "./figures.ts";
import { answeredIn, LetterFigures, noLetters } from "./letters.ts";
import { Attendance, Quorum, quorumOf } from "./quorum.ts";
import { liveResult } from "./result.ts";
import { answersThatCount, type CountedVote, namedBy, type SessionPart, Tally, tallyFor } from "./tally.ts";

/**
 * `tally`: of the text, or of the one in front – of those elected, else tied, else named by the session, else standing, the one
 * with the most votes. `each`: of every candidate, by id; empty in outcomes kept from before there were several seats.
 */
const numbers = { tally: Tally, each: v.record(v.string(), Tally), quorum: Quorum };

/** How a tie was broken (votes R11), and for whom: they are among the elected. */
export const TieBroken = v.object({
  by: v.picklist(["run-off", "repeat", "chair", "lot"]),
  elected: v.array(v.string()),
});
export type TieBroken = v.InferOutput<typeof TieBroken>;

/**
 * What a vote came to, with the numbers that the minutes print. Candidates are named in the order in which they stood, whatever
 * their votes; who owes her seat to a broken tie, after the others.
 */
export const Outcome = v.variant("kind", [
  /** The rule is met: these candidates are elected and so many seats stay vacant; or the text is adopted, and nobody is named. */
  v.object({
    kind: v.literal("declared"),
    elected: v.array(v.string()),
    vacant: v.number(),
    tie: v.exactOptional(TieBroken),
    ...numbers,
  }),
  /** Absentees were asked and the rule was reached for nobody whom the session's result names, or not for the text. */
  v.object({ kind: v.literal("not-confirmed"), candidates: v.array(v.string()), ...numbers }),
  /**
   * `tied` have as many votes each and are more than the `seats` they tie for; `elected` have their seats whatever follows,
   * which the profile says (votes R11). `vacant`: seats that nobody takes.
   */
  v.object({
    kind: v.literal("tied"),
    elected: v.array(v.string()),
    tied: v.array(v.string()),
    seats: v.number(),
    vacant: v.number(),
    ...numbers,
  }),
  /**
   * Nobody is elected: too few votes, no vote for any candidate, nobody stood (votes R11), or who was elected does not take the
   * office, and it is vacant (votes R12).
   */
  v.object({
    kind: v.literal("not-elected"),
    reason: v.picklist(["below-threshold", "no-votes", "nobody", "given-up"]),
    ...numbers,
  }),
  v.object({ kind: v.literal("not-adopted"), ...numbers }),
  /** Too few were present at the opening or at the close; it may be put as a new vote (votes R6). */
  v.object({ kind: v.literal("no-quorum"), ...numbers }),
]);
export type Outcome = v.InferOutput<typeof Outcome>;

/**
 * Whether the absentees get a letter about this vote, now that its session part is over.
 *
 * - `informed`: the session's result is declared for somebody or for the text; they are asked whether they agree with it.
 * - `ratified`: the session decided for somebody or for the text (a tie over every seat, a rejection and no hands at all are
 *   nothing to confirm), and there was a quorum – or, where letters count towards it, there is one if every absentee answers.
 * - `combined`: there is something to vote on, and a quorum in the same way. What the hands were does not matter.
 */
export function isPutToAbsentees(part: SessionPart): boolean {
  const { vote, rollSize, attendance, live } = part;
  const absent = rollSize - attendance.duringVote;
  switch (vote.mode) {
    case "none":
      return false;
    case "informed": {
      const counted = { ...part, letters: noLetters };
      const decided = decide(counted);
      return isQuorumMet(counted, 0) && (decided.isAdopted || decided.elected.length > 0);
    }
    case "ratified": {
      const isForSomething = liveResult(vote, live).kind === "carried" || namedBy(vote, live).length > 0;
      return isForSomething && isQuorumMet(part, absent);
    }
    case "combined":
      return (vote.kind === "adopt" || vote.candidates.length > 0) && isQuorumMet(part, absent);
  }
}

function isQuorumMet({ vote, rollSize, attendance }: SessionPart, answered: number): boolean {
  return quorumOf(vote.profile, rollSize, attendance, answered).isMet;
}

/**
 * The outcome of a vote by its own rules: the base, the threshold and the quorum of its profile, over the parts that count in
 * its mode.
 *
 * - `none`: the hands alone.
 * - `informed`: the hands alone. The letters are on record; an objection among them changes nothing here.
 * - `ratified`: the result is the session's. For each candidate whom it names, hands for her and confirmations together meet the
 *   rule, hands not for her and objections count against; so with several seats an answer is for or against every one named. Who
 *   misses the rule is not elected, and her seat stays vacant. Candidates tied in the session for the last seats were not put to
 *   the absentees and stay tied, unless somebody before them was not confirmed: then those seats stay vacant. With nobody absent
 *   there is nobody to confirm, and the hands alone decide.
 * - `combined`: hands and forms are one count, as if all had been in one room; all by letter (`method` form), the forms alone.
 *
 * Plurality: seats go from the most votes downwards to whoever meets the rule. Approval: to whoever meets the rule, from the most
 * votes for downwards. In both a tie at the last seats is `tied`, the only candidate who misses the rule is not elected, and
 * nobody is elected with no votes (votes R11; `fillSeats`).
 *
 * Figures that cannot be (more votes than members entitled, letters on a vote that was not put to absentees) are a fault:
 * nothing is declared from them (votes R1).
 */
export function outcome(counted: CountedVote): Outcome {
  refuseImpossible(counted);
  const { vote, rollSize, attendance, letters } = counted;
  const quorum = quorumOf(vote.profile, rollSize, attendance, answersThatCount(counted));
  const candidates = vote.kind === "elect" ? vote.candidates.map(({ id }) => id) : [];
  const each = Object.fromEntries(candidates.map((id) => [id, tallyFor(counted, id)]));
  const rest = { tally: tallyOf(counted), each, quorum };
  if (!quorum.isMet) return { kind: "no-quorum", ...rest };
  const { elected, tied, seats, vacant, isAdopted, named } = decide(counted);
  if (tied.length > 0) return { kind: "tied", elected, tied, seats, vacant, ...rest };
  if (isAdopted || elected.length > 0) return { kind: "declared", elected, vacant, ...rest };
  const isAnswered = vote.mode === "ratified" && letters.sent > 0;
  if (isAnswered) return { kind: "not-confirmed", candidates: named, ...rest };
  if (vote.kind === "adopt") return { kind: "not-adopted", ...rest };
  const reason = candidates.length === 0 ? "nobody" : rest.tally.for === 0 ? "no-votes" : "below-threshold";
  return { kind: "not-elected", reason, ...rest };
}

function refuseImpossible(counted: CountedVote): void {
  const { vote, rollSize, attendance, live, letters } = counted;
  const fault = (what: string) => new Error(`vote ${vote.id}: ${what}`);
  v.assert(Attendance, attendance);
  v.assert(LetterFigures, letters);
  const [problem] = checkFigures(vote, live, attendance.duringVote);
  if (problem !== undefined) throw fault(`live figures: ${problem.kind} (${problem.field})`);
  if (vote.method === "form" && attendance.duringVote > 0)
    throw fault("members present at a vote that is all by letter");
  if (attendance.duringVote + letters.sent > rollSize)
    throw fault("live marks and letters sent are more than the roll");
  if (letters.sent === 0) return;
  if (!isPutToAbsentees(counted)) throw fault("letters on a vote that was not put to absentees");
  if ((letters.kind === "votes") !== (vote.mode === "combined"))
    throw fault(`letters of another kind than ${vote.mode}`);
  const [wrong] = letters.kind === "votes" ? checkFigures(vote, letters.figures, answeredIn(letters)) : [];
  if (wrong !== undefined) throw fault(`figures by letter: ${wrong.kind} (${wrong.field})`);
}
