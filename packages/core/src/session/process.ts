import { askStates, cancellable, choose, type States, task, waitStates } from "../ask/index.ts";

/** Where Park itself fails, the execution fails, and the sweep parks the session from outside. */
const unparked = [{ ErrorEquals: ["States.ALL"], Next: "Parked" }];

/**
 * A session: one meeting of a network, from its planning to its end.
 *
 * The coordinator plans it: when and where, what is on the agenda, who keeps the minutes and who verifies them. Then, in this
 * order:
 *
 * 1. Invitation, where the coordinator has set a deadline for the answers. Every active member and every guest with an address
 *    gets a letter with the agenda and an entry for the calendar, and is asked whether she comes; members who have not answered
 *    are reminded. Deadline `invitation`, or sooner when all have answered or the meeting is opened. Silence is recorded as
 *    silence: who has not answered may come.
 * 2. Meeting. The recorder opens it, notes who comes and goes, and closes it; votes are put in it by the elections that meet
 *    here. The machine waits until it is closed. If it is not by the deadline `meeting`, the session is parked: the coordinator
 *    is told, and resumes it with a later one. It may be held all the same.
 * 3. Held. The session has ended.
 *
 * Until the meeting has begun it can be moved. Everybody invited is told, and gets the changed entry for the calendar; where the
 * day is another, everybody is invited anew, until the deadline that is given then. Until it is closed it can be cancelled with
 * a reason, but not while a vote is open in it: everybody invited is told, and the entry is taken back.
 *
 * Whatever fails parks the session; an act of the coordinator resumes it, in a new execution that begins with `Resume`.
 */
const states: States = {
  Resume: task("Resume", "ResumeAt"),
  ResumeAt: choose({ invitation: "AskInvitation", meeting: "CheckMeeting", held: "End" }),

  ...askStates("Invitation", { closed: "CheckMeeting", moved: "TellMove" }),

  ...waitStates("Meeting", { closed: "End", invited: "AskInvitation", moved: "TellMove", lapsed: "Lapsed" }),

  TellMove: task("TellMove", "MoveTold"),
  MoveTold: choose({ more: "TellMove", invitation: "CheckInvitation", meeting: "CheckMeeting" }),

  End: task("End", "Ended"),
  Ended: { Type: "Succeed" },

  Lapsed: { Type: "Pass", Assign: { fault: "{% $word %}", at: "Lapsed" }, Next: "Park" },
  Park: { ...task("Park", "IsParked", { fault: "{% $fault %}", at: "{% $at %}" }), Catch: unparked },
  IsParked: choose({ parked: "Parked" }),
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
    ...cancellable(states),
  },
};
