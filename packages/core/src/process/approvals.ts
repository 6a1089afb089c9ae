import {
  type Approval,
  type ApprovalPlan,
  askApprovers,
  beginApproval,
  type Decision,
  decisionsIn,
  finishOpening,
  readApproval,
  recallCollection,
  remindAsks,
} from "../ask/index.ts";
import type { Stored, World } from "../kit/index.ts";
import type { ProcessRow } from "./row.ts";
import { type Asking, type AskingRow, beginStep, stepCollection } from "./steps.ts";

/** What became of a step that asks for an approval: `changed` when what was being approved is not what is there now. */
export type AskedApproval = "asked" | "over" | "changed";

/**
 * Asks the approvers of a step, for the first time or again: reminders when they are due, and substitutes when their time has
 * come. When the step's approval names another version than `asking.subject`, it is void: its forms are closed, those who
 * were asked are told, and the process begins the step anew.
 */
export async function askApproval<Step extends string>(
  world: World,
  row: AskingRow<Step>,
  step: Step,
  asking: Asking & { subject: string },
  plan: ApprovalPlan,
): Promise<AskedApproval> {
  const collection = await beginStep(world, row, step, { ...asking, approval: true });
  if (!collection) return "over";
  const approval = await beginApproval(world, collection, asking.subject, plan);
  if (approval.subject !== asking.subject) {
    const recall = { why: "changed", reason: "", at: world.clock.now() } as const;
    while ((await recallCollection(world, collection.id, recall)).word !== "closed");
    return "changed";
  }
  await askApprovers(world, collection);
  if (collection.state === "opening") await finishOpening(world, collection.id);
  await remindAsks(world, collection.id);
  return "asked";
}

/** The approval of a step in its present turn. */
export function stepApproval<Step extends string>(
  world: World,
  row: ProcessRow & AskingRow<Step>,
  step: Step,
): Promise<Stored<Approval>> {
  return readApproval(world, stepCollection(row, step));
}

/** Why an approval came back, in the words of those who returned it or took theirs back, in the order they came. */
export function returnsIn(approval: Approval): { member: string; reason: string; at: Decision["at"] }[] {
  const { state, taken } = approval;
  const revoked = state === "revoked" && taken?.member !== undefined ? [{ ...taken, member: taken.member }] : [];
  const returned = decisionsIn(approval).flatMap(({ verdict, member, reason = "", at }) =>
    verdict === "return" ? [{ member, reason, at }] : [],
  );
  return [...returned, ...revoked];
}
