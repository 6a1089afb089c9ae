import * as v from "valibot";
import { type Count, Whole } from "./count.ts";

/** What an absentee answers when asked to confirm the session's result. */
export const LetterAnswer = v.picklist(["confirm", "object", "abstain"]);
export type LetterAnswer = v.InferOutput<typeof LetterAnswer>;

/**
 * The absentees' part of one vote. Everyone asked is in exactly one of the five groups confirm, object, abstain, silent and
 * undelivered; late is part of silent (votes R4).
 */
export const LetterFigures = v.pipe(
  v.object({
    sent: Whole,
    confirm: Whole,
    object: Whole,
    abstain: Whole,
    silent: Whole,
    late: Whole,
    undelivered: Whole,
  }),
  v.check(
    ({ sent, confirm, object, abstain, silent, undelivered }) =>
      confirm + object + abstain + silent + undelivered === sent,
    "the letters do not add up to those sent",
  ),
  v.check(({ late, silent }) => late <= silent, "more late than silent"),
);
export type LetterFigures = v.InferOutput<typeof LetterFigures>;

/** The figures of a vote that was not put to letters, or that nobody was absent from. */
export const noLetters: LetterFigures = {
  sent: 0,
  confirm: 0,
  object: 0,
  abstain: 0,
  silent: 0,
  late: 0,
  undelivered: 0,
};

/** What came back from one absentee on one vote: her last answer, whether it came after the close, and a hard bounce. */
export type LetterReturn = { answer?: LetterAnswer | undefined; isLate: boolean; hasBounced: boolean };

/**
 * Counts the letters of one vote, one return for each absentee asked. An answer in time counts even after a bounce; a late
 * one is silence; a bounce without any answer is undelivered, not silence (votes R4).
 */
export function countLetters(returns: readonly LetterReturn[]): LetterFigures {
  const figures = { ...noLetters, sent: returns.length };
  for (const { answer, isLate, hasBounced } of returns) {
    if (answer !== undefined && !isLate) figures[answer] += 1;
    else if (answer !== undefined) {
      figures.silent += 1;
      figures.late += 1;
    } else if (hasBounced) figures.undelivered += 1;
    else figures.silent += 1;
  }
  return figures;
}

/** The letters as votes: to confirm is for the result, to object against it (votes, part 1, `ratified`). */
export function letterCount(letters: LetterFigures): Count {
  return { for: letters.confirm, against: letters.object, abstain: letters.abstain };
}
