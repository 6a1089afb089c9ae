import { BranchDraft } from "../branch.ts";
import type { Definition } from "../definition/index.ts";
import type { Draft } from "../draft.ts";
import { step } from "./step.ts";

/**
 * Moves each branch of the execution one step on, in the order in which they began; what ends in that is taken up by its
 * parent before another one moves. False if all of them stand.
 */
export async function takeTurn(definition: Definition, draft: Draft): Promise<boolean> {
  let hasMoved = false;
  for (const branch of BranchDraft.all(draft)) {
    if (!(await step(definition, branch))) continue;
    hasMoved = true;
    for (let taker = takerOf(branch); taker; taker = takerOf(taker)) await step(definition, taker);
  }
  return hasMoved && !draft.isEnded;
}

/** Who takes what a branch has come to, once it has ended. */
function takerOf(branch: BranchDraft): BranchDraft | undefined {
  return branch.isOver ? branch.parent : undefined;
}
