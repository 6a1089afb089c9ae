import { type Ask, askScope, Collection, extended, openAsks, readCollection } from "../../ask/index.ts";
import { after, replace, type World } from "../../kit/index.ts";
import { Letter, letterId, type NewLetter, writeLetter } from "../../letter/index.ts";
import { Member } from "../../people/index.ts";
import {
  askedMembers,
  askStep,
  awaitStep,
  checkStep,
  moveRow,
  say,
  stepCollection,
  type Task,
  type TaskOutput,
} from "../../process/index.ts";
import { readPlan } from "../acts.ts";
import { figuresOf, mayNotClose, returnsIn, reviewAsking } from "../returns.ts";
import { commentsIn, PlanReview, PlanRound, type Reviewer, readReview, readRound } from "../review-records.ts";
import { atDeadline, daysLater } from "../review-rules.ts";
import { barredFrom, writersOf } from "../reviewers.ts";

/** Asks every reviewer of the round, page by page, and reminds those who have not answered. */
export const AskReview: Task = async (world, input) => {
  const review = await readReview(world, input.process);
  if (review.stage !== "review") return CheckReview(world, input);
  const round = await readRound(world, review.id, review.round);
  await tellAnswers(world, review);
  const asking = reviewAsking(review, round);
  const asked = await askedMembers(world, review, "review", asking.form, round.reviewers);
  return (await askStep(world, review, "review", asking, asked)) === "over" ? say("lapsed") : CheckReview(world, input);
};

export const AwaitReview: Task = async (world, input) => {
  const review = await readReview(world, input.process);
  return awaitStep(world, review, "review", input, mayNotClose(world, review));
};

/**
 * Asks an alternate for whoever has declined, tells of a conflict, extends the round by itself or has the coordinator asked where
 * too few have answered; and closes it when all are in or its time is over, with its figures.
 */
export const CheckReview: Task = async (world, { process }) => {
  const review = await readReview(world, process);
  if (review.stage === "minimum") return say("below");
  if (review.stage !== "review") return closeCancelled(world, review);
  await askAlternates(world, review);
  await tellConflicts(world, review);
  switch (await standingOf(world, review)) {
    case "extend":
      await extendByItself(world, review);
      return say("again");
    case "ask":
      await moveRow(world, PlanReview, process, async ({ stage, round, turns }) =>
        stage === "review"
          ? {
              changes: {
                ...{ stage: "minimum", turns: { ...turns, minimum: (turns.minimum ?? 0) + 1 } },
                deadlines: { ...review.deadlines, minimum: after(world.clock.now(), DAYS_TO_DECIDE) },
              },
              ...{ act: "minimum.asked", facts: { round } },
            }
          : undefined,
      );
      return say("below");
    case "wait":
    case "close":
      return closeReview(world, review);
  }
};

/** The forms of a round that was cancelled are closed, page by page; each of them tells whom it was for. */
async function closeCancelled(world: World, review: PlanReview): Promise<TaskOutput> {
  const { cancelled } = await readRound(world, review.id, review.round);
  return cancelled ? checkStep(world, review, "review") : say("closed");
}

/** The coordinator's time to say what becomes of a round with too few reviews. */
const DAYS_TO_DECIDE = { days: 7 };

async function standingOf(world: World, review: PlanReview) {
  const collection = await world.table.get(Collection, { id: stepCollection(review, "review") });
  if (collection?.state !== "open") return "wait";
  const round = await readRound(world, review.id, review.round);
  const returns = await returnsIn(world, review, round);
  const { minimum, extensionDays, extended: wasExtended, closesBelow } = round;
  return atDeadline({
    ...{ isOver: world.clock.now() >= collection.closesAt, minimum, extensionDays, extended: wasExtended, closesBelow },
    received: figuresOf(returns).received,
    open: returns.filter(({ ask }) => ask?.state === "open").length,
  });
}

async function extendByItself(world: World, { id, zone }: PlanReview): Promise<void> {
  await moveRow(world, PlanReview, id, async (review) => {
    const round = await readRound(world, id, review.round);
    const collection = await readCollection(world, stepCollection(review, "review"));
    if (review.stage !== "review" || round.extended || round.extensionDays === undefined) return undefined;
    const until = daysLater(collection.deadline, round.extensionDays, zone);
    return {
      changes: { deadlines: { ...review.deadlines, review: until } },
      ...{ act: "round.extended", facts: { round: round.number, until } },
      writes: [
        replace(PlanRound, round, { ...round, deadline: until, extended: true }),
        replace(Collection, collection, extended(collection, until, world.clock.now())),
      ],
    };
  });
}

async function closeReview(world: World, review: PlanReview): Promise<TaskOutput> {
  const check = await checkStep(world, review, "review", mayNotClose(world, review));
  if (check.word !== "closed") return check;
  const round = await readRound(world, review.id, review.round);
  const returns = await returnsIn(world, review, round);
  const closedAt = world.clock.now();
  await moveRow(world, PlanReview, review.id, async ({ stage }) =>
    stage === "review"
      ? {
          ...{ changes: { stage: "consolidation" }, act: "round.closed" },
          facts: { round: round.number, ...figuresOf(returns) },
          writes: [replace(PlanRound, round, { ...round, closedAt })],
        }
      : undefined,
  );
  return say("closed");
}

/** Whoever opened the round is told of each conflict that was declared, once. */
async function tellConflicts(world: World, review: PlanReview): Promise<void> {
  const round = await readRound(world, review.id, review.round);
  const opener = await world.table.get(Member, { network: review.network, id: round.openedBy });
  const declared = (await returnsIn(world, review, round)).filter(({ answer }) => answer?.kind === "conflict");
  if (!opener) return;
  await writeOnce(
    world,
    declared.map(({ member, ask }) => ({
      ...{ process: review.id, kind: "plan.conflict", version: `${ask?.id}-${ask?.answer?.version}` },
      ...{ network: review.network, person: opener.person, member: opener.id, facts: { member, round: round.number } },
    })),
  );
}

/** Whoever has reviewed in the round before gets its comments with their answers, and what has changed since; once. */
async function tellAnswers(world: World, review: PlanReview): Promise<void> {
  if (review.round === 1) return;
  const before = await readRound(world, review.id, review.round - 1);
  if (before.cancelled) return;
  const reviewed = (await returnsIn(world, review, before)).filter(
    ({ answer, late }) => (answer ?? late)?.kind === "review",
  );
  await writeOnce(
    world,
    reviewed.flatMap(({ ask }) => {
      if (!ask) return [];
      const { process, network, person, member, collection, id } = ask;
      const about = { process, kind: "plan.answers", version: String(before.number), network, person, member };
      return [{ ...about, ask: { collection, id }, link: askScope(ask) }];
    }),
  );
}

/** Writes those letters that are not written yet. */
async function writeOnce(world: World, letters: readonly NewLetter[]): Promise<void> {
  for (const letter of letters) {
    const isWritten = await world.table.get(Letter, { id: letterId(letter) });
    if (!isWritten) await world.table.write(writeLetter(world, letter));
  }
}

/** Whoever has declined is replaced by the next alternate who may review, about the same areas; each of them is asked once. */
async function askAlternates(world: World, review: PlanReview): Promise<void> {
  const collection = await world.table.get(Collection, { id: stepCollection(review, "review") });
  if (collection?.state !== "open") return;
  let round = await readRound(world, review.id, review.round);
  const returns = await returnsIn(world, review, round);
  const free = await freeAlternates(world, review, round);
  for (const { member: insteadOf, areas, answer } of returns) {
    const isReplaced = round.reviewers.some((one) => one.insteadOf === insteadOf);
    const next = answer?.kind === "decline" && !isReplaced ? free.shift() : undefined;
    if (!next) continue;
    const reviewer: Reviewer = { member: next, areas: [...areas], insteadOf };
    await moveRow(world, PlanReview, review.id, async ({ stage, round: number }) => {
      const now = await readRound(world, review.id, number);
      if (stage !== "review" || now.reviewers.some(({ member }) => member === next)) return undefined;
      return {
        ...{ changes: {}, act: "alternate.asked", facts: { round: number, member: next, insteadOf } },
        writes: [replace(PlanRound, now, { ...now, reviewers: [...now.reviewers, reviewer] })],
      };
    });
    round = await readRound(world, review.id, review.round);
  }
  const known = new Set(returns.flatMap(({ ask, member }) => (ask ? [member] : [])));
  const added = round.reviewers.filter(({ member }) => !known.has(member));
  await openAsks(world, collection, await askedMembers(world, review, "review", collection.form, added));
}

/** The alternates who are not asked yet, without those who have become an author meanwhile. */
async function freeAlternates(world: World, { id, network }: PlanReview, round: PlanRound): Promise<string[]> {
  const asked = new Set(round.reviewers.map(({ member }) => member));
  const left = round.alternates.filter((member) => !asked.has(member));
  if (left.length === 0) return [];
  const authors = await writersOf(world, await readPlan(world, network, id));
  const found = await world.table.getMany([...left, round.approver].map((one) => Member.key({ network, id: one })));
  const approver = found.get(Member, { network, id: round.approver });
  return left.filter((one) => {
    const member = found.get(Member, { network, id: one });
    return member && member.standing !== "left" && barredFrom(member, authors, approver) === undefined;
  });
}

/**
 * Whoever opened the round is told, once, what has come in and what is missing; and whoever has noted something and not sent it,
 * that it was not sent for her (asks 8).
 */
export const TellClosed: Task = async (world, { process }) => {
  const review = await readReview(world, process);
  const round = await readRound(world, process, review.round);
  const { network } = review;
  if (round.cancelled) return say("told");
  const opener = await world.table.get(Member, { network, id: round.openedBy });
  const letters: NewLetter[] = opener
    ? [
        {
          process,
          kind: "plan.closed",
          version: String(round.number),
          network,
          person: opener.person,
          member: opener.id,
        },
      ]
    : [];
  const comments = await commentsIn(world.table, process, round.number);
  for (const { ask, member } of await returnsIn(world, review, round)) {
    const last = comments.filter((one) => one.member === member).at(-1);
    if (ask && !ask.answer && last) letters.push(unsentLetter(ask, last.at));
  }
  await writeOnce(world, letters);
  return say("told");
};

function unsentLetter(ask: Ask, at: string): NewLetter {
  const { process, network, person, member, collection, id } = ask;
  return { process, kind: "ask.unsent", version: id, network, person, member, ask: { collection, id }, facts: { at } };
}
