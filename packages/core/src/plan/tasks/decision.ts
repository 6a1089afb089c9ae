import { type Decider, decisive, takeEffect } from "../../ask/index.ts";
import { replace, type World } from "../../kit/index.ts";
import { Member } from "../../people/index.ts";
import {
  askApproval,
  awaitStep,
  checkStep,
  moveRow,
  say,
  stepAnswers,
  stepApproval,
  type Task,
} from "../../process/index.ts";
import { returnsIn } from "../returns.ts";
import { decisionForm, decisionIn } from "../review-forms.ts";
import { PlanReview, PlanRound, readReview, readRound } from "../review-records.ts";

/** Asks who decides on this very version, by its hash, with the recommendations beside it. */
export const AskDecision: Task = async (world, input) => {
  const review = await readReview(world, input.process);
  if (review.stage !== "decision") return CheckDecision(world, input);
  const round = await readRound(world, review.id, review.round);
  const requestedBy = round.requestedBy ?? round.openedBy;
  const seat = { ...(await deciderOf(world, review, round.approver)), substitutes: [] };
  const form = decisionForm(review, round, await returnsIn(world, review, round));
  const asking = { letter: "plan.decision", asker: requestedBy, form, signals: "each", subject: round.hash } as const;
  const plan = {
    rule: { kind: "any-one" as const },
    seats: [seat],
    requester: await deciderOf(world, review, requestedBy),
  };
  const asked = await askApproval(world, review, "decision", asking, plan);
  return asked === "asked" ? CheckDecision(world, input) : say("lapsed");
};

async function deciderOf(world: World, { network }: PlanReview, member: string): Promise<Decider> {
  const found = await world.table.get(Member, { network, id: member });
  if (!found) throw new Error(`no member ${member}`);
  return { member, person: found.person };
}

export const AwaitDecision: Task = async (world, input) =>
  awaitStep(world, await readReview(world, input.process), "decision", input);

/** What was decided on the version is kept beside what was recommended; the authors go on. Silence decides nothing. */
export const CheckDecision: Task = async (world, { process }) => {
  const review = await readReview(world, process);
  if (review.stage !== "decision") return say("decided");
  const check = await checkStep(world, review, "decision");
  if (check.word !== "closed") return check;
  const approval = await stepApproval(world, review, "decision");
  const last = decisive(approval);
  const [answer] = await stepAnswers(world, review, "decision");
  const isDecided = approval.state === "approved" || approval.state === "returned";
  if (!isDecided || !last || !answer) return say("lapsed");
  const decision = { ...decisionIn(answer.content), by: last.member, at: last.at };
  await moveRow(world, PlanReview, process, async ({ stage, round: number }) => {
    if (stage !== "decision") return undefined;
    const round = await readRound(world, process, number);
    const facts = { round: number, hash: approval.subject, verdict: decision.verdict };
    return {
      ...{ changes: { stage: "revision" }, act: "round.decided", actor: last.member, facts },
      writes: [
        replace(PlanRound, round, { ...round, decision }),
        ...(approval.state === "approved" ? [takeEffect(approval)] : []),
      ],
    };
  });
  return say("decided");
};
