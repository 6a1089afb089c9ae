import * as v from "valibot";
import { after, command, Instant, type Problem, Refusal, replace } from "../kit/index.ts";
import { Member } from "../people/index.ts";
import { moveRow } from "../process/index.ts";
import { LEAST_TIME } from "./open-round.ts";
import { PlanReview, PlanRound, readRound } from "./review-records.ts";

const Request = v.object({ plan: v.string(), actor: v.string(), deadline: Instant });

/**
 * Who decides on the version of the last round is now asked, by its content hash. Refuses a request of her own, a deadline that
 * leaves her less than a day, and a round that is not over or is decided on already (`plan.stage`).
 */
export const askDecision = command(Request, async (world, { plan, actor, deadline }) => {
  await moveRow(world, PlanReview, plan, async (review) => {
    const { stage, execution, deadlines, turns, network } = review;
    if (stage !== "consolidation") throw new Refusal("plan.stage");
    const round = await readRound(world, plan, review.round);
    const requester = await world.table.get(Member, { network, id: actor });
    const approver = await world.table.get(Member, { network, id: round.approver });
    const problems: Problem[] = [
      ...(deadline < after(world.clock.now(), LEAST_TIME) ? [{ field: "deadline", code: "within-a-day" }] : []),
      ...(requester?.person === approver?.person ? [{ field: "deadline", code: "own-request" }] : []),
    ];
    if (problems.length > 0) throw new Refusal("input.invalid", { problems });
    return {
      changes: {
        ...{ stage: "decision", state: "running", execution: execution + 1 },
        deadlines: { ...deadlines, decision: deadline },
        turns: { ...turns, decision: (turns.decision ?? 0) + 1 },
      },
      ...{ act: "decision.asked", actor, facts: { round: round.number, hash: round.hash } },
      writes: [replace(PlanRound, round, { ...round, requestedBy: actor })],
    };
  });
});
