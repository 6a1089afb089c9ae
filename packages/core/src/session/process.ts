import { askStates, cancellable, choose, machine, type States, task, waitStates } from "../ask/index.ts";

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
 *    here. The machine waits until it is closed. Where it is not opened two hours after the beginning, or not closed twelve
 *    hours after its end, the recorder and the coordinator are told, once, by day; who closes it later says when it ended. If
 *    it is not closed by the deadline `meeting`, the session is parked: the coordinator is told, and resumes it with a later
 *    one. It may be held all the same.
 * 3. Draft, where the coordinator has given days for corrections of the minutes; without them the session ends here. The
 *    recorder is asked what was said and decided on each point. Deadline `draft`; not in by then: parked.
 * 4. Corrections. Every member who was present gets the minutes, made from the records with the recorder's notes, and is asked
 *    whether they are right. Deadline `corrections`, or sooner when all have answered; silence asks for no correction.
 * 5. Replies, if anybody wants a correction. The recorder answers each in writing and changes what she accepts. Deadline
 *    `replies`; not in by then: parked. Whoever asked is told.
 * 6. Approval. The verifiers are asked to approve the document by its hash. One objection sends it back to 5 with the objection,
 *    which stays in the minutes word for word; both are asked again. Deadline `approval`; not both in: parked.
 * 7. Approved. The document is kept as it was approved, and every member is told where it is.
 *
 * The deadlines of the minutes are set when the meeting is closed.
 *
 * Until the meeting has begun it can be moved. Everybody invited is told, and gets the changed entry for the calendar; where the
 * day is another, everybody is invited anew, until the deadline that is given then. Until it is closed it can be cancelled with
 * a reason, but not while a vote is open in it: everybody invited is told, and the entry is taken back.
 *
 * Whatever fails parks the session; an act of the coordinator resumes it, in a new execution that begins with `Resume`.
 */
const states: States = {
  Resume: task("Resume", "ResumeAt"),
  ResumeAt: choose({
    invitation: "AskInvitation",
    meeting: "CheckMeeting",
    held: "End",
    draft: "AskDraft",
    corrections: "AskCorrections",
    replies: "AskReplies",
    approval: "AskApproval",
    approved: "TellMinutes",
  }),

  ...askStates("Invitation", { closed: "CheckMeeting", moved: "TellMove" }),

  ...waitStates("Meeting", {
    closed: "End",
    minutes: "AskDraft",
    invited: "AskInvitation",
    moved: "TellMove",
    overdue: "TellOverdue",
    lapsed: "Lapsed",
  }),

  TellOverdue: task("TellOverdue", "OverdueTold"),
  OverdueTold: choose({ told: "CheckMeeting" }),

  TellMove: task("TellMove", "MoveTold"),
  MoveTold: choose({ more: "TellMove", invitation: "CheckInvitation", meeting: "CheckMeeting" }),

  ...askStates("Draft", { drafted: "AskCorrections", lapsed: "Lapsed" }),

  ...askStates("Corrections", { corrected: "AskReplies", approval: "AskApproval", lapsed: "Lapsed" }),

  ...askStates("Replies", { replied: "AskApproval", lapsed: "Lapsed" }),

  ...askStates("Approval", { approved: "TellMinutes", returned: "AskReplies", lapsed: "Lapsed" }),

  TellMinutes: task("TellMinutes", "MinutesTold"),
  MinutesTold: choose({ more: "TellMinutes", told: "End" }),

  End: task("End", "Ended"),
  Ended: { Type: "Succeed" },
};

/** The session as Amazon States Language, JSONata. Its input: `network` and `process`, both ids. */
export const process = cancellable(machine("A session of a network, from its planning to its end", states));
