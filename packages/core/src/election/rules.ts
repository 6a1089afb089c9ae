import * as v from "valibot";
import type { Answer, Ask } from "../ask/index.ts";
import { endOfLocalDay, inZone } from "../i18n/index.ts";
import { after, type Instant, type Problem, type Span, toInstant, toMilliseconds } from "../kit/index.ts";
import {
  type AbsenteeMode,
  type Attendance,
  absenteesOf,
  attendanceOf,
  type Choice,
  type CountedVote,
  checkRules,
  countBallots,
  countLetters,
  type Figures,
  isPutToAbsentees,
  LetterAnswer,
  type LetterFigures,
  noLetters,
  type Outcome,
  outcome,
  overlaps,
  type Presence,
  type Returned,
  type RulesProfile,
  type Stay,
  undeliveredCouldChange,
  type Vote,
} from "../vote/index.ts";
import { choiceIn } from "./ballots.ts";
import { AskingStep, type Deadlines, type Election, type ElectionVote, type Stage } from "./records.ts";

/** The steps that ask people, in the order they happen. */
const order = AskingStep.options;

/** Where votes begin once it is known who stands: at the session, or straight by letter. */
export function firstVoting(session: string | undefined): "session" | "marks" {
  return session === undefined ? "marks" : "session";
}

/** Whether candidates are nominated by letter, so that none is named on the floor. */
export function isNominated({ deadlines }: { deadlines: Deadlines }): boolean {
  return deadlines.nominations !== undefined;
}

/** What the coordinator sets before anything goes out. */
export type Settings = {
  votes: readonly {
    kind: Vote["kind"];
    title: string;
    profile: RulesProfile;
    text?: { body: string };
    candidates?: readonly string[] | undefined;
  }[];
  mode: AbsenteeMode;
  hasSession: boolean;
  declarers: readonly string[];
  deadlines: Deadlines;
  /** When it meets; undefined where all is by letter. */
  sessionAt: Instant | undefined;
};

/** The steps before the session, which happen all or not at all. */
const beforeSession: readonly AskingStep[] = ["nominations", "acceptance", "candidates"];
/** The steps that only an election that meets has. */
const atSession: readonly AskingStep[] = ["figures", "attestation"];

/** What contradicts itself in a set-up, by field: nothing, when the election may be opened. */
export function checkSetUp(set: Settings, now: Instant): Problem[] {
  const problems: Problem[] = [];
  problems.push(...sizeProblems(set), ...rulesProblems(set), ...lotProblems(set));
  if (new Set(set.declarers).size !== set.declarers.length) problems.push({ field: "declarers", code: "same-person" });
  if (set.declarers.length < (twoPeopleDeclare(set.votes) ? 2 : 1))
    problems.push({ field: "declarers", code: "too-few" });
  const hasNominations = beforeSession.some((step) => set.deadlines[step] !== undefined);
  // Nobody can be named on the floor where there is none.
  const isWithoutAny = set.votes.some(({ kind, candidates = [] }) => kind === "elect" && candidates.length === 0);
  if (!set.hasSession && !hasNominations && isWithoutAny)
    problems.push({ field: "nominations", code: "no-candidates" });
  let before: Instant = now;
  for (const step of order) {
    const deadline = set.deadlines[step];
    const { sessionAt } = set;
    if (step === "figures" && sessionAt !== undefined && sessionAt > before) before = sessionAt;
    else if (step === "figures" && sessionAt !== undefined && hasNominations)
      problems.push({ field: "candidates", code: "after-the-session" });
    if (deadline === undefined) {
      const isNeeded = (hasNominations && beforeSession.includes(step)) || (set.hasSession && atSession.includes(step));
      if (isNeeded) problems.push({ field: step, code: "missing" });
      continue;
    }
    if (deadline <= now) problems.push({ field: step, code: "in-the-past" });
    else if (deadline <= before) problems.push({ field: step, code: "before-the-step-it-follows" });
    if (deadline > before) before = deadline;
  }
  return problems;
}

/** A step writes all votes at once, with those that follow ties, in one transaction of 100 records. */
const MOST_VOTES = 30;
/** The texts go into one form, and that into one record; in bytes, since a Cyrillic letter has two. */
const MOST_TEXT = 300_000;

/** An election without votes, or with more than its letters and its steps hold. */
function sizeProblems({ votes }: Settings): Problem[] {
  if (votes.length === 0) return [{ field: "votes", code: "no-votes" }];
  const limit = { details: { limit: MOST_VOTES } };
  if (votes.length > MOST_VOTES) return [{ field: "votes", code: "too-many-votes", ...limit }];
  const bytes = votes.reduce((sum, { text }) => sum + Buffer.byteLength(text?.body ?? ""), 0);
  return bytes > MOST_TEXT ? [{ field: "votes", code: "too-much-text" }] : [];
}

/** What contradicts itself in the rules of the votes, each once. */
function rulesProblems({ votes, mode, hasSession }: Settings): Problem[] {
  const method = hasSession ? "hands" : "form";
  const found = new Set(votes.flatMap(({ profile }) => checkRules({ method, mode, profile })));
  return [...found].map((code) => ({ field: code === "mode-without-session" ? "session" : "profile.quorum", code }));
}

/**
 * A lot needs its moment, and that after the letters close: a value that is known while anybody still votes lets her choose the
 * tie that suits her (votes R11).
 */
function lotProblems({ votes, deadlines }: Settings): Problem[] {
  const moments = votes.flatMap(({ kind, profile: { tie } }) =>
    kind === "elect" && tie.kind === "lot" ? [tie.at] : [],
  );
  if (moments.some((at) => at === undefined)) return [{ field: "lotAt", code: "missing" }];
  const isEarly = moments.some((at) => at !== undefined && at <= deadlines.confirmation);
  return isEarly ? [{ field: "lotAt", code: "before-the-letters-close" }] : [];
}

/** Whether two people declare: where the rules of one vote ask for it, they do for all (votes R13). */
export function twoPeopleDeclare(votes: readonly { profile: RulesProfile }[]): boolean {
  return votes.some(({ profile }) => profile.twoPeopleDeclare);
}

/**
 * The deadlines when one of them moves forward: what follows it keeps its distance, so that no step begins with its time over.
 */
export function withDeadline(deadlines: Deadlines, step: AskingStep, until: Instant): Deadlines {
  const from = deadlines[step];
  const moved = { ...deadlines, [step]: until };
  const shift = from === undefined ? 0 : toMilliseconds(until) - toMilliseconds(from);
  if (shift <= 0) return moved;
  for (const later of order.slice(order.indexOf(step) + 1)) {
    const deadline = deadlines[later];
    if (deadline !== undefined) moved[later] = toInstant(toMilliseconds(deadline) + shift);
  }
  return moved;
}

/** How long the recorder has when figures come back. */
const FIGURES_AGAIN: Span = { days: 1 };

/** The deadlines after an objection to the figures: the recorder has a day again, and what follows moves along. */
export function deadlinesAfterObjection(deadlines: Deadlines, now: Instant): Deadlines {
  const until = after(now, FIGURES_AGAIN);
  return deadlines.figures === undefined || deadlines.figures >= until
    ? deadlines
    : withDeadline(deadlines, "figures", until);
}

/** How long everybody has for a vote that follows a tie, and the coordinator and the declarers each after it. */
const ROUND: Span = { days: 7 };
const AFTER_ROUND: Span = { days: 2 };

/** How long who is elected to several offices has to choose one. */
const TO_CHOOSE: Span = { days: 3 };

/** The deadlines when somebody has to choose: what comes after it has time again. */
export function deadlinesForChoice(deadlines: Deadlines, now: Instant): Deadlines {
  const choice = after(now, TO_CHOOSE);
  const declaration = after(choice, AFTER_ROUND);
  return {
    ...deadlines,
    choice,
    declaration: deadlines.declaration > declaration ? deadlines.declaration : declaration,
  };
}

/** The deadlines when a vote follows a tie: it has a week from now, and what comes after it has time again. */
export function deadlinesForRound(deadlines: Deadlines, now: Instant): Deadlines {
  const round = after(now, ROUND);
  const waiver = after(round, AFTER_ROUND);
  const declaration = after(waiver, AFTER_ROUND);
  return { ...deadlines, round, waiver, declaration: later(deadlines.declaration, declaration) };
}

/** How long whoever presides has to decide a tie. */
const CHAIR: Span = { days: 3 };

/** The deadlines when whoever presides is asked to decide a tie, and the declarers after her. */
export function deadlinesForChair(deadlines: Deadlines, now: Instant): Deadlines {
  const chair = after(now, CHAIR);
  return { ...deadlines, chair, declaration: later(deadlines.declaration, after(chair, AFTER_ROUND)) };
}

/** How long one person has to enter the value of a lot, and two others after her to attest it. */
const DRAW: Span = { days: 3 };
const WITNESS: Span = { days: 3 };

/** The deadlines when the value of a lot is published, or entered anew: what comes after it has time again. */
export function deadlinesForDraw(deadlines: Deadlines, now: Instant): Deadlines {
  const draw = after(now, DRAW);
  const witness = after(draw, WITNESS);
  return { ...deadlines, draw, witness, declaration: later(deadlines.declaration, after(witness, AFTER_ROUND)) };
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

/** The end of the local day on which the window for objections closes, so many days after the declaration (votes R15). */
export function endOfWindow(declaredAt: Instant, days: number, zone: string): Instant {
  return endOfLocalDay(inZone(declaredAt, zone).toPlainDate().add({ days }).toString(), zone);
}

/** The stages at which a result has been approved: from there on it is annulled, not cancelled (votes R15). */
const decided: readonly Stage[] = ["result", "declared", "annulment", "annulled", "final", "cancelled"];

/** Whether an election may still be cancelled: until its result is approved, also while it is parked. */
export function mayCancel({ state, stage }: { state: string; stage: Stage }): boolean {
  return state !== "ended" && !decided.includes(stage);
}

/** The stages at which members may still vote, so that who leaves the network before she has may leave the roll (votes R7). */
const voting: readonly Stage[] = [
  ...(["nominations", "acceptance", "candidates", "session"] as const),
  ...(["figures", "attestation", "marks", "confirmation"] as const),
];

/** Whether the roll still loses a member who leaves: until the letters are closed, and never of a declared election. */
export function mayLeaveRoll({ stage, declaredAt }: { stage: Stage; declaredAt?: Instant | undefined }): boolean {
  return declaredAt === undefined && voting.includes(stage);
}

/** Whether a member with these marks and stays has voted, by hand or by letter: from then on she stays on the roll (votes R7). */
export function hasVoted(
  place: Pick<Ask, "answer" | "marks">,
  votes: readonly ElectionVote[],
  stays: readonly Stay[],
  now: Instant,
): boolean {
  const put = votes.map((vote) => ({ ...vote, closedAt: vote.closedAt ?? now }));
  const isMarked = Object.values(place.marks ?? {}).some((mark) => mark !== "none");
  return place.answer !== undefined || isMarked || liveVotesOf(put, stays).length > 0;
}

/** How many are on the roll: those of the snapshot who have not been removed from it (votes R7). */
export function rollSizeOf({ roll, left }: Pick<Election, "roll" | "left">): number {
  return (roll?.size ?? 0) - left.filter((one) => !one.hasVoted).length;
}

/** The presence at one vote, once it has been closed. */
export function attendanceAt(vote: ElectionVote, roll: readonly string[], presence: Presence): Attendance | undefined {
  if (!vote.openedAt || !vote.closedAt) return undefined;
  return attendanceOf(roll, presence, { openedAt: vote.openedAt, closedAt: vote.closedAt });
}

/** Whether the absentees are asked about this vote, by its attested figures. */
export function goesToLetters(vote: ElectionVote, rollSize: number): boolean {
  return vote.live !== undefined && isPutToAbsentees({ vote: vote.vote, rollSize, ...liveOf(vote.live) });
}

function liveOf(live: { figures: Figures; attendance: Attendance }) {
  return { live: live.figures, attendance: live.attendance };
}

/** The votes that somebody with these stays was present at: each has a live mark of hers (votes R3). */
export function liveVotesOf(votes: readonly ElectionVote[], stays: readonly Stay[]): string[] {
  return votes.flatMap(({ id, openedAt, closedAt }) =>
    openedAt && closedAt && overlaps(stays, { openedAt, closedAt }) ? [id] : [],
  );
}

/** For each absentee, the votes that she is asked about (votes R3): those that go to letters and have no mark of hers. */
export function partsByMember(
  votes: readonly ElectionVote[],
  roll: readonly string[],
  presence: Presence,
): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const vote of votes) {
    if (!goesToLetters(vote, roll.length)) continue;
    for (const member of absentFrom(vote, roll, presence)) {
      parts.set(member, [...(parts.get(member) ?? []), vote.id]);
    }
  }
  return parts;
}

/** Who has no live mark in a vote: everybody, where it was not put in a session. */
function absentFrom({ openedAt, closedAt }: ElectionVote, roll: readonly string[], presence: Presence): string[] {
  return openedAt && closedAt ? absenteesOf(roll, presence, { openedAt, closedAt }) : [...roll];
}

/**
 * What came back from one member on one vote, as it was when her ask was closed: what came after its time and before that is late
 * and not looked into, and what came after it changes nothing (votes R9).
 */
function returned<A>(ask: Ask, answer: A | undefined, unread: A): Returned<A> {
  const hasBounced = ask.undelivered;
  if (ask.late === "before-close" && !ask.answer) return { answer: unread, isLate: true, hasBounced };
  return { ...(answer !== undefined && { answer }), isLate: false, hasBounced };
}

/**
 * The letters of one vote, from the closed asks and the answers in force (votes R4): votes where the members had the vote itself,
 * else confirmations of the session's result.
 */
export function countReturns(
  { vote }: Pick<ElectionVote, "vote">,
  asks: readonly Ask[],
  answers: ReadonlyMap<string, Answer>,
): LetterFigures {
  const asked = asks.filter((ask) => ask.deadline !== undefined && ask.parts.includes(vote.id));
  if (vote.mode === "combined") {
    const abstained: Choice = { kind: "verdict", verdict: "abstain" };
    return asked.length === 0
      ? noLetters
      : countBallots(
          vote,
          asked.map((ask) => returned(ask, choiceIn(vote, answers.get(ask.id)?.content), abstained)),
        );
  }
  return countLetters(
    asked.map((ask) => {
      const answer = v.safeParse(LetterAnswer, answers.get(ask.id)?.content[vote.id]);
      return returned(ask, answer.success ? answer.output : undefined, "abstain");
    }),
  );
}

/** A vote with both its parts; a fault when its figures are not attested. */
export function counted(vote: ElectionVote, rollSize: number, letters: LetterFigures = noLetters): CountedVote {
  if (!vote.live) throw new Error(`the figures of ${vote.id} are not attested`);
  return { vote: vote.vote, rollSize, ...liveOf(vote.live), letters };
}

/** The outcome of each vote, and whether undelivered members could change it (votes R4). */
export function settle(counted: CountedVote): { outcome: Outcome; undeliveredMatter: boolean } {
  const undeliveredMatter = counted.letters.undelivered > 0 && undeliveredCouldChange(counted);
  return { outcome: outcome(counted), undeliveredMatter };
}
