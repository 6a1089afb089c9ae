import { askStates, cancellable, choose, machine, type States, task, waitStates } from "../ask/index.ts";

/**
 * An election: one or more votes put to one roll. Those present at a session decide, and those absent take part by letter as the
 * mode says: they confirm the result (`ratified`), get the vote itself (`combined`), are asked whether they agree with what
 * stands already (`informed`), or are not asked (`none`). Or there is no session, and everybody on the roll gets the votes by
 * letter: then steps 3 to 6 fall away.
 *
 * The coordinator opens it before the session, with the votes, the rules and every deadline; from then on none of them
 * changes but a deadline, and that only forward. Then, in this order:
 *
 * 1. The roll is frozen: a snapshot of the active members, hashed. Who is admitted later sees the election and has no vote. Who
 *    leaves the network before she has voted is removed from it with a reason, and her links end; a given vote counts (votes R7).
 * 2. Nominations, where the coordinator has set a deadline for them. Everybody on the roll is asked whom they propose for each
 *    office (deadline `nominations`; silence proposes nobody). Each nominee is asked whether she stands and may add a few words
 *    (deadline `acceptance`; who is silent does not stand). The coordinator is asked to approve the list of candidates, which is
 *    then fixed (deadline `candidates`; not approved by then, or returned: parked). Without nominations, candidates are named on
 *    the floor.
 * 3. The session. The recorder notes who comes and goes and when each vote opens and closes. The machine waits until the
 *    recorder closes the session. If it is not closed by the deadline of the figures, the election is parked.
 * 4. Figures. The recorder is asked for the figures of each vote. Deadline `figures`; not in by then: parked, and the
 *    coordinator resumes it with a new deadline.
 * 5. Attestation. The recorder and two verifiers are asked, each alone, whether the figures are right. One objection closes
 *    the step at once and sends the figures back to 4 with the objection's words; the recorder has a day again, every later
 *    deadline moves along, and all three are asked again. Deadline
 *    `attestation`; not all in by then: parked. Attested figures are final.
 * 6. Marks. Who was present while a vote was open has voted live in it, the abstaining included. A vote that ended in a tie,
 *    was lost, or had no quorum is not put to the absentees.
 * 7. Confirmation. Every member without a live mark in a vote that goes on gets one letter and one form with a question for
 *    each such vote: confirm, object, abstain; in `combined` and all by letter the vote itself, with the options of the session; in
 *    `informed` only after the declaration (10), agree or not. Reminders go to those who have not answered. Deadline `confirmation`, or
 *    sooner when all are in; then the fence closes every form. What is in at that moment is what every later count counts: an answer
 *    after it is kept and is in no figures. Silence is recorded as silence and counts for nothing.
 * 8. Reconciliation. Hands and letters are counted together under the frozen rule. If members whose letters came back could
 *    change an outcome, the coordinator is asked to record why the election goes on without them. Deadline `waiver`;
 *    not answered by then: parked.
 *    Who is elected to several offices is asked which one she takes (three days; silent: parked). Nobody moves up: the other
 *    votes are repeated without her in the same way as after a tie, and where nobody else stood the office is vacant.
 *    A tie for the last seats is then decided as the rules say: in a run-off the tied alone stand again, in a repeated vote all
 *    who were not elected do. Either is put once, by letter to everybody on the roll (a week; silence is silence), and counted
 *    like the letters; a tie in it stays a tie, and the seats stay vacant. Where it is left to
 *    whoever presides, she is asked for her open vote among the tied (three days; not given by then: parked); if she is among
 *    them herself, nobody decides, and the tie is declared as a tie. A lot is drawn from a public value, which nobody can know
 *    while anybody votes: the machine waits for the moment that was frozen with the vote, then one person is asked for the value as
 *    it was published (three days) and two others, each alone, whether it is right (three days more); not given by then: parked.
 *    One objection sends it back to be entered again. The value decides who of the tied is elected, and the minutes print all that
 *    anybody needs to draw the lot again. Nobody who stands is asked.
 * 9. Declaration. Two people are asked to approve the outcomes, by the hash of the figures. One return closes the step: the
 *    election is parked with the reason, and the coordinator resumes it. Deadline `declaration`; not both in: parked.
 * 10. The result is declared, everyone on the roll is told, and the minutes are there to read. Declared is immutable. Whoever was
 *    elected holds the office that the vote fills, and whoever gives way holds it until the day before; the rights of a coordinator
 *    do not pass by that (`offices/`).
 * 11. Objections, where a window for them was set: until the end of its last day every member of the roll may object once, in
 *    writing; the coordinator is told. Silence is agreement with nothing: when the window closes the result is final.
 * 12. Annulment, only within that window: one person asks for it with a reason, a second one is asked to decide (three days; not
 *    decided by then, or refused: what was declared stands). Annulled: its mandates are void and
 *    those before them stand again, everyone on the roll is told why, and a new election may be opened.
 *
 * A coordinator who stands herself, from the moment she accepts or is named, has none of the coordinator's duties in it: approvals,
 * turnout, deadlines, links, declaration and annulment are for the substitute whom the set-up names, another coordinator, or two
 * members of the roll together, and so are the letters (votes R13, `duties.ts`).
 *
 * Until the result is approved the election can be cancelled, with a reason and by two people where two declare: everybody who
 * was asked anything is told, and it has ended.
 *
 * A step whose deadline has passed before it could begin is not begun: the election is parked, and goes on with a later one;
 * the deadlines after it keep their distance. Whatever fails parks the election; an act of the coordinator resumes it, in a new execution that begins with `Resume`.
 */
const states: States = {
  Resume: task("Resume", "ResumeAt"),
  ResumeAt: choose({
    roll: "FreezeRoll",
    nominations: "AskNominations",
    acceptance: "AskAcceptance",
    candidates: "AskCandidates",
    session: "CheckSession",
    figures: "AskFigures",
    attestation: "AskAttestation",
    marks: "MarkPresent",
    confirmation: "AskConfirmation",
    reconciliation: "Reconcile",
    waiver: "AskWaiver",
    choice: "AskChoice",
    round: "AskRound",
    chair: "AskChair",
    lot: "CheckLot",
    draw: "AskDraw",
    witness: "AskWitness",
    declaration: "AskDeclaration",
    result: "Declare",
    declared: "Declare",
    annulment: "AskAnnulment",
    annulled: "Annul",
    final: "CheckObjections",
  }),

  FreezeRoll: task("FreezeRoll", "RollFrozen"),
  RollFrozen: choose({
    more: "FreezeRoll",
    nominations: "AskNominations",
    session: "CheckSession",
    marks: "MarkPresent",
  }),

  ...askStates("Nominations", { nominated: "AskAcceptance", nobody: "AskCandidates", lapsed: "Lapsed" }),

  ...askStates("Acceptance", { answered: "AskCandidates", lapsed: "Lapsed" }),

  ...askStates("Candidates", {
    approved: "CheckSession",
    letters: "MarkPresent",
    returned: "Lapsed",
    lapsed: "Lapsed",
  }),

  ...waitStates("Session", { closed: "AskFigures", lapsed: "Lapsed" }),

  ...askStates("Figures", { recorded: "AskAttestation", impossible: "AskFigures", lapsed: "Lapsed" }),

  ...askStates("Attestation", { attested: "MarkPresent", returned: "AskFigures", lapsed: "Lapsed" }),

  MarkPresent: task("MarkPresent", "PresentMarked"),
  PresentMarked: choose({ more: "MarkPresent", absentees: "AskConfirmation", everybody: "Reconcile" }),

  ...askStates("Confirmation", { closed: "Reconcile", lapsed: "Lapsed" }),

  Reconcile: task("Reconcile", "Reconciled"),
  Reconciled: choose({
    ...{
      waiver: "AskWaiver",
      choice: "AskChoice",
      round: "AskRound",
      chair: "AskChair",
      lot: "CheckLot",
      declaration: "AskDeclaration",
    },
    ...{ window: "CheckObjections", declared: "Declared" },
  }),

  ...askStates("Waiver", { waived: "Reconcile", lapsed: "Lapsed" }),

  ...askStates("Choice", { chosen: "Reconcile", lapsed: "Lapsed" }),

  ...askStates("Round", { closed: "Reconcile", lapsed: "Lapsed" }),

  ...askStates("Chair", { lot: "CheckLot", declaration: "AskDeclaration", lapsed: "Lapsed" }),

  ...waitStates("Lot", { published: "AskDraw" }),

  ...askStates("Draw", { entered: "AskWitness", lapsed: "Lapsed" }),

  ...askStates("Witness", { attested: "AskDeclaration", returned: "AskDraw", lapsed: "Lapsed" }),

  ...askStates("Declaration", { approved: "Declare", returned: "Lapsed", lapsed: "Lapsed" }),

  Declare: task("Declare", "ResultTold"),
  ResultTold: choose({ more: "Declare", informed: "AskConfirmation", window: "CheckObjections", declared: "Declared" }),
  Declared: { Type: "Succeed" },

  ...waitStates("Objections", { annulment: "AskAnnulment", final: "Final" }),
  Final: { Type: "Succeed" },

  ...askStates("Annulment", { approved: "Annul", stands: "CheckObjections" }),

  Annul: task("Annul", "AnnulmentTold"),
  AnnulmentTold: choose({ more: "Annul", annulled: "Annulled" }),
  Annulled: { Type: "Succeed" },
};

/** The election as Amazon States Language, JSONata. Its input: `network` and `process`, both ids. */
export const process = cancellable(machine("An election decided at a session and confirmed by letter", states));
