import { Collection, extended, readCollection } from "../../ask/index.ts";
import { replace } from "../../kit/index.ts";
import {
  askedMembers,
  askStep,
  awaitStep,
  checkStep,
  moveRow,
  say,
  stepAnswers,
  stepCollection,
  type Task,
} from "../../process/index.ts";
import { figuresOf, returnsIn } from "../returns.ts";
import { minimumForm, minimumIn } from "../review-forms.ts";
import { PlanReview, PlanRound, readReview, readRound } from "../review-records.ts";
import { onDay } from "../review-rules.ts";

/** Asks whoever opened the round: extend it, or close it with what has come in. */
export const AskMinimum: Task = async (world, input) => {
  const review = await readReview(world, input.process);
  if (review.stage !== "minimum") return CheckMinimum(world, input);
  const round = await readRound(world, review.id, review.round);
  const { received } = figuresOf(await returnsIn(world, review, round));
  const form = minimumForm(review, round, received, world.clock.now());
  const asked = await askedMembers(world, review, "minimum", form, [{ member: round.openedBy }]);
  const asking = { letter: "plan.minimum", asker: round.openedBy, form, signals: "each" } as const;
  return (await askStep(world, review, "minimum", asking, asked)) === "over"
    ? say("lapsed")
    : CheckMinimum(world, input);
};

export const AwaitMinimum: Task = async (world, input) =>
  awaitStep(world, await readReview(world, input.process), "minimum", input);

/** What she has decided is done: the round has its later deadline, or closes with fewer. Nothing is decided by silence. */
export const CheckMinimum: Task = async (world, { process }) => {
  const review = await readReview(world, process);
  if (review.stage !== "minimum") return say("decided");
  const check = await checkStep(world, review, "minimum");
  if (check.word !== "closed") return check;
  const [answer] = await stepAnswers(world, review, "minimum");
  if (!answer) return say("lapsed");
  const decision = minimumIn(answer.content);
  await moveRow(world, PlanReview, process, async (now) => {
    if (now.stage !== "minimum") return undefined;
    const round = await readRound(world, process, now.round);
    if (decision.kind === "close") {
      return {
        ...{
          changes: { stage: "review" },
          act: "minimum.closed",
          actor: answer.member,
          facts: { round: round.number },
        },
        writes: [replace(PlanRound, round, { ...round, closesBelow: true })],
      };
    }
    const collection = await readCollection(world, stepCollection(now, "review"));
    const until = onDay(decision.day, collection.deadline, now.zone);
    return {
      changes: { stage: "review", deadlines: { ...now.deadlines, review: until } },
      ...{ act: "round.extended", actor: answer.member, facts: { round: round.number, until } },
      writes: [
        replace(Collection, collection, extended(collection, until, world.clock.now())),
        replace(PlanRound, round, { ...round, deadline: until }),
      ],
    };
  });
  return say("decided");
};
