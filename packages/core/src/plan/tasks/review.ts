import { type Ask, Collection, openAsks } from "../../ask/index.ts";
import { replace, type World } from "../../kit/index.ts";
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
} from "../../process/index.ts";
import { readPlan } from "../acts.ts";
import { figuresOf, returnsIn, reviewAsking } from "../returns.ts";
import { commentsIn, PlanReview, PlanRound, type Reviewer, readReview, readRound } from "../review-records.ts";
import { barredFrom, writersOf } from "../reviewers.ts";

/** Asks every reviewer of the round, page by page, and reminds those who have not answered. */
export const AskReview: Task = async (world, input) => {
  const review = await readReview(world, input.process);
  if (review.stage !== "review") return say("closed");
  const round = await readRound(world, review.id, review.round);
  const asking = reviewAsking(review, round);
  const asked = await askedMembers(world, review, "review", asking.form, round.reviewers);
  return (await askStep(world, review, "review", asking, asked)) === "over" ? say("lapsed") : CheckReview(world, input);
};

export const AwaitReview: Task = async (world, input) =>
  awaitStep(world, await readReview(world, input.process), "review", input);

/** Asks an alternate for whoever has declined; and closes the round when all are in or its time is over, with its figures. */
export const CheckReview: Task = async (world, { process }) => {
  const review = await readReview(world, process);
  if (review.stage !== "review") return say("closed");
  await askAlternates(world, review);
  const check = await checkStep(world, review, "review");
  if (check.word !== "closed") return check;
  const round = await readRound(world, process, review.round);
  const returns = await returnsIn(world, review, round);
  const closedAt = world.clock.now();
  await moveRow(world, PlanReview, process, async ({ stage }) =>
    stage === "review"
      ? {
          ...{ changes: { stage: "consolidation" }, act: "round.closed" },
          facts: { round: round.number, ...figuresOf(returns) },
          writes: [replace(PlanRound, round, { ...round, closedAt })],
        }
      : undefined,
  );
  return say("closed");
};

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
  for (const letter of letters) {
    const isWritten = await world.table.get(Letter, { id: letterId(letter) });
    if (!isWritten) await world.table.write(writeLetter(world, letter));
  }
  return say("told");
};

function unsentLetter(ask: Ask, at: string): NewLetter {
  const { process, network, person, member, collection, id } = ask;
  return { process, kind: "ask.unsent", version: id, network, person, member, ask: { collection, id }, facts: { at } };
}
