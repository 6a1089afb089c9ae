import { choose, type States, task, waitStates } from "../ask/index.ts";

/** Where Park itself fails, the execution fails, and the sweep parks the session from outside. */
const unparked = [{ ErrorEquals: ["States.ALL"], Next: "Parked" }];

/**
 * A session: one meeting of a network, from its planning to its end.
 *
 * The coordinator plans it: when and where, what is on the agenda, who keeps the minutes and who verifies them. Then, in this
 * order:
 *
 * 1. Meeting. The recorder opens it, notes who comes and goes, and closes it; votes are put in it by the elections that meet
 *    here. The machine waits until it is closed. If it is not by the deadline `meeting`, the session is parked: the coordinator
 *    is told, and resumes it with a later one. It may be held all the same.
 * 2. Held. The session has ended.
 *
 * Whatever fails parks the session; an act of the coordinator resumes it, in a new execution that begins with `Resume`.
 */
const states: States = {
  Resume: task("Resume", "ResumeAt"),
  ResumeAt: choose({ meeting: "CheckMeeting", held: "End" }),

  ...waitStates("Meeting", { closed: "End", lapsed: "Lapsed" }),

  End: task("End", "Ended"),
  Ended: { Type: "Succeed" },

  Lapsed: { Type: "Pass", Assign: { fault: "{% $word %}", at: "Lapsed" }, Next: "Park" },
  Park: { ...task("Park", "Parked", { fault: "{% $fault %}", at: "{% $at %}" }), Catch: unparked },
  Parked: { Type: "Fail", Error: "Parked", Cause: "The session's row says why; an act resumes it." },
};

/** The session as Amazon States Language, JSONata. Its input: `network` and `process`, both ids. */
export const process = {
  Comment: "A session of a network, from its planning to its end",
  QueryLanguage: "JSONata",
  StartAt: "Begin",
  States: {
    Begin: {
      Type: "Pass",
      Assign: { network: "{% $states.input.network %}", process: "{% $states.input.process %}", seconds: 1 },
      Next: "Resume",
    },
    ...states,
  },
};
