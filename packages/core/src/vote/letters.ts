import * as v from "valibot";
import { type Count, castIn, noCount, Whole } from "./count.ts";
import { countOf, Figures } from "./figures.ts";

/** What an absentee answers when asked about the session's result: in `informed`, to confirm is to agree with it. */
export const LetterAnswer = v.picklist(["confirm", "object", "abstain"]);
export type LetterAnswer = v.InferOutput<typeof LetterAnswer>;

/** What became of the letters that brought no answer: late is part of silent, undelivered is not (votes R4). */
const unanswered = { silent: Whole, late: Whole, undelivered: Whole };

/**
 * The absentees' part of a vote whose result they were asked about (`informed`, `ratified`). Everyone asked is in exactly one of
 * the five groups confirm, object, abstain, silent and undelivered.
 */
export const Confirmations = v.object({
  kind: v.literal("confirmations"),
  sent: Whole,
  confirm: Whole,
  object: Whole,
  abstain: Whole,
  ...unanswered,
});
export type Confirmations = v.InferOutput<typeof Confirmations>;

/**
 * The absentees' part of a vote that they were given themselves (`combined`, all by letter). Everyone asked answered, was silent
 * or undelivered; `figures` count those who answered.
 */
export const LetterVotes = v.object({
  kind: v.literal("votes"),
  sent: Whole,
  answered: Whole,
  ...unanswered,
  figures: Figures,
});
export type LetterVotes = v.InferOutput<typeof LetterVotes>;

const AnyLetters = v.variant("kind", [Confirmations, LetterVotes]);

/** The absentees' part of one vote. The groups always add up to those sent, and late is part of silent (votes R4). */
export const LetterFigures = v.pipe(
  AnyLetters,
  v.check(
    (letters) => answeredIn(letters) + letters.silent + letters.undelivered === letters.sent,
    "the letters do not add up to those sent",
  ),
  v.check(({ late, silent }) => late <= silent, "more late than silent"),
  v.check(
    (letters) => letters.kind === "confirmations" || isCountOf(letters.figures, letters.answered),
    "not one vote for each who answered",
  ),
);
export type LetterFigures = v.InferOutput<typeof AnyLetters>;

/** Absentees who answered in time, the abstaining included. */
export function answeredIn(letters: LetterFigures): Whole {
  switch (letters.kind) {
    case "confirmations":
      return letters.confirm + letters.object + letters.abstain;
    case "votes":
      return letters.answered;
  }
}

/** Forms hold one answer each: so many answered, so many counted (votes R1), on each candidate where each has a count. */
function isCountOf(figures: Figures, answered: Whole): boolean {
  switch (figures.kind) {
    case "elect":
    case "adopt":
      return castIn(countOf(figures)) === answered;
    case "seats":
      return figures.voted + figures.abstain === answered;
    case "approval":
      return Object.values(figures.votes).every((count) => castIn(count) === answered);
  }
}

/** The figures of a vote that was not put to letters, or that nobody was absent from. */
export const noLetters: Confirmations = {
  kind: "confirmations",
  sent: 0,
  confirm: 0,
  object: 0,
  abstain: 0,
  silent: 0,
  late: 0,
  undelivered: 0,
};

/** What came back from one absentee on one vote: her last answer, whether it came after the close, and a hard bounce. */
export type Returned<A> = { answer?: A | undefined; isLate: boolean; hasBounced: boolean };
export type LetterReturn = Returned<LetterAnswer>;

/**
 * What one return is: an answer in time counts even after a bounce; a late one is silence; a bounce without any answer is
 * undelivered, not silence (votes R4).
 */
export function groupOf<A>({
  answer,
  isLate,
  hasBounced,
}: Returned<A>): { kind: "answered"; answer: A } | { kind: "silent"; isLate: boolean } | { kind: "undelivered" } {
  if (answer !== undefined) return isLate ? { kind: "silent", isLate } : { kind: "answered", answer };
  return hasBounced ? { kind: "undelivered" } : { kind: "silent", isLate: false };
}

/** Counts the letters that asked about the session's result, one return for each absentee asked. */
export function countLetters(returns: readonly LetterReturn[]): Confirmations {
  const figures = { ...noLetters, sent: returns.length };
  for (const one of returns) {
    const group = groupOf(one);
    switch (group.kind) {
      case "answered":
        figures[group.answer] += 1;
        break;
      case "silent":
        figures.silent += 1;
        if (group.isLate) figures.late += 1;
        break;
      case "undelivered":
        figures.undelivered += 1;
        break;
    }
  }
  return figures;
}

/**
 * The letters as votes on the session's result: to confirm is for it, to object against it (votes, part 1, `ratified`). Nothing
 * where the absentees were given the vote itself.
 */
export function letterCount(letters: LetterFigures): Count {
  switch (letters.kind) {
    case "confirmations":
      return { for: letters.confirm, against: letters.object, abstain: letters.abstain };
    case "votes":
      return noCount;
  }
}
