import { askStates, choose, machine, type States, task } from "../ask/index.ts";

/**
 * The review of a plan, round by round, from its first frozen version on.
 *
 * Authors draft the plan together, for months if they need them; nothing waits for them, and no execution runs. Then, each time a
 * coordinator opens a round:
 *
 * 1. Review. The draft is frozen as the next version, and each reviewer is asked about her areas: is there a conflict of interest,
 *    what does she say of each node, how does she score it, what does she recommend. Nobody is asked who has written in it, is of
 *    an author's institution, or decides on it. Who declines is not asked again in the round; the next alternate is asked in her
 *    place, about the same areas, while there is one. Who declares a conflict of interest reviews only once the coordinator has
 *    waived it, with a public note, or is replaced by her. Deadline `review`, or sooner when all have answered and the minimum is
 *    met; the coordinator may put it off, for all or for one. One reminder goes before it. Who has not answered is recorded as
 *    *not received*. What comes later is listed *after the round* and never opens it again.
 * 2. Minimum, where too few reviews have come in by then. Where the round says so it is extended by itself, once; two letters at
 *    most remind those who are overdue. Else whoever opened it is asked: a later deadline, or close with what has come in. Deadline
 *    `minimum`, a week; not answered by then: parked, nothing is decided by silence.
 * 3. Consolidation. Whoever opened the round is told, once, what has come in and what has not. Coordinators merge comments and
 *    answer them; reviewers read each other's once their own review is in. No execution runs.
 * 4. Decision, when a coordinator asks for it. Who decides is asked what becomes of this very version, by its hash; the
 *    recommendations stand beside it. Deadline `decision`; not decided by then: parked, nothing is decided by silence.
 * 5. Revision. The authors go on in the draft, no execution runs. The next round is opened once every comment of this one has its
 *    disposition; before its reviewers are asked, those of this one get the comments with their answers and what has changed.
 *
 * While its reviews come in, a round can be cancelled with a reason: everybody who was asked is told, and the authors go on.
 *
 * Whatever fails parks the review; an act of the coordinator resumes it, in a new execution that begins with `Resume`.
 */
const states: States = {
  Resume: task("Resume", "ResumeAt"),
  ResumeAt: choose({
    review: "AskReview",
    minimum: "AskMinimum",
    consolidation: "End",
    decision: "AskDecision",
    revision: "End",
  }),

  ...askStates("Review", { closed: "TellClosed", below: "AskMinimum", lapsed: "Lapsed" }),

  ...askStates("Minimum", { decided: "AskReview", lapsed: "Lapsed" }),

  TellClosed: task("TellClosed", "ClosedTold"),
  ClosedTold: choose({ told: "End" }),

  ...askStates("Decision", { decided: "End", lapsed: "Lapsed" }),

  End: task("End", "Ended"),
  Ended: { Type: "Succeed" },
};

/** The review of a plan as Amazon States Language, JSONata. Its input: `network` and `process`, both ids. */
export const process = machine("The review of a plan, round by round", states);
