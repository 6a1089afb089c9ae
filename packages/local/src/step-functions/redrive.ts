import { BranchDraft } from "./branch.ts";
import { type Definition, stateOf } from "./definition/index.ts";
import type { Draft } from "./draft.ts";
import { type Execution, type Position, TRUNK, timeoutOf, type Visit, YEAR } from "./execution.ts";
import { MOST_EVENTS } from "./history.ts";
import { iterationStarted } from "./interpreter/fan.ts";

const DAY = 24 * 60 * 60 * 1000;
const REDRIVABLE_PERIOD = 14 * DAY;
const MOST_REQUESTS = 10;
const REQUEST_PERIOD = 15 * 60 * 1000;

/** Why the execution cannot be taken up again, in AWS's words; undefined if it can. */
export function whyNotRedrivable({ outcome, ...execution }: Execution, now: number): string | undefined {
  if (outcome.status === "RUNNING" || outcome.status === "SUCCEEDED") {
    return `Execution is ${outcome.status} and cannot be redriven`;
  }
  if (execution.lastEventId >= MOST_EVENTS - 1) return "Execution history event limit exceeded";
  if (now >= execution.startedAt + YEAR) return "Execution has exceeded the max execution time";
  if (now >= outcome.at + REDRIVABLE_PERIOD) return "Execution redrivable period exceeded";
  // An earlier version of this service did not keep where an execution had failed.
  const hasPlace = execution.branches.get(TRUNK)?.position.at !== "end";
  return hasPlace ? undefined : "Execution was started before the launch of RedriveExecution";
}

/** When the request of that token was granted, if it was lately: it is answered alike then, and does nothing again. */
export function grantedAt({ redrives }: Execution, token: string, now: number): number | undefined {
  return redrives.requests.find((request) => request.token === token && now < request.at + REQUEST_PERIOD)?.at;
}

/**
 * Takes up an unsuccessful execution where it stood: what was not left is done again, with all its retries and its time anew,
 * and of a Map or Parallel only what did not succeed. One whose data was too large is done again as a whole.
 */
export function redrive(draft: Draft, definition: Definition, token: string | undefined): void {
  const { execution, now } = draft;
  const { branches, redrives, outcome } = execution;
  const requests = token === undefined ? redrives.requests : [...redrives.requests, { token, at: now }];
  draft.takeUp({
    branches,
    timeoutAt: timeoutOf(definition, now, execution.startedAt),
    redrives: { count: redrives.count + 1, at: now, requests: requests.slice(-MOST_REQUESTS) },
  });
  const trunk = BranchDraft.trunk(draft);
  const eventId = trunk.record({
    type: "ExecutionRedriven",
    executionRedrivenEventDetails: { redriveCount: redrives.count + 1 },
  });
  const wasTooLarge = "error" in outcome && outcome.error === "States.DataLimitExceeded";
  if (wasTooLarge) for (const child of trunk.children) child.close();
  for (const branch of BranchDraft.all(draft)) {
    branch.takeUp(placeAfter(definition, branch.position, wasTooLarge), eventId);
    const { parent, value } = branch;
    if (parent?.position.at !== "branches" || !parent.position.items) continue;
    branch.record(iterationStarted(parent.position.visit.state, value.parent?.index ?? 0));
  }
}

function placeAfter(definition: Definition, position: Position, isAnew: boolean): Position {
  if (!("visit" in position)) return position;
  const visit: Visit = { ...position.visit, retries: [] };
  const { Type } = stateOf(definition, visit.state);
  if (Type === "Fail") return { at: "entry", state: visit.state, input: visit.input };
  const isJoined = position.at === "return" && Type !== "Task";
  return (position.at === "branches" || isJoined) && !isAnew ? { ...position, visit } : { at: "begin", visit };
}
